package org.gradus.tools.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValueFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gradus.engine.runtime.EngineConfig;

/// The way from files, `--set` and `--tape` to a checked configuration, and from a recorded text back to it. What is
/// wrong is thrown as one [InvalidConfig] with every fault in it.
public final class Settings {
    private final Path workingFolder;
    private final Path projectRoot;
    private final StrategyCatalog catalog;

    /// @param workingFolder  relative paths start here
    /// @param projectRoot    where `config/` lies, and what `{project}` stands for
    public Settings(Path workingFolder, Path projectRoot, StrategyCatalog catalog) {
        this.workingFolder = workingFolder.toAbsolutePath().normalize();
        this.projectRoot = projectRoot.toAbsolutePath().normalize();
        this.catalog = catalog;
    }

    /// @param file   from the working folder, or else from the project's
    /// @param sets   `key=value`, each over what the files say
    /// @param tapes  `FILE` or `SYMBOL=FILE`, instead of the tapes in config; empty to keep those
    public RunConfig load(String file, List<String> sets, List<String> tapes) {
        Report report = new Report(file, workingFolder);
        Path path = workingFolder.resolve(file);
        if (!ConfigTree.exists(path)) {
            path = projectRoot.resolve(file);
        }
        if (!ConfigTree.exists(path)) {
            throw new InvalidConfig(List.of(new Fault(file, 0, "", null, "no such file, neither here nor in "
                + projectRoot)));
        }
        ConfigObject root = ConfigTree.read(path, projectRoot.resolve("config"), sets, report);
        TapeSettings tapeSettings = new TapeSettings(workingFolder, projectRoot, true);
        return new RunReader(withTapes(root, tapes), report, catalog, tapeSettings).read(nameOf(path));
    }

    /// The configuration that an epoch recorded as [EngineConfig#resolvedText()].
    public EngineConfig recorded(String resolvedText) {
        return recordedRun(resolvedText).engine();
    }

    /// The same with its tapes, whose files may be gone by now.
    public RunConfig recordedRun(String resolvedText) {
        Report report = new Report("recorded configuration", workingFolder);
        ConfigObject root = ConfigTree.recorded(resolvedText, report);
        return new RunReader(root, report, catalog, new TapeSettings(workingFolder, projectRoot, false))
            .read("recorded");
    }

    /// One word of the configuration that an epoch recorded; empty where it has none.
    public static Optional<String> recordedText(String resolvedText, String path) {
        Config recorded = ConfigFactory.parseString(resolvedText);
        return recorded.hasPath(path) ? Optional.of(recorded.getString(path)) : Optional.empty();
    }

    private static ConfigObject withTapes(ConfigObject root, List<String> tapes) {
        if (tapes.isEmpty()) {
            return root;
        }
        List<Map<String, Object>> sections = new ArrayList<>();
        for (String tape : tapes) {
            Map<String, Object> section = new TreeMap<>();
            int equals = tape.indexOf('=');
            section.put("file", tape.substring(equals + 1));
            if (equals > 0) {
                section.put("symbol", tape.substring(0, equals));
            }
            sections.add(section);
        }
        return root.withValue("tapes", ConfigValueFactory.fromIterable(sections, "--tape"));
    }

    private static String nameOf(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
