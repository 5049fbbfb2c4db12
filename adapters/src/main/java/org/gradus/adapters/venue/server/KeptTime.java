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

/// Keeps where the tape began over the venue's end: the next venue stands where the first would stand by now, as if it
/// had only been unreachable.
final class KeptTime {
    private static final String NAME = "venue-clock.json";

    private KeptTime() {
    }

    /// @param directory  null: nothing is kept
    /// @param fresh      of a venue that begins now
    static TapeTime of(@Nullable Path directory, TapeTime fresh, double speed, long realNs) {
        return directory == null ? fresh : kept(directory, fresh, speed, realNs);
    }

    private static TapeTime kept(Path directory, TapeTime fresh, double speed, long realNs) {
        Path path = directory.resolve(NAME);
        try {
            if (!Files.exists(path)) {
                write(path, fresh, realNs);
                return fresh;
            }
            JsonNode kept = JsonMapper.shared().readTree(Files.readString(path));
            long elapsedNs = realNs - kept.get("realNs").longValue();
            return new TapeTime(kept.get("presentNs").longValue() + (long) (elapsedNs * speed),
                    kept.get("shiftNs").longValue());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the venue's clock in " + path, e);
        }
    }

    private static void write(Path path, TapeTime time, long realNs) throws IOException {
        Files.createDirectories(path.getParent());
        Path whole = path.resolveSibling(NAME + ".new");
        Files.writeString(whole, JsonNodeFactory.instance.objectNode().put("presentNs", time.presentNs())
                .put("shiftNs", time.shiftNs()).put("realNs", realNs).toString());
        Files.move(whole, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
