package org.gradus.tools.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.domain.Side;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Derived;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;

/// The course of a run, gathered from its journal for a picture: prices as bars had them, so that a print nobody
/// believed is not in it, and what was done at which price. Memory is bounded but for the fills.
public final class RunHistory implements Consumer<Journaled> {
    private final Map<Integer, Envelope> prices = new TreeMap<>();
    private final Map<Integer, List<Deed>> deeds = new TreeMap<>();
    private final List<Stretch> stretches = new ArrayList<>();
    private final Map<Long, Purpose> purposes = new HashMap<>();
    private final Set<Long> marked = new HashSet<>();
    private final Envelope equity = new Envelope();
    private final Envelope drawdown = new Envelope();
    private final Envelope exposure = new Envelope();
    private final Map<String, Long> limits = new HashMap<>();
    private Input.Started started;
    private double cashAtStart;
    private long fromNs;
    private long toNs;

    /// What an order's first fill did to a position.
    enum Kind { ENTRY, EXIT, STOP }

    record Deed(Kind kind, long timeNs, double price) {
    }

    /// A time during which the guardrails let less through; `toNs` is 0 while it lasts.
    record Stretch(RiskState state, String cause, long fromNs, long toNs) {
    }

    @Override
    public void accept(Journaled record) {
        if (record.input() instanceof Input.Started opening) {
            if (started == null) {
                fromNs = record.timeNs();
                opening.limits().forEach(limit -> limits.put(limit.name(), limit.value()));
                cashAtStart = FixedPoint.toDouble(opening.cash());
                equity.add(fromNs, cashAtStart);
            }
            started = opening;
        }
        toNs = record.timeNs();
        record.derived().forEach(this::add);
        record.decisions().forEach(decision -> add(decision, record));
    }

    private void add(Derived derived) {
        if (derived instanceof Derived.BarClosed bar && bar.timeframe() == started.baseTimeframe()
                && bar.trades() > 0) {
            Envelope line = prices.computeIfAbsent(bar.instrument(), _ -> new Envelope());
            line.add(bar.startNs(), FixedPoint.toDouble(bar.open()));
            line.add(bar.startNs(), FixedPoint.toDouble(bar.low()));
            line.add(bar.startNs(), FixedPoint.toDouble(bar.high()));
            line.add(bar.endNs() - 1, FixedPoint.toDouble(bar.close()));
        }
    }

    private void add(Decision decision, Journaled record) {
        switch (decision) {
            case Decision.Equity reading -> add(reading, record.timeNs());
            case Decision.RiskStateChange change -> add(change, record.timeNs());
            case Decision.OrderDecision order when order.purpose() != null ->
                    purposes.put(order.clientOrderId(), order.purpose());
            case Decision.Allocation share when marked.add(share.clientOrderId()) -> deeds
                    .computeIfAbsent(share.instrument(), _ -> new ArrayList<>())
                    .add(new Deed(kind(share), record.timeNs(), FixedPoint.toDouble(share.price())));
            default -> {
                // Not in the picture.
            }
        }
    }

    private Kind kind(Decision.Allocation share) {
        if (share.side() == Side.BUY) {
            return Kind.ENTRY;
        }
        Purpose purpose = purposes.get(share.clientOrderId());
        return purpose == Purpose.PROTECTIVE_STOP || purpose == Purpose.STOP_ESCALATION ? Kind.STOP : Kind.EXIT;
    }

    private void add(Decision.Equity reading, long timeNs) {
        equity.add(timeNs, FixedPoint.toDouble(reading.low()));
        equity.add(timeNs, FixedPoint.toDouble(reading.equity()));
        drawdown.add(timeNs, 100 * ((double) reading.low() / reading.truePeak() - 1));
        drawdown.add(timeNs, 100 * ((double) reading.equity() / reading.truePeak() - 1));
        exposure.add(timeNs, 100.0 * reading.exposure() / reading.equity());
    }

    private void add(Decision.RiskStateChange change, long timeNs) {
        if (change.fromState() == change.toState()) {
            return;
        }
        if (change.fromState() != RiskState.ACTIVE && !stretches.isEmpty()) {
            Stretch last = stretches.removeLast();
            stretches.add(new Stretch(last.state(), last.cause(), last.fromNs(), timeNs));
        }
        if (change.toState() != RiskState.ACTIVE) {
            stretches.add(new Stretch(change.toState(), change.reason().label(), timeNs, 0));
        }
    }

    /// Whether there is anything to draw.
    public boolean empty() {
        return equity.empty() || prices.isEmpty();
    }

    /// The instrument with most fills; the first one when there are none.
    Instrument instrument() {
        int id = deeds.entrySet().stream().max((a, b) -> Integer.compare(a.getValue().size(), b.getValue().size()))
                .map(Map.Entry::getKey).orElseGet(() -> prices.keySet().iterator().next());
        return started.instruments().stream().filter(instrument -> instrument.id() == id).findFirst().orElseThrow();
    }

    Envelope prices(Instrument instrument) {
        return prices.get(instrument.id());
    }

    List<Deed> deeds(Instrument instrument, Kind kind) {
        return deeds.getOrDefault(instrument.id(), List.of()).stream().filter(deed -> deed.kind() == kind).toList();
    }

    List<Stretch> stretches() {
        return stretches;
    }

    Envelope equity() {
        return equity;
    }

    /// In percent of the true peak, 0 or below.
    Envelope drawdown() {
        return drawdown;
    }

    /// In percent of equity.
    Envelope exposure() {
        return exposure;
    }

    /// A limit that is a ratio, in percent; 0 when the journal has none of that name.
    double limitPercent(String name) {
        return 100 * FixedPoint.toDouble(limits.getOrDefault(name, 0L));
    }

    /// What money is counted in.
    public String currency() {
        return started.currency();
    }

    double cashAtStart() {
        return cashAtStart;
    }


    long fromNs() {
        return fromNs;
    }

    long toNs() {
        return toNs;
    }
}
