package org.gradus.adapters.checks;

import java.util.List;
import java.util.Locale;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.Rounding;
import org.jspecify.annotations.Nullable;

/// Compares the latest prices of two sources, instrument by instrument. Where one of them has no fresh price nothing
/// is compared, which is told once until it has one again. A pure function of its calls; owned by the thread that
/// looks.
final class Disagreements {
    private final List<Instrument> instruments;
    private final PriceCheck first;
    private final PriceCheck second;
    private final FeedRules rules;
    private final Told told;
    private final Pair[] pairs;

    /// What is told of an instrument.
    interface Told {
        /// @param what both prices in words
        void disagree(Instrument instrument, String what);

        void agree(Instrument instrument);

        /// @param source the name of who has no fresh price
        void notCompared(Instrument instrument, String source);
    }

    /// What is known of one instrument.
    private static final class Pair {
        private boolean disagree;
        private boolean changing;
        private long changingSinceNs;
        private boolean missingTold;
    }

    Disagreements(List<Instrument> instruments, PriceCheck first, PriceCheck second, FeedRules rules, Told told) {
        this.instruments = List.copyOf(instruments);
        this.first = first;
        this.second = second;
        this.rules = rules;
        this.told = told;
        pairs = new Pair[instruments.size()];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = new Pair();
        }
    }

    /// @return whether the sources disagree about any instrument
    boolean look(long nowNs) {
        boolean any = false;
        for (int i = 0; i < pairs.length; i++) {
            any |= look(instruments.get(i), pairs[i], nowNs);
        }
        return any;
    }

    private boolean look(Instrument instrument, Pair pair, long nowNs) {
        SeenPrice ours = fresh(first, instrument, nowNs);
        SeenPrice theirs = fresh(second, instrument, nowNs);
        tellMissing(instrument, pair, ours, theirs);
        boolean apart = ours != null && theirs != null && apart(ours.price(), theirs.price());
        if (apart == pair.disagree) {
            pair.changing = false;
        } else if (!pair.changing) {
            pair.changing = true;
            pair.changingSinceNs = nowNs;
        } else if (nowNs - pair.changingSinceNs > rules.waitNs()) {
            pair.changing = false;
            pair.disagree = apart;
            tellChange(instrument, ours, theirs, apart);
        }
        return pair.disagree;
    }

    private void tellChange(Instrument instrument, @Nullable SeenPrice ours, @Nullable SeenPrice theirs,
                            boolean apart) {
        if (apart && ours != null && theirs != null) {
            told.disagree(instrument, String.format(Locale.ROOT, "%s says %s, %s says %s", first.name(),
                    FixedPoint.format(ours.price()), second.name(), FixedPoint.format(theirs.price())));
        } else {
            told.agree(instrument);
        }
    }

    private @Nullable SeenPrice fresh(PriceCheck source, Instrument instrument, long nowNs) {
        SeenPrice seen = source.latest(instrument.id());
        return seen != null && Math.abs(nowNs - seen.timeNs()) <= rules.freshNs() ? seen : null;
    }

    private void tellMissing(Instrument instrument, Pair pair, @Nullable SeenPrice ours,
                             @Nullable SeenPrice theirs) {
        boolean missing = ours == null || theirs == null;
        if (missing && !pair.missingTold) {
            told.notCompared(instrument, ours == null ? first.name() : second.name());
        }
        pair.missingTold = missing;
    }

    private boolean apart(long one, long other) {
        long smaller = Math.min(one, other);
        return Rounding.compareProducts(Math.abs(one - other), FixedPoint.ONE, rules.bound(), smaller) > 0;
    }
}
