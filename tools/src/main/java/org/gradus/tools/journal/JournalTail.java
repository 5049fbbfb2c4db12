package org.gradus.tools.journal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.gradus.engine.message.Journaled;
import org.gradus.tools.config.Spelling;
import org.jspecify.annotations.Nullable;

/// Turns records one by one into the lines of the export, keeping those of one type. It must see a journal from its
/// first record, because names stand in the `started` records only. Used by one thread.
public final class JournalTail {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final JournalExport export = JournalExport.json(bytes);
    private final @Nullable String asType;
    private final @Nullable String asKind;

    /// @param type the `type` of an input or the `kind` of a decision; null for every record
    /// @throws IllegalArgumentException when the export knows no such name
    public JournalTail(@Nullable String type) {
        List<String> known = Stream.concat(InputType.NAMES.stream(), DecisionFields.KINDS.stream()).toList();
        if (type != null && !known.contains(type)) {
            String guess = Spelling.nearest(type.toLowerCase(Locale.ROOT), known);
            throw new IllegalArgumentException("--type " + type + (guess.isEmpty()
                ? ": expected one of " + String.join(", ", known) : guess));
        }
        asType = type == null ? null : "\"type\":\"" + type + "\"";
        asKind = type == null ? null : "\"kind\":\"" + type + "\"";
    }

    /// The record's line, without an end of line; empty when it is of another type.
    public Optional<String> line(Journaled record) {
        export.write(record);
        export.finish();
        String line = bytes.toString(StandardCharsets.UTF_8).strip();
        bytes.reset();
        return asType == null || wanted(line) ? Optional.of(line) : Optional.empty();
    }

    /// An input's own lists have kinds too; a decision's stand behind them.
    private boolean wanted(String line) {
        return line.contains(asType) || line.indexOf(asKind, line.indexOf("\"decisions\":[")) >= 0;
    }
}
