package org.gradus.tools.launch;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gradus.tools.status.StatusReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `gradus status`: what a running or stopped engine's journal says.
@Command(name = "status", description = "Shows the state of an engine: of a running one as it wrote it"
    + " down, of a stopped one read from its journal.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    @Option(names = "--home", required = true, paramLabel = "DIR", converter = HomeFolder.class,
                description = "the engine's run folder")
    private Path home;

    @Option(names = "--json", description = "one JSON object")
    private boolean json;

    @Override
    public Integer call() {
        StatusReport.of(home).print(System.out, json);
        return Gradus.OK;
    }
}
