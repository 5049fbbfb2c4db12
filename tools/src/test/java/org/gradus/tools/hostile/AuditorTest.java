package org.gradus.tools.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradus.audit.ExportAudit;
import org.gradus.audit.Finding;
import org.gradus.engine.runtime.EngineConfig;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The auditor can tell: a good export holds, and each way of falsifying it is named by the rule it breaks.
class AuditorTest {
    private static final String ENTRY = "\"action\":\"submit\"[^}]*?\"purpose\":\"entry\"";

    @TempDir
    private static Path home;
    private static List<String> good = List.of();

    @BeforeAll
    static void exportARun() {
        EngineConfig config = Scenes.bitcoin(Scenes.Setting.USUAL.entriesPerDay(1_000), Hostile.CHURNS,
                Hostile.BUYS_WHILE_EXITING);
        good = AuditedRun.of(config, Hostile.factory(), Scenes.shortCrash(config, 21), home).lines();
    }

    @Test
    void aGoodExportHolds() {
        assertEquals(List.of(), ExportAudit.of(good.stream()));
        assertTrue(good.stream().anyMatch(line -> line.matches(".*" + ENTRY + ".*")), "nothing was entered");
    }

    @Test
    void anEntryIntoAHaltIsNamed() {
        List<String> lines = new ArrayList<>(good);
        int entry = IntStream.range(0, lines.size()).filter(i -> lines.get(i).matches(".*" + ENTRY + ".*")).findFirst()
            .orElseThrow();
        lines.add(entry, lines.get(entry).replaceFirst("\"type\".*", "\"type\":\"trading-status\",\"instrument\":"
            + "\"BTC/USD\",\"status\":\"halted\",\"reason\":\"exchange\",\"detail\":\"\",\"decisions\":[]}"));
        assertTrue(ExportAudit.of(lines.stream()).stream().anyMatch(finding -> finding.rule().equals("traded")));
    }

    /// Each row: the line it changes (the first that matches), what is put in whose place, and the rule that must
    /// notice.
    @ParameterizedTest(name = "{0} becomes {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "(\"rule\":\"trade-size\"[^}]*?\"verdict\":)\"pass\" | $1\"deny\" | comparison",
            "\\{[^{}]*\"rule\":\"one-asset\"[^}]*?\\}, | | rule-order",
            "\\{[^{}]*\"rule\":\"veto\"[^}]*?\\}, | | all-rules",
            "(\"rule\":\"stop-loss\",\"left\":\")\\d+ | $11 | recount-stop-loss",
            "(\"rule\":\"rate-limit\"[^}]*?\"value\":)\"0\" | $1\"1\" | ratio",
            "(\"rule\":\"trade-size\"[^}]*?\"value\":\"0\\.0)(\\d) | $11$2 | ratio",
            "(\"purpose\":\"entry\"[^}]*?\"quantity\":\")0\\. | $19. | guardrail-trade-size",
            "(\"purpose\":\"entry\"[^}]*?\"stop_price\":\")\\d | $11 | guardrail-stop-loss",
            "(\"purpose\":\"entry\"[^}]*?\"exposure_after\":\")\\d | $17 | exposure-after",
            "(\"purpose\":\"entry\"[^}]*?\"risk_state\":)\"active\" | $1\"halted\" | order-risk-state",
            "(\"type\":\"order-filled\".*?\"quantity\":\")0\\. | $19. | fill-beyond-quantity",
            "(\"type\":\"order-filled\".*?\"fee\":\"0\\.\\d) | $11 | fees",
            "(\"type\":\"order-filled\".*?\"price\":\"\\d)(\\d) | $17 | equity",
            "(\"type\":\"order-filled\".*?\"applied\":)true | $1false | fill-not-applied",
            "(\"type\":\"order-filled\",\"client_order_id\":\"[^\"]*?)(\\d\") | $199$2 | fill-unknown-order",
            "(\"kind\":\"equity\",\"equity\":\"\\d+\\.\\d{8})(\\d) | $10$2 | spelling",
            "(\"drawdown\":\"-0\\.\\d*)[1-8]\" | $19\" | drawdown",
            "(\"held\":\"engine\"[^}]*?\"protects\":\\[)\"[^\"]*\" | $1 | stop-protects",
            "(\"kind\":\"stop\",\"action\":\"arm\"[^}]*?\"held\":)\"engine\" | $1\"venue\" | stop-held",
            "(\"kind\":\"stop\",\"action\":\")trigger | $1move | stop-trigger",
            "(\"stop_place_ns\":\")\\d+ | $1-9000000000 | stop-alone",
            "(\"signal\":\")enter | $1hold | enter-in-record",
            "(\"bars_seen\":)(\\d+),(\"values\") | $11$2,$3 | bars-seen",
            "(\"to\":\")halted | $1active | risk-state",
            "\\{\"kind\":\"risk-state\"[^}]*\\},? | | extreme-market-trips",
            "(\"type\":\"started\".*?\"cash\":)\"(\\d+)\" | $1$2 | spelling",
            "(\"type\":\"started\".*?)\"stop_cover_ns\":\"\\d+\", | $1 | fields",
            "(\"reason\":\")extreme-market | $1EXTREME_MARKET | spelling"})
    void eachFalsehoodIsNamed(String pattern, String replacement, String rule) {
        assertNames(rule, replaced(good, pattern, replacement == null ? "" : replacement));
    }

    @Test
    void aMissingRecordIsNamed() {
        List<String> bad = new ArrayList<>(good);
        bad.remove(100);
        assertNames("sequence", bad);
    }

    @Test
    void timeThatGoesBackIsNamed() {
        assertNames("time", with(good, line -> line.contains("\"seq\":200,"),
                line -> line.replaceFirst("\"time_ns\":\"1", "\"time_ns\":\"0")
                        .replaceFirst("\"time_ns\":\"0", "\"time_ns\":\"")));
    }

    @Test
    void anEquityThatIsOffByTheLastDigitIsNamed() {
        Pattern last = Pattern.compile("(\"kind\":\"equity\",\"equity\":\"\\d+\\.\\d{8})([1-8])\"");
        assertNames("equity", with(good, line -> last.matcher(line).find(), line -> {
            Matcher found = last.matcher(line);
            return found.find() ? found.replaceFirst("$1" + (Integer.parseInt(found.group(2)) + 1) + '"') : line;
        }));
    }

    @Test
    void anEntryThatLeftBehindAHaltIsNamed() {
        Pattern entry = Pattern.compile(ENTRY.replace("[^}]*?", "[^}]*?\"client_order_id\":\"([^\"]*)[^}]*?"));
        Matcher id = good.stream().map(entry::matcher).filter(Matcher::find).findFirst().orElseThrow();
        int halt = good.indexOf(good.stream().filter(line -> line.contains("\"to\":\"halted\"")).findFirst()
                .orElseThrow());
        List<String> bad = new ArrayList<>(good);
        String sent = good.get(halt + 1).replaceFirst("\"type\":.*", "\"type\":\"order-sent\",\"client_order_id\":\""
                + id.group(1) + "\",\"left_after\":%d,\"decisions\":[]}");
        bad.set(halt + 1, sent.formatted(halt + 1));
        assertNames("left-restricted", bad);
        bad.set(halt + 1, sent.formatted(halt));
        assertTrue(ExportAudit.of(bad.stream()).stream().noneMatch(each -> each.rule().equals("left-restricted")));
    }

    @Test
    void anExecutionThatIsBookedTwiceIsNamed() {
        String fill = good.stream().filter(line -> line.contains("\"type\":\"order-filled\"")).findFirst()
                .orElseThrow();
        List<String> bad = new ArrayList<>(good);
        bad.add(good.indexOf(fill) + 1, fill);
        assertNames("fill-twice", bad);
    }

    @Test
    void anEntryBeyondTheRateLimitIsNamed() {
        String entry = good.stream().filter(line -> line.matches(".*" + ENTRY + ".*")).findFirst().orElseThrow();
        List<String> bad = new ArrayList<>(good);
        for (int i = 0; i < 5; i++) {
            bad.add(good.indexOf(entry) + 1, entry.replaceAll("(\"client_order_id\":\"[^\"]*)\"", "$1" + i + '"'));
        }
        assertNames("guardrail-rate-limit", bad);
    }

    @Test
    void aFillMovedBeforeItsOrderIsNamed() {
        String fill = good.stream().filter(line -> line.contains("\"type\":\"order-filled\"")).findFirst()
                .orElseThrow();
        List<String> bad = new ArrayList<>(good);
        bad.remove(fill);
        bad.add(5, fill);
        assertNames("fill-unknown-order", bad);
    }

    @Test
    void aLostStopIsNamed() {
        assertNames("stop-cover", good.stream().map(line -> line.replaceAll("\\{\"kind\":\"stop\"[^}]*\\},?", "")
                .replaceAll("(\"purpose\":\")protective-stop", "$1rebalance").replace("},]", "}]")).toList());
    }

    @Test
    void theAuditorKnowsNoClassOfOurs() throws IOException {
        Path classes = Path.of(ExportAudit.class.getProtectionDomain().getCodeSource().getLocation().getPath(),
                "org/gradus/audit");
        Set<String> ours = new TreeSet<>();
        try (Stream<Path> files = Files.list(classes)) {
            for (Path file : files.toList()) {
                for (PoolEntry entry : ClassFile.of().parse(file).constantPool()) {
                    if (entry instanceof ClassEntry type && type.asInternalName().contains("org/gradus/")
                            && !type.asInternalName().contains("org/gradus/audit/")) {
                        ours.add(file.getFileName() + " uses " + type.asInternalName());
                    }
                }
            }
        }
        assertEquals(Set.of(), ours);
        assertTrue(Files.exists(classes.resolve("World.class")), "nothing was looked at");
    }

    /// An export with its first line that matches changed.
    static List<String> replaced(List<String> good, String pattern, String replacement) {
        Pattern wanted = Pattern.compile(pattern);
        return with(good, line -> wanted.matcher(line).find(), line -> wanted.matcher(line).replaceFirst(replacement)
                .replace("},]", "}]").replace(",]", "]"));
    }

    private static List<String> with(List<String> good, Predicate<String> which, UnaryOperator<String> change) {
        List<String> bad = new ArrayList<>(good);
        for (int i = 0; i < bad.size(); i++) {
            if (which.test(bad.get(i))) {
                bad.set(i, change.apply(bad.get(i)));
                return bad;
            }
        }
        throw new AssertionError("no line to change");
    }

    static void assertNames(String rule, List<String> bad) {
        assertNotEquals(good, bad);
        List<Finding> found = ExportAudit.of(bad.stream());
        assertTrue(found.stream().anyMatch(finding -> finding.rule().equals(rule)),
                () -> rule + " is not among " + found.subList(0, Math.min(10, found.size())));
    }
}
