package org.gradus.adapters.venue.fault;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.gradus.adapters.venue.exchange.OrderFaults;
import org.jspecify.annotations.Nullable;

/// The faults of a script that concern orders and assets; their subject is the symbol.
public final class ScriptedOrderFaults implements OrderFaults {
    private final Faults faults;

    public ScriptedOrderFaults(Faults faults) {
        this.faults = faults;
    }

    @Override
    public boolean rejects(String symbol) {
        return faults.strike(FaultKind.REJECT, symbol).isPresent();
    }

    @Override
    public boolean cancelsAfterPart(String symbol) {
        return faults.strike(FaultKind.PARTIAL_THEN_CANCEL, symbol).isPresent();
    }

    @Override
    public @Nullable BooleanSupplier cancelIsDone(String symbol) {
        Optional<FaultRule> rule = faults.strike(FaultKind.PENDING_CANCEL, symbol);
        if (rule.isEmpty()) {
            return null;
        }
        long doneNs = faults.elapsedNs() + rule.get().argument();
        return () -> faults.elapsedNs() >= doneNs;
    }

    @Override
    public boolean showsWrongIncrements(String symbol) {
        return faults.strike(FaultKind.WRONG_INCREMENTS, symbol).isPresent();
    }
}
