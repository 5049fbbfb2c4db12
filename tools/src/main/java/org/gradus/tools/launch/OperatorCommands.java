package org.gradus.tools.launch;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.gradus.engine.domain.ClientOrderId;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.message.CommandRefusal;
import org.gradus.engine.message.OperatorAction;
import org.gradus.tools.operator.HaltMarker;
import org.gradus.tools.operator.OperatorCommand;
import org.gradus.tools.operator.OperatorSpool;
import org.gradus.tools.run.RunHome;
import org.gradus.tools.status.Status;
import org.gradus.tools.status.StatusFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What an operator says to a running engine from another terminal. Each command is queued in the run folder, carried
/// out once, and journaled.
final class OperatorCommands {
    private OperatorCommands() {
    }

    /// What every command does: it is left in the run folder, and the engine's answer is waited for.
    abstract static class Spoken implements Callable<Integer> {
        private static final long LOOK_NS = 50_000_000L;
        private static final Set<String> AS_WANTED = Set.of(CommandRefusal.ALREADY_SO.label());

        @Option(names = "--home", required = true, paramLabel = "DIR", converter = HomeFolder.class,
                description = "the engine's run folder")
        Path home;

        @Option(names = "--wait", paramLabel = "S", defaultValue = "5",
                description = "seconds to wait for the engine's answer (default: 5)")
        private int waitS;

        @Option(names = "--json", description = "the answer as one JSON object")
        private boolean json;

        boolean json() {
            return json;
        }

        /// @param result done, refused, queued, unanswered; marked or unmarked where only the halt marker changes
        void answer(OperatorAction action, String result, @Nullable String reason, String words) {
            System.out.println(json ? JournalCommand.json("action", action.label(), "result", result, "reason", reason)
                : action.label() + ": " + words);
        }

        Integer submit(OperatorAction action, long clientOrderId) {
            return ended() ? refuse(action) : await(queue(OperatorCommand.of(action, 0, clientOrderId)));
        }

        /// Whether nothing that runs here could be told anything: a command belongs to the run it is given to.
        boolean ended() {
            OperatorSpool.requireRun(RunHome.operatorFolder(home));
            return RunHome.runner(home).isEmpty() && finished();
        }

        /// A journal that cannot be read says nothing, and must not keep an operator from halting.
        private boolean finished() {
            try {
                return RunHome.finished(home);
            } catch (RuntimeException unreadable) {
                return false;
            }
        }

        Integer refuse(OperatorAction action) {
            answer(action, "refused", "run-ended", "refused: the run in " + home
                    + " has ended, and the next one there is another run");
            return Gradus.FAILED;
        }

        OperatorCommand queue(OperatorCommand command) {
            new OperatorSpool(RunHome.operatorFolder(home)).submit(command);
            return command;
        }

        Integer await(OperatorCommand command) {
            OperatorAction action = command.action();
            if (RunHome.runner(home).isEmpty()) {
                answer(action, "queued", null, "queued; no engine runs there, the next one will find it");
                return Gradus.OK;
            }
            Optional<Status> after = answered(command.id());
            if (after.isEmpty()) {
                answer(action, "unanswered", null, "queued; the engine has not answered within " + waitS
                    + " s (see `gradus status --home " + home + "`)");
                return Gradus.FAILED;
            }
            String refusal = outcome(after.get(), command.id()).orElseThrow().refusal();
            answer(action, refusal == null ? "done" : "refused", refusal,
                (refusal == null ? "done" : refusal.replace('-', ' ')) + rest(after.get(), refusal));
            return refusal == null || AS_WANTED.contains(refusal) ? Gradus.OK : Gradus.FAILED;
        }

        /// What else is to be said of the state that the command has left.
        ///
        /// @param refusal null when it was carried out
        String rest(Status after, @Nullable String refusal) {
            return "";
        }

        /// The engine tells what became of a command once it is journaled.
        private Optional<Status> answered(String commandId) {
            StatusFile file = new StatusFile(home);
            long endNs = System.nanoTime() + waitS * 1_000_000_000L;
            Optional<Status> after = find(file, commandId);
            while (after.isEmpty() && System.nanoTime() < endNs) {
                LockSupport.parkNanos(LOOK_NS);
                after = find(file, commandId);
            }
            return after;
        }

        private static Optional<Status> find(StatusFile file, String commandId) {
            return file.read().filter(status -> outcome(status, commandId).isPresent());
        }

        private static Optional<Status.Outcome> outcome(Status status, String commandId) {
            return status.commands().stream().filter(outcome -> outcome.id().equals(commandId)).findFirst();
        }
    }

    @Command(name = "halt", description = "Stops all trading but protective exits, until resumed.",
            mixinStandardHelpOptions = true)
    static final class Halt extends Spoken {
        @Option(names = "--direct", description = "only place the halt marker: for an engine that hangs")
        private boolean direct;

        @Override
        public Integer call() {
            if (!direct && ended()) {
                return refuse(OperatorAction.HALT);
            }
            OperatorSpool.requireRun(RunHome.operatorFolder(home));
            return direct ? mark() : queueAndMark();
        }

        private Integer mark() {
            String words = place();
            answer(OperatorAction.HALT, "marked", null, words);
            return Gradus.OK;
        }

        /// The command first: an engine that finds the marker alone would halt by itself, and call this one repeated.
        /// A disk that takes no command may still take the marker, which halts as well.
        private Integer queueAndMark() {
            OperatorCommand command;
            try {
                command = queue(OperatorCommand.of(OperatorAction.HALT, 0, 0));
            } catch (UncheckedIOException refused) {
                answer(OperatorAction.HALT, "marked", "not-queued", place() + "; but the command is not queued: "
                        + refused.getMessage());
                return Gradus.FAILED;
            }
            String words = place();
            if (!json()) {
                answer(OperatorAction.HALT, "marked", null, words);
            }
            return await(command);
        }

        /// @return what it is good for, in words
        private String place() {
            Optional<String> nameless = new HaltMarker(home).place(OperatorCommand.principalHere());
            return "the halt marker is placed: no entry leaves, and an engine that starts here is halted"
                    + nameless.map(why -> " (who halted could not be written into it: " + why + ")").orElse("");
        }
    }

    @Command(name = "flatten", description = "Cancels entries and sells every position at the market.",
            mixinStandardHelpOptions = true)
    static final class Flatten extends Spoken {
        @Override
        public Integer call() {
            return submit(OperatorAction.FLATTEN, 0);
        }

        /// Decided is not sold, and flat is not halted.
        @Override
        String rest(Status after, @Nullable String refusal) {
            String held = after.positions().isEmpty() ? "" : "; on its way out: " + after.positions().stream()
                .map(each -> each.quantity() + " " + each.instrument()).collect(Collectors.joining(", "))
                + " (`gradus status` shows how it goes)";
            return held + (after.riskState().equals(RiskState.ACTIVE.label())
                ? "; strategies may enter again, `gradus halt` keeps them out" : "");
        }
    }

    @Command(name = "approve", description = "Releases an order that waits for the operator; it is checked again.",
            mixinStandardHelpOptions =
            true)
    static final class Approve extends Spoken {
        @Parameters(paramLabel = "ID", description = "client order id, e.g. k7-42")
        private String id;

        @Override
        public Integer call() {
            return submit(OperatorAction.APPROVE, ClientOrderId.parse(id));
        }
    }

    @Command(name = "veto", description = "Kills an order that waits for the operator.",
            mixinStandardHelpOptions = true)
    static final class Veto extends Spoken {
        @Parameters(paramLabel = "ID", description = "client order id, e.g. k7-42")
        private String id;

        @Override
        public Integer call() {
            return submit(OperatorAction.VETO, ClientOrderId.parse(id));
        }
    }
}
