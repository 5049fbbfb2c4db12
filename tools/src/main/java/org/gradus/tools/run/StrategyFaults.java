package org.gradus.tools.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gradus.engine.runtime.RunningEngine;
import org.gradus.tools.log.ThrownMessages;

/// What strategies threw in this process, whole, for those who wrote them: the journal has class and place only.
final class StrategyFaults implements ThrownMessages {
    private final Map<Integer, Throwable> thrown = new TreeMap<>();

    static StrategyFaults of(RunningEngine engine, int strategies) {
        StrategyFaults faults = new StrategyFaults();
        for (int strategy = 0; strategy < strategies; strategy++) {
            Throwable fault = engine.thrown(strategy);
            if (fault != null) {
                faults.thrown.put(strategy, fault);
            }
        }
        return faults;
    }

    @Override
    public String of(int strategy) {
        return ThrownMessages.shown(thrown.get(strategy));
    }

    /// Writes the stack traces down.
    ///
    /// @return the file; empty when nothing was thrown
    Optional<Path> write(Path file) {
        if (thrown.isEmpty()) {
            return Optional.empty();
        }
        try {
            Files.createDirectories(file.getParent());
            try (PrintWriter out = new PrintWriter(file.toFile(), StandardCharsets.UTF_8)) {
                thrown.values().forEach(fault -> fault.printStackTrace(out));
            }
            return Optional.of(file);
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot write " + file, refused);
        }
    }
}
