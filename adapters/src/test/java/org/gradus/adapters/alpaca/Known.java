package org.gradus.adapters.alpaca;

import java.util.ArrayList;
import java.util.List;
import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.ClientOrderId;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.OrderType;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.Side;
import org.gradus.engine.domain.TimeInForce;
import org.gradus.engine.egress.OrderCommand;
import org.gradus.engine.ingress.Arrivals;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.tape.TapeEvent;

/// What the tests of the engine's ports share.
final class Known {
    static final Instrument BITCOIN = instrument(0, "BTC/USD", AssetClass.CRYPTO, "0.01", "0.000000001");
    static final Instrument APPLE = instrument(1, "AAPL", AssetClass.STOCK, "0.01", "1");
    static final long ID = ClientOrderId.parse("k7-42");

    private Known() {
    }

    static Instrument instrument(int id, String symbol, AssetClass assetClass, String tick, String lot) {
        return new Instrument(id, symbol, assetClass, symbol, "USD", scaled(tick), scaled(lot), 0,
                Long.MAX_VALUE / FixedPoint.ONE, 8);
    }

    static long scaled(String text) {
        return FixedPoint.parse(text);
    }

    static OrderCommand buy() {
        OrderCommand command = new OrderCommand();
        command.action = OrderAction.SUBMIT;
        command.clientOrderId = ID;
        command.instrumentId = BITCOIN.id();
        command.purpose = Purpose.ENTRY;
        command.side = Side.BUY;
        command.orderType = OrderType.LIMIT;
        command.timeInForce = TimeInForce.IOC;
        command.quantity = scaled("0.015");
        command.limitPrice = scaled("60123.45");
        return command;
    }

    /// Writes down what arrives, in words.
    static final class Diary implements Arrivals {
        final List<String> entries = new ArrayList<>();

        @Override
        public synchronized void market(TapeEvent event) {
            entries.add(event.kind() + " " + (event.kind() == TapeEvent.Kind.FAULT ? event.fault() + " "
                    + event.detail() : FixedPoint.format(event.price())));
        }

        @Override
        public synchronized void report(Input report, long venueTimeNs) {
            entries.add(switch (report) {
                case Input.OrderFilled fill -> "filled " + ClientOrderId.text(fill.clientOrderId()) + " "
                        + FixedPoint.format(fill.quantity()) + " at " + FixedPoint.format(fill.price()) + " in all "
                        + FixedPoint.format(fill.cumulative()) + " fee " + FixedPoint.format(fill.fee())
                        + (fill.feeInBase() ? " coin" : "");
                case Input.OrderAccepted(long id, long _, long _) -> "accepted " + ClientOrderId.text(id);
                case Input.OrderCancelled(long id, long filled) -> "cancelled " + ClientOrderId.text(id) + " "
                        + FixedPoint.format(filled);
                case Input.OrderReplaced(long id, long by) -> "replaced " + ClientOrderId.text(id) + " by "
                        + (by == 0 ? "?" : ClientOrderId.text(by));
                default -> report.toString();
            });
        }

        synchronized List<String> taken() {
            List<String> taken = List.copyOf(entries);
            entries.clear();
            return taken;
        }
    }
}
