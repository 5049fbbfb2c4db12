package org.gradus.engine.sim;

import java.util.List;
import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.Invariant;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.egress.OrderCommand;
import org.gradus.engine.message.NotSentReason;

/// The venue of simulated runs: a deterministic machine that turns commands and market events into reports. Same model,
/// commands and events give the same reports, however the calls between two events are cut up.
///
/// Engine time drives it and never goes back. Three rules for the driver, which is the publisher thread:
/// - before an event at time T it polls the reports due until T: ties go report, time, tape;
/// - before it passes T, in an event or a poll, every command decided at or before T − [#minimumLatencyNs] has been
///   submitted; nothing that a command does is earlier than that;
/// - commands come in the order of their decision.
public final class SimulatedMarket {
    private final MarketModel model;
    private final InstrumentMarket[] markets;
    private final Ledger ledger;
    private final Ledger deliveredLedger;
    private final ReportQueue reports;
    private final SendingSide sendingSide;
    private final Venue venue;
    private final Matcher matcher;
    private final MarketMoment moment;
    private final FeedBar bar = new FeedBar();
    private final AccountView account;
    private final AccountView deliveredAccount;
    private long nowNs = Long.MIN_VALUE;

    public SimulatedMarket(MarketModel model, List<Instrument> instruments, long startingCash,
                           long[] startingPositions) {
        this(model, FaultPlan.NONE, instruments, startingCash, startingPositions);
    }

    /// Positions are by instrument id; the instruments stand at the index of their id.
    public SimulatedMarket(MarketModel model, FaultPlan faults, List<Instrument> instruments, long startingCash,
                           long[] startingPositions) {
        this.model = model;
        List<Instrument> listed = List.copyOf(instruments);
        markets = new InstrumentMarket[listed.size()];
        ledger = new Ledger(listed.size(), startingCash);
        deliveredLedger = new Ledger(listed.size(), startingCash);
        requireFit(startingPositions.length == listed.size(), "one starting position for each instrument");
        for (int i = 0; i < markets.length; i++) {
            requireFit(listed.get(i).id() == i, "instrument ids count from 0");
            requireFit(startingPositions[i] >= 0, "no starting position is short");
            markets[i] = new InstrumentMarket(listed.get(i), model.pricing().quoteFreshNs());
            ledger.move(i, startingPositions[i]);
            deliveredLedger.move(i, startingPositions[i]);
        }
        reports = new ReportQueue(faults);
        sendingSide = new SendingSide(model, faults, reports);
        venue = new Venue(model, listed, markets, ledger, reports);
        matcher = new Matcher(venue, model.pricing());
        moment = new MarketMoment(model.pricing());
        account = venue.orders().account(ledger, false);
        deliveredAccount = venue.orders().account(deliveredLedger, true);
    }

    /// How far the market has come.
    public long nowNs() {
        return nowNs;
    }

    /// No command has any effect, not even a report, earlier than this after its decision.
    public long minimumLatencyNs() {
        return model.latency().minimumNs();
    }

    /// Takes over a submit, replace or cancel; the command is copied.
    public void submit(OrderCommand command) {
        sendingSide.take(command, nowNs);
    }

    /// Unless the state is active, entries that are not sent yet stay unsent. Takes effect on what is due at this very
    /// time too.
    public void riskState(RiskState state, long timeNs) {
        advance(timeNs - 1);
        nowNs = Math.max(nowNs, timeNs);
        sendingSide.riskState(state);
    }

    /// Entries handed over by then and not sent yet stay unsent, each with a report that says so; later ones are no
    /// matter of this. For a halt that cannot wait, and for faults of ours.
    public void withdrawEntries(NotSentReason reason, long timeNs) {
        advance(Math.max(nowNs, timeNs - 1));
        nowNs = Math.max(nowNs, timeNs);
        sendingSide.path().withdrawEntries(reason);
    }

    /// No report is due before this time; `Long.MAX_VALUE` when none is to be expected without another event or
    /// command. A lower bound: a poll until this time may bring nothing but a later bound.
    public long nextReportNs() {
        return Math.min(reports.firstNs(), nextStepNs());
    }

    /// Delivers the next report that is due at or before `untilNs`; false when there is none. What a command does by
    /// then is done on the way, but never past an undelivered report, for its reader may answer with a command.
    public boolean pollReport(MarketReport out, long untilNs) {
        while (true) {
            long reportNs = reports.firstNs();
            long stepNs = nextStepNs();
            if (Math.min(reportNs, stepNs) > untilNs) {
                return false;
            }
            if (reportNs <= stepNs) {
                reports.poll(out, deliveredLedger, venue.orders());
                return true;
            }
            step(stepNs);
        }
    }

    /// A print. Its size has the instrument's size decimals.
    public void onTrade(int instrumentId, long timeNs, long price, long size) {
        advance(timeNs);
        InstrumentMarket market = markets[instrumentId];
        if (market.print(price, timeNs) && market.trades() && venue.orders().first(instrumentId) != null) {
            moment.ofPrint(market, timeNs, price, size);
            matcher.match(venue.orders().first(instrumentId), market, moment);
        }
    }

    /// The best bid and ask; sizes have the instrument's size decimals.
    public void onQuote(int instrumentId, long timeNs, long bid, long bidSize, long ask, long askSize) {
        advance(timeNs);
        InstrumentMarket market = markets[instrumentId];
        if (market.quote(bid, ask, timeNs) && market.trades() && venue.orders().first(instrumentId) != null) {
            moment.ofQuote(market, timeNs, bidSize, askSize);
            matcher.match(venue.orders().first(instrumentId), market, moment);
            market.took(moment.bought(), moment.sold());
        }
    }

    /// A feed bar at its end. Where an instrument has prints or quotes, or shorter bars, it says nothing new.
    public void onBar(int instrumentId, long startNs, long timeNs, long open, long high, long low, long close,
                      long volume) {
        advance(timeNs);
        InstrumentMarket market = markets[instrumentId];
        bar.startNs = startNs;
        bar.endNs = timeNs;
        bar.open = open;
        bar.high = high;
        bar.low = low;
        bar.close = close;
        bar.volume = volume;
        if (market.bar(bar) && market.trades() && venue.orders().first(instrumentId) != null) {
            moment.ofBar(market, bar);
            matcher.match(venue.orders().first(instrumentId), market, moment);
        }
    }

    /// Time passes. Never needed for a result; it only does early what the next event or poll would do.
    public void onTime(long timeNs) {
        advance(timeNs);
    }

    /// A deposit, or a withdrawal when negative; the engine is told of it at the same time.
    public void onCashFlow(long timeNs, long amount) {
        advance(timeNs);
        ledger.add(amount);
        deliveredLedger.add(amount);
    }

    /// A split or dividend; the engine is told of it at the same time. Open orders in the instrument are cancelled.
    ///
    /// @param ratio     new units for one old, scaled 1e-9
    /// @param cashPaid  in all
    public void onCorporateAction(int instrumentId, long timeNs, long ratio, long cashPaid) {
        advance(timeNs);
        venue.cancelAll(instrumentId, timeNs);
        markets[instrumentId].forgetPrices();
        for (Ledger each : List.of(ledger, deliveredLedger)) {
            each.multiply(instrumentId, ratio);
            each.add(cashPaid);
        }
    }

    /// Trading in an instrument, or with a negative one in every stock, stops or goes on; the engine is told of it at
    /// the same time. Orders wait meanwhile.
    public void onTradingStatus(int instrumentId, long timeNs, boolean trades) {
        advance(timeNs);
        if (instrumentId >= 0) {
            markets[instrumentId].halted = !trades;
            return;
        }
        for (InstrumentMarket market : markets) {
            market.closed = !trades && market.instrument.assetClass() == AssetClass.STOCK;
        }
    }

    /// The account as the venue sees it.
    public AccountView account() {
        return account;
    }

    /// The account as it was when only the delivered reports had happened: what a snapshot beside them must say.
    public AccountView deliveredAccount() {
        return deliveredAccount;
    }

    /// Commands handed over too late, by the driver's fault: their effect came later than the model says.
    public long lateCommands() {
        return sendingSide.lateCommands();
    }

    /// Cancels that found no open order.
    public long ignoredCancels() {
        return venue.ignoredCancels();
    }

    /// Prints, quotes and bars of the instrument that were not believed.
    public long unbelievedEvents(int instrumentId) {
        return markets[instrumentId].unbelieved();
    }

    private long nextStepNs() {
        return Math.min(sendingSide.path().nextSendNs(), sendingSide.path().nextArriveNs());
    }

    private void advance(long timeNs) {
        Invariant.hold(timeNs >= nowNs, "time does not go back", timeNs, nowNs);
        for (long stepNs = nextStepNs(); stepNs <= timeNs; stepNs = nextStepNs()) {
            step(stepNs);
        }
        nowNs = timeNs;
    }

    /// An arrival before a sending of the same time: it was sent earlier.
    private void step(long stepNs) {
        nowNs = stepNs;
        OrderPath path = sendingSide.path();
        if (path.nextArriveNs() <= path.nextSendNs()) {
            venue.arrive(path.arriving(), stepNs);
            path.arrived();
        } else {
            sendingSide.send(stepNs);
        }
    }

    private static void requireFit(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("the market needs " + rule);
        }
    }
}
