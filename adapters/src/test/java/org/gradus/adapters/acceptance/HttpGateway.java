package org.gradus.adapters.acceptance;

import static org.gradus.engine.domain.FixedPoint.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.egress.OrderCommand;
import org.gradus.engine.egress.VenueSnapshot;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.TradingReason;
import org.gradus.engine.message.TradingState;

/// The gateway of live runs and the Alpaca adapter, over HTTP and WebSockets to our venue on loopback. The venue's
/// clock and ours are one, moved by hand; the sending threads' work is done here, one duty after the other.
final class HttpGateway implements GatewayUnderTest {
    private static final long SECOND_NS = 1_000_000_000L;
    /// Longer than it takes to prove that an order never arrived.
    private static final int SECONDS_TO_PROVE = 60;

    private final HandVenue venue = new HandVenue(START.getEpochSecond() * SECOND_NS);
    private final LinkedBlockingQueue<Input> heard = new LinkedBlockingQueue<>();
    private final List<String> told = new ArrayList<>();
    private final List<Object> past = new ArrayList<>();
    private LiveEnd end;
    private int reportsTaken;

    @Override
    public void begin(long cash, Map<String, Long> holdings) {
        venue.endow(BigDecimal.valueOf(cash, 9), holdings);
        end = new LiveEnd(venue, past, heard::add);
    }

    @Override
    public void quote(String symbol, long bid, long ask, long size) {
        pass(SECOND_NS);
        venue.quote(symbol, bid, ask, size);
    }

    @Override
    public void send(OrderCommand command, long agoNs) {
        OrderCommand copy = new OrderCommand();
        copy.copyFrom(command);
        copy.decidedNs = venue.nowNs() - agoNs;
        past.add(copy);
        end.send(copy);
        pass(SECOND_NS);
        venue.requote();
        pass(SECOND_NS);
    }

    private void pass(long forNs) {
        venue.pass(forNs);
        end.work();
    }

    @Override
    public void timePasses(long untilNs) {
        pass(untilNs - venue.nowNs());
    }

    @Override
    public long nowNs() {
        return venue.nowNs();
    }

    @Override
    public void riskState(RiskState state) {
        end.riskState(state);
    }

    @Override
    public void loseNext(Loss loss) {
        venue.loseNext(loss);
    }

    @Override
    public void streamDown(boolean down) {
        if (down) {
            hear();
            end.disconnect();
        } else {
            end.connect();
            end.work();
        }
    }

    @Override
    public void restart() {
        hear();
        end.close();
        end = new LiveEnd(venue, past, heard::add);
        end.work();
    }

    @Override
    public List<String> settle(int expected) {
        hear();
        for (int i = 0; told.size() < expected && i < SECONDS_TO_PROVE; i++) {
            pass(SECOND_NS);
            hear();
        }
        List<String> words = List.copyOf(told);
        told.clear();
        return words;
    }

    /// Takes in all that has come.
    private void hear() {
        end.work();
        for (Input report = heard.poll(); report != null; report = heard.poll()) {
            past.add(report);
            String words = Words.of(report);
            if (!words.isEmpty() && !(venue.losing() && Words.inBetween(words))) {
                told.add(words);
            }
        }
    }

    @Override
    public String books() {
        VenueSnapshot.Taken taken = end.books();
        StringBuilder words = new StringBuilder("cash ").append(format(taken.cash()));
        for (Instrument each : Market.INSTRUMENTS) {
            long held = taken.quantities().get(each.id());
            if (held != 0) {
                words.append("; ").append(each.symbol()).append(' ').append(format(held));
            }
        }
        return words.append("; open ").append(taken.openOrders().size()).toString();
    }

    @Override
    public List<Input> takeReports() {
        List<Input> taken = past.stream().skip(reportsTaken).filter(Input.class::isInstance).map(Input.class::cast)
            .toList();
        reportsTaken = past.size();
        return taken;
    }

    @Override
    public Input.TradingStatus hours() {
        return end.hours();
    }

    @Override
    public Input.TradingStatus trading(String symbol, boolean goesOn) {
        return new Input.TradingStatus(Market.instrument(symbol).id(), goesOn ? TradingState.OPEN
            : TradingState.HALTED, TradingReason.EXCHANGE, 0, 0, "");
    }

    @Override
    public void receives(String symbol, long quantity) {
        venue.receives(symbol, quantity);
    }

    @Override
    public List<Input> reconciliation() {
        VenueSnapshot.Taken taken = end.books();
        List<Input> inputs = new ArrayList<>(List.of(new Input.Account(taken.cash(), taken.buyingPower())));
        for (int i = 0; i < taken.quantities().size(); i++) {
            if (taken.quantities().get(i) != 0) {
                inputs.add(new Input.VenuePosition(i, taken.quantities().get(i)));
            }
        }
        inputs.addAll(taken.foreign());
        taken.openOrders().forEach(each -> inputs.add(new Input.VenueOrder(each.clientOrderId(), each.idHigh(),
            each.idLow(), each.instrumentId(), each.quantity(), each.filled())));
        inputs.add(new Input.Reconciled(taken.openOrders().size()));
        return inputs;
    }

    @Override
    public void close() {
        if (end != null) {
            end.close();
        }
        venue.close();
    }
}
