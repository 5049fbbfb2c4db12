package org.gradus.engine.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.Stage;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.runtime.EngineConfig;
import org.gradus.engine.runtime.EngineConfig.Topology;
import org.gradus.engine.runtime.SimulatedEngine;
import org.gradus.engine.runtime.SimulatedRun;
import org.gradus.engine.runtime.Telemetry;
import org.gradus.engine.runtime.TestConfigs;
import org.gradus.engine.strategy.StrategyFactory;
import org.gradus.engine.tape.MergedTape;
import org.gradus.engine.tape.SyntheticTape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No mutable object is reachable from two stages, so that each may have a thread of its own.
class OwnershipTest {
    private static final long HOUR_NS = TestConfigs.HOUR_NS;
    private static final long START_NS = 1_385_337_600L * TestConfigs.SECOND_NS;

    /// What a report of the simulated market begins with; on the publishing thread only.
    private static final String BLANK = "sim.MarketReport.BLANK";
    /// Tables made with their class and only read.
    private static final Set<String> TABLES = Set.of("core.OperatorDesk.RELEASES", "domain.FixedPoint.POWERS",
            "domain.OrderState.MOVES", "risk.RiskGate.RULES", "state.StateLayout.NAMES", BLANK);
    /// An enum's constants by their code.
    private static final String BY_CODE = ".BY_CODE";
    private static final List<Field> STATICS = statics();

    @TempDir
    private Path home;

    @Test
    void noMutableObjectIsReachableFromTwoStages() throws Exception {
        Map<String, String> tables = tables();
        EngineConfig config = TestConfigs.demo();
        SimulatedRun run = new SimulatedRun(config, TestConfigs.origin(config, List.of("made up")),
                home.resolve("journal"), home.resolve("seal"), Topology.DIRECT);
        try (MergedTape tape = new MergedTape(List.of(tape(config)));
             SimulatedEngine engine = new SimulatedEngine(run, StrategyFactory.builtIns(), tape,
                     new Telemetry(() -> 0))) {
            while (engine.step()) {
                // Every lazily made object is there at the end.
            }
            Object pipeline = read(read(engine, "chassis"), "pipeline");
            Stage[] stages = (Stage[]) read(read(pipeline, "stages"), "stages");
            assertEquals(List.of("MarketStage", "DecisionStage", "JournalStage", "RouterStage", "Telemetry"),
                    List.of(stages).stream().map(stage -> stage.getClass().getSimpleName()).toList());
            assertEquals(Set.of(), shared(stages, (EventSlot) read(pipeline, "slot")));
            assertEquals(tables, tables(), "nobody has written to a table");
        }
    }

    /// What hangs on a class is reachable from every stage.
    @Test
    void noStaticFieldHoldsAnythingThatChangesButTablesThatNobodyWrites() throws Exception {
        Set<String> mutable = new TreeSet<>();
        for (Field field : STATICS) {
            if (!isTable(field) && !ObjectGraph.mutableFrom(field.get(null)).isEmpty()) {
                mutable.add(name(field));
            }
        }
        assertEquals(Set.of(), mutable);
        assertEquals(TABLES, tables().keySet().stream().filter(name -> !name.endsWith(BY_CODE))
                .collect(Collectors.toSet()));
    }

    private static boolean isTable(Field field) {
        return (field.getType().isArray() || name(field).equals(BLANK)) && Modifier.isPrivate(field.getModifiers());
    }

    private static Map<String, String> tables() throws IllegalAccessException {
        Map<String, String> tables = new TreeMap<>();
        for (Field field : STATICS) {
            if (isTable(field)) {
                tables.put(name(field), Arrays.deepToString(new Object[] {field.get(null)}));
            }
        }
        return tables;
    }

    private static List<Field> statics() {
        List<Field> statics = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                // The generated codecs hold constants only.
                .withImportOption(location -> !location.contains("/codec/sbe/"))
                .importPackages("org.gradus.engine")) {
            for (Field field : type.reflect().getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && !field.isSynthetic() && !field.getType().isPrimitive()) {
                    field.setAccessible(true);
                    statics.add(field);
                }
            }
        }
        return statics;
    }

    private static String name(Field field) {
        return field.getDeclaringClass().getName().substring("org.gradus.engine.".length()) + "." + field.getName();
    }

    @Test
    void aSharedArrayIsFound() {
        int[] shared = {1};
        record Holder(List<int[]> inside) {
        }

        assertEquals(Set.of(int[].class.getName()), common(
                List.of(ObjectGraph.mutableFrom(new Holder(List.of(shared))), ObjectGraph.mutableFrom((Object) shared)),
                Set.of()));
    }

    /// The slot is what is handed on, from stage to stage and to the next round: it is the message itself, and the
    /// only thing they may have in common. With it goes the memory it lies in.
    private static Set<String> shared(Stage[] stages, EventSlot slot) {
        List<Set<Object>> owned = new ArrayList<>();
        for (Stage stage : stages) {
            Set<Object> mutable = ObjectGraph.mutableFrom(stage);
            assertTrue(mutable.contains(stage) || mutable.size() > 1, stage.getClass().getSimpleName());
            owned.add(mutable);
        }
        assertTrue(common(owned, Set.of()).contains(EventSlot.class.getName()), "the walk does not even find the slot");
        return common(owned, ObjectGraph.mutableFrom(slot));
    }

    private static Set<String> common(List<Set<Object>> owned, Set<Object> handedOn) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<String> twice = new TreeSet<>();
        for (Set<Object> mutable : owned) {
            for (Object object : mutable) {
                if (!handedOn.contains(object) && !seen.add(object)) {
                    twice.add(object.getClass().getName());
                }
            }
        }
        return twice;
    }

    private static Object read(Object object, String name) throws ReflectiveOperationException {
        Class<?> type = object.getClass();
        while (Arrays.stream(type.getDeclaredFields()).noneMatch(each -> each.getName().equals(name))) {
            type = type.getSuperclass();
        }
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(object);
    }

    private static SyntheticTape tape(EngineConfig config) {
        List<SyntheticTape.Phase> phases = List.of(
                new SyntheticTape.Phase("rise", 6 * HOUR_NS, FixedPoint.parse("0.15"), FixedPoint.parse("0.004"), 6, 0),
                new SyntheticTape.Phase("fall", 2 * HOUR_NS, FixedPoint.parse("-0.3"), FixedPoint.parse("0.004"), 6,
                0));
        return new SyntheticTape(config.instruments().getFirst().instrument(), 0,
                new SyntheticTape.Script(7, START_NS, FixedPoint.parse("800"), phases));
    }
}
