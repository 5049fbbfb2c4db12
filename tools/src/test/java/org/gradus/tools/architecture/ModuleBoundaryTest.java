package org.gradus.tools.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who may know whom across modules, and which libraries stay where.
class ModuleBoundaryTest {
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
    void allThreeModulesAreLookedAt() {
        for (String module : List.of("engine", "adapters", "tools")) {
            assertTrue(GRADUS.stream().anyMatch(c -> c.getPackageName().startsWith("org.gradus." + module)), module);
        }
        assertTrue(outside("org.gradus.tools..", "org.gradus.engine..").evaluate(GRADUS).hasViolation());
    }

    private static ArchRule outside(String who, String... what) {
        return noClasses().that().resideInAPackage(who).should().dependOnClassesThat().resideInAnyPackage(what);
    }
}
