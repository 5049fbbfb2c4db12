package org.gradus.engine.journal;

import java.nio.file.Path;
import java.util.Optional;
import org.agrona.DirectBuffer;
import org.gradus.engine.codec.RecordSource;

/// Reads a journal and lets nothing through that is not as it was written: whoever reads behind it need not expect
/// damage. It stops at the first record that is not whole, in order and in the checksum chain. Used by one thread.
public final class CheckedReader implements RecordSource {
    private final Path directory;
    private final RecordSource source;
    private final RecordCheck records = new RecordCheck();
    /// Behind the end of a journal that grows nothing need be looked for a second time.
    private boolean endChecked;

    /// @throws JournalFault when there is no journal in the directory, or something else than one
    public CheckedReader(Path directory) {
        this.directory = directory;
        source = new ChronicleReader(directory);
    }

    /// @throws JournalFault when what follows is damaged
    @Override
    public boolean next() {
        if (source.next()) {
            records.check(source.buffer(), source.offset()).ifPresent(fault -> {
                throw damaged(fault.kind(), fault.what());
            });
            return true;
        }
        if (!endChecked) {
            endChecked = true;
            source.lostBehind().ifPresent(what -> {
                throw damaged("frame", what);
            });
        }
        return false;
    }

    private JournalFault damaged(String kind, String what) {
        return new JournalFault("the journal " + directory + " is damaged behind record " + records.sequence() + " ("
            + kind + "): " + what);
    }

    @Override
    public DirectBuffer buffer() {
        return records.record().buffer();
    }

    @Override
    public int offset() {
        return 0;
    }

    @Override
    public long unfinishedBytes() {
        return source.unfinishedBytes();
    }

    @Override
    public Optional<String> lostBehind() {
        return source.lostBehind();
    }

    @Override
    public void close() {
        source.close();
    }
}
