package org.gradus.engine.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The boundaries of the design, held against the compiled classes.
class BoundaryTest {
    /// From first to last: a package may know those before it.
    private static final List<String> FLOW = List.of("domain", "state", "message", "codec", "tape", "ingress",
            "indicator", "market", "strategy", "portfolio", "order", "risk", "core", "journal", "egress", "sim",
            "runtime");
    private static final JavaClasses ENGINE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            // The generated codecs are large and obey their generator.
            .withImportOption(location -> !location.contains("/codec/sbe/")).importPackages("org.gradus.engine");
    private static final DescribedPredicate<JavaClass> CORE = in("domain", "state", "message", "codec", "market",
            "indicator", "strategy", "portfolio", "order", "risk", "core").as("the core");

    private static DescribedPredicate<JavaClass> in(String... packages) {
        return resideInAnyPackage(Arrays.stream(packages).map(p -> "org.gradus.engine." + p).toArray(String[]::new));
    }

    private static DescribedPredicate<JavaClass> engineBut(String... packages) {
        return resideInAPackage("org.gradus.engine..").and(not(in(packages))).as("the engine but " + List.of(packages));
    }

    private static void holds(Boundary boundary, DescribedPredicate<JavaClass> who) {
        boundary.over(who).check(ENGINE);
    }

    @Test
    void theCoreKnowsOnlyPlainValuesAndBuffers() {
        holds(Boundary.KNOWS_ONLY_VALUES, CORE);
    }

    @Test
    void theCoreIsAPureFunctionOfItsInputs() {
        holds(Boundary.READS_NO_CLOCK, CORE);
        holds(Boundary.ASKS_THE_SYSTEM_FOR_NOTHING, CORE);
        holds(Boundary.DRAWS_NOTHING_AND_HASHES_NO_IDENTITY, CORE);
        holds(Boundary.FORMATS_WITHOUT_A_LOCALE, CORE);
        holds(Boundary.COMPUTES_EXACTLY, CORE);
        holds(Boundary.ITERATES_IN_A_DEFINED_ORDER, CORE);
    }

    @Test
    void theSimulatedMarketIsAsPureAsTheCore() {
        DescribedPredicate<JavaClass> simulation = in("sim", "tape", "ingress");
        holds(Boundary.READS_NO_CLOCK, in("sim", "tape"));
        holds(Boundary.ASKS_THE_SYSTEM_FOR_NOTHING, simulation);
        holds(Boundary.DRAWS_NOTHING_AND_HASHES_NO_IDENTITY, simulation);
        holds(Boundary.FORMATS_WITHOUT_A_LOCALE, simulation);
        holds(Boundary.COMPUTES_EXACTLY, simulation);
        holds(Boundary.ITERATES_IN_A_DEFINED_ORDER, simulation);
    }

    @Test
    void onlyTheWiringAndTheDoorMayReadAClock() {
        holds(Boundary.READS_NO_CLOCK, engineBut("runtime", "ingress"));
    }

    @Test
    void moneyAndQuantitiesAreNeverFloatingPoint() {
        holds(Boundary.COUNTS_MONEY_IN_LONGS, in("domain", "portfolio", "order", "risk", "sim"));
    }

    @Test
    void nothingIsSharedThroughStaticFields() {
        holds(Boundary.HAS_NO_MUTABLE_STATICS, resideInAPackage("org.gradus.engine.."));
    }

    @Test
    void theEngineDoesNotPrint() {
        holds(Boundary.DOES_NOT_PRINT, resideInAPackage("org.gradus.engine.."));
    }

    @Test
    void onlyTheJournalPackageKnowsChronicle() {
        holds(Boundary.KNOWS_NO_CHRONICLE, engineBut("journal"));
    }

    @Test
    void theEngineKnowsNothingOfAdaptersAndTools() {
        holds(Boundary.KNOWS_NO_ADAPTED_LIBRARY, resideInAPackage("org.gradus.engine.."));
    }

    @Test
    void packagesDependInTheOrderOfTheFlow() {
        inOrder(FLOW).check(ENGINE);
    }

    @Test
    void everyPackageHasItsPlaceInTheFlow() {
        List<String> found = ENGINE.stream().map(JavaClass::getPackageName).distinct().sorted()
                .map(name -> name.substring("org.gradus.engine.".length())).toList();
        assertTrue(FLOW.containsAll(found), () -> "without a place: " + found);
        assertTrue(found.containsAll(FLOW), () -> "only a name: " + FLOW);
    }

    @Test
    void theOrderOfTheFlowIsAskedFor() {
        List<String> turned = FLOW.reversed();
        assertTrue(inOrder(turned).evaluate(ENGINE).hasViolation());
    }

    @ParameterizedTest
    @EnumSource
    void everyBoundaryNoticesWhoBreaksIt(Boundary boundary) {
        JavaClasses examples = new ClassFileImporter().importClasses(Trespassers.of(boundary), Trespassers.class);
        assertTrue(boundary.over(resideInAPackage("..architecture..")).evaluate(examples).hasViolation());
    }

    @Test
    void eachQuestionToTheSystemIsNoticed() {
        JavaClasses asker = new ClassFileImporter().importClasses(Trespassers.Asker.class);
        assertEquals(Trespassers.Asker.QUESTIONS, Boundary.ASKS_THE_SYSTEM_FOR_NOTHING
                .over(resideInAPackage("..architecture..")).evaluate(asker).getFailureReport().getDetails().size());
    }

    private static LayeredArchitecture inOrder(List<String> packages) {
        LayeredArchitecture layers = Architectures.layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String name : packages) {
            layers = layers.layer(name).definedBy("org.gradus.engine." + name + "..");
        }
        for (int i = 0; i < packages.size(); i++) {
            List<String> users = packages.subList(i + 1, packages.size());
            layers = users.isEmpty() ? layers.whereLayer(packages.get(i)).mayNotBeAccessedByAnyLayer()
                    : layers.whereLayer(packages.get(i)).mayOnlyBeAccessedByLayers(users.toArray(String[]::new));
        }
        return layers;
    }
}
