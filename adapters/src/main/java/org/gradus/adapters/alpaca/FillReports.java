package org.gradus.adapters.alpaca;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.gradus.adapters.alpaca.stream.OrderEvent;
import org.gradus.adapters.alpaca.trading.AlpacaOrder;
import org.gradus.adapters.alpaca.trading.FillActivity;
import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.Rounding;
import org.gradus.engine.domain.Side;
import org.gradus.engine.message.Input;

/// Makes the engine's fills, the same for the same execution whether the stream or the history told of it: known by the
/// order and what it had filled by then. The venue names no fee with a fill, so it is computed: of the coin on a buy,
/// of the proceeds on a sale, rounded up.
///
/// @param cryptoFeeRate of what is received, scaled by 1e-9; stocks are traded without a fee
record FillReports(long cryptoFeeRate) {

    Input.OrderFilled report(long clientOrderId, AlpacaOrder order, Instrument instrument,
                             OrderEvent.Execution execution) {
        return report(clientOrderId, order, instrument, execution.price(), execution.quantity(), order.filled());
    }

    /// Of the executions of an order those that are new, in order and without a hole: what lies behind a hole waits.
    List<Input.OrderFilled> reports(long clientOrderId, AlpacaOrder order, Instrument instrument,
                                    List<FillActivity> fills, long from) {
        List<Input.OrderFilled> reports = new ArrayList<>();
        long told = from;
        for (FillActivity fill : fills) {
            if (fill.cumulative() > told) {
                if (fill.cumulative() - fill.quantity() != told) {
                    return reports;
                }
                reports.add(report(clientOrderId, order, instrument, fill.price(), fill.quantity(),
                        fill.cumulative()));
                told = fill.cumulative();
            }
        }
        return reports;
    }

    private Input.OrderFilled report(long clientOrderId, AlpacaOrder order, Instrument instrument, long price,
                                     long quantity, long cumulative) {
        boolean crypto = instrument.assetClass() == AssetClass.CRYPTO;
        boolean inBase = crypto && order.side() == Side.BUY;
        long received = inBase ? quantity : Rounding.money(price, quantity);
        UUID id = OrderEvent.madeUp(order.id(), cumulative);
        return new Input.OrderFilled(clientOrderId, id.getMostSignificantBits(), id.getLeastSignificantBits(),
                instrument.id(), order.side(), price, quantity, cumulative,
                crypto ? Rounding.feeUp(received, cryptoFeeRate) : 0, inBase);
    }
}
