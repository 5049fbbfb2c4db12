package org.gradus.tools.log;

import org.gradus.engine.domain.ClientOrderId;
import org.gradus.engine.domain.Rounding;
import org.gradus.engine.message.Decision.OrderDecision;
import org.gradus.engine.message.Input.OrderFilled;

/// One order from its submission to its end, as far as the journal has been read.
final class OrderStory {
    final OrderDecision decision;
    final long sequence;
    boolean calledBack;
    boolean ended;
    private long filled;
    private long paid;
    private long feeInBase;
    private long feeInMoney;
    private int fills;

    /// @param sequence of the record that submitted it
    OrderStory(OrderDecision decision, long sequence) {
        this.decision = decision;
        this.sequence = sequence;
    }

    void fill(OrderFilled fill) {
        filled += fill.quantity();
        paid += Rounding.money(fill.price(), fill.quantity());
        fills++;
        if (fill.feeInBase()) {
            feeInBase += fill.fee();
        } else {
            feeInMoney += fill.fee();
        }
    }

    String id() {
        return ClientOrderId.text(decision.clientOrderId());
    }

    boolean whole() {
        return filled >= decision.quantity();
    }

    boolean untouched() {
        return filled == 0;
    }

    /// How much was filled at what price and cost.
    String filledWords(String asset, String currency) {
        String parts = fills == 1 ? "" : " in " + fills + " parts";
        return Numbers.quantity(filled) + " of " + Numbers.quantity(decision.quantity()) + " " + asset + " at "
                + Numbers.average(paid, filled) + (fills == 1 ? "" : " on average") + parts + ", "
                + Numbers.money(paid) + " " + currency + feeWords(asset, currency);
    }

    private String feeWords(String asset, String currency) {
        if (feeInBase > 0) {
            return ", fee " + Numbers.quantity(feeInBase) + " " + asset;
        }
        return feeInMoney > 0 ? ", fee " + Numbers.money(feeInMoney) + " " + currency : "";
    }
}
