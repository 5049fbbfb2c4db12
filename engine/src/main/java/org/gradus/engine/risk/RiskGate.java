package org.gradus.engine.risk;

import org.gradus.engine.domain.Rule;
import org.gradus.engine.message.Verdict;
import org.gradus.engine.order.OrderDraft;

/// Asks the rules about an order, in the contract's order, until one denies or lets wait. An order that reduces meets
/// only the venue, its own shape and the rate limit. Deciding moves nothing but the counters: whoever submits the order
/// tells the guards. Owned by the decision stage.
public final class RiskGate {
    private static final Rule[] RULES = Rule.values();

    private final RiskLimits limits;
    private final RuleCounters counters;
    private final MarketRules market;
    private final OrderRules order;
    private final ExposureRules exposure;
    private final GuardRules guard;
    private final PhaseRules phase;
    private final Subject subject = new Subject();

    RiskGate(RiskLimits limits, Guardrails guards) {
        this.limits = limits;
        this.counters = guards.counters();
        this.market = new MarketRules(limits);
        this.order = new OrderRules(limits);
        this.exposure = new ExposureRules(limits);
        this.guard = new GuardRules(limits, guards);
        this.phase = new PhaseRules(limits);
    }

    /// @param draft a parked order is taken out of the parked ones before it is checked again
    /// @param checks filled with a line for each rule asked
    /// @return the verdict of the last line
    public Verdict check(OrderDraft draft, RiskView view, CheckList checks) {
        subject.of(draft, view);
        checks.begin(draft.clientOrderId);
        boolean reduces = draft.reduces();
        Verdict verdict = Verdict.PASS;
        for (int i = 0; i < RULES.length && verdict == Verdict.PASS; i++) {
            Rule rule = RULES[i];
            if (!reduces || !rule.entryOnly()) {
                Check check = checks.next(rule);
                verdict = ask(check);
                counters.count(check);
            }
        }
        if (verdict == Verdict.WAIT) {
            checks.expireAt(Capped.add(subject.nowNs, waitNs(checks.last().rule())));
        }
        return verdict;
    }

    private Verdict ask(Check check) {
        return switch (check.rule()) {
            case VENUE -> market.venue(check, subject);
            case STALE_QUOTE -> market.staleQuote(check, subject);
            case PRICE_COLLAR -> market.priceCollar(check, subject);
            case CROSSED_BOOK -> market.crossedBook(check, subject);
            case TICK -> order.tick(check, subject);
            case LOT -> order.lot(check, subject);
            case MINIMUM_NOTIONAL -> order.minimumNotional(check, subject);
            case BUYING_POWER -> order.buyingPower(check, subject);
            case QUANTITY_RANGE -> order.quantityRange(check, subject);
            case STOP_LOSS -> order.stopLoss(check, subject);
            case TRADE_SIZE -> exposure.tradeSize(check, subject);
            case TOTAL_EXPOSURE -> exposure.totalExposure(check, subject);
            case ONE_ASSET -> exposure.oneAsset(check, subject);
            case STRATEGY_BUDGET -> exposure.strategyBudget(check, subject);
            case CIRCUIT_BREAKER -> guard.circuitBreaker(check, subject);
            case EXTREME_MARKET -> guard.extremeMarket(check, subject);
            case DAILY_ENTRIES -> guard.dailyEntries(check);
            case DAILY_LOSS -> guard.dailyLoss(check, subject);
            case RATE_LIMIT -> guard.rateLimit(check, subject);
            case CONFIRMATION -> phase.confirmation(check, subject);
            case VETO -> phase.veto(check, subject);
        };
    }

    private long waitNs(Rule rule) {
        return rule == Rule.CONFIRMATION ? limits.confirmWaitNs() : limits.vetoWindowNs();
    }
}
