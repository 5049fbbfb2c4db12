package org.gradus.tools.log;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gradus.engine.domain.SplitRatio;
import org.gradus.engine.message.AlertKind;
import org.gradus.engine.message.CommandRefusal;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.DisabledReason;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.Release;
import org.gradus.engine.message.StopAction;
import org.gradus.engine.message.StopHolder;
import org.gradus.engine.message.VenueDownReason;

/// Tells what changes the frame of trading: starts and stops of the engine, risk states, stops, the operator, the
/// venue and the account.
final class RiskWords {
    private final RunMemory memory;
    private final String home;
    private final ThrownMessages messages;
    /// What was told last of books that differ: it is found again each minute.
    private List<Decision.ReconcileOutcome.Difference> told = List.of();

    /// @param home where commands about this run are to be sent
    RiskWords(RunMemory memory, String home, ThrownMessages messages) {
        this.memory = memory;
        this.home = home;
        this.messages = messages;
    }

    void input(Journaled record, List<Entry> entries) {
        switch (record.input()) {
            case Input.Started in -> add(record, entries, "the engine starts" + (in.epoch() > 1 ? " again" : ""),
                    new Entry.Points().what(started(in)));
            case Input.Stopped in -> add(record, entries, "the engine stops",
                    new Entry.Points().why(RuleWords.words(in.reason())));
            case Input.OperatorCommand in -> command(record, in, entries);
            case Input.PhaseApproved in -> add(record, entries, in.principal() + " approves phase " + in.toPhase(),
                    new Entry.Points().what("from phase " + in.fromPhase() + " to phase " + in.toPhase()));
            case Input.VenueDown in -> add(record, entries, in.reason() == VenueDownReason.NOT_CONNECTED
                    ? "the line to the venue is being made" : "the venue is down", new Entry.Points()
                    .what("entries pause, stops stay at the venue").why(RuleWords.words(in.reason())));
            case Input.VenueUp _ -> add(record, entries, "the venue is up", new Entry.Points());
            case Input.CashFlow in -> add(record, entries, RuleWords.words(in.reason()) + " of "
                    + Numbers.money(in.amount()) + " " + memory.tables.currency(), new Entry.Points());
            case Input.CorporateAction in -> add(record, entries, "corporate action in "
                    + memory.tables.symbol(in.instrument()), new Entry.Points().what("ratio "
                    + Numbers.quantity(in.ratio()) + ", cash " + Numbers.money(in.cash())));
            case Input.TradingStatus in -> trading(record, in, entries);
            default -> {
                // Told by what was decided about it.
            }
        }
    }

    private static String started(Input.Started in) {
        String strategies = in.strategies().isEmpty() ? "no strategy" : in.strategies().stream()
                .map(each -> each.name() + " (" + each.timeframe().label() + ")").collect(Collectors.joining(", "));
        return in.mode().label() + " in phase " + in.phase() + " at the " + in.gateway().label()
                + " venue, started with "
                + Numbers.money(in.cash()) + " " + in.currency() + "; strategies " + strategies;
    }

    private void command(Journaled record, Input.OperatorCommand in, List<Entry> entries) {
        String what = in.action().label() + (in.clientOrderId() == 0 ? "" : " " + RunMemory.id(in.clientOrderId()))
                + (in.action() == OperatorAction.RESUME ? " of " + releases(in.releases()) : "");
        CommandRefusal refusal = record.decisions().stream().filter(Decision.CommandOutcome.class::isInstance)
                .map(each -> ((Decision.CommandOutcome) each).reason()).findFirst().orElse(CommandRefusal.NONE);
        if (in.action() == OperatorAction.FLATTEN && refusal == CommandRefusal.NONE) {
            memory.flattenReason = in.principal() + " wants to be flat, said in record " + record.sequence();
        }
        add(record, entries, in.principal() + " commands: " + what, new Entry.Points()
                .cameOfIt(refusal == CommandRefusal.NONE ? "accepted" : "no effect: " + RuleWords.words(refusal)));
    }

    private static String releases(int bits) {
        return Arrays.stream(Release.values()).filter(each -> each.in(bits))
                .map(each -> each.label().replace('-', ' ')).collect(Collectors.joining(", "));
    }

    /// Arming, triggering and new prices; who holds the stop and how much of it changes with every fill.
    void stop(Journaled record, Decision.StopDecision in, List<Entry> entries) {
        String symbol = memory.tables.symbol(in.instrument());
        String price = Numbers.price(in.stopPrice());
        String amount = Numbers.quantity(in.quantity()) + " " + memory.tables.asset(in.instrument());
        String holder = in.held() == StopHolder.ENGINE ? "watched by the engine" : "resting at the venue";
        switch (in.action()) {
            case ARM -> add(record, entries, "a stop guards " + symbol, new Entry.Points()
                    .what(amount + " are sold when the price falls to " + price + ", " + holder + " for now"));
            case TRIGGER -> {
                memory.stopReason(in.instrument(), "the price fell to the stop at " + price + " in record "
                        + record.sequence());
                add(record, entries, "the stop of " + symbol + " is triggered", new Entry.Points()
                        .what(amount + ", stop at " + price + ", " + holder)
                        .why(record.input() instanceof Input.Trade print
                                ? "a print at " + Numbers.price(print.price()) : "the mark fell to it"));
            }
            case MOVE -> {
                if (memory.stopMoved(in.instrument(), in.stopPrice())) {
                    add(record, entries, "the stop of " + symbol + " moves to " + price, new Entry.Points()
                            .what("it covers " + amount)
                            .why("it is the tightest stop promised for what is still held"));
                }
            }
            case DISARM -> add(record, entries, "the stop of " + symbol + " is disarmed",
                    new Entry.Points().why("nothing is held any more"));
        }
        if (in.action() != StopAction.MOVE) {
            memory.stopMoved(in.instrument(), in.stopPrice());
        }
    }

    void state(Journaled record, Decision.RiskStateChange in, List<Entry> entries) {
        String meaning = switch (in.toState()) {
            case ACTIVE -> "entries are allowed again";
            case REDUCING -> "only orders that reduce are allowed";
            case HALTED -> "only protective exits and cancels are allowed";
        };
        if (in.fromState() == in.toState()) {
            add(record, entries, "the engine stays " + in.toState().label(), new Entry.Points()
                    .what("a cause came or went, another still holds it").why(RuleWords.words(in.reason())));
            return;
        }
        add(record, entries, "the engine is " + in.toState().label(), new Entry.Points()
                .what("from " + in.fromState().label() + " to " + in.toState().label() + ": " + meaning)
                .why(RuleWords.words(in.reason()) + books(record)));
    }

    private static String books(Journaled record) {
        return record.decisions().stream().filter(Decision.Equity.class::isInstance).map(Decision.Equity.class::cast)
                .findFirst().map(in -> "; equity " + Numbers.money(in.equity()) + ", drawdown "
                        + Numbers.percent(in.drawdown()) + ", exposure " + Numbers.money(in.exposure())).orElse("");
    }

    void phase(Journaled record, Decision.PhaseChange in, List<Entry> entries) {
        add(record, entries, "phase " + in.toPhase() + " begins", new Entry.Points()
                .what("from phase " + in.fromPhase() + " to phase " + in.toPhase()).why(RuleWords.words(in.reason())));
    }

    void disabled(Journaled record, Decision.StrategyDisabled in, List<Entry> entries) {
        add(record, entries, memory.tables.strategy(in.strategy()) + " is disabled", new Entry.Points()
                .what("it is asked no more; what it holds stays under its stop")
                .why(in.reason() != DisabledReason.THREW ? RuleWords.words(in.reason())
                        : ThrownMessages.words(in.thrown(), messages.of(in.strategy()))));
    }

    void reconciled(Journaled record, Decision.ReconcileOutcome in, List<Entry> entries) {
        if (!in.clean() && !in.differences().equals(told)) {
            add(record, entries, "the venue's books differ from ours", new Entry.Points().what(in.differences().stream()
                    .map(this::difference).collect(Collectors.joining("; ")))
                    .cameOfIt("entries wait until they agree again, or until somebody accepts this: `gradus status "
                            + "--home " + home + "` shows it, with the command that does"));
        }
        told = in.differences();
    }

    private String difference(Decision.ReconcileOutcome.Difference in) {
        return RuleWords.words(in.kind())
                + (in.instrument() < 0 ? "" : " in " + memory.tables.symbol(in.instrument()))
                + (in.name().isEmpty() ? "" : " in " + in.name())
                + (in.clientOrderId() == 0 ? "" : " " + RunMemory.id(in.clientOrderId()))
                + ((in.venueOrderIdHigh() | in.venueOrderIdLow()) == 0 ? ""
                        : " " + new UUID(in.venueOrderIdHigh(), in.venueOrderIdLow()))
                + ": ours " + Numbers.quantity(in.ours()) + ", the venue's " + Numbers.quantity(in.venue())
                + (in.ratio() == 0 ? "" : ", which looks like a " + SplitRatio.words(in.ratio()) + " split");
    }

    void adjusted(Journaled record, Decision.Adjustment in, List<Entry> entries) {
        boolean cash = in.instrument() < 0;
        String change = cash ? "from " + Numbers.money(in.from()) + " to " + Numbers.money(in.to())
                : memory.tables.symbol(in.instrument()) + " from " + Numbers.quantity(in.from()) + " to "
                + Numbers.quantity(in.to());
        String worth = in.ratio() != 0 ? ", as a " + SplitRatio.words(in.ratio()) + " split"
                : (cash ? "" : ", valued at " + Numbers.price(in.price())) + ", as a cash flow of that worth";
        add(record, entries, "the books take over the venue's " + (cash ? "cash" : "position"),
                new Entry.Points().what(change + worth).why("the operator accepted the difference"));
    }

    private void trading(Journaled record, Input.TradingStatus in, List<Entry> entries) {
        String what = in.instrument() < 0 ? "the stock market is " : memory.tables.symbol(in.instrument()) + " is ";
        String until = in.untilNs() == 0 ? "" : "until " + Numbers.time(in.untilNs())
                + (in.entriesUntilNs() == 0 ? "" : ", for entries until " + Numbers.time(in.entriesUntilNs()));
        add(record, entries, what + in.state().label(), new Entry.Points().what(until)
                .why(RuleWords.words(in.reason()) + (in.detail().isEmpty() ? "" : ", in its words: " + in.detail())));
    }

    void alert(Decision.Alert in, long sequence) {
        boolean unplaced = in.kind() == AlertKind.STOP_UNPLACED;
        OrderStory story = unplaced || in.kind() == AlertKind.STOP_ESCALATION ? memory.order(in.clientOrderId()) : null;
        if (story != null) {
            memory.stopReason(story.decision.instrument(), "stop order " + story.id() + (unplaced
                    ? " was the last try, and the venue has not worked a stop for too long, seen in record "
                    : " was triggered but not filled in time, seen in record ") + sequence);
        }
    }

    private static void add(Journaled record, List<Entry> entries, String title, Entry.Points points) {
        entries.add(new Entry(record.sequence(), record.timeNs(), title, points.list(), true));
    }
}
