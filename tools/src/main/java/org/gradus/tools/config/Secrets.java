package org.gradus.tools.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.Locale;
import java.util.Set;

/// Refuses keys that look like secrets, wherever they stand: configurations are recorded in journals and shown in
/// reports, so secrets come from the environment only. The value is never shown.
final class Secrets {
    private static final Set<String> WORDS = Set.of(
            "key", "apikey", "keyid", "secret", "secrets", "password", "passwd", "passphrase", "token", "credential",
            "credentials");

    private Secrets() {
    }

    static boolean looksSecret(String key) {
        String words = key.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
        for (String word : words.split("[^a-z0-9]+")) {
            if (WORDS.contains(word)) {
                return true;
            }
        }
        return false;
    }

    static void refuse(ConfigObject object, String path, Report report) {
        for (var entry : object.entrySet()) {
            String place = path + entry.getKey();
            if (looksSecret(entry.getKey())) {
                report.add(entry.getValue().origin(), place, null,
                        "looks like a secret; secrets come from the environment only and are never written to a file");
            } else {
                refuse(entry.getValue(), place, report);
            }
        }
    }

    private static void refuse(ConfigValue value, String place, Report report) {
        if (value instanceof ConfigObject object) {
            refuse(object, place + ".", report);
        } else if (value instanceof ConfigList list) {
            for (int i = 0; i < list.size(); i++) {
                refuse(list.get(i), place + "." + i, report);
            }
        }
    }
}
