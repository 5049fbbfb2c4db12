package org.gradus.tools.log;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// The log on disk: text that only grows, in sections of one run each. Where writing has to go on after a crash is
/// read from its end. Owned by one thread; locked against a second writer.
final class LogFile implements AutoCloseable {
    private static final String RUN = "## Run ";
    private static final String HEADER = """
            # Trading log

            One entry for each decision that acted or was denied, in the order they were made: when (UTC, the tape's
            time in simulated runs), what, why (the values the strategy saw), which checks, and what came of it once
            that is known. The number of each entry is its record's sequence in the journal, which has the exact
            numbers.
            """;

    private final FileChannel channel;
    private String lastRun = "";
    private long lastSequence;
    private long lastOffset;

    /// @throws IllegalArgumentException when another process writes it
    LogFile(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (lock() == null) {
            channel.close();
            throw new IllegalArgumentException("another engine writes " + file + ": stop it first");
        }
        if (channel.size() == 0) {
            append(HEADER);
        } else {
            scan(file);
        }
        channel.position(channel.size());
    }

    private FileLock lock() throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    /// Finds the last run and the first entry of its last record; a line that was cut off is taken away.
    private void scan(Path file) throws IOException {
        long offset = 0;
        try (InputStream in = Files.newInputStream(file);
             BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            StringBuilder line = new StringBuilder();
            for (int c = lines.read(); c >= 0; c = lines.read()) {
                line.append((char) c);
                if (c == '\n') {
                    heading(line.toString(), offset);
                    offset += line.toString().getBytes(StandardCharsets.UTF_8).length;
                    line.setLength(0);
                }
            }
        }
        channel.truncate(offset);
    }

    private void heading(String line, long offset) {
        if (line.startsWith(RUN)) {
            lastRun = line.substring(RUN.length()).strip();
            lastSequence = 0;
            lastOffset = offset;
        } else if (!lastRun.isEmpty() && line.startsWith(Entry.HEADING)) {
            long sequence = Long.parseLong(line.substring(Entry.HEADING.length()).split(" ", 2)[0]);
            if (sequence != lastSequence) {
                lastSequence = sequence;
                lastOffset = offset;
            }
        }
    }

    /// Opens the section of a run, or goes on with it.
    ///
    /// @param begins true when the journal was empty before this start: then a section of the same name is another run
    /// @return the sequence of the first record whose entries are to be written
    long openRun(String run, boolean begins) throws IOException {
        if (begins || !run.equals(lastRun)) {
            append("\n" + RUN + run + "\n\n");
            return 0;
        }
        // The last record's entries may have been cut off half-way: they are written again.
        channel.truncate(lastOffset);
        channel.position(lastOffset);
        if (lastSequence == 0) {
            append(RUN + run + "\n\n");
        }
        return lastSequence;
    }

    void append(List<Entry> entries) throws IOException {
        StringBuilder text = new StringBuilder();
        entries.forEach(entry -> text.append(entry.text()));
        append(text.toString());
    }

    private void append(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
