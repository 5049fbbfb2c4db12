package org.gradus.tools.environment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.gradus.tools.launch.Commands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// What comes of a bad tape, from the command line to the exported journal: a clear error, or a counted refusal that
/// keeps what was refused.
class BadTapeTest {
    private static final String HEADER = "timestamp,price,amount";
    private static final String CONFIG = Path.of(System.getProperty("gradus.root"), "config/demo.conf").toString();
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;
    private String printed;

    @Test
    void refusesRowsOneByOneAndLosesNothing() throws IOException {
        String tape = String.join("\n", HEADER, "1385337600,800.01,0.1", "1385337601,8oo.01,0.1",
                "1385337602,800.02,0.1",
                "1385337500,800.02,0.1", "1385337603,0,0.1", "1385337604,800.03,0", "1385337605,800.04",
                "1385337606,-800,0.1", "1385337607,99999999999999,0.1", "1385337608,800.04,0.1,extra",
                "1385337609,800.05,0.1")
                + "\n";
        List<JsonNode> rows = ingested(tape.getBytes(UTF_8), "trades.csv");
        assertEquals(List.of("trade 800.01", "3 malformed 1385337601,8oo.01,0.1", "trade 800.02",
                "5 out-of-order 1385337500,800.02,0.1", "6 zero-price 1385337603,0,0.1",
                "7 zero-size 1385337604,800.03,0", "8 malformed 1385337605,800.04", "9 negative 1385337606,-800,0.1",
                "10 overflow 1385337607,99999999999999,0.1", "11 malformed 1385337608,800.04,0.1,extra",
                "trade 800.05"),
                rows.stream().map(BadTapeTest::words).toList());
        assertTrue(printed.contains("8 rows refused"), printed);
        assertTrue(printed.contains("3 malformed: trades.csv line 3, 8, 11\n"), printed);
        assertTrue(printed.contains("1 zero size: trades.csv line 7\n"), printed);
        String log = Files.readString(folder.resolve("home/trading_logs.md"));
        assertTrue(log.contains("- **What:** trades.csv, line 7: `1385337604,800.03,0`\n- **Why:** zero size"),
                log);
    }

    @Test
    void holdsBackAnAbsurdPrice() throws IOException {
        String tape = HEADER + "\n1385337600,800.01,0.1\n1385337601,8000.1,0.1\n1385337602,800.03,0.1\n";
        List<JsonNode> rows = ingested(tape.getBytes(UTF_8), "trades.csv");
        assertEquals(List.of("trade 800.01", "held 8000.1", "trade 800.03"), rows.stream().map(BadTapeTest::words)
                .toList());
        assertFalse(rows.get(1).toString().contains("\"equity\""), "an absurd print moved the equity");
    }

    @Test
    void endsATruncatedGzipWithARefusalBehindItsWholeRows() throws IOException {
        String rows = IntStream.range(0, 2_000).mapToObj(i -> (1_385_337_600 + i) + ",80" + i % 7 + ".0" + i % 9
                + ",0.1")
                .reduce(HEADER, (text, row) -> text + "\n" + row) + "\n";
        byte[] whole = gzip(rows);
        List<JsonNode> found = ingested(1, Arrays.copyOf(whole, whole.length / 2), "trades.csv.gz");
        int good = found.size() - 1;
        assertTrue(good > 100, () -> good + " rows");
        for (int i = 0; i < good; i++) {
            assertEquals("trade 80" + i % 7 + (i % 9 == 0 ? "" : ".0" + i % 9), words(found.get(i)));
        }
        assertTrue(words(found.getLast()).startsWith(good + 2 + " truncated "), words(found.getLast()));
        Path tape = folder.resolve("trades.csv.gz");
        assertTrue(printed.endsWith("warning: " + tape + " breaks off at line " + (good + 2)
                + ": what stands before it counts, the rest is missing\n"), printed);
        String log = Files.readString(folder.resolve("home/trading_logs.md"));
        assertTrue(log.contains("the tape breaks off\n- **What:** trades.csv.gz, line " + (good + 2)), log);
    }

    @Test
    void refusesAPlainFileCutInsideItsLastNumber() throws IOException {
        List<JsonNode> rows = ingested(1, (HEADER + "\n1385337600,800.01,0.10000000\n1385337601,800.02,0.2")
                .getBytes(UTF_8), "trades.csv");
        assertEquals(List.of("trade 800.01", "3 truncated 1385337601,800.02,0.2"),
                rows.stream().map(BadTapeTest::words).toList());
    }

    @Test
    void endsACorruptGzipWithAWarningBehindEverythingThatCouldBeRead() throws IOException {
        byte[] wrongSum = gzip(HEADER + "\n1385337600,800.01,0.1\n1385337601,800.02,0.1\n");
        wrongSum[wrongSum.length - 8] ^= 1;
        List<JsonNode> rows = ingested(1, wrongSum, "trades.csv.gz");
        assertEquals(List.of("trade 800.01", "trade 800.02", "4 truncated the checksum of the file is wrong"),
                rows.stream().map(BadTapeTest::words).toList());
        assertTrue(printed.endsWith("warning: " + folder.resolve("trades.csv.gz") + " is damaged: its checksum is "
                + "wrong, so any row before line 4, its end, may be altered\n"), printed);
        assertFalse(printed.contains("breaks off"), printed);
        String log = Files.readString(folder.resolve("home/trading_logs.md"));
        assertTrue(log.contains("the tape is damaged\n") && !log.contains("breaks off"), log);
    }

    @Test
    void warnsOfATapeOfAHeaderAlone() throws IOException {
        ingested((HEADER + "\n").getBytes(UTF_8), "trades.csv");
        assertTrue(printed.endsWith("warning: " + folder.resolve("trades.csv")
                + " is empty: it holds a header and no row\n"), printed);
        ingested((HEADER + "\n1385337600,what,1\n").getBytes(UTF_8), "trades.csv");
        assertFalse(printed.contains("is empty"), printed);
    }

    @Test
    void countsARefusalOfManyAndTellsTheFirstFew() throws IOException {
        String rows = IntStream.range(0, 9).mapToObj(i -> "\n" + (1_385_337_600 + i) + ",800.01," + (i < 2 ? "1" : "0"))
                .reduce(HEADER, String::concat) + "\n";
        ingested(rows.getBytes(UTF_8), "trades.csv");
        assertTrue(printed.contains("7 zero size: trades.csv line 4, 5, 6, and 4 more\n"), printed);
        String log = Files.readString(folder.resolve("home/trading_logs.md"));
        assertEquals(3, log.split("a row of the tape is refused", -1).length - 1, log);
        assertTrue(log.contains("7 times zero size in trades.csv"), log);
    }

    @Test
    void refusesTheSameBarTwice() throws IOException {
        String bars = "timestamp_ms,open,high,low,close,volume\n1385337600000,800,801,799,800,5\n"
                + "1385337600000,800,801,799,800,5\n1385341200000,800,801,802,800,5\n";
        List<JsonNode> rows = ingested(bars.getBytes(UTF_8), "BTC_1h_2013.csv", "instruments.0.bars-from-feed=[1h]");
        assertEquals("bar 800", words(rows.get(0)));
        assertEquals("3 duplicate 1385337600000,800,801,799,800,5", words(rows.get(1)));
        assertTrue(words(rows.get(2)).endsWith(" 1385341200000,800,801,802,800,5"), words(rows.get(2)));
    }

    @Test
    void namesWhatWasRefusedAlsoWhereNothingWasTraded() throws IOException {
        ingested((HEADER + "\n1385337600,what,1\n1385337601,800,0\n").getBytes(UTF_8), "trades.csv");
        assertTrue(printed.contains("1 malformed: trades.csv line 2\n"), printed);
    }

    @Test
    void doesNotStartFromAFileThatCannotBeATape() throws IOException {
        assertRefused("", "the file is empty");
        assertRefused("time,cost,amount\n1385337600,800.01,0.1\n", "line 1: the header is \"time,cost,amount\"");
        assertRefused("\u001f\u008b", "it breaks off in its first bytes");
    }

    private void assertRefused(String content, String reason) throws IOException {
        Path tape = Files.write(folder.resolve("bad.csv"), content.getBytes(ISO_8859_1));
        assertEquals(2, run(tape), () -> printed);
        assertTrue(printed.contains(tape + "") && printed.contains(reason), printed);
        assertNoTrace();
    }

    private void assertNoTrace() {
        assertFalse(printed.contains("Exception") || printed.contains("\tat "), printed);
    }

    /// The inputs that came from the tape's rows, in order.
    private List<JsonNode> ingested(byte[] content, String name, String... sets) throws IOException {
        return ingested(0, content, name, sets);
    }

    private List<JsonNode> ingested(int code, byte[] content, String name, String... sets) throws IOException {
        Path tape = Files.write(folder.resolve(name), content);
        assertEquals(code, run(tape, sets), () -> printed);
        assertNoTrace();
        Commands.assertReplays(folder.resolve("home"));
        String export = Commands.said("journal", "export", "--home", folder.resolve("home").toString()).text();
        return export.lines().filter(line -> line.startsWith("{")).map(JSON::readTree)
                .filter(record -> List.of("trade", "quote", "bar", "feed-fault")
                .contains(record.get("type").asString()))
                .toList();
    }

    private int run(Path tape, String... sets) {
        List<String> words = new ArrayList<>(List.of("run", CONFIG, "--home", folder.resolve("home").toString(),
                "--tape", "BTC/USD=" + tape));
        Arrays.stream(sets).forEach(set -> words.addAll(List.of("--set", set)));
        Commands.Answer answer = Commands.said(words.toArray(String[]::new));
        printed = answer.text();
        return answer.code();
    }

    /// A print and its price, or a refusal with its line, reason and what stood there.
    private static String words(JsonNode record) {
        String type = record.get("type").asString();
        return switch (type) {
            case "trade" -> "trade " + record.get("price").asString();
            case "bar" -> "bar " + record.get("close").asString();
            default -> record.has("print_pending") ? "held " + record.get("price").asString()
                    : record.get("line").asLong() + " " + record.get("reason").asString() + " "
                    + record.get("detail").asString();
        };
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
