package org.gradus.adapters.venue.fault;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.gradus.adapters.venue.market.MarketFaults;
import org.jspecify.annotations.Nullable;

/// The faults of a script that concern the market itself; their subject is the symbol.
public final class ScriptedMarketFaults implements MarketFaults {
    private final Faults faults;

    public ScriptedMarketFaults(Faults faults) {
        this.faults = faults;
    }

    @Override
    public @Nullable BooleanSupplier strike(Kind kind, String symbol) {
        FaultKind fault = switch (kind) {
            case HALT -> FaultKind.HALT;
            case PAUSE -> FaultKind.PAUSE;
            case LATE -> FaultKind.LATE;
            case CORRECT -> FaultKind.CORRECT;
            case BUST -> FaultKind.BUST;
        };
        Optional<FaultRule> rule = faults.strike(fault, symbol);
        if (rule.isEmpty()) {
            return null;
        }
        long overNs = faults.elapsedNs() + rule.get().argument();
        return () -> faults.elapsedNs() >= overNs;
    }
}
