package org.gradus.tools.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gradus.audit.ExportAudit;
import org.gradus.tools.run.ExportedRun.Made;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The days of `config/crash.conf`, seen from the exported journal only.
class CrashDaysTest {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long DAY_NS = 1_440 * MINUTE_NS;
    /// Between what the market traded at before the crash and what it never reached again.
    private static final BigDecimal BETWEEN = new BigDecimal("40000");

    @TempDir
    private static Path home;
    private static ExportedRun run;

    @BeforeAll
    static void runs() {
        run = ExportedRun.of("config/crash.conf", home, "ring.topology=direct");
    }

    @Test
    void tripsTheCircuitBreakerWithRoomToSpare() {
        Made trip = riskState("circuit-breaker").getFirst();
        assertEquals("reducing", trip.text("to"));
        BigDecimal drawdown = run.decisions("equity").filter(equity -> equity.sequence() == trip.sequence()).findFirst()
                .orElseThrow().number("drawdown");
        assertTrue(drawdown.compareTo(new BigDecimal("-0.107")) < 0, drawdown::toString);
    }

    @Test
    void holdsUnderAudit() {
        assertEquals(List.of(), ExportAudit.of(run.lines().stream()));
    }

    @Test
    void letsOnlyGoWhatReducesWhileReducingAndTheAuditorWouldNameAnythingElse() {
        Made exit = run.decisions("order").filter(order -> order.text("risk_state").equals("reducing")
                && order.text("action").equals("submit")).findFirst().orElseThrow();
        int at = Math.toIntExact(exit.sequence());
        List<String> bad = new ArrayList<>(run.lines().subList(0, at));
        bad.set(at - 1, bad.getLast().replaceFirst("(\"reduces\":)true(?=[^}]*\"risk_state\":\"reducing\")",
                "$1false"));
        assertTrue(ExportAudit.of(bad.stream()).stream().anyMatch(found -> found.rule().equals("state-reduces")),
                bad::getLast);
    }

    @Test
    void neverEntersBeyondTheExposureLimit() {
        List<Made> entries = submitted("entry");
        assertFalse(entries.isEmpty());
        for (Made entry : entries) {
            BigDecimal most = entry.number("equity").multiply(new BigDecimal("0.2"));
            assertTrue(entry.number("exposure_after").compareTo(most) <= 0, entry::toString);
        }
    }

    @Test
    void haltsWithinAMinuteOfTheCrash() {
        Made halt = riskState("extreme-market").getFirst();
        assertEquals("halted", halt.text("to"));
        assertTrue(halt.timeNs() - riskState("circuit-breaker").getFirst().timeNs() <= MINUTE_NS, halt::toString);
    }

    @Test
    void fillsStopsAtThePriceBehindTheGap() {
        Made trigger = run.decisions("stop").filter(stop -> stop.text("action").equals("trigger")).findFirst()
                .orElseThrow();
        List<BigDecimal> fills = sells().stream().map(fill -> new BigDecimal(fill.get("price").asString())).toList();
        assertFalse(fills.isEmpty());
        BigDecimal far = trigger.number("stop_price").multiply(new BigDecimal("0.7"));
        for (BigDecimal price : fills) {
            assertTrue(price.compareTo(far) < 0, () -> price + " against a stop at " + trigger.text("stop_price"));
        }
    }

    @Test
    void doesNotBelieveTheAbsurdPrint() {
        JsonNode absurd = run.inputs("feed-fault").filter(print -> price(print).compareTo(BETWEEN) < 0).findFirst()
                .orElseThrow();
        assertEquals("unconfirmed-print", absurd.get("reason").asString());
        long at = absurd.get("seq").asLong();
        Made trip = riskState("circuit-breaker").getFirst();
        assertTrue(at < trip.sequence() - 1_000, "the absurd print comes hours before the crash");
        assertTrue(absurd.path("decisions").isEmpty(), absurd::toString);
        assertTrue(run.decisions("equity").filter(equity -> equity.sequence() < trip.sequence())
                .allMatch(equity -> equity.decision().path("marks").valueStream()
                        .allMatch(mark -> new BigDecimal(mark.asString()).compareTo(BETWEEN) > 0)), "no mark moves");
        assertTrue(run.decisions("stop").filter(stop -> stop.sequence() < trip.sequence())
                .noneMatch(stop -> stop.text("action").equals("trigger")), "no stop triggers");
        assertTrue(run.inputs("order-filled").filter(fill -> fill.get("seq").asLong() < trip.sequence())
                .allMatch(fill -> price(fill).compareTo(BETWEEN) > 0), "nothing fills on it");
    }

    @Test
    void resumesByTheScriptedReviewAndTradesAgain() {
        JsonNode review = run.inputs("operator-resume").findFirst().orElseThrow();
        long latchedNs = riskState("extreme-market").getFirst().timeNs();
        assertEquals("script", review.get("principal").asString());
        assertEquals(latchedNs + DAY_NS, Long.parseLong(review.get("time_ns").asString()));
        long reviewed = review.get("seq").asLong();
        long latched = riskState("circuit-breaker").getFirst().sequence();
        assertTrue(submitted("entry").stream().noneMatch(e -> e.sequence() > latched && e.sequence() < reviewed));
        assertTrue(submitted("entry").stream().anyMatch(entry -> entry.sequence() > reviewed));
        assertEquals("active", run.decisions("risk-state").toList().getLast().text("to"));
    }

    @Test
    void valuesEveryPositionAtOneOfTheLastTwoPrints() {
        BigDecimal last = BigDecimal.ZERO;
        BigDecimal before = BigDecimal.ZERO;
        for (JsonNode record : run.records()) {
            if (record.has("price") && List.of("trade", "feed-fault").contains(record.get("type").asString())) {
                before = last;
                last = price(record);
            }
            for (JsonNode decision : record.path("decisions")) {
                BigDecimal newest = last;
                BigDecimal second = before;
                decision.path("marks").valueStream().map(mark -> new BigDecimal(mark.asString())).forEach(mark ->
                        assertTrue(mark.compareTo(newest) == 0 || mark.compareTo(second) == 0, () -> "mark " + mark
                                + " but the last prints were " + second + " and " + newest + ": " + record));
            }
        }
    }

    @Test
    void tellsTheStoryInItsSummary() {
        for (String told : List.of("max drawdown", "tick to journal", "tick to order", "reducing  circuit-breaker",
                "halted    extreme-market", "active    resume by script", "1 triggered, filled at worst 4",
                home.resolve("journal").toString(), "reports/run.png")) {
            assertTrue(run.printed().contains(told), () -> told + " is missing in\n" + run.printed());
        }
        assertEquals("active", run.json().get("risk_state").asString());
        assertEquals(4, run.json().get("trades").get("finished").asInt());
        assertEquals(3, run.json().get("risk_changes").size());
        assertTrue(Files.isRegularFile(home.resolve("reports").resolve("run.png")));
    }

    @Test
    void namesTheInstrumentsOfEachStrategyAtTheStart() {
        JsonNode strategies = run.inputs("started").findFirst().orElseThrow().get("strategies");
        assertEquals(4, strategies.size());
        strategies.forEach(strategy -> assertEquals("[\"BTC/USD\"]", strategy.get("instruments").toString()));
    }

    @Test
    void namesTheAbsurdPrintInSummaryAndLog() throws IOException {
        JsonNode absurd = run.inputs("feed-fault").filter(print -> price(print).compareTo(BETWEEN) < 0).findFirst()
                .orElseThrow();
        String price = String.format(Locale.ROOT, "%,.2f", price(absurd));
        assertTrue(run.printed().contains(price + " refused at a mark of "), run.printed());
        String log = Files.readString(home.resolve("trading_logs.md"));
        long at = absurd.get("seq").asLong();
        assertTrue(log.matches("(?s).*### Record " + at + " [^\\n]*a print of BTC/USD at " + price + " is held back.*"),
                () -> price + " at " + at);
        assertTrue(log.contains("the print of BTC/USD in record " + at + " at " + price + " is refused"), log);
    }

    private static List<Made> riskState(String reason) {
        return run.decisions("risk-state").filter(change -> change.text("reason").equals(reason)).toList();
    }

    private static List<Made> submitted(String purpose) {
        return run.decisions("order").filter(order -> order.text("action").equals("submit")
                && order.text("purpose").equals(purpose)).toList();
    }

    private static List<JsonNode> sells() {
        return run.inputs("order-filled").filter(fill -> fill.get("side").asString().equals("sell")).toList();
    }

    private static BigDecimal price(JsonNode input) {
        return new BigDecimal(input.get("price").asString());
    }
}
