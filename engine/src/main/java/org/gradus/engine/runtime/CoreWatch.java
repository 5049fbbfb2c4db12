package org.gradus.engine.runtime;

import org.gradus.engine.core.Calm;
import org.gradus.engine.core.DecisionStage;
import org.gradus.engine.market.MarketStage;
import org.gradus.engine.tape.TapeEvent;

/// What the source must know of the stages to run ahead of them. Takes its look while nothing is published; owned by
/// the publishing thread.
final class CoreWatch {
    private final MarketStage market;
    private final DecisionStage decision;
    private final Calm calm;
    private boolean quiet;
    private boolean cutShort;

    CoreWatch(MarketStage market, DecisionStage decision) {
        this.market = market;
        this.decision = decision;
        calm = decision.calm();
    }

    void look() {
        calm.look();
        quiet = calm.holds() && !market.printsPending();
        cutShort = decision.cutShort();
    }

    /// The clock can make the core decide nothing, as long as no bar closes.
    boolean quiet() {
        return quiet;
    }

    /// This event can make the core decide nothing.
    boolean quietAt(TapeEvent event) {
        return quiet && switch (event.kind()) {
            case TRADE -> calm.holds(event.instrumentId(), event.price());
            case QUOTE -> calm.holds(event.instrumentId(), event.bid());
            case FAULT -> true;
            case BAR -> false;
        };
    }

    /// Decisions wait for a slot with room.
    boolean cutShort() {
        return cutShort;
    }
}
