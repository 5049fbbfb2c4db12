package org.gradus.adapters.alpaca;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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
import org.gradus.engine.ingress.VenueFeed;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.message.VenueDownReason;
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
        final List<Input.OrderFilled> fills = new CopyOnWriteArrayList<>();
        private final BlockingQueue<String> entries = new LinkedBlockingQueue<>();
        private final List<String> all = new CopyOnWriteArrayList<>();

        @Override
        public void market(TapeEvent event) {
            note(event.kind() + " " + switch (event.kind()) {
                case FAULT -> event.fault() + " " + event.detail();
                case QUOTE -> FixedPoint.format(event.bid()) + " " + FixedPoint.format(event.ask());
                case TRADE, BAR -> FixedPoint.format(event.price());
            });
        }

        @Override
        public void report(Input report, long venueTimeNs) {
            note(switch (report) {
                case Input.OrderFilled fill -> {
                    fills.add(fill);
                    yield "filled " + ClientOrderId.text(fill.clientOrderId()) + " "
                            + FixedPoint.format(fill.quantity()) + " at " + FixedPoint.format(fill.price())
                            + " in all " + FixedPoint.format(fill.cumulative()) + " fee "
                            + FixedPoint.format(fill.fee()) + (fill.feeInBase() ? " coin" : "");
                }
                case Input.OrderAccepted(long id, long _, long _) -> "accepted " + ClientOrderId.text(id);
                case Input.OrderHeld(long id) -> "held " + ClientOrderId.text(id);
                case Input.OrderCancelled(long id, long filled) -> "cancelled " + ClientOrderId.text(id) + " "
                        + FixedPoint.format(filled);
                case Input.OrderReplaced(long id, long by) -> "replaced " + ClientOrderId.text(id) + " by "
                        + (by == 0 ? "?" : ClientOrderId.text(by));
                default -> report.toString();
            });
        }

        /// How a feed of this name fares.
        VenueFeed.State state(String name) {
            return new VenueFeed.State() {
                @Override
                public void up() {
                    note(name + " up");
                }

                @Override
                public void down(VenueDownReason reason) {
                    note(name + " down");
                }
            };
        }

        void note(String entry) {
            all.add(entry);
            entries.add(entry);
        }

        List<String> taken() {
            List<String> taken = new ArrayList<>();
            entries.drainTo(taken);
            return taken;
        }

        /// Everything so far.
        String told() {
            return String.join("\n", all);
        }

        /// Waits until something like each of these has been written, in whatever order; the rest is passed over.
        void hears(String... beginnings) throws InterruptedException {
            List<String> missing = new ArrayList<>(List.of(beginnings));
            long untilNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (!missing.isEmpty()) {
                String entry = entries.poll(untilNs - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (entry == null) {
                    throw new AssertionError("never heard " + missing + " in " + all);
                }
                missing.removeIf(entry::startsWith);
            }
        }
    }
}
