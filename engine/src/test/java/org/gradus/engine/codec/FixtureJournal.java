package org.gradus.engine.codec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gradus.engine.codec.sbe.MessageHeaderEncoder;
import org.gradus.engine.message.Journaled;

/// Journals as earlier versions of the schema wrote them, kept as bytes. A fixture is made once, with
/// [#main(String[])], when a version of
/// the schema is final, and never again.
public final class FixtureJournal {

    private FixtureJournal() {
    }

    public static RecordList source(int version) throws IOException {
        try (InputStream in = FixtureJournal.class.getResourceAsStream(name(version))) {
            return RecordList.of(in.readAllBytes());
        }
    }

    static List<Journaled> read(int version) throws IOException {
        List<Journaled> records = new ArrayList<>();
        RecordCodec codec = new RecordCodec();
        RecordList source = source(version);
        while (source.next()) {
            records.add(codec.read(source.buffer(), source.offset()));
        }
        return records;
    }

    /// Writes the sample records as this build's version writes them; refuses to overwrite.
    ///
    /// @param args the folder of this package's test resources
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0], name(MessageHeaderEncoder.SCHEMA_VERSION));
        if (Files.exists(file)) {
            throw new IllegalStateException(file + " exists: what a version wrote is a fact");
        }
        Files.write(file, RecordList.bytes(SampleRecords.versionOne()));
    }

    private static String name(int version) {
        return "journal-v" + version + ".bin";
    }
}
