package org.gradus.tools.log;

import java.util.ArrayList;
import java.util.List;
import org.gradus.engine.domain.Rounding;
import org.gradus.engine.domain.Side;
import org.gradus.engine.message.Decision.Allocation;

/// One strategy's position in one instrument from flat to flat, as its shares of fills make it.
final class TradeStory {
    private long quantity;
    private long bought;
    private long paid;
    private long sold;
    private long received;
    private long netBefore;
    private long sinceNs;
    private long sinceSequence;

    /// @param feeInAsset what the venue kept of the bought quantity
    /// @return true when this share ends the trade
    boolean add(Allocation share, long feeInAsset, long lot, long sequence, long timeNs) {
        long money = Rounding.money(share.price(), share.quantity());
        if (share.side() == Side.BUY) {
            if (bought == 0) {
                sinceNs = timeNs;
                sinceSequence = sequence;
            }
            bought += share.quantity();
            paid += money;
            quantity += share.quantity() - feeInAsset;
            return false;
        }
        sold += share.quantity();
        received += money;
        quantity -= share.quantity();
        return quantity < lot;
    }

    /// Profit or loss with the fees of both sides.
    long net(Allocation last) {
        return last.realised() - last.fees() - netBefore;
    }

    List<String> words(Allocation last, long timeNs, String asset, String currency) {
        List<String> points = new ArrayList<>();
        points.add("bought " + Numbers.quantity(bought) + " " + asset + " at " + Numbers.average(paid, bought)
                + " since record " + sinceSequence + ", sold " + Numbers.quantity(sold) + " at "
                + Numbers.average(received, sold) + " within "
                + Numbers.duration(timeNs - sinceNs));
        points.add(Numbers.gain(net(last)) + " " + currency + " after fees, " + Numbers.percent(net(last), paid)
                + " of what was paid");
        return points;
    }

    /// The next trade begins where this one ended.
    void end(Allocation last) {
        netBefore = last.realised() - last.fees();
        bought = 0;
        paid = 0;
        sold = 0;
        received = 0;
    }
}
