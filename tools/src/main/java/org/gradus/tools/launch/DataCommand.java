package org.gradus.tools.launch;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `gradus data`: market history as tapes.
@Command(name = "data", description = "Fetches market history into tapes, and checks tapes.",
        mixinStandardHelpOptions = true, subcommands = {FetchCommand.class, CheckCommand.class})
final class DataCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "fetch or check?");
    }
}
