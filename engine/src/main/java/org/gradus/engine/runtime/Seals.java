package org.gradus.engine.runtime;

import java.util.HexFormat;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.ingress.Ingress;
import org.gradus.engine.ingress.Source;
import org.gradus.engine.journal.JournalFault;
import org.gradus.engine.journal.JournalStore;
import org.gradus.engine.journal.Sealer;
import org.gradus.engine.message.Hash256;
import org.jspecify.annotations.Nullable;

/// Enters a seal at each daily roll and stop, and keeps a copy of the last one outside the journal. Owned by the
/// publishing thread; a thread of its own reads behind the writer, digests, and forces the journal to disk for the
/// copy. The seal stands where it is asked for all the same, so that a simulated run is alike in every topology.
final class Seals implements AutoCloseable {
    /// Records between two looks behind the writer: what is left to digest at a roll takes a few milliseconds.
    private static final int READ_EVERY = 4_096;
    private static final int MOST_WAITING = 64;

    private final JournalStore journal;
    private final Ingress ingress;
    private final JournalScan scan;
    private final ThreadPoolExecutor behind;
    private final Runnable reading = this::readBehind;
    private long readAsked;
    private long lastSequence;
    private Sealer.@Nullable Seal last;
    private @Nullable Future<?> copy;
    /// Used by the thread behind only.
    private @Nullable Sealer sealer;

    Seals(JournalStore journal, Ingress ingress, JournalScan scan) {
        this.journal = journal;
        this.ingress = ingress;
        this.scan = scan;
        behind = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().name("seals").daemon().factory());
    }

    /// Lets the journal be digested as far as it is written, now and then.
    ///
    /// @return false when the last copy could not be kept; said once of each
    boolean keepsUp() {
        if (ingress.nextSequence() - readAsked >= READ_EVERY && behind.getQueue().isEmpty()) {
            readAsked = ingress.nextSequence();
            behind.execute(reading);
        }
        boolean failed = copy != null && copy.state() == Future.State.FAILED;
        copy = failed ? null : copy;
        return !failed;
    }

    private void readBehind() {
        try {
            sealer().readBehind();
        } catch (JournalFault again) {
            // The seal itself will meet it and tell.
        }
    }

    private Sealer sealer() {
        if (sealer == null) {
            sealer = new Sealer(journal.read(), scan.sealSequence(), scan.sealSegment(), scan.sealSha256());
        }
        return sealer;
    }

    /// Seals every record so far; all of them must have been journaled.
    void seal() {
        long to = ingress.nextSequence() - 1;
        last = await(behind.submit(() -> sealer().seal(to)));
        lastSequence = ingress.nextSequence();
        EventSlot slot = ingress.open(ingress.nowNs(), Source.ENGINE, 0);
        ingress.encoder().seal(slot, last.segment(), last.fromSequence(), last.toSequence(), Hash256.of(last.sha256()),
                Hash256.of(last.previous()));
        ingress.publish(slot);
    }

    /// Keeps the last seal outside the journal, soon; its record must have been journaled.
    void keepCopy() {
        if (last == null) {
            return;
        }
        String line = last.segment() + " " + lastSequence + " " + HexFormat.of().formatHex(last.sha256()) + "\n";
        copy = behind.submit(() -> journal.keepSeal(line));
    }

    /// Waits until the last copy is kept.
    ///
    /// @throws JournalFault when it could not be
    void awaitCopy() {
        if (copy != null) {
            await(copy);
        }
    }

    private static <T> T await(Future<T> work) {
        try {
            return work.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof JournalFault fault) {
                throw fault;
            }
            throw new IllegalStateException("the journal could not be sealed", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new JournalFault("interrupted while the journal was sealed", stopped);
        }
    }

    /// Nothing is read any more when this returns.
    @Override
    public void close() {
        behind.shutdown();
        boolean interrupted = false;
        while (!behind.isTerminated()) {
            try {
                behind.awaitTermination(1, TimeUnit.SECONDS);
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (sealer != null) {
            sealer.close();
        }
    }
}
