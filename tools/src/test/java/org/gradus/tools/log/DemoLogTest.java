package org.gradus.tools.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gradus.adapters.strategy.UserStrategies;
import org.gradus.engine.journal.ChronicleReader;
import org.gradus.tools.config.FactoryCatalog;
import org.gradus.tools.config.RunConfig;
import org.gradus.tools.config.Settings;
import org.gradus.tools.journal.JournalExport;
import org.gradus.tools.launch.Commands;
import org.gradus.tools.run.RunHome;
import org.gradus.tools.run.TapeRun;
import org.gradus.tools.run.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The log of the demo, written while it runs and taken up again after a stop, against its exported journal.
class DemoLogTest {
    private static final Pattern ENTRY = Pattern.compile(
            "### Record (\\d+) .*\\R- \\*\\*What:\\*\\* order (\\S+) (submitted|refused|parked)");
    private static final Pattern ORDER = Pattern.compile(
            "\"kind\":\"order\",\"action\":\"(submit|refuse|park)\",\"client_order_id\":\"([^\"]+)\"");

    @TempDir
    private Path folder;

    @Test
    void holdsEachSubmitRefusalAndParkExactlyOnceAndInOrder() throws IOException {
        run(9_000);
        run(14_000);
        Commands.assertReplays(folder);
        List<String> exported = exported();
        assertTrue(exported.size() >= 25, () -> "only " + exported.size() + " orders");
        assertEquals(exported, logged());
    }

    private void run(long until) {
        Path root = Path.of(System.getProperty("gradus.root"));
        UserStrategies strategies = new UserStrategies(root, root);
        Settings settings = new Settings(root, root, new FactoryCatalog(strategies));
        RunConfig config = settings.load("config/demo.conf", List.of(), List.of());
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        try (RunHome home = RunHome.open(folder)) {
            Until stop = Until.record(until);
            assertTrue(new TapeRun(config, strategies, home, Double.POSITIVE_INFINITY, stop, nowhere).run());
        }
    }

    private List<String> exported() {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try (ChronicleReader reader = new ChronicleReader(RunHome.journal(folder))) {
            JournalExport.json(json).export(reader);
        }
        List<String> orders = new ArrayList<>();
        for (String line : json.toString(StandardCharsets.UTF_8).split("\n")) {
            String sequence = line.substring("{\"seq\":".length(), line.indexOf(','));
            Matcher order = ORDER.matcher(line);
            while (order.find()) {
                orders.add(sequence + " " + order.group(2) + " " + order.group(1));
            }
        }
        return orders;
    }

    private List<String> logged() throws IOException {
        List<String> orders = new ArrayList<>();
        Matcher entry = ENTRY.matcher(Files.readString(folder.resolve("trading_logs.md")));
        while (entry.find()) {
            String action = entry.group(3).replace("submitted", "submit").replace("refused", "refuse").replace("parked",
                    "park");
            orders.add(entry.group(1) + " " + entry.group(2) + " " + action);
        }
        return orders;
    }
}
