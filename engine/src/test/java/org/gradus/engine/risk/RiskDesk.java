package org.gradus.engine.risk;

import org.gradus.engine.order.OrderDraft;
import static org.gradus.engine.domain.FixedPoint.format;
import static org.gradus.engine.domain.FixedPoint.parse;

import java.util.ArrayList;
import java.util.List;
import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.DenialReason;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.OrderType;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.Rule;
import org.gradus.engine.domain.Side;
import org.gradus.engine.message.Verdict;

/// A trading desk with one order on it: books, market and guards that a test sets in a trader's words. Where a test
/// says nothing, equity and buying power are 100,000, the book of BTC/USD is 999.90 : 1,000.00, and a buy of 1 at 1,000
/// with its stop at 970 passes every rule.
final class RiskDesk implements RiskView {
    static final long NOON_NS = 1_700_049_600L * 1_000_000_000L;

    final GivenLimits given;
    final Guardrails guards;
    final CheckList checks = new CheckList();
    final OrderDraft draft = new OrderDraft();
    Instrument instrument = instrument("0.01", "0.0001", "10", "1000");
    long timeNs = NOON_NS;
    int phase = 1;
    long phaseTradeCap = Long.MAX_VALUE;
    DenialReason entryBlock = DenialReason.NONE;
    DenialReason hoursBlock = DenialReason.NONE;
    boolean venueUp = true;
    long lastPrice = parse("1000");
    long bid = parse("999.9");
    long ask = parse("1000");
    long quoteAgeNs;
    long equity = parse("100000");
    long buyingPower = parse("100000");
    long tradeNotional;
    long totalNotional;
    long assetNotional;
    long strategyNotional;
    int freeOrders = 10;
    int freeParked = 10;
    boolean exitWorking;
    boolean foreignOrder;

    RiskDesk() {
        this(new GivenLimits());
    }

    RiskDesk(GivenLimits given) {
        this.given = given;
        this.guards = new Guardrails(given.build(), 4);
        guards.circuitBreaker().start(equity);
        guards.dailyCaps().onTime(timeNs, equity);
        referenceCloses("1000");
        entry("1", "1000", "970");
    }

    static Instrument instrument(String tick, String lot, String minimumNotional, String maximumQuantity) {
        return new Instrument(0, "BTC/USD", AssetClass.CRYPTO, "BTC", "USD", parse(tick), parse(lot),
            parse(minimumNotional), parse(maximumQuantity), 9);
    }

    RiskDesk entry(String quantity, String price, String stop) {
        draft.clientOrderId = 42;
        draft.purpose = Purpose.ENTRY;
        draft.side = Side.BUY;
        draft.orderType = OrderType.LIMIT;
        draft.quantity = parse(quantity);
        draft.limitPrice = parse(price);
        draft.price = draft.limitPrice;
        draft.stopPrice = parse(stop);
        return this;
    }

    RiskDesk marketEntry(String quantity, String assumedPrice, String stop) {
        entry(quantity, assumedPrice, stop);
        draft.orderType = OrderType.MARKET;
        draft.limitPrice = 0;
        return this;
    }

    RiskDesk marketExit(String quantity) {
        marketEntry(quantity, "1000", "0");
        draft.purpose = Purpose.EXIT;
        draft.side = Side.SELL;
        return this;
    }

    RiskDesk equity(String amount) {
        equity = parse(amount);
        return this;
    }

    /// The last minute of the reference has just closed at this mark.
    RiskDesk referenceCloses(String mark) {
        guards.extremeMarket().onMinute(timeNs, parse(mark));
        return this;
    }

    /// Every sum of the books at once, as when one strategy trades one instrument.
    RiskDesk holds(String notional) {
        tradeNotional = parse(notional);
        totalNotional = tradeNotional;
        assetNotional = tradeNotional;
        strategyNotional = tradeNotional;
        return this;
    }

    RiskDesk submitted(int times) {
        for (int i = 0; i < times; i++) {
            guards.rateLimiter().record(timeNs);
        }
        return this;
    }

    Verdict check() {
        return guards.gate().check(draft, this, checks);
    }

    /// Checks, and says the line of one rule: `left op right value of limit verdict reason`.
    String line(Rule rule) {
        check();
        for (int i = 0; i < checks.size(); i++) {
            if (checks.check(i).rule() == rule) {
                return text(checks.check(i));
            }
        }
        return "not asked";
    }

    /// Checks, and says the line that decided, after its rule.
    String decision() {
        check();
        return checks.last().rule().label() + ": " + text(checks.last());
    }

    List<Rule> rulesAsked() {
        check();
        List<Rule> asked = new ArrayList<>();
        for (int i = 0; i < checks.size(); i++) {
            asked.add(checks.check(i).rule());
        }
        return asked;
    }

    static String text(Check check) {
        String reason = check.reason() == DenialReason.NONE ? "" : " " + check.reason().label();
        return format(check.left()) + " " + check.op().label() + " " + format(check.right()) + ", "
            + format(check.value())
            + " of " + format(check.limit()) + ", " + check.verdict().label() + reason;
    }

    @Override
    public long timeNs() {
        return timeNs;
    }

    @Override
    public int phase() {
        return phase;
    }

    @Override
    public long phaseTradeCap() {
        return phaseTradeCap;
    }

    @Override
    public DenialReason entryBlock(int strategyId) {
        return entryBlock;
    }

    @Override
    public boolean venueUp() {
        return venueUp;
    }

    @Override
    public Instrument instrument(int instrumentId) {
        return instrument;
    }

    @Override
    public long lastPrice(int instrumentId) {
        return lastPrice;
    }

    @Override
    public long bid(int instrumentId) {
        return bid;
    }

    @Override
    public long ask(int instrumentId) {
        return ask;
    }

    @Override
    public long quoteAgeNs(int instrumentId) {
        return quoteAgeNs;
    }

    @Override
    public long mark(int instrumentId) {
        return bid;
    }

    @Override
    public long equity() {
        return equity;
    }

    @Override
    public long buyingPower() {
        return buyingPower;
    }

    @Override
    public long tradeNotional(int strategyId, int instrumentId) {
        return tradeNotional;
    }

    @Override
    public long totalNotional() {
        return totalNotional;
    }

    @Override
    public long assetNotional(int instrumentId) {
        return assetNotional;
    }

    @Override
    public long strategyNotional(int strategyId) {
        return strategyNotional;
    }

    @Override
    public int freeOrders() {
        return freeOrders;
    }

    @Override
    public DenialReason hoursBlock(int instrumentId) {
        return hoursBlock;
    }

    @Override
    public boolean exitWorking(int instrumentId) {
        return exitWorking;
    }

    @Override
    public boolean foreignOrder(int instrumentId) {
        return foreignOrder;
    }

    @Override
    public int freeParked() {
        return freeParked;
    }
}
