package org.gradus.adapters.tape;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Splits a stream of bytes into lines, in place: a line is a range of the one buffer, valid until the next one is
/// asked for. Lines end with LF or CRLF, the last one may end with the stream. A stream that fails ends the lines;
/// what stood behind the last whole line then remains as the current line, and the failure can be asked for.
/// Owned by one tape and its thread.
final class LineReader implements Closeable {
    /// A line longer than this is no row of ours: only its beginning is kept.
    static final int LINE_MAX = 1 << 12;
    private static final int BUFFER_SIZE = 1 << 18;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_SIZE];
    private int unread;
    private int limit;
    private int from;
    private int to;
    private long number;
    private int decimalsBefore;
    private boolean ended;
    private boolean unterminated;
    private @Nullable IOException damage;

    LineReader(InputStream in) {
        this.in = in;
    }

    byte[] bytes() {
        return buffer;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /// Number of the current line, from 1.
    long number() {
        return number;
    }

    /// Why the stream ended too early, or null.
    @Nullable IOException damage() {
        return damage;
    }

    boolean overlong() {
        return to - from > LINE_MAX;
    }

    /// Whether the stream ended without a line break behind the current line.
    boolean unterminated() {
        return unterminated;
    }

    /// Whether the stream seems to have ended inside the current line: no line break follows it, and its last number
    /// has fewer decimals than that of the line before. A row is refused rather than read with a number that may be
    /// cut.
    boolean cutShort() {
        return unterminated && decimals(from, to) < decimalsBefore;
    }

    boolean blank() {
        for (int i = from; i < to; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    /// Moves to the next line; false when there is no whole one left.
    boolean next() {
        int scanned = unread;
        while (true) {
            int newline = newlineFrom(scanned);
            if (newline >= 0) {
                setLine(newline, newline + 1);
                return true;
            }
            if (ended) {
                return lastLine();
            }
            makeRoom();
            scanned = limit;
            fill();
        }
    }

    /// Skips these bytes where the current line begins with them.
    void skip(byte[] mark) {
        int length = mark.length;
        if (to - from >= length && Arrays.equals(buffer, from, from + length, mark, 0, length)) {
            from += length;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private int newlineFrom(int start) {
        byte[] bytes = buffer;
        int end = limit;
        for (int i = start; i < end; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private void setLine(int lineEnd, int next) {
        from = unread;
        to = lineEnd > from && buffer[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
        unread = next;
        number++;
    }

    private boolean lastLine() {
        boolean something = unread < limit;
        if (something || damage != null) {
            setLine(limit, limit);
            unterminated = true;
        }
        return something && damage == null;
    }

    /// Decimals of the last number of a line; 0 when it has none.
    private int decimals(int lineFrom, int lineTo) {
        int end = lineTo > lineFrom && buffer[lineTo - 1] == '\r' ? lineTo - 1 : lineTo;
        for (int i = end - 1; i >= lineFrom && buffer[i] != ',' && buffer[i] != '\n'; i--) {
            if (buffer[i] == '.') {
                return end - 1 - i;
            }
        }
        return 0;
    }

    /// Moves the unread bytes to the front; of a line that fills the whole buffer only what shows it to be too long.
    private void makeRoom() {
        if (unread > 0) {
            decimalsBefore = decimals(0, unread - 1);
            System.arraycopy(buffer, unread, buffer, 0, limit - unread);
            limit -= unread;
            unread = 0;
        } else if (limit == buffer.length) {
            limit = LINE_MAX + 2;
        }
    }

    private void fill() {
        try {
            int count = in.read(buffer, limit, buffer.length - limit);
            ended = count < 0;
            limit += Math.max(count, 0);
        } catch (IOException e) {
            damage = e;
            ended = true;
        }
    }
}
