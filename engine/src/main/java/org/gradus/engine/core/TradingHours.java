package org.gradus.engine.core;

import org.gradus.engine.codec.sbe.TradingStatusDecoder;
import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.DenialReason;
import org.gradus.engine.message.TradingState;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// What can be traded now, as the venue's side tells: the hours of all stocks together, and halts of each instrument.
/// What nobody has spoken of can be traded; a market whose time is up is closed, whether or not that has been told.
/// Entries are denied meanwhile, exits wait. Owned by the decision stage.
final class TradingHours implements Stateful {
    private final long stocks;
    private boolean told;
    private boolean open;
    private long untilNs;
    private long entriesUntilNs;
    private long openSinceNs;
    /// A bit for each instrument.
    private long halted;
    private final long[] resumedNs;

    TradingHours(CoreSetup setup) {
        long mask = 0;
        for (int i = 0; i < setup.instruments().size(); i++) {
            mask |= setup.instruments().get(i).assetClass() == AssetClass.STOCK ? 1L << i : 0;
        }
        stocks = mask;
        resumedNs = new long[setup.instruments().size()];
    }

    /// @return the instruments it speaks of, a bit for each
    long apply(TradingStatusDecoder status, long nowNs) {
        boolean opens = TradingState.of(status.state()) == TradingState.OPEN;
        if (status.instrument() >= 0) {
            return applyHalt(status.instrument(), !opens, nowNs);
        }
        openSinceNs = opens && !open ? nowNs : openSinceNs;
        told = true;
        open = opens;
        untilNs = status.untilNs();
        entriesUntilNs = status.entriesUntilNs();
        return stocks;
    }

    private long applyHalt(int instrumentId, boolean stops, long nowNs) {
        long bit = 1L << instrumentId;
        resumedNs[instrumentId] = !stops && (halted & bit) != 0 ? nowNs : resumedNs[instrumentId];
        halted = stops ? halted | bit : halted & ~bit;
        return bit;
    }

    /// With a start nobody knows any more; the venue is up only behind word of it.
    void forget() {
        told = false;
        open = false;
        untilNs = 0;
        entriesUntilNs = 0;
        halted = 0;
    }

    /// Why no entry may start; `NONE` when one may.
    DenialReason entryBlock(int instrumentId, long nowNs) {
        if ((halted & 1L << instrumentId) != 0) {
            return DenialReason.TRADING_HALTED;
        }
        if (!told || (stocks & 1L << instrumentId) == 0) {
            return DenialReason.NONE;
        }
        if (!open || untilNs != 0 && nowNs >= untilNs) {
            return DenialReason.MARKET_CLOSED;
        }
        return entriesUntilNs != 0 && nowNs >= entriesUntilNs ? DenialReason.MARKET_CLOSING : DenialReason.NONE;
    }

    /// Whether an order at the market would find none.
    boolean closed(int instrumentId, long nowNs) {
        DenialReason block = entryBlock(instrumentId, nowNs);
        return block == DenialReason.MARKET_CLOSED || block == DenialReason.TRADING_HALTED;
    }

    /// When trading began or went on; 0 when nobody has spoken of it.
    long tradedSinceNs(int instrumentId) {
        boolean stock = (stocks & 1L << instrumentId) != 0;
        return Math.max(stock ? openSinceNs : 0, resumedNs[instrumentId]);
    }

    @Override
    public void visitState(StateVisitor visitor) {
        told = visitor.visit(told);
        open = visitor.visit(open);
        untilNs = visitor.visit(untilNs);
        entriesUntilNs = visitor.visit(entriesUntilNs);
        openSinceNs = visitor.visit(openSinceNs);
        halted = visitor.visit(halted);
        visitor.visit(resumedNs);
    }
}
