package org.gradus.adapters.strategy;

import static org.gradus.adapters.strategy.StrategyRun.strategy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.runtime.Difference;
import org.gradus.engine.runtime.RecoveryFailed;
import org.gradus.engine.strategy.Parameters;
import org.gradus.engine.strategy.UnusableStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A user's own strategy: from the example in the documentation to one that must not be.
class UserStrategiesTest {
    private static final Path GUIDE = Path.of(System.getProperty("gradus.root"), "docs/strategies.md");
    private static final String SKELETON = """
            package mine;
            import org.gradus.engine.strategy.*;
            public %s {
                int rationale;
                %s
                @Override public void declare(Declaration d) { rationale = d.rationale("because"); }
                @Override public void evaluate(BarView bar, Signal signal) { %s }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void runsTheExampleOfTheGuideOutOfAJar() throws Exception {
        Path jar = UserCode.jar(folder, Map.of("com.example.ThreeUp", example("ThreeUp")));
        StrategyRun run = new StrategyRun(folder, 8, strategy("three-up", "com.example.ThreeUp", "strategies.jar",
                Map.of("bars", "3")));
        run.whole(folder.resolve("home"));
        List<Journaled> records = StrategyRun.records(folder.resolve("home"));
        assertTrue(entries(records) >= 2, () -> entries(records) + " entries");
        Input.Started started = (Input.Started) records.getFirst().input();
        assertEquals(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar))),
                started.strategies().getFirst().codeHash());
        assertEquals("com.example.ThreeUp", started.strategies().getFirst().className());
    }

    @Test
    void replayNamesAStrategyThatRollsDice() {
        assertEquals("dice", namedByReplay("if (Math.random() < 0.5) signal.hold(rationale);"));
    }

    @Test
    void replayNamesAStrategyThatLooksAtTheClock() {
        assertEquals("dice", namedByReplay("signal.enter(rationale, 0.01 + System.nanoTime() % 1000 / 1e5);"));
    }

    @Test
    void replayNamesAStrategyThatGoesByTheOrderOfAHashSet() {
        assertEquals("dice", namedByReplay("""
                java.util.Set<Object> set = new java.util.HashSet<>(java.util.List.of(new Object(), new Object()));
                if (System.identityHashCode(set.iterator().next()) % 2 == 0) signal.hold(rationale);
                """));
    }

    @Test
    void replayNamesAStrategyWhoseStateDiffersBeforeItsDecisionsDo() {
        assertEquals("dice", namedByReplay("seen = System.identityHashCode(new Object());", """
                long seen;
                @Override public void visitState(org.gradus.engine.state.StateVisitor visitor) {
                    seen = visitor.visit(seen);
                }
                """));
    }

    @Test
    void aRestartNamesItToo() {
        StrategyRun run = dice("if (Math.random() < 0.5) signal.hold(rationale);");
        run.until(folder.resolve("home"), 1_500, true);
        String told = assertThrows(RecoveryFailed.class, () -> run.until(folder.resolve("home"), 2_000, true))
                .getMessage();
        assertTrue(told.endsWith("first to differ: strategy dice"), told);
    }

    @Test
    void aChangedJarIsAnotherEpochAndNotAFault() {
        Path home = folder.resolve("home");
        UserCode.jar(folder, Map.of("mine.One", source("class One implements Strategy", "",
                "signal.enter(rationale, 0.02);")));
        new StrategyRun(folder, 2, strategy("one", "mine.One", "strategies.jar", Map.of())).until(home, 600, true);
        UserCode.jar(folder, Map.of("mine.One", source("class One implements Strategy", "",
                "signal.hold(rationale);")));
        StrategyRun changed = new StrategyRun(folder, 2, strategy("one", "mine.One", "strategies.jar", Map.of()));
        changed.until(home, 900, false);
        List<Journaled> records = StrategyRun.records(home);
        assertEquals(2, records.stream().filter(record -> record.input() instanceof Input.Started).count());
        assertTrue(records.getLast().sequence() >= 900);
    }

    @Test
    void saysWhatIsWrongWithAJarOrAClass() throws IOException {
        UserCode.jar(folder, Map.of("mine.Plain", "package mine; public class Plain { }",
                "mine.Shy", source("class Shy implements Strategy", "private Shy() { }", ""),
                "mine.Angry", source("class Angry implements Strategy",
                        "public Angry() { throw new IllegalStateException(\"no\"); }", ""),
                "mine.Half", source("abstract class Half implements Strategy", "", "")));
        Files.writeString(folder.resolve("text.jar"), "no jar at all");
        assertFault("jar", "no such file: " + folder.resolve("missing.jar"), "mine.Plain", "missing.jar");
        assertFault("jar", "not a jar, or an empty one: " + folder.resolve("text.jar"), "mine.Plain", "text.jar");
        assertFault("kind", "no class mine.Gone in strategies.jar", "mine.Gone", "strategies.jar");
        assertFault("kind", "unknown strategy mine.Plain", "mine.Plain", "");
        assertFault("kind", "mine.Shy has no suitable constructor: expected a public one with (Parameters) or ()",
                "mine.Shy", "strategies.jar");
        assertFault("kind", "the constructor of mine.Angry throws java.lang.IllegalStateException: no", "mine.Angry",
                "strategies.jar");
        assertFault("kind", "mine.Half cannot be made: expected a public class, not abstract", "mine.Half",
                "strategies.jar");
        assertFault("kind", "mine.Plain is no strategy: expected a class that implements "
                + "org.gradus.engine.strategy.Strategy, or a ta4j one: a ta4j Strategy with a constructor "
                + "(BarSeries), a Function<BarSeries, Strategy>, or a class with a static buildStrategy(BarSeries)",
                "mine.Plain",
                "strategies.jar");
    }

    private void assertFault(String key, String message, String kind, String jar) {
        UnusableStrategy fault = assertThrows(UnusableStrategy.class,
                () -> new UserStrategies(folder, folder).create(kind, jar, new Parameters(Map.of())));
        assertEquals(key + ": " + message, fault.key() + ": " + fault.getMessage());
    }

    private String namedByReplay(String body) {
        return namedByReplay(body, "");
    }

    private String namedByReplay(String body, String members) {
        StrategyRun run = dice(body, members);
        run.until(folder.resolve("home"), Long.MAX_VALUE, false);
        Difference difference = run.replay(folder.resolve("home")).orElseThrow();
        assertTrue(difference.sequence() > 1);
        return difference.strategy();
    }

    private StrategyRun dice(String body) {
        return dice(body, "");
    }

    private StrategyRun dice(String body, String members) {
        UserCode.jar(folder, Map.of("mine.Dice", source("class Dice implements Strategy", members, body)));
        return new StrategyRun(folder, 4, strategy("calm", "macd-trend", "", Map.of()),
                strategy("dice", "mine.Dice", "strategies.jar", Map.of()));
    }

    private static String source(String declaration, String members, String body) {
        return SKELETON.formatted(declaration, members, body);
    }

    private static long entries(List<Journaled> records) {
        return records.stream().flatMap(record -> record.decisions().stream()).filter(decision ->
                decision instanceof Decision.OrderDecision order && order.action() == OrderAction.SUBMIT
                        && !order.reduces()).count();
    }

    /// The class of this name as the guide shows it.
    private static String example(String name) throws IOException {
        Matcher block = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL).matcher(Files.readString(GUIDE));
        while (block.find()) {
            if (block.group(1).contains("class " + name + " ")) {
                return block.group(1);
            }
        }
        throw new IllegalStateException("the guide shows no class " + name);
    }
}
