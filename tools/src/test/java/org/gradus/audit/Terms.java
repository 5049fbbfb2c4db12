package org.gradus.audit;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a `started` record lays down for its epoch: limits, instruments, strategies.
final class Terms {
    final Fact limits;
    final int phase;
    final String reference;
    final Map<String, Fact> instruments = new LinkedHashMap<>();
    final Map<String, Fact> strategies = new LinkedHashMap<>();
    final Map<String, BigDecimal> budgets;

    Terms(Fact started) {
        limits = started.object("limits");
        phase = (int) started.number("phase");
        reference = started.text("reference_instrument");
        started.list("instruments").forEach(each -> instruments.put(each.text("instrument"), each));
        started.list("strategies").forEach(each -> strategies.put(each.text("strategy"), each));
        budgets = limits.decimals("strategy_budget");
    }

    BigDecimal limit(String name) {
        return limits.decimal(name);
    }

    long nanos(String name) {
        return limits.nanos(name);
    }

    long count(String name) {
        return limits.number(name);
    }

    boolean stock(String instrument) {
        return instruments.get(instrument).is("asset_class", "stock");
    }

    BigDecimal lot(String instrument) {
        return instruments.get(instrument).decimal("lot");
    }

    BigDecimal tick(String instrument) {
        return instruments.get(instrument).decimal("tick");
    }

    BigDecimal minimumNotional(String instrument) {
        return instruments.get(instrument).decimal("minimum_notional");
    }

    /// In the order of the export, which is the order in which a shared sell is given out.
    List<String> strategyNames() {
        return List.copyOf(strategies.keySet());
    }

    long timeframeNs(String timeframe) {
        long amount = Long.parseLong(timeframe.substring(0, timeframe.length() - 1));
        long unitNs = switch (timeframe.charAt(timeframe.length() - 1)) {
            case 'm' -> 60_000_000_000L;
            case 'h' -> 3_600_000_000_000L;
            default -> 86_400_000_000_000L;
        };
        return amount * unitNs;
    }
}
