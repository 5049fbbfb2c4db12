package org.gradus.tools.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gradus.audit.ExportAudit;
import org.gradus.audit.Finding;
import org.gradus.engine.journal.ChronicleReader;
import org.gradus.engine.journal.ChronicleStore;
import org.gradus.engine.message.StoppedReason;
import org.gradus.engine.runtime.EngineConfig;
import org.gradus.engine.runtime.EngineConfig.Topology;
import org.gradus.engine.runtime.Replays;
import org.gradus.engine.runtime.SimulatedEngine;
import org.gradus.engine.runtime.SimulatedRun;
import org.gradus.engine.runtime.Telemetry;
import org.gradus.engine.runtime.TestConfigs;
import org.gradus.engine.sim.FaultPlan;
import org.gradus.engine.strategy.StrategyFactory;
import org.gradus.engine.tape.MergedTape;
import org.gradus.tools.journal.JournalExport;

/// What a run of the whole engine left behind: its export, and what the auditor found in it.
///
/// @param lines    of the export
/// @param findings of the auditor
record AuditedRun(List<String> lines, List<Finding> findings) {
    private static final Pattern ORDER =
            Pattern.compile("\"kind\":\"order\",\"action\":\"([a-z]+)\"[^}]*?\"purpose\":\"([a-z-]+)\"");
    private static final Pattern DENIAL = Pattern.compile("\"rule\":\"([a-z-]+)\"[^}]*?\"verdict\":\"(deny|wait)\"");

    /// What happens besides the tape.
    ///
    /// @param faults    of the reports
    /// @param until     the last record wanted
    /// @param meanwhile acts on the engine behind each step
    /// @param crash     leave without a word
    record Circumstances(FaultPlan faults, long until, Consumer<SimulatedEngine> meanwhile, boolean crash) {
        static final Circumstances NONE = new Circumstances(FaultPlan.NONE, Long.MAX_VALUE, engine -> { }, false);

        Circumstances faults(FaultPlan plan) {
            return new Circumstances(plan, until, meanwhile, crash);
        }

        Circumstances until(long records) {
            return new Circumstances(faults, records, meanwhile, crash);
        }

        Circumstances meanwhile(Consumer<SimulatedEngine> acts) {
            return new Circumstances(faults, until, acts, crash);
        }

        Circumstances endingInACrash() {
            return new Circumstances(faults, until, meanwhile, true);
        }
    }

    /// Runs a tape to its end, or as far as the circumstances allow.
    static void run(EngineConfig config, StrategyFactory factory, Supplier<MergedTape> tapes, Path home,
            Circumstances at) {
        run(config, sources(config), factory, tapes, home, at);
    }

    /// @param sources a name for each tape
    static void run(EngineConfig config, List<String> sources, StrategyFactory factory, Supplier<MergedTape> tapes,
            Path home, Circumstances at) {
        ChronicleStore store = new ChronicleStore(home.resolve("journal"), home.resolve("seal"),
                config.journal().blockBytes());
        SimulatedRun run = new SimulatedRun(config, TestConfigs.origin(config, sources), store, Topology.DIRECT,
                at.faults());
        try (MergedTape tape = tapes.get();
             SimulatedEngine engine = new SimulatedEngine(run, factory, tape, new Telemetry(() -> 0))) {
            while (engine.nextSequence() <= at.until() && engine.step()) {
                at.meanwhile().accept(engine);
            }
            if (!at.crash()) {
                engine.stop(StoppedReason.RECORD_LIMIT);
            }
        }
    }

    /// One tape an instrument.
    private static List<String> sources(EngineConfig config) {
        return config.instruments().stream().map(each -> each.instrument().symbol()).toList();
    }

    static AuditedRun of(EngineConfig config, StrategyFactory factory, Supplier<MergedTape> tapes, Path home) {
        run(config, factory, tapes, home, Circumstances.NONE);
        return of(home, factory, config);
    }

    /// Replays, exports and audits a journal.
    ///
    /// @param configs of its epochs
    static AuditedRun of(Path home, StrategyFactory factory, EngineConfig... configs) {
        Replays.agree(home, text -> Arrays.stream(configs).filter(each -> each.resolvedText().equals(text)).findFirst()
                .orElseThrow(), factory);
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 20);
        try (ChronicleReader reader = new ChronicleReader(home.resolve("journal"))) {
            JournalExport.json(out).export(reader);
        }
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        return new AuditedRun(lines, ExportAudit.of(lines.stream()));
    }

    /// How often each rule denied or let wait.
    Map<String, Integer> denials() {
        Map<String, Integer> counts = new TreeMap<>();
        count(DENIAL, found -> counts.merge(found.group(1), 1, Integer::sum));
        return counts;
    }

    /// How many orders of each action and purpose, such as `submit entry`.
    Map<String, Integer> orders() {
        Map<String, Integer> counts = new TreeMap<>();
        count(ORDER, found -> counts.merge(found.group(1) + ' ' + found.group(2), 1, Integer::sum));
        return counts;
    }

    int submitted(String purpose) {
        return orders().getOrDefault("submit " + purpose, 0);
    }

    /// Lines that hold this text.
    long holding(String text) {
        return lines(text).size();
    }

    List<String> lines(String text) {
        return lines.stream().filter(line -> line.contains(text)).toList();
    }

    private void count(Pattern pattern, Consumer<Matcher> each) {
        for (String line : lines) {
            if (line.contains("\"client_order_id\"")) {
                Matcher found = pattern.matcher(line);
                while (found.find()) {
                    each.accept(found);
                }
            }
        }
    }

    /// The first finding of each rule, for a failure's message.
    Map<String, Finding> firstFindings() {
        Map<String, Finding> first = new TreeMap<>();
        findings.forEach(finding -> first.putIfAbsent(finding.rule(), finding));
        return first;
    }
}
