package org.gradus.tools.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigOriginFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts `--set key=value` into a configuration. A key walks down objects by name and lists by position or by the
/// element's own `name` or `symbol`: `risk.trade-size`, `strategies.macd-trend.budget`, `instruments.0.tick`. The
/// result goes through the same checks as the files.
final class Overrides {
    private static final ConfigOrigin ORIGIN = ConfigOriginFactory.newSimple("--set");
    private static final ConfigParseOptions AS_SET = ConfigParseOptions.defaults().setOriginDescription("--set");

    private Overrides() {
    }

    static ConfigObject apply(ConfigObject root, List<String> sets, Report report) {
        ConfigObject changed = root;
        for (String set : sets) {
            int equals = set.indexOf('=');
            if (equals <= 0) {
                report.add(ORIGIN, set, null, "expected key=value");
            } else {
                changed = apply(changed, set.substring(0, equals).strip(), set.substring(equals + 1).strip(), report);
            }
        }
        return changed;
    }

    private static ConfigObject apply(ConfigObject root, String key, String text, Report report) {
        try {
            List<String> path = ConfigUtil.splitPath(key);
            ConfigValue value = value(text);
            return (ConfigObject) with(root, path, value);
        } catch (ConfigException e) {
            report.add(ORIGIN, key, Secrets.looksSecret(key) ? null : text, "not a key such as risk.trade-size: "
                + e.getMessage());
        } catch (IllegalArgumentException e) {
            report.add(ORIGIN, key, Secrets.looksSecret(key) ? null : text, e.getMessage());
        }
        return root;
    }

    /// As HOCON where it is that, so that lists can be set; else the text itself, so that paths need no quotes.
    private static ConfigValue value(String text) {
        try {
            return ConfigFactory.parseString("value = " + text, AS_SET).root().get("value").withOrigin(ORIGIN);
        } catch (ConfigException | NullPointerException e) {
            return ConfigValueFactory.fromAnyRef(text, "--set").withOrigin(ORIGIN);
        }
    }

    private static ConfigValue with(@Nullable ConfigValue in, List<String> path, ConfigValue value) {
        if (path.isEmpty()) {
            return value;
        }
        String step = path.getFirst();
        List<String> rest = path.subList(1, path.size());
        return switch (in) {
            case null -> empty().withValue(step, with(null, rest, value));
            case ConfigObject object -> object.withValue(step, with(object.get(step), rest, value));
            case ConfigList list -> inList(list, step, rest, value);
            default -> throw new IllegalArgumentException("there is nothing below " + Values.shown(in) + " to set "
                + step + " in");
        };
    }

    private static ConfigValue inList(ConfigList list, String step, List<String> rest, ConfigValue value) {
        List<ConfigValue> elements = new ArrayList<>(list);
        int index = indexOf(list, step);
        elements.set(index, with(list.get(index), rest, value));
        return ConfigValueFactory.fromIterable(elements).withOrigin(list.origin());
    }

    private static int indexOf(ConfigList list, String step) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String name = name(list.get(i));
            if (step.equals(Integer.toString(i)) || step.equals(name)) {
                return i;
            }
            names.add(name == null ? Integer.toString(i) : name);
        }
        throw new IllegalArgumentException("there is no " + step + ", expected one of " + String.join(", ", names));
    }

    private static @Nullable String name(ConfigValue element) {
        if (element instanceof ConfigObject object) {
            ConfigValue name = object.containsKey("name") ? object.get("name") : object.get("symbol");
            return name == null ? null : Values.shown(name);
        }
        return null;
    }

    private static ConfigObject empty() {
        return ConfigFactory.empty().root().withOrigin(ORIGIN);
    }
}
