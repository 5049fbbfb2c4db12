package org.gradus.tools.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseable;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Finds included files: beside the including one, else in the folder of shipped configurations, so that a user's own
/// file can include `base.conf` from anywhere. Unlike the library's own rule, a missing file is an error: its values
/// would be missing too.
record Includes(Path shared) implements ConfigIncluder {
    @Override
    public ConfigIncluder withFallback(ConfigIncluder fallback) {
        return this;
    }

    @Override
    public ConfigObject include(ConfigIncludeContext context, String what) {
        ConfigParseable beside = context.relativeTo(what);
        if (beside != null && ConfigTree.exists(path(beside))) {
            return beside.parse(context.parseOptions());
        }
        Path shipped = shared.resolve(what);
        if (ConfigTree.exists(shipped)) {
            return com.typesafe.config.ConfigFactory.parseFile(shipped.toFile(), context.parseOptions()).root();
        }
        throw new ConfigException.Generic("cannot include \"" + what + "\": no such file beside this one or in "
            + shared);
    }

    private static @Nullable Path path(ConfigParseable file) {
        String name = file.origin().filename();
        return name == null ? null : Path.of(name);
    }
}
