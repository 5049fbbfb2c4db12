package org.gradus.tools.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Resolves `${…}`. One that leads nowhere is reported, and a mark takes its place, so that it does not hide what else
/// is wrong; whatever holds the mark is bad and needs no second fault.
final class Unresolved {
    /// No file can hold it by accident.
    private static final String MARK = "\u0000unresolved\u0000";
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{\\??([^}]+)\\}");
    private static final ConfigResolveOptions FILES_ONLY = ConfigResolveOptions.noSystem();

    private Unresolved() {
    }

    static ConfigObject resolve(Config config, Report report) {
        Config marks = ConfigFactory.empty();
        while (true) {
            try {
                return marks.withFallback(config).resolve(FILES_ONLY).root();
            } catch (ConfigException.UnresolvedSubstitution nowhere) {
                Matcher reference = REFERENCE.matcher(String.valueOf(nowhere.getMessage()));
                if (!reference.find() || marks.hasPath(reference.group(1))) {
                    throw nowhere;
                }
                report.add(nowhere.origin(), "", null, reference.group() + " stands for a key that is nowhere set");
                marks = marks.withValue(reference.group(1), ConfigValueFactory.fromAnyRef(MARK));
            }
        }
    }

    /// Whether there is nothing in it but marks: a key that only a reference names.
    static boolean only(ConfigValue value) {
        return value instanceof ConfigObject object
                ? !object.isEmpty() && object.values().stream().allMatch(Unresolved::only) : in(value);
    }

    /// Whether a text holds the mark.
    static boolean in(ConfigValue value) {
        return !(value instanceof ConfigObject) && !(value instanceof ConfigList)
                && String.valueOf(value.unwrapped()).contains(MARK);
    }
}
