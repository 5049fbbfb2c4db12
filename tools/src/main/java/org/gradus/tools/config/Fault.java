package org.gradus.tools.config;

import org.jspecify.annotations.Nullable;

/// One thing wrong with a configuration.
///
/// @param file     as the user would type it, or `--set`
/// @param line     from 1; 0 when the fault is something that is not there
/// @param key      the whole path, such as `risk.trade-size`
/// @param value    as written; null when there is none, or when it may not be shown
/// @param problem  in words, with what was expected
public record Fault(String file, int line, String key, @Nullable String value, String problem) {
    @Override
    public String toString() {
        String place = line > 0 ? file + ":" + line : file;
        String subject = value == null ? key : key + " = " + value;
        return subject.isEmpty() ? place + ": " + problem : place + ": " + subject + ": " + problem;
    }
}
