package org.gradus.tools.run;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gradus.adapters.strategy.UserStrategies;
import org.gradus.engine.journal.ChronicleReader;
import org.gradus.tools.config.FactoryCatalog;
import org.gradus.tools.config.RunConfig;
import org.gradus.tools.config.Settings;
import org.gradus.tools.journal.JournalExport;
import org.gradus.tools.launch.Commands;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// A run of a configuration of ours, and its journal as an auditor reads it.
final class ExportedRun {
    private static final Path ROOT = Path.of(System.getProperty("gradus.root"));
    private static final UserStrategies STRATEGIES = new UserStrategies(ROOT, ROOT);

    private final List<JsonNode> records = new ArrayList<>();
    private final List<String> lines;
    private final String printed;
    private final String json;

    /// One decision and the record it stands in.
    record Made(JsonNode record, JsonNode decision) {
        long sequence() {
            return record.get("seq").asLong();
        }

        long timeNs() {
            return Long.parseLong(record.get("time_ns").asString());
        }

        String text(String field) {
            return decision.path(field).asString("");
        }

        BigDecimal number(String field) {
            return new BigDecimal(text(field));
        }
    }

    private ExportedRun(Path folder, String printed, String json) {
        this.printed = printed;
        this.json = json;
        ByteArrayOutputStream exported = new ByteArrayOutputStream();
        try (ChronicleReader reader = new ChronicleReader(RunHome.journal(folder))) {
            JournalExport.json(new PrintStream(exported, false, StandardCharsets.UTF_8)).export(reader);
        }
        ObjectMapper mapper = new ObjectMapper();
        lines = exported.toString(StandardCharsets.UTF_8).lines().toList();
        lines.forEach(line -> records.add(mapper.readTree(line)));
    }

    static ExportedRun of(String config, Path folder, String... sets) {
        Settings settings = new Settings(ROOT, ROOT, new FactoryCatalog(STRATEGIES));
        RunConfig run = settings.load(config, List.of(sets), List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try (RunHome home = RunHome.open(folder);
             PrintStream printer = printer(out);
             PrintStream jsonPrinter = printer(json)) {
            TapeRun tapeRun = new TapeRun(run, STRATEGIES, home, Double.POSITIVE_INFINITY, Until.END, printer);
            tapeRun.run();
            RunReport report = new RunReport(home, tapeRun);
            report.print(printer, false);
            new RunReport(home, tapeRun).print(jsonPrinter, true);
        }
        Commands.assertReplays(folder);
        return new ExportedRun(folder, out.toString(StandardCharsets.UTF_8), json.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream printer(ByteArrayOutputStream out) {
        return new PrintStream(out, false, StandardCharsets.UTF_8);
    }

    List<String> lines() {
        return lines;
    }

    List<JsonNode> records() {
        return records;
    }

    Stream<JsonNode> inputs(String type) {
        return records.stream().filter(record -> record.get("type").asString().equals(type));
    }

    Stream<Made> decisions(String kind) {
        return records.stream().flatMap(record -> record.path("decisions").valueStream()
                .filter(decision -> decision.get("kind").asString().equals(kind))
                .map(decision -> new Made(record, decision)));
    }

    /// What the run printed, progress and summary.
    String printed() {
        return printed;
    }

    JsonNode json() {
        return new ObjectMapper().readTree(json);
    }
}
