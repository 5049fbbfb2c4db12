package org.gradus.engine.journal;

import java.io.File;
import java.nio.file.Path;
import java.util.function.Consumer;

/// The blocks of one journal file, reserved ahead of its writer, so that a disk that fills up is refused here, with
/// room left for an orderly stop, and never where a mapped page is touched. Owned by the journal's writing thread; only
/// [#refused()] is for others.
final class BlockReserve implements AutoCloseable {
    /// What the library may write behind a record besides: an index block, and the end of the file.
    private static final long SLACK = 256 << 10;
    /// Left to what else an orderly stop writes: the kept seal, the status, the log.
    private static final long LEFT_TO_OTHERS = 1 << 20;
    /// A refused disk is asked again when so much more has been written.
    private static final long ASK_AGAIN = 128 << 10;

    private final File directory;
    private final Blocks blocks;
    private final long blockBytes;
    private final Consumer<String> warnings;
    private long writtenTo;
    private long reservedTo;
    private long askAt;
    private volatile boolean refused;

    /// Where the blocks come from.
    @FunctionalInterface
    interface Blocks extends AutoCloseable {
        FileBlocks.Answer reserve(long from, long to);

        @Override
        default void close() {
            // Holds nothing.
        }
    }

    /// @param file      exists
    /// @param writtenTo where its last record ends
    /// @throws JournalFault when there is no room for what an orderly run needs at least
    BlockReserve(Path file, long writtenTo, int blockBytes, Consumer<String> warnings) {
        this(file, writtenTo, blockBytes, warnings, new FileBlocks(file));
    }

    BlockReserve(Path file, long writtenTo, int blockBytes, Consumer<String> warnings, Blocks blocks) {
        directory = file.toAbsolutePath().getParent().toFile();
        this.blocks = blocks;
        this.blockBytes = blockBytes;
        this.warnings = warnings;
        this.writtenTo = writtenTo;
        reservedTo = writtenTo / blockBytes * blockBytes;
        extend(writtenTo + room());
        if (refused) {
            blocks.close();
            throw noRoom();
        }
    }

    /// How much is always reserved ahead: what may be under way on the ring when the disk refuses, and a stop.
    private long room() {
        return blockBytes / 4 + (1 << 20);
    }

    /// Before each record: a comparison in all but one of a block.
    ///
    /// @throws JournalFault when the record does not fit what is reserved; nothing has been written then
    void makeRoom(int length) {
        long needed = writtenTo + length + SLACK;
        if (needed > askAt) {
            extend(needed + room());
            if (needed > reservedTo) {
                throw noRoom();
            }
        }
    }

    private void extend(long wanted) {
        long to = (wanted + blockBytes - 1) / blockBytes * blockBytes;
        switch (ask(to)) {
            case RESERVED -> {
                reservedTo = to;
                askAt = to - room();
                refused = false;
            }
            case NO_SPACE -> {
                refused = true;
                askAt = writtenTo + ASK_AGAIN;
            }
            case UNSUPPORTED -> {
                warnings.accept("warning: no disk blocks can be reserved for " + directory
                    + " here: a disk that fills up within half a second may break the journal's last record");
                reservedTo = Long.MAX_VALUE;
                askAt = Long.MAX_VALUE;
            }
        }
    }

    /// A refused reservation may keep what it got, and leave nothing to anyone: so what is free is looked at first.
    private FileBlocks.Answer ask(long to) {
        return directory.getUsableSpace() < to - reservedTo + LEFT_TO_OTHERS ? FileBlocks.Answer.NO_SPACE
            : blocks.reserve(reservedTo, to);
    }

    private JournalFault noRoom() {
        return new JournalFault("the disk has no room for the next " + (blockBytes >> 10) + " KiB of the journal "
            + directory + ": free some space and start again");
    }

    void writtenTo(long position) {
        writtenTo = position;
    }

    /// True while the disk refuses more: what is reserved takes the records of an orderly stop.
    boolean refused() {
        return refused;
    }

    @Override
    public void close() {
        blocks.close();
    }
}
