package org.gradus.adapters.venue.fault;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.gradus.engine.sim.StatelessRandom;

/// The faults of one venue while it runs. Whether a rule strikes depends on the seed, the rule, and how often it could
/// have struck before, and on nothing else but time. Usable from any thread.
public final class Faults {
    private final FaultScript script;
    private final StatelessRandom random;
    private final LongSupplier realNs;
    private final long startedNs;
    /// How often each rule could have struck.
    private final AtomicLongArray chances;
    private final LongAdder struck = new LongAdder();

    /// @param realNs  elapsed real time, as of `System.nanoTime()`
    public Faults(FaultScript script, LongSupplier realNs) {
        this.script = script;
        random = new StatelessRandom(script.seed());
        this.realNs = realNs;
        startedNs = realNs.getAsLong();
        chances = new AtomicLongArray(script.rules().size());
    }

    /// Nothing goes wrong.
    public static Faults none() {
        return new Faults(FaultScript.NONE, () -> 0);
    }

    /// Real time since the venue's start.
    long elapsedNs() {
        return realNs.getAsLong() - startedNs;
    }

    /// Here this kind of fault could happen: does it? Every rule of the kind that is about the subject counts it.
    ///
    /// @param subject  `METHOD PATH` of a request, the path of a stream, the event of an update, the symbol of an order
    ///                 or asset, `clock`
    public Optional<FaultRule> strike(FaultKind kind, String subject) {
        FaultRule found = null;
        for (int i = 0; i < script.rules().size(); i++) {
            FaultRule rule = script.rules().get(i);
            if (rule.kind() == kind && rule.isAbout(subject)) {
                long n = chances.incrementAndGet(i);
                boolean strikes = rule.when().strikes(n, random.uniform(i, n), elapsedNs());
                found = found == null && strikes ? rule : found;
            }
        }
        if (found != null) {
            struck.increment();
        }
        return Optional.ofNullable(found);
    }

    /// How often anything has gone wrong so far.
    public long struck() {
        return struck.sum();
    }
}
