package org.gradus.tools.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.syntax.GivenSlices;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who may know whom across modules, and which libraries stay where.
class ModuleBoundaryTest {
    private static final String ALPACA = "org.gradus.adapters.alpaca..";
    private static final String FINNHUB = "org.gradus.adapters.finnhub..";
    private static final String TAAPI = "org.gradus.adapters.taapi..";
    /// Another module's tests come as a folder from `mvn test`, but as a jar, which ArchUnit takes for main code, from
    /// `mvn verify`.
    private static final JavaClasses GRADUS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar!"))
            .withImportOption(location -> !location.contains("/codec/sbe/")).importPackages("org.gradus");

    @Test
    void modulesDependTowardsTheEngine() {
        outside("org.gradus.engine..", "org.gradus.adapters..", "org.gradus.tools..").check(GRADUS);
        outside("org.gradus.adapters..", "org.gradus.tools..").check(GRADUS);
    }

    @Test
    void librariesOfTheOutsideWorldStayInTheAdapters() {
        outside("org.gradus.engine..", "okhttp3..", "tools.jackson..", "org.ta4j..").check(GRADUS);
        outside("org.gradus.tools..", "okhttp3..", "org.ta4j..").check(GRADUS);
    }

    @Test
    void onlyTheJournalKnowsChronicle() {
        outside("org.gradus.tools..", "net.openhft.chronicle..").check(GRADUS);
        outside("org.gradus.adapters..", "net.openhft.chronicle..").check(GRADUS);
    }

    @Test
    void configurationAndCommandLineLibrariesStayInTheTools() {
        outside("org.gradus.engine..", "picocli..", "com.typesafe..").check(GRADUS);
        outside("org.gradus.adapters..", "picocli..", "com.typesafe..").check(GRADUS);
    }

    @Test
    void noTwoPackagesOfTheAdaptersDependOnEachOther() {
        withoutCircles(slices().matching("org.gradus.adapters.(**)")).check(GRADUS);
    }

    @Test
    void aCircleIsNoticed() {
        GivenSlices halves = slices().assignedFrom(new HalvesOfTheAlphabet());
        assertTrue(withoutCircles(halves).evaluate(GRADUS).hasViolation());
    }

    @Test
    void oneServicesAdapterKnowsNothingOfAnothers() {
        outside("org.gradus.adapters.wire..", "org.gradus.adapters.service..", ALPACA, FINNHUB, TAAPI).check(GRADUS);
        outside("org.gradus.adapters.service..", ALPACA, FINNHUB, TAAPI).check(GRADUS);
        outside(ALPACA, "org.gradus.adapters.service..", FINNHUB, TAAPI).check(GRADUS);
        outside(FINNHUB, ALPACA, TAAPI).check(GRADUS);
        outside(TAAPI, ALPACA, FINNHUB).check(GRADUS);
    }

    /// A mistake that both made would hide in each from the other.
    @Test
    void theVenueSharesNothingWithTheAdapterItProves() {
        outside("org.gradus.adapters.venue..", ALPACA, "org.gradus.adapters.wire..").check(GRADUS);
        outside(ALPACA, "org.gradus.adapters.venue..").check(GRADUS);
    }

    @Test
    void allThreeModulesAreLookedAt() {
        for (String module : List.of("engine", "adapters", "tools")) {
            assertTrue(GRADUS.stream().anyMatch(c -> c.getPackageName().startsWith("org.gradus." + module)), module);
        }
        assertTrue(outside("org.gradus.tools..", "org.gradus.engine..").evaluate(GRADUS).hasViolation());
    }

    private static ArchRule withoutCircles(GivenSlices slices) {
        return slices.should().beFreeOfCycles();
    }

    /// Classes by their first letters: what begins with A to M and what comes behind depend on each other.
    private static final class HalvesOfTheAlphabet implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            boolean early = type.getSimpleName().compareTo("N") < 0;
            return type.getPackageName().startsWith("org.gradus.adapters")
                    ? SliceIdentifier.of(early ? "A to M" : "N to Z") : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "halves of the alphabet";
        }
    }

    private static ArchRule outside(String who, String... what) {
        return noClasses().that().resideInAPackage(who).should().dependOnClassesThat().resideInAnyPackage(what);
    }
}
