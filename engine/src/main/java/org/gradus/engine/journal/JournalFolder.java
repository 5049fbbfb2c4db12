package org.gradus.engine.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.openhft.chronicle.wire.Wires;
import org.jspecify.annotations.Nullable;

/// The folder that holds a journal's daily files and their table: what is none of them is told by name before the
/// library stumbles over it.
final class JournalFolder {
    private static final int HEAD_BYTES = 64;
    private static final Pattern DAILY = Pattern.compile("[0-9]{8}F\\.cq4");

    private JournalFolder() {
    }

    /// @throws JournalFault when it is missing, unreadable, or holds queue files of another kind
    static void check(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new JournalFault("no journal at " + directory);
        }
        for (Path each : queueFiles(directory)) {
            if (!DAILY.matcher(each.getFileName().toString()).matches()) {
                throw new JournalFault("the journal " + directory + " holds " + each.getFileName()
                    + ", which is no file of it: expected a date, as in 20260131F.cq4; move it away");
            }
            checkFile(each, "SCQStore", "bring it back from a copy, or move away what"
                + " is not the journal's");
        }
        Path table = directory.resolve(JournalFiles.TABLE);
        if (Files.exists(table)) {
            checkFile(table, "STStore", "it holds no records: move it away, and it is made anew");
        }
    }

    private static void checkFile(Path file, String kind, String advice) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new JournalFault("the journal's file " + file + " cannot be read: expected a file that this user may"
                + " read");
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            channel.read(head, 0);
            if (!isHead(head, kind)) {
                throw new JournalFault("the journal's file " + file + " does not begin as such a file does, with "
                    + kind + ": " + advice);
            }
        } catch (IOException refused) {
            throw new JournalFault("cannot read the journal's file " + file + ": " + refused.getMessage(), refused);
        }
    }

    /// A file that has only just been made has no head yet. The library would wait long for one that is damaged.
    private static boolean isHead(ByteBuffer head, String kind) {
        int header = head.getInt(0);
        return Wires.lengthOf(header) == 0 || Wires.isReadyMetaData(header)
            && new String(head.array(), StandardCharsets.ISO_8859_1).contains(kind);
    }

    private static List<Path> queueFiles(Path directory) {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(file -> file.toString().endsWith(JournalFiles.ENDING)).sorted().toList();
        } catch (IOException refused) {
            throw new JournalFault("cannot look into the journal " + directory + ": " + refused.getMessage(), refused);
        }
    }

    /// A newest file whose head was begun when its writer was killed holds no record, and the library would wait for
    /// the rest of it.
    static void dropBegun(Path directory) {
        List<Path> files = queueFiles(directory);
        try {
            if (!files.isEmpty() && FileTail.begunOnly(files.getLast())) {
                Files.delete(files.getLast());
            }
        } catch (IOException refused) {
            throw new JournalFault("cannot take away " + files.getLast() + ", which was begun and never finished: "
                + refused.getMessage(), refused);
        }
    }

    static @Nullable Path firstFile(Path directory) {
        return queueFiles(directory).stream().findFirst().orElse(null);
    }
}
