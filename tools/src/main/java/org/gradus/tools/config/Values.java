package org.gradus.tools.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;

/// What the user wrote, from what the HOCON library made of it.
final class Values {
    private Values() {
    }

    /// The text of a scalar as written: the library parses `0.10` to a double, but remembers the text, and gives it
    /// back to who asks for a string.
    static String text(ConfigValue scalar) {
        return scalar.atKey("value").getString("value").strip();
    }

    /// The same for messages, of anything.
    static String shown(ConfigValue value) {
        if (value instanceof ConfigObject) {
            return "{ … }";
        }
        return value instanceof ConfigList ? "[ … ]" : text(value);
    }
}
