package org.gradus.adapters.alpaca;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import org.gradus.adapters.alpaca.rest.Answer;
import org.gradus.adapters.alpaca.rest.Refusal;
import org.gradus.adapters.alpaca.rest.Urgency;
import org.gradus.adapters.alpaca.trading.AccountState;
import org.gradus.adapters.alpaca.trading.AlpacaOrder;
import org.gradus.adapters.alpaca.trading.AlpacaPosition;
import org.gradus.adapters.alpaca.trading.FillActivity;
import org.gradus.adapters.alpaca.trading.MarketClock;
import org.gradus.adapters.alpaca.trading.OrderChange;
import org.gradus.adapters.alpaca.trading.OrderRequest;
import org.gradus.adapters.alpaca.trading.OrderStatus;
import org.gradus.adapters.alpaca.trading.RejectWords;
import org.gradus.adapters.alpaca.trading.TradingRest;
import org.gradus.engine.domain.ClientOrderId;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.Side;
import org.gradus.engine.egress.LookUp;
import org.gradus.engine.egress.OrderCommand;
import org.gradus.engine.egress.SendOutcome;
import org.gradus.engine.egress.VenueConnection;
import org.gradus.engine.egress.VenueOrderView;
import org.gradus.engine.egress.VenueSnapshot;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.NotSentReason;
import org.gradus.engine.message.RejectReason;
import org.gradus.engine.message.UnknownReason;

/// The engine's calls to Alpaca. Any thread; keeps no state but the names of orders, which it could ask for again.
final class AlpacaConnection implements VenueConnection {
    private final TradingRest trading;
    private final Tradables tradables;
    private final FillReports fills;
    private final OrderFinder finder;
    private final OrderIds ids;
    private final Consumer<MarketClock> clockRead;
    private final Runnable onClose;

    /// @param clockRead hears each reading of the venue's clock
    AlpacaConnection(TradingRest trading, Tradables tradables, FillReports fills, OrderFinder finder,
                     Consumer<MarketClock> clockRead, Runnable onClose) {
        this.trading = trading;
        this.tradables = tradables;
        this.fills = fills;
        this.finder = finder;
        ids = finder.ids();
        this.clockRead = clockRead;
        this.onClose = onClose;
    }

    @Override
    public SendOutcome submit(OrderCommand command) {
        String id = ClientOrderId.text(command.clientOrderId);
        OrderRequest request = new OrderRequest(id, tradables.byId(command.instrumentId).symbol(), command.side,
                command.orderType, command.timeInForce, command.quantity, command.limitPrice, command.triggerPrice,
                command.legId == 0 ? OptionalLong.empty() : OptionalLong.of(command.legTrigger));
        ids.grouped(command.clientOrderId, command.legId);
        Answer<AlpacaOrder> answer = trading.submit(request, urgency(command));
        SendOutcome outcome = answer instanceof Answer.Refused<AlpacaOrder>(Refusal refusal)
                && RejectWords.mayBeRepeated(refusal) ? refusedOrRepeated(id, refusal) : taken(answer);
        return withLeg(command, outcome);
    }

    private SendOutcome withLeg(OrderCommand command, SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Accepted(long high, long low, boolean _) ->
                new SendOutcome.Accepted(high, low, ids.find(command.legId).isPresent());
            case SendOutcome.Refused _, SendOutcome.NotSent _ -> {
                ids.ungrouped(command.clientOrderId);
                yield outcome;
            }
            case SendOutcome.Unknown _ -> outcome;
        };
    }

    @Override
    public SendOutcome replace(OrderCommand command) {
        Answer<AlpacaOrder> replaced = finder.known(command.replaces);
        if (!(replaced instanceof Answer.Given<AlpacaOrder>(AlpacaOrder old, String _))) {
            return beforehand(replaced);
        }
        OrderChange change = new OrderChange(ClientOrderId.text(command.clientOrderId),
                command.quantity == old.quantity() ? 0 : command.quantity,
                command.limitPrice == old.limitPrice() ? 0 : command.limitPrice,
                command.triggerPrice == old.stopPrice() ? 0 : command.triggerPrice);
        ids.replacing(command.replaces, command.clientOrderId);
        return taken(trading.replace(old.id(), change, urgency(command)));
    }

    @Override
    public SendOutcome cancel(OrderCommand command) {
        Answer<AlpacaOrder> order = command.parent == 0 ? finder.known(command.clientOrderId)
                : finder.knownLeg(command.clientOrderId, command.parent);
        if (!(order instanceof Answer.Given<AlpacaOrder>(AlpacaOrder found, String _))) {
            return beforehand(order);
        }
        return switch (trading.cancel(found.id())) {
            case Answer.Given<?> _ -> new SendOutcome.Accepted(0, 0);
            case Answer.Refused<?>(Refusal refusal) ->
                new SendOutcome.Refused(RejectReason.TOO_LATE, refusal.toString());
            case Answer.NotSent<?>(var reason, String _) -> new SendOutcome.NotSent(reason);
            case Answer.Unknown<?>(UnknownReason reason, String _) -> new SendOutcome.Unknown(reason);
        };
    }

    @Override
    public LookUp lookUp(long clientOrderId) {
        return found(trading.orderByClientId(ClientOrderId.text(clientOrderId)));
    }

    @Override
    public LookUp lookUpLeg(long clientOrderId, long parent) {
        return found(finder.legNow(clientOrderId, parent));
    }

    private LookUp found(Answer<AlpacaOrder> answer) {
        return switch (answer) {
            case Answer.Given<AlpacaOrder>(AlpacaOrder order, String _) -> found(order);
            case Answer.Refused<AlpacaOrder>(Refusal refusal) when refusal.status() == 404 -> new LookUp.NotFound();
            default -> new LookUp.Failed(answer.failure());
        };
    }

    @Override
    public VenueSnapshot snapshot() {
        String wrong = tradables.confirm(trading);
        if (wrong != null) {
            return failed(wrong);
        }
        Answer<AccountState> account = trading.account();
        if (!(account instanceof Answer.Given<AccountState>(AccountState state, String _))) {
            return failed("account: " + account.failure());
        }
        if (tradables.anyCrypto() && !state.open(true) || tradables.anyStock() && !state.open(false)) {
            return new VenueSnapshot.Failed("the account is not open for trading, status " + state.status());
        }
        Answer<List<AlpacaPosition>> positions = trading.positions();
        if (!(positions instanceof Answer.Given<List<AlpacaPosition>>(List<AlpacaPosition> held, String _))) {
            return failed("positions: " + positions.failure());
        }
        Answer<List<AlpacaOrder>> orders = trading.orders("open");
        if (!(orders instanceof Answer.Given<List<AlpacaOrder>>(List<AlpacaOrder> open, String _))) {
            return failed("orders: " + orders.failure());
        }
        return taken(state, held, open);
    }

    /// The books are asked for again and again: without the name of the one request, the same failure is told once.
    private static VenueSnapshot failed(String detail) {
        return new VenueSnapshot.Failed(detail.replaceAll(", request [^\\s;,]+", ""));
    }

    @Override
    public OptionalLong timeNs() {
        if (trading.clock() instanceof Answer.Given<MarketClock>(MarketClock clock, String _)) {
            clockRead.accept(clock);
            return OptionalLong.of(clock.timeNs());
        }
        return OptionalLong.empty();
    }

    @Override
    public void close() {
        onClose.run();
    }

    private static Urgency urgency(OrderCommand command) {
        return switch (command.purpose) {
            case ENTRY, REBALANCE -> Urgency.ENTRY;
            case EXIT, PROTECTIVE_STOP, STOP_ESCALATION, FLATTEN -> Urgency.URGENT;
        };
    }

    private SendOutcome taken(Answer<AlpacaOrder> answer) {
        return switch (answer) {
            case Answer.Given<AlpacaOrder>(AlpacaOrder order, String _) when order.status() == OrderStatus.REJECTED ->
                new SendOutcome.Refused(RejectReason.VENUE_CHOICE, "taken and rejected at once");
            case Answer.Given<AlpacaOrder>(AlpacaOrder order, String _) -> accepted(order);
            case Answer.Refused<AlpacaOrder>(Refusal refusal) ->
                new SendOutcome.Refused(RejectWords.reason(refusal), refusal.toString());
            case Answer.NotSent<AlpacaOrder>(var reason, String _) -> new SendOutcome.NotSent(reason);
            case Answer.Unknown<AlpacaOrder>(UnknownReason reason, String _) -> new SendOutcome.Unknown(reason);
        };
    }

    private SendOutcome accepted(AlpacaOrder order) {
        ids.learn(order);
        return new SendOutcome.Accepted(order.id().getMostSignificantBits(), order.id().getLeastSignificantBits());
    }

    /// One code says both that the order is wrong and that its id was given before; whether it got in is asked, not
    /// read out of the message.
    private SendOutcome refusedOrRepeated(String id, Refusal refusal) {
        RejectReason reason = RejectWords.reason(refusal);
        return switch (trading.orderByClientId(id)) {
            case Answer.Given<AlpacaOrder>(AlpacaOrder order, String _) -> accepted(order);
            case Answer.Refused<AlpacaOrder>(Refusal miss) when miss.status() == 404
                    && reason != RejectReason.DUPLICATE_ID -> new SendOutcome.Refused(reason, refusal.toString());
            default -> new SendOutcome.Unknown(UnknownReason.SERVER_ERROR);
        };
    }

    /// The order to change could not be named, so nothing was asked of the venue yet.
    private static SendOutcome beforehand(Answer<AlpacaOrder> failed) {
        return switch (failed) {
            case Answer.Refused<AlpacaOrder>(Refusal refusal) ->
                new SendOutcome.Refused(RejectReason.TOO_LATE, refusal.toString());
            case Answer.NotSent<AlpacaOrder>(var reason, String _) -> new SendOutcome.NotSent(reason);
            case Answer.Given<AlpacaOrder> _, Answer.Unknown<AlpacaOrder> _ ->
                new SendOutcome.NotSent(NotSentReason.VENUE_DOWN);
        };
    }

    private LookUp found(AlpacaOrder order) {
        ids.learn(order);
        if (order.filled() == 0) {
            return new LookUp.Found(view(order, List.of()));
        }
        Answer<List<FillActivity>> answer = trading.fillsOf(order);
        if (!(answer instanceof Answer.Given<List<FillActivity>>(List<FillActivity> executions, String _))) {
            return new LookUp.Failed("fills: " + answer.failure());
        }
        List<Input.OrderFilled> reports = tradables.find(order.symbol())
                .map(instrument -> fills.reports(ids.ours(order), order, instrument, executions, 0))
                .orElse(List.of());
        return new LookUp.Found(view(order, reports));
    }

    private VenueOrderView view(AlpacaOrder order, List<Input.OrderFilled> reports) {
        UUID id = order.id();
        return new VenueOrderView(ids.ours(order), id.getMostSignificantBits(), id.getLeastSignificantBits(),
                tradables.find(order.symbol()).map(Instrument::id).orElse(-1), state(order.status()),
                order.quantity(), order.filled(), reports);
    }

    /// A word we do not know may mean that the order trades.
    private static VenueOrderView.State state(OrderStatus status) {
        return switch (status) {
            case NEW, PARTIALLY_FILLED, ACCEPTED, PENDING_NEW, PENDING_CANCEL, PENDING_REPLACE, ACCEPTED_FOR_BIDDING,
                 STOPPED, CALCULATED, OTHER -> VenueOrderView.State.WORKING;
            case HELD, SUSPENDED, DONE_FOR_DAY -> VenueOrderView.State.HELD;
            case FILLED -> VenueOrderView.State.FILLED;
            case CANCELED -> VenueOrderView.State.CANCELLED;
            case EXPIRED -> VenueOrderView.State.EXPIRED;
            case REPLACED -> VenueOrderView.State.REPLACED;
            case REJECTED -> VenueOrderView.State.REJECTED;
        };
    }

    private VenueSnapshot taken(AccountState account, List<AlpacaPosition> held, List<AlpacaOrder> open) {
        int size = tradables.all().stream().mapToInt(Instrument::id).max().orElse(-1) + 1;
        List<Long> quantities = new ArrayList<>(Collections.nCopies(size, 0L));
        List<Input.ForeignPosition> foreign = new ArrayList<>();
        for (AlpacaPosition position : held) {
            tradables.find(position.assetId(), position.symbol()).ifPresentOrElse(
                    instrument -> quantities.set(instrument.id(), position.quantity()),
                    () -> foreign.add(new Input.ForeignPosition(position.symbol(), position.quantity())));
        }
        open.forEach(ids::learn);
        return new VenueSnapshot.Taken(cash(account, open), account.freeForCrypto(), quantities, foreign,
                open.stream().map(order -> view(order, List.of())).toList());
    }

    /// What open crypto buys keep back is missing in the venue's cash, and still in its equity. Without such orders the
    /// cash itself is the exact number.
    private static long cash(AccountState account, List<AlpacaOrder> open) {
        boolean keptBack = open.stream().anyMatch(order -> order.side() == Side.BUY && order.symbol().contains("/"));
        return keptBack ? account.equity() - account.positionValue() : account.cash();
    }
}
