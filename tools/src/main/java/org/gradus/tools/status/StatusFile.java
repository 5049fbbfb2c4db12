package org.gradus.tools.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// The engine's own account of its state in the run folder, replaced whole about once a second, so that a status costs
/// a reader nothing and shows at once whether the engine is still at it.
public final class StatusFile {
    private static final String NAME = "status.json";
    private static final JsonMapper JSON = JsonMapper.builder()
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL)).build();

    private final Path file;

    /// @param home the run folder
    public StatusFile(Path home) {
        file = home.resolve(NAME);
    }

    static JsonMapper json() {
        return JSON;
    }

    void write(Status status) {
        try {
            Path draft = file.resolveSibling(NAME + ".draft");
            Files.writeString(draft, JSON.writeValueAsString(status.writtenAt(Instant.now().toString())),
                StandardCharsets.UTF_8);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot write " + file, refused);
        }
    }

    /// Empty where no engine has written one, or another version of it.
    public Optional<Status> read() {
        try {
            return Optional.of(JSON.readValue(Files.readString(file, StandardCharsets.UTF_8), Status.class));
        } catch (IOException | JacksonException unreadable) {
            return Optional.empty();
        }
    }

    /// How long ago it was written.
    static Duration age(Status status) {
        return Duration.between(Instant.parse(status.written()), Instant.now());
    }
}
