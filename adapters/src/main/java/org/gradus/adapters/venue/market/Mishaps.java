package org.gradus.adapters.venue.market;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.gradus.adapters.venue.market.Print.Standing;

/// What becomes of prints behind their time, by a script: one is told late, one is corrected, one is taken back. What
/// is remembered, told and put into bars changes; what was traded on them stays. Owned by the market's thread.
final class Mishaps {
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private final Market market;
    private final List<Pending> pending = new ArrayList<>();

    /// @param happens  at a time of the venue's clock
    private record Pending(BooleanSupplier due, LongConsumer happens) {
    }

    Mishaps(Market market) {
        this.market = market;
    }

    /// Whether a print is told later instead of now.
    boolean holdsBack(SymbolMarket about, Print print) {
        return awaits(MarketFaults.Kind.LATE, about, nowNs -> {
            about.insert(print);
            market.feeds().forEach(feed -> feed.onPrint(about, print));
            market.minutes(about).changed(print, nowNs);
        });
    }

    /// A print was told: will it stand?
    void told(SymbolMarket about, Print print) {
        if (about.crypto()) {
            return;
        }
        if (!awaits(MarketFaults.Kind.CORRECT, about, nowNs -> correct(about, print, nowNs))) {
            awaits(MarketFaults.Kind.BUST, about, nowNs -> bust(about, print, nowNs));
        }
    }

    private boolean awaits(MarketFaults.Kind kind, SymbolMarket about, LongConsumer happens) {
        BooleanSupplier due = market.faults().strike(kind, about.symbol());
        if (due != null) {
            pending.add(new Pending(due, happens));
        }
        return due != null;
    }

    /// What is due happens now.
    void time(long nowNs) {
        for (Pending each : List.copyOf(pending)) {
            if (each.due.getAsBoolean()) {
                pending.remove(each);
                each.happens.accept(nowNs);
            }
        }
    }

    private void correct(SymbolMarket about, Print print, long nowNs) {
        Print corrected = new Print(print.timeNs(), market.nextId(about), print.price().add(CENT), print.size(),
                print.taker(), Standing.CORRECTED);
        about.replace(print, print.standing(Standing.INCORRECT));
        about.insert(corrected);
        market.feeds().forEach(feed -> feed.onCorrection(about, print, corrected, nowNs));
        market.minutes(about).changed(print, nowNs);
    }

    private void bust(SymbolMarket about, Print print, long nowNs) {
        about.replace(print, print.standing(Standing.CANCELED));
        market.feeds().forEach(feed -> feed.onCancel(about, print, nowNs));
        market.minutes(about).changed(print, nowNs);
    }
}
