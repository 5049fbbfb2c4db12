package org.gradus.tools.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `gradus venue` as a process of its own.
class VenueCommandTest {
    private static final long PATIENCE_S = 180;

    @TempDir
    private Path folder;
    private Process process;

    @AfterEach
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(PATIENCE_S, TimeUnit.SECONDS);
    }

    @Test
    void saysWhereItIsServesATapeAndEndsWhenItIsTold() throws Exception {
        Path tape = Files.writeString(folder.resolve("ETH-USD_trades.csv"), "timestamp_ns,price,size,side\n"
                + "1700000000000000000,2000.5,1,buy\n1700000100000000000,2001,1,sell\n");
        JsonNode ready = launch("--json", "--port", "0", "--clock", "tape", "--tape", tape.toString(), "--warm-up",
                "50 s", "--key", "PKME", "--secret", "mine", "--cash", "500");
        assertEquals("[\"ETH/USD\"]", ready.get("symbols").toString());
        assertEquals("{\"key\":\"PKME\",\"secret\":\"mine\"}", ready.get("accounts").get(0).toString());
        assertTrue(ready.get("time").stringValue().startsWith("2023-11-14T22:14:"), ready::toString);

        String address = ready.get("address").stringValue();
        assertEquals("500", get(address + "/v2/account").get("cash").stringValue());
        assertEquals("2000.5", get(address + "/v1beta3/crypto/us/latest/trades?symbols=ETH/USD").get("trades")
                .get("ETH/USD").get("p").toString());

        process.destroy();
        assertTrue(process.waitFor(PATIENCE_S, TimeUnit.SECONDS), "it ends");
        assertEquals(0, process.exitValue());
    }

    private static JsonNode get(String url) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url)).header("APCA-API-KEY-ID", "PKME")
                    .header("APCA-API-SECRET-KEY", "mine").build();
            return JsonMapper.shared().readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        }
    }

    /// Starts it, and reads the one line it prints when it is ready.
    private JsonNode launch(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), Gradus.class.getName(), "venue"));
        command.addAll(List.of(words));
        process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader out = process.inputReader();
        return JsonMapper.shared().readTree(out.readLine());
    }
}
