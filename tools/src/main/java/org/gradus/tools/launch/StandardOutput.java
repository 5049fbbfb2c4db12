package org.gradus.tools.launch;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Standard output that remembers why it could not be written: a `PrintStream` goes on as if nothing were. An engine
/// must go on without its progress line; what only reads asks now and then, and every command at its end.
final class StandardOutput extends PrintStream {
    private static final int BUFFERED_BYTES = 1 << 13;

    private final Remembering target;
    private final BooleanSupplier readerGone;

    /// @param readerGone asked when a write failed
    StandardOutput(OutputStream target, BooleanSupplier readerGone) {
        this(new Remembering(target), readerGone);
    }

    private StandardOutput(Remembering target, BooleanSupplier readerGone) {
        super(target, true, System.out.charset());
        this.target = target;
        this.readerGone = readerGone;
    }

    /// Takes the place of this process's own.
    static void install() {
        System.setOut(new StandardOutput(new FileOutputStream(FileDescriptor.out), () -> ReaderWatch.goneWithin(0)));
    }

    /// @return empty when everything printed so far has been written
    static Optional<OutputFailed> failure() {
        return System.out instanceof StandardOutput out ? out.failed() : Optional.empty();
    }

    /// @throws OutputFailed when something printed could not be written
    static void requireWritten() {
        failure().ifPresent(failed -> {
            throw failed;
        });
    }

    /// For many lines: flush it where there is nothing more to print yet.
    static PrintStream lines() {
        return new PrintStream(new BufferedOutputStream(strict(), BUFFERED_BYTES), false, System.out.charset());
    }

    /// For what writes much: the first write that fails ends it with [OutputFailed].
    static OutputStream strict() {
        return new OutputStream() {
            @Override
            public void write(int value) {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                System.out.write(bytes, offset, length);
                requireWritten();
            }
        };
    }

    private Optional<OutputFailed> failed() {
        flush();
        return Optional.ofNullable(target.failure)
            .map(cause -> new OutputFailed(cause, readerGone.getAsBoolean()));
    }

    /// Takes nothing more behind the first failure, so that no later part follows a gap.
    private static final class Remembering extends OutputStream {
        private final OutputStream out;
        private volatile @Nullable IOException failure;

        private Remembering(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int value) {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            if (failure == null) {
                try {
                    out.write(bytes, offset, length);
                } catch (IOException refused) {
                    failure = refused;
                }
            }
        }

        @Override
        public void flush() {
            if (failure == null) {
                try {
                    out.flush();
                } catch (IOException refused) {
                    failure = refused;
                }
            }
        }
    }
}
