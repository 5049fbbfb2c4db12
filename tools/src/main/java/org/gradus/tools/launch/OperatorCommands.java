package org.gradus.tools.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.gradus.engine.domain.ClientOrderId;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.Release;
import org.gradus.tools.operator.OperatorSpool;
import org.gradus.tools.run.RunHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What an operator says to a running engine from another terminal. Each command is queued in the run folder, carried
/// out once, and journaled.
final class OperatorCommands {
    private OperatorCommands() {
    }

    /// The run folder every command needs.
    abstract static class Spoken implements Callable<Integer> {
        @Option(names = "--home", required = true, paramLabel = "DIR", description = "the engine's run folder")
        private Path home;

        Integer submit(OperatorAction action, int releases, long clientOrderId) {
            new OperatorSpool(RunHome.operatorFolder(home)).submit(action, releases, clientOrderId);
            System.out.println("queued: " + action.label() + " (see `gradus status --home " + home + "`)");
            return Gradus.OK;
        }
    }

    @Command(name = "halt", description = "Stops all trading but protective exits, until resumed.",
            mixinStandardHelpOptions = true)
    static final class Halt extends Spoken {
        @Override
        public Integer call() {
            return submit(OperatorAction.HALT, 0, 0);
        }
    }

    @Command(name = "resume", description = "Reviews and releases what is latched, so that entries may go out again.",
            mixinStandardHelpOptions = true)
    static final class Resume extends Spoken {
        @Option(names = "--release", split = ",", paramLabel = "CAUSE",
                description = "halt, circuit-breaker, extreme-market, reconciliation (default: all)")
        private List<String> causes = List.of();

        @Override
        public Integer call() {
            causes.stream().filter(cause -> Stream.of(Release.values()).noneMatch(r -> r.label().equals(cause)))
                    .findFirst()
                    .ifPresent(unknown -> {
                        throw new IllegalArgumentException("--release " + unknown
                                + ": expected halt, circuit-breaker, extreme-market or reconciliation");
                    });
            int bits = Stream.of(Release.values()).filter(release -> causes.isEmpty()
                    || causes.contains(release.label()))
                    .mapToInt(Release::bit).sum();
            return submit(OperatorAction.RESUME, bits, 0);
        }
    }

    @Command(name = "flatten", description = "Cancels entries and sells every position at the market.",
            mixinStandardHelpOptions = true)
    static final class Flatten extends Spoken {
        @Override
        public Integer call() {
            return submit(OperatorAction.FLATTEN, 0, 0);
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
            return submit(OperatorAction.APPROVE, 0, ClientOrderId.parse(id));
        }
    }

    @Command(name = "veto", description = "Kills an order that waits for the operator.",
            mixinStandardHelpOptions = true)
    static final class Veto extends Spoken {
        @Parameters(paramLabel = "ID", description = "client order id, e.g. k7-42")
        private String id;

        @Override
        public Integer call() {
            return submit(OperatorAction.VETO, 0, ClientOrderId.parse(id));
        }
    }
}
