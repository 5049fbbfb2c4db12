package org.gradus.tools.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import com.typesafe.config.ConfigValueFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads HOCON files into one tree, with includes and `--set` values in place. It sees neither the environment nor
/// system properties: the files and the command line are the whole configuration.
final class ConfigTree {
    private static final String CIRCLE = "include statements nested";

    private ConfigTree() {
    }

    /// @param shared  the folder that included files are taken from when they do not lie beside the including one
    static ConfigObject read(Path file, Path shared, List<String> sets, Report report) {
        ConfigParseOptions options = ConfigParseOptions.defaults()
                .setSyntax(ConfigSyntax.CONF)
                .setAllowMissing(false)
                .setIncluder(new Includes(shared));
        return parsed(() -> Overrides.apply(Unresolved.resolve(
            ConfigFactory.parseFile(file.toFile(), options), report), sets, report),
            report);
    }

    /// A recorded configuration, all of it on one line.
    static ConfigObject recorded(String text, Report report) {
        ConfigParseOptions options = ConfigParseOptions.defaults()
                .setSyntax(ConfigSyntax.JSON)
                .setOriginDescription("recorded configuration");
        return parsed(() -> withLaterKeys(ConfigFactory.parseString(text, options)).root(), report);
    }

    /// What a build before them knew nothing of, in the meaning it had then.
    private static Config withLaterKeys(Config recorded) {
        boolean older = recorded.hasPath("alpaca") && !recorded.hasPath("alpaca.hours");
        Config hours = older ? recorded.withValue("alpaca.hours.entry-margin", ConfigValueFactory.fromAnyRef("0 s"))
            : recorded;
        boolean ageless = hours.hasPath("risk.stops") && !hours.hasPath("risk.stops.place");
        return ageless ? hours.withValue("risk.stops.place", ConfigValueFactory.fromAnyRef("30 d")) : hours;
    }

    static boolean exists(@Nullable Path file) {
        return file != null && Files.isRegularFile(file);
    }

    private static ConfigObject parsed(java.util.function.Supplier<ConfigObject> reading, Report report) {
        try {
            return reading.get();
        } catch (ConfigException e) {
            report.add(e.origin(), "", null, withoutPlace(e));
            report.throwIfAny();
            throw e;
        }
    }

    /// The library puts the place in front of its messages; the fault has its own.
    private static String withoutPlace(ConfigException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains(CIRCLE)) {
            return "a file includes itself, or another one that includes it again";
        }
        String place = e.origin() == null ? "" : e.origin().description() + ": ";
        return !place.isEmpty() && message.startsWith(place) ? message.substring(place.length()) : message;
    }
}
