package org.gradus.adapters.venue.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.gradus.adapters.venue.market.TapeTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Where a venue's clock began, kept over the venue's end: the next venue stands where the first would stand by now, as
/// if it had only been unreachable.
///
/// @param realNs the world's time when the venue's stood at the tape's present
record KeptTime(TapeTime time, long realNs) {
    private static final String NAME = "venue-clock.json";

    /// @param directory null: nothing is kept
    /// @return null when nothing was kept there
    static @Nullable KeptTime read(@Nullable Path directory) {
        if (directory == null || !Files.exists(directory.resolve(NAME))) {
            return null;
        }
        try {
            JsonNode kept = JsonMapper.shared().readTree(Files.readString(directory.resolve(NAME)));
            return new KeptTime(new TapeTime(kept.get("presentNs").longValue(), kept.get("shiftNs").longValue()),
                    kept.get("realNs").longValue());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the venue's clock in " + directory, e);
        }
    }

    /// @param directory null: nothing is kept
    void keep(@Nullable Path directory) {
        if (directory == null) {
            return;
        }
        try {
            Files.createDirectories(directory);
            Path whole = directory.resolve(NAME + ".new");
            Files.writeString(whole, JsonNodeFactory.instance.objectNode().put("presentNs", time.presentNs())
                    .put("shiftNs", time.shiftNs()).put("realNs", realNs).toString());
            Files.move(whole, directory.resolve(NAME), StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the venue's clock in " + directory, e);
        }
    }
}
