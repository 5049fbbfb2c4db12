package org.gradus.tools.launch;

import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.gradus.engine.journal.JournalFault;
import org.gradus.engine.runtime.RecoveryFailed;
import org.gradus.engine.runtime.StageFailed;
import org.gradus.engine.tape.TapeException;
import org.gradus.tools.config.InvalidConfig;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The `gradus` command. Exit codes: 0 ok, 1 a check failed, a tape broke off or the engine stopped on a fault, 2 bad
/// usage or configuration.
@Command(name = "gradus", description = "A trading engine that earns its way from paper to live money.",
        mixinStandardHelpOptions = true, version = "gradus 0.1.0",
        footer = {"",
            "Exit codes:",
            "  0  ok",
            "  1  a check failed, a tape broke off or the engine stopped on a fault",
            "  2  bad usage or configuration",
            "  141  whoever read the output has gone, as in `| head`; an engine runs on",
            "Begin with: gradus run config/demo.conf",
            "More on one command: gradus COMMAND --help"},
        subcommands = {RunCommand.class, StatusCommand.class, OperatorCommands.Halt.class,
            ResumeCommand.class, OperatorCommands.Flatten.class, OperatorCommands.Approve.class,
            OperatorCommands.Veto.class, JournalCommand.class, DataCommand.class, VenueCommand.class})
public final class Gradus implements Callable<Integer> {
    static final int OK = 0;
    static final int FAILED = 1;
    static final int BAD_USAGE = 2;
    /// As of a program that the signal for a closed pipe has ended.
    static final int READER_GONE = 141;

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        StandardOutput.install();
        System.exit(execute(arguments));
    }

    static int execute(String... arguments) {
        CommandLine gradus = new CommandLine(new Gradus());
        ServiceLoader.load(GradusCommand.class).forEach(gradus::addSubcommand);
        giveVersion(gradus, gradus.getCommandSpec().version());
        int code = gradus
                .setExecutionExceptionHandler((thrown, command, parsed) -> explain(thrown, command))
                .execute(arguments);
        return StandardOutput.failure().filter(failed -> !failed.readerGone()).map(failed -> {
            System.err.println("gradus: " + failed.getMessage());
            return FAILED;
        }).orElse(code);
    }

    /// Every command has `--version`, and none but the first has one of its own to tell.
    private static void giveVersion(CommandLine command, String... version) {
        command.getCommandSpec().version(version);
        command.getSubcommands().values().forEach(each -> giveVersion(each, version));
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    /// One clear line instead of a stack trace; `GRADUS_DEBUG=1` shows the whole of it.
    private static int explain(Exception thrown, CommandLine command) {
        if (thrown instanceof OutputFailed failed) {
            return failed.readerGone() ? READER_GONE : FAILED;
        }
        if (System.getenv("GRADUS_DEBUG") != null) {
            thrown.printStackTrace(command.getErr());
        }
        if (thrown instanceof InvalidConfig invalid) {
            int faults = invalid.faults().size();
            command.getErr().println("gradus: " + (faults == 1 ? "one fault" : faults + " faults")
                    + " in the configuration, nothing was started:");
            command.getErr().println(thrown.getMessage());
        } else {
            command.getErr().println("gradus: " + thrown.getMessage());
        }
        return switch (thrown) {
            case InvalidConfig _, TapeException _, IllegalArgumentException _ -> BAD_USAGE;
            case RecoveryFailed _, StageFailed _, JournalFault _ -> FAILED;
            default -> FAILED;
        };
    }
}
