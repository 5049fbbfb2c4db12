package org.gradus.engine.core;

import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordCursor;
import org.gradus.engine.codec.Stage;
import org.gradus.engine.codec.sbe.AlertDeliveredDecoder;
import org.gradus.engine.codec.sbe.BarClosedDecoder;
import org.gradus.engine.codec.sbe.CashFlowDecoder;
import org.gradus.engine.codec.sbe.ContinuedDecoder;
import org.gradus.engine.codec.sbe.CorporateActionDecoder;
import org.gradus.engine.codec.sbe.JournalHealthDecoder;
import org.gradus.engine.codec.sbe.OperatorCommandDecoder;
import org.gradus.engine.codec.sbe.PrintConfirmedDecoder;
import org.gradus.engine.codec.sbe.SealDecoder;
import org.gradus.engine.codec.sbe.StartedDecoder;
import org.gradus.engine.codec.sbe.StoppedDecoder;
import org.gradus.engine.codec.sbe.TimeTickDecoder;
import org.gradus.engine.codec.sbe.TradingStatusDecoder;
import org.gradus.engine.codec.sbe.VenueDownDecoder;
import org.gradus.engine.codec.sbe.VenueUpDecoder;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.JournalTrouble;
import org.gradus.engine.message.RiskReason;
import org.gradus.engine.state.StateHasher;
import org.gradus.engine.state.StateVisitor;
import org.jspecify.annotations.Nullable;

/// Second stage, the pure core: applies the input to the books, asks the strategies, checks every order and writes the
/// decisions into the slot. The same inputs give the same bytes on any machine.
public final class DecisionStage implements Stage {
    private final Books books;
    private final DecisionLog log = new DecisionLog();
    private final OrderDesk desk;
    private final PositionKeeper keeper;
    private final ReportDesk reports;
    private final VenueDifference difference;
    private final OperatorDesk operator;
    private final MarketDesk market;
    private final StrategyDesk strategies;
    private final Reconciler reconciler;
    private final Restorer restorer;
    private final Calm calm;
    private final StateHasher hasher = new StateHasher();

    private final RecordCursor cursor = new RecordCursor();
    private final PrintConfirmedDecoder confirmed = new PrintConfirmedDecoder();
    private final BarClosedDecoder barClosed = new BarClosedDecoder();
    private final OperatorCommandDecoder command = new OperatorCommandDecoder();
    private final CashFlowDecoder cashFlow = new CashFlowDecoder();
    private final CorporateActionDecoder corporateAction = new CorporateActionDecoder();
    private final JournalHealthDecoder journalHealth = new JournalHealthDecoder();
    private final AlertDeliveredDecoder alertDelivered = new AlertDeliveredDecoder();
    private final TradingStatusDecoder trading = new TradingStatusDecoder();
    private final StartedDecoder started = new StartedDecoder();
    /// Starts, stops, seals and reconciliations that agree do none of the work that waits, so that a restart changes no
    /// decision.
    private boolean bookkeeping;
    private boolean cutShort;
    private boolean restoring;

    public DecisionStage(CoreSetup setup, List<Binding> bindings) {
        books = new Books(setup, bindings.size());
        desk = new OrderDesk(books, log);
        keeper = new PositionKeeper(books, desk, log);
        reports = new ReportDesk(books, keeper, log);
        difference = new VenueDifference(books, keeper, log, bindings);
        operator = new OperatorDesk(books, desk, keeper, log, difference);
        market = new MarketDesk(books, keeper, operator);
        strategies = new StrategyDesk(books, desk, keeper, log, bindings);
        reconciler = new Reconciler(books, operator, difference, log);
        restorer = new Restorer(books, keeper, operator, difference);
        calm = new Calm(books, keeper, operator);
    }

    @Override
    public void onSlot(EventSlot slot) {
        books.nowNs = slot.timeNs();
        books.record = slot.sequence();
        log.open(slot);
        cursor.wrap(slot.buffer(), 0);
        cursor.advance();
        boolean goesOn = cursor.templateId() == ContinuedDecoder.TEMPLATE_ID;
        if (!market.handle(slot, cursor)) {
            applyOther();
        }
        boolean baseBar = applyDerived();
        if (baseBar) {
            log.equity(books);
        }
        if (!bookkeeping) {
            if (!books.work.empty() || operator.entriesToCancel()) {
                work();
            }
            // What does not fit into a slot of its own is not asked for again and again.
            cutShort = log.cutShort() && (log.decided() || !goesOn);
        }
        bookkeeping = false;
    }

    /// Whether decisions of the last record wait for a slot with room, and for nothing else: a further input should
    /// come before engine time moves on. To be asked between events only.
    public boolean cutShort() {
        return cutShort;
    }

    /// When prices and the clock can make it decide nothing.
    public Calm calm() {
        return calm;
    }

    /// What the strategy with this number has thrown, or null: for people, with the message that the journal must not
    /// have. From any thread.
    public @Nullable Throwable thrown(int strategyId) {
        return strategies.thrown(strategyId);
    }

    /// Cash before the next event.
    public long cash() {
        return books.portfolio.cash();
    }

    /// What the breaker measures from, before the next event.
    public long peak() {
        return books.guardrails.circuitBreaker().peak();
    }

    /// Whether the venue's books, as they would be entered now, agree with ours; only while nothing is published.
    ///
    /// @param quantities by instrument
    /// @param listed     all orders open there, and what else is held there, as they would be entered
    public boolean agrees(long cash, long[] quantities, List<Input> listed) {
        return reconciler.agrees(cash, quantities, listed);
    }

    /// Positions before the next event.
    public List<Input.Started.Holding> positions() {
        List<Input.Started.Holding> positions = new ArrayList<>();
        for (int i = 0; i < books.instruments(); i++) {
            if (books.held(i) != 0) {
                long averagePrice = books.portfolio.position(i).averagePrice();
                positions.add(new Input.Started.Holding(i, books.held(i), averagePrice));
            }
        }
        return positions;
    }

    /// Applies a recorded input and the decisions recorded with it, deciding nothing: for a journal of another build or
    /// configuration.
    ///
    /// @param input    the input with what the market stage derives from it now; scratch
    /// @param recorded the record as it was written
    public void restore(EventSlot input, EventSlot recorded) {
        restoring = true;
        market.restoring(true);
        try {
            onSlot(input);
            restorer.apply(recorded);
        } finally {
            restoring = false;
            market.restoring(false);
        }
    }

    private void applyOther() {
        if (reports.handle(cursor)) {
            onReport();
            return;
        }
        if (reconciler.handle(cursor)) {
            bookkeeping = !reconciler.tripped();
            return;
        }
        DirectBuffer buffer = cursor.buffer();
        int body = cursor.body();
        int block = cursor.blockLength();
        int version = cursor.version();
        switch (cursor.templateId()) {
            case OperatorCommandDecoder.TEMPLATE_ID ->
                operator.handle(command.wrap(buffer, body, block, version), restoring);
            case VenueUpDecoder.TEMPLATE_ID -> books.venueUp(true);
            case VenueDownDecoder.TEMPLATE_ID -> books.venueUp(false);
            case TradingStatusDecoder.TEMPLATE_ID ->
                keeper.hoursChanged(books.hours.apply(trading.wrap(buffer, body, block, version), books.nowNs));
            case CashFlowDecoder.TEMPLATE_ID -> {
                long amount = cashFlow.wrap(buffer, body, block, version).amount();
                books.portfolio.cashFlow(amount);
                books.guardrails.onCashFlow(amount);
                operator.watchEquity(restoring);
                log.equity(books);
            }
            case CorporateActionDecoder.TEMPLATE_ID -> {
                corporateAction.wrap(buffer, body, block, version);
                market.corporateAction(corporateAction.instrument(), corporateAction.ratio(), corporateAction.cash());
            }
            case AlertDeliveredDecoder.TEMPLATE_ID ->
                operator.alertDelivered(alertDelivered.wrap(buffer, body, block, version).clientOrderId());
            case JournalHealthDecoder.TEMPLATE_ID -> {
                journalHealth.wrap(buffer, body, block, version);
                operator.journalHealth(JournalTrouble.of(journalHealth.trouble()), journalHealth.over() != 0);
            }
            case TimeTickDecoder.TEMPLATE_ID -> onTime();
            case StartedDecoder.TEMPLATE_ID -> onStarted(started.wrap(buffer, body, block, version));
            case StoppedDecoder.TEMPLATE_ID -> bookkeeping = true;
            case SealDecoder.TEMPLATE_ID -> {
                bookkeeping = true;
                writeHash();
            }
            default -> {
                // Bar closes act through what the market stage derived; the rest is for the record only.
            }
        }
    }

    /// A later epoch goes on where the one before ended.
    private void onStarted(StartedDecoder epoch) {
        bookkeeping = true;
        books.hours.forget();
        if (epoch.epoch() == 1) {
            log.equity(books);
        }
    }

    /// A fill moves equity as a mark does.
    private void onReport() {
        if (reports.booked()) {
            operator.watchEquity(restoring);
            log.equity(books);
        }
    }

    private void onTime() {
        market.onTime();
        books.guardrails.dailyCaps().onTime(books.nowNs, books.equity());
        keeper.onTime(restoring);
        if (!restoring) {
            desk.endRest();
            operator.onTime();
        }
    }

    /// Reads what the market stage appended.
    ///
    /// @return true when a base bar closed
    private boolean applyDerived() {
        boolean baseBar = false;
        while (cursor.advance()) {
            DirectBuffer buffer = cursor.buffer();
            if (cursor.templateId() == BarClosedDecoder.TEMPLATE_ID) {
                barClosed.wrap(buffer, cursor.body(), cursor.blockLength(), cursor.version());
                strategies.barClosed(barClosed);
                baseBar |= onBar();
            } else if (cursor.templateId() == PrintConfirmedDecoder.TEMPLATE_ID) {
                confirmed.wrap(buffer, cursor.body(), cursor.blockLength(), cursor.version());
                market.confirmed(confirmed);
            }
        }
        return baseBar;
    }

    private boolean onBar() {
        if (Timeframe.of(barClosed.timeframe()) != books.setup.base()) {
            return false;
        }
        if (barClosed.instrument() == books.setup.reference()
                && books.guardrails.extremeMarket().onMinute(barClosed.endNs(), barClosed.close())) {
            onExtremeMarket();
        }
        return true;
    }

    private void onExtremeMarket() {
        if (restoring) {
            books.guardrails.extremeMarket().restoreTrip(false);
        } else {
            operator.trip(RiskReason.EXTREME_MARKET);
        }
    }

    /// Drains what waits, as far as the slot has room: protection first, then new ideas.
    private void work() {
        if (restoring) {
            strategies.rewarm();
            return;
        }
        operator.cancelEntries();
        tendPositions();
        strategies.evaluateDue();
        tendPositions();
    }

    private void tendPositions() {
        long left = books.work.instruments();
        while (left != 0) {
            int instrumentId = Long.numberOfTrailingZeros(left);
            keeper.tend(instrumentId);
            left &= left - 1;
        }
    }

    /// Hash of one strategy's own state, to compare two computations of the same journal.
    public long stateHash(int strategyId) {
        return strategies.stateHash(strategyId);
    }

    private void writeHash() {
        hasher.reset();
        visitState(hasher);
        log.stageHash(hasher.hash());
    }

    @Override
    public void visitState(StateVisitor visitor) {
        books.visitState(visitor);
        keeper.visitState(visitor);
        operator.visitState(visitor);
        difference.visitState(visitor);
        reconciler.visitState(visitor);
        strategies.visitState(visitor);
        cutShort = visitor.visit(cutShort);
    }
}
