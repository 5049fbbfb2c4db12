package org.gradus.engine.runtime;

import java.util.HexFormat;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.ingress.Ingress;
import org.gradus.engine.ingress.Source;
import org.gradus.engine.journal.Sealer;
import org.gradus.engine.message.Hash256;
import org.jspecify.annotations.Nullable;

/// Enters a seal at each daily roll and stop, and keeps a copy of the last one outside the journal. Owned by the
/// publishing thread; the digest is taken there too, between events, so that a simulated run stays the same in every
/// topology.
final class Seals implements AutoCloseable {
    private final SimulatedRun run;
    private final Ingress ingress;
    private final JournalScan scan;
    private @Nullable Sealer sealer;
    private Sealer.@Nullable Seal last;
    private long lastSequence;

    Seals(SimulatedRun run, Ingress ingress, JournalScan scan) {
        this.run = run;
        this.ingress = ingress;
        this.scan = scan;
    }

    /// Seals every record so far; all of them must have been journaled.
    void seal() {
        if (sealer == null) {
            sealer = new Sealer(run.journal().read(), scan.sealSequence(), scan.sealSegment(), scan.sealSha256());
        }
        last = sealer.seal(ingress.nextSequence() - 1);
        lastSequence = ingress.nextSequence();
        EventSlot slot = ingress.open(ingress.nowNs(), Source.ENGINE, 0);
        ingress.encoder().seal(slot, last.segment(), last.fromSequence(), last.toSequence(), Hash256.of(last.sha256()),
                Hash256.of(last.previous()));
        ingress.publish(slot);
    }

    /// Keeps the last seal outside the journal; its record must have been journaled.
    void keepCopy() {
        if (last == null) {
            return;
        }
        String line = last.segment() + " " + lastSequence + " " + HexFormat.of().formatHex(last.sha256()) + "\n";
        run.journal().keepSeal(line);
    }

    @Override
    public void close() {
        if (sealer != null) {
            sealer.close();
        }
    }
}
