package org.gradus.engine.simulation;

import static org.gradus.engine.domain.FixedPoint.ONE;

import java.util.function.LongSupplier;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.message.CashFlowReason;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.VenueDownReason;
import org.gradus.engine.runtime.SimulatedEngine;
import org.gradus.engine.sim.SimulatedMarket;
import org.gradus.engine.sim.StatelessRandom;
import org.jspecify.annotations.Nullable;

/// What neither tape nor market nor operator brings: a venue that goes and comes back, deposits and withdrawals, splits
/// and dividends, holes in the feed, alerts that arrive. What happens at a moment depends on the moment only, so that a
/// restart does not change it.
final class Outside {
    private static final long CHANCE = ONE / 40;
    private static final int KINDS = 6;
    private static final long[] RATIOS = {ONE, ONE, 2 * ONE, ONE / 2, 3 * ONE / 2};

    private final StatelessRandom random;
    private final int instruments;
    private final boolean eventful;
    private final long quietNs;

    Outside(Scenario scenario) {
        random = new StatelessRandom(scenario.seed() + 1);
        instruments = scenario.config().instruments().size();
        eventful = scenario.eventful();
        quietNs = Scenario.quietNs();
    }

    /// In the end only the venue comes back, so that a run ends quietly.
    ///
    /// @param parked a parked order that an alert may be about; 0 for none
    /// @return null when nothing happens
    @Nullable Input at(SimulatedEngine engine, LongSupplier parked) {
        long nowNs = engine.nowNs();
        boolean quiet = nowNs >= quietNs;
        if (!eventful || !random.chance(quiet ? 4 * CHANCE : CHANCE, nowNs, 1)) {
            return null;
        }
        return quiet ? new Input.VenueUp() : drawn(engine, nowNs, parked);
    }

    private @Nullable Input drawn(SimulatedEngine engine, long nowNs, LongSupplier parked) {
        int instrument = (int) random.below(instruments, nowNs, 3);
        return switch ((int) random.below(KINDS, nowNs, 2)) {
            case 0 -> new Input.VenueDown(VenueDownReason.values()[(int) random.below(4, nowNs, 4)]);
            case 1 -> new Input.VenueUp();
            case 2 -> flow(nowNs);
            case 3 -> action(engine, instrument, nowNs);
            case 4 -> new Input.FeedGap(instrument, 1 + (int) random.below(50, nowNs, 4), nowNs - ONE, nowNs);
            default -> alert(parked.getAsLong());
        };
    }

    /// A venue restates what it has filled, also where its report is still on the way; a split that overtakes a report
    /// is a difference that only a person can explain, so there is none.
    private Input action(SimulatedEngine engine, int instrument, long nowNs) {
        long ratio = RATIOS[(int) random.below(RATIOS.length, nowNs, 4)];
        SimulatedMarket market = engine.market();
        boolean told = market.account().position(instrument) == market.deliveredAccount().position(instrument);
        return new Input.CorporateAction(instrument, told ? ratio : ONE, random.below(FixedPoint.parse("5"), nowNs, 5));
    }

    private static @Nullable Input alert(long parked) {
        return parked == 0 ? null : new Input.AlertDelivered(parked);
    }

    /// Less than what a run could miss, so that a withdrawal leaves the books as lively as they were.
    private Input flow(long nowNs) {
        long amount = random.below(FixedPoint.parse("400"), nowNs, 4) - FixedPoint.parse("200");
        return new Input.CashFlow(amount, amount < 0 ? CashFlowReason.WITHDRAWAL : CashFlowReason.DEPOSIT);
    }
}
