package org.gradus.engine.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/// Consumer threads on the cores they were given, seen with the eyes of the operating system.
class CorePinningTest {
    private static final Path STATUS = Path.of("/proc/thread-self/status");
    private static final int NO_SUCH_CORE = 1023;

    private final List<String> warnings = new CopyOnWriteArrayList<>();

    @Test
    void aThreadRunsOnItsCoreOnly() throws Exception {
        assumeTrue(Files.exists(STATUS), "needs " + STATUS);
        int core = Integer.parseInt(allowedCores().split("[-,]")[0]);
        assertEquals(Integer.toString(core), coresOfAThreadPinnedTo(core));
        assertEquals(List.of(), warnings);
    }

    @Test
    void aCoreThatIsNotThereIsAWarningAndTheThreadRuns() throws Exception {
        assumeTrue(Files.exists(STATUS), "needs " + STATUS);
        assertEquals(allowedCores(), coresOfAThreadPinnedTo(NO_SUCH_CORE));
        assertEquals(1, warnings.size());
        assertTrue(warnings.getFirst().contains("could not be pinned to core 1023"), warnings::getFirst);
    }

    @Test
    void aThreadWithoutAConfiguredCoreIsLeftAlone() {
        new CorePinning(List.of(), warnings::add).pin(0);
        assertEquals(List.of(), warnings);
    }

    private String coresOfAThreadPinnedTo(int core) throws InterruptedException, ExecutionException {
        FutureTask<String> pinned = new FutureTask<>(() -> {
            new CorePinning(List.of(core), warnings::add).pin(0);
            return allowedCores();
        });
        Thread.ofPlatform().start(pinned);
        return pinned.get();
    }

    private static String allowedCores() throws IOException {
        return Files.readAllLines(STATUS).stream().filter(line -> line.startsWith("Cpus_allowed_list:"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip()).findFirst().orElseThrow();
    }
}
