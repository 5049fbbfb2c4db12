package org.gradus.adapters.alpaca.data;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// The rows had so far. Its own end says where to go on: the time of the last whole row, and how many rows of that time
/// there are, so that none is asked for in vain, written twice or left out.
final class PartFile implements AutoCloseable {
    private static final long NO_TIME = Long.MIN_VALUE;

    private final Path path;
    private final HistoryKind kind;
    private final BufferedWriter out;
    private long firstNs = NO_TIME;
    private long lastNs = NO_TIME;
    private int rowsAtLast;
    private long rows;

    /// Opens a new one, or one that an interruption has left.
    PartFile(Path path, HistoryKind kind) {
        this.path = path;
        this.kind = kind;
        try {
            if (Files.exists(path)) {
                cutTornLine();
                take();
            }
            boolean fresh = !Files.exists(path) || Files.size(path) == 0;
            out = Files.newBufferedWriter(path, US_ASCII, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            if (fresh) {
                out.write(kind.header() + "\n");
            }
        } catch (IOException e) {
            throw new HistoryFailed(path + " cannot be written", e);
        }
    }

    boolean empty() {
        return rows == 0;
    }

    long rows() {
        return rows;
    }

    long firstNs() {
        return firstNs;
    }

    long lastNs() {
        return lastNs;
    }

    int rowsAtLast() {
        return rowsAtLast;
    }

    /// Rows in the order of time; a bar that is there already is not written again.
    void append(List<HistoryKind.Row> page) {
        try {
            for (HistoryKind.Row row : page) {
                if (lastNs != NO_TIME && row.timeNs() < lastNs) {
                    throw new HistoryFailed("the venue's rows go back in time at " + row.line());
                }
                if (kind != HistoryKind.BARS || row.timeNs() != lastNs) {
                    out.write(row.line() + "\n");
                    count(row.timeNs());
                }
            }
            out.flush();
        } catch (IOException e) {
            throw new HistoryFailed(path + " cannot be written", e);
        }
    }

    /// Takes the place of the finished file at once, so that a half of it is never seen.
    void finish(Path target, boolean gzip) {
        try {
            out.close();
            Path ready = path;
            if (gzip) {
                ready = path.resolveSibling(path.getFileName() + ".gz");
                try (InputStream in = Files.newInputStream(path);
                        OutputStream packed = new GZIPOutputStream(Files.newOutputStream(ready), 1 << 16)) {
                    in.transferTo(packed);
                }
            }
            try (FileChannel channel = FileChannel.open(ready, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(ready, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new HistoryFailed(target + " cannot be written", e);
        }
    }

    /// Without a row there is nothing to go on from.
    void discard() {
        try {
            out.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new HistoryFailed(path + " cannot be removed", e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new HistoryFailed(path + " cannot be written", e);
        }
    }

    private void count(long timeNs) {
        rowsAtLast = timeNs == lastNs ? rowsAtLast + 1 : 1;
        firstNs = rows == 0 ? timeNs : firstNs;
        lastNs = timeNs;
        rows++;
    }

    private void cutTornLine() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            long end = file.length();
            while (end > 0) {
                file.seek(end - 1);
                if (file.read() == '\n') {
                    break;
                }
                end--;
            }
            file.setLength(end);
        }
    }

    private void take() throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(path, US_ASCII)) {
            String header = lines.readLine();
            if (header == null) {
                return;
            }
            if (!header.equals(kind.header())) {
                throw new HistoryFailed(path + " is not what an interrupted fetch has left: remove it");
            }
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                count(Math.multiplyExact(Long.parseLong(line, 0, line.indexOf(','), 10), kind.unitNs()));
            }
        } catch (NumberFormatException | IndexOutOfBoundsException | ArithmeticException e) {
            throw new HistoryFailed(path + " is damaged: remove it", e);
        }
    }
}
