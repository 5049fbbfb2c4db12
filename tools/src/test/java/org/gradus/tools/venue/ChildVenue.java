package org.gradus.tools.venue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gradus.adapters.tape.TapeSpec;
import org.gradus.adapters.venue.AccountKey;
import org.gradus.tools.environment.ChildJvm;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `gradus venue --state` in a process of its own, one after the other on the same port.
final class ChildVenue {
    private final Path folder;
    private final AccountKey key;
    private final String command;
    private final HttpClient http = HttpClient.newHttpClient();
    private int starts;
    private int port;
    private ChildJvm child;

    ChildVenue(Path folder, List<TapeSpec> tapes, int speed, AccountKey key) {
        this.folder = folder;
        this.key = key;
        String played = tapes.stream().map(tape -> tape.symbol() + "=" + tape.path()).collect(Collectors.joining(" "));
        command = "venue --json --clock tape --speed %d --warm-up %ds --state %s --faults %s --tape %s".formatted(speed,
            MixTape.WARM_UP_S, folder.resolve("state"), script(), played);
    }

    private Path script() {
        return folder.resolve("faults.txt");
    }

    void start(String faults) {
        try {
            Files.writeString(script(), faults);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        child = ChildJvm.gradus(folder.resolve("venue-" + starts++ + ".out"));
        child.environment(Map.of("GRADUS_VENUE_KEY_ID", key.keyId(), "GRADUS_VENUE_SECRET_KEY", key.secret()))
            .start(command + " --port " + port);
        Waiting.until("the venue is ready", () -> child.printed().contains("venue-ready") || child.ended());
        String ready = child.printed().lines().filter(line -> line.contains("venue-ready")).findFirst()
            .orElseThrow(() -> new IllegalStateException("the venue did not start: " + child.printed()));
        port = JsonMapper.shared().readTree(ready).get("port").intValue();
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    long nowNs() {
        OffsetDateTime time = OffsetDateTime.parse(get("/v2/clock").get("timestamp").stringValue());
        return time.toEpochSecond() * MixTape.SECOND_NS + time.getNano();
    }

    VenueBooks books() {
        return VenueBooks.told(this::get);
    }

    private JsonNode get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + path))
            .header("APCA-API-KEY-ID", key.keyId()).header("APCA-API-SECRET-KEY", key.secret()).build();
        try {
            return JsonMapper.shared().readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    ChildJvm child() {
        return child;
    }
}
