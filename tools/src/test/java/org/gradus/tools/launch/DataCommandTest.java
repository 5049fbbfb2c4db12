package org.gradus.tools.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataCommandTest {
    private static final String BARS = "{\"bars\":{\"BTC/USD\":["
            + "{\"t\":\"2024-08-08T00:00:00Z\",\"o\":60000,\"h\":60001,\"l\":59000,\"c\":60000.5,\"v\":1.25},"
            + "{\"t\":\"2024-08-08T01:00:00Z\",\"o\":60000,\"h\":60001,\"l\":59000,\"c\":60000.5,\"v\":0}"
            + "]},\"next_page_token\":null}";

    @TempDir
    Path folder;

    private final List<String> targets = new ArrayList<>();
    private final HttpServer server;
    private int status = 200;

    DataCommandTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        targets.add(exchange.getRequestURI() + " " + exchange.getRequestHeaders().containsKey("Apca-api-key-id"));
        byte[] body = (status == 200 ? BARS : "{\"message\":\"invalid symbol\"}").getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Commands.Answer fetch(String... more) {
        List<String> words = new ArrayList<>(List.of("data", "fetch", "--symbol", "BTC/USD", "--timeframe", "1Hour",
                "--from", "2024-08-08", "--to", "2024-08-09", "--out", folder.resolve("out").toString(), "--data-url",
                "http://127.0.0.1:" + server.getAddress().getPort()));
        words.addAll(List.of(more));
        return Commands.said(words.toArray(String[]::new));
    }

    @Test
    void fetchesATapeThatTheCheckFindsClean() throws IOException {
        Commands.Answer answer = fetch();
        assertEquals(0, answer.code(), answer::text);
        Path file = folder.resolve("out/BTC-USD_1h_2024-08-08_2024-08-08.csv");
        assertTrue(answer.text().endsWith("2 rows in " + file + "\n"), answer::text);
        assertTrue(answer.text().contains("2 rows, to 2024-08-08T01:00:00Z"), answer::text);
        assertEquals("timestamp_ms,open,high,low,close,volume\n1723075200000,60000,60001,59000,60000.5,1.25\n"
                + "1723078800000,60000,60001,59000,60000.5,0\n", Files.readString(file));
        assertEquals(List.of("/v1beta3/crypto/us/bars?symbols=BTC%2FUSD&timeframe=1Hour"
                + "&start=2024-08-08T00%3A00%3A00Z&end=2024-08-09T23%3A59%3A59.999999999Z&limit=10000&sort=asc false"),
                targets);
        assertEquals(file + ": 2 rows, none refused\n", Commands.said("data", "check", file.toString()).text());
    }

    @Test
    void tellsAsJson() {
        assertTrue(fetch("--json").text().endsWith("\"rows\":2}\n"));
    }

    @Test
    void failsWithTheVenuesWordsAndWithoutAFile() {
        status = 400;
        Commands.Answer answer = fetch();
        assertEquals(1, answer.code());
        assertEquals("gradus: BTC/USD: 400: invalid symbol\n", answer.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"data", "data fetch", "--symbol btc", "--timeframe 60Min", "--kind news",
            "--kind trades", "--feed otc", "--from 2025-01-01", "--data-url http://example.com", "data check"})
    void leavesWithTwoOnBadUsage(String line) {
        String[] words = line.split(" ");
        int code = line.startsWith("data") ? Commands.said(words).code() : replaced(words[0], words[1]);
        assertEquals(2, code);
        assertEquals(List.of(), targets);
    }

    private int replaced(String option, String value) {
        List<String> words = new ArrayList<>(List.of("data", "fetch", "--symbol", "BTC/USD", "--timeframe", "1Hour",
                "--from", "2024-08-08", "--to", "2024-08-09", "--out", folder.resolve("out").toString()));
        int at = words.indexOf(option);
        if (at >= 0) {
            words.set(at + 1, value);
        } else {
            words.addAll(List.of(option, value));
        }
        return Commands.said(words.toArray(String[]::new)).code();
    }

    @Test
    void tellsWhatARunWouldRefuse() throws IOException {
        Path file = Files.writeString(folder.resolve("BTC-USD_trades_x.csv"), "timestamp_ns,price,size,side\n"
                + "1723161590000000001,60000.5,0.1,buy\n1723161590000000002,0,0.1,buy\nx\n"
                + "1723161590000000000,60000.5,0.1,sell\n");
        Commands.Answer answer = Commands.said("data", "check", file.toString());
        assertEquals(1, answer.code());
        assertEquals(file + ": 4 rows, 3 refused {malformed=1, out-of-order=1, zero-price=1}\n"
                + "  line 3, zero-price: 1723161590000000002,0,0.1,buy\n  line 4, malformed: x\n"
                + "  line 5, out-of-order: 1723161590000000000,60000.5,0.1,sell\n", answer.text());
        assertTrue(Commands.said("data", "check", "--json", file.toString()).text()
                .contains("\"rows\":4,\"refused\":3,\"reasons\":{\"malformed\":1,"));
    }
}
