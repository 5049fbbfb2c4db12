package org.gradus.tools.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.gradus.engine.codec.SampleRecords;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class JournalTailTest {
    private static final List<Journaled> RECORDS = SampleRecords.versionOne();
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void printsEachRecordAsOneLineInOrder() {
        List<Long> sequences = RECORDS.stream().map(Journaled::sequence).toList();
        assertEquals(sequences, lines(null).stream().map(line -> line.get("seq").asLong()).toList());
    }

    @Test
    void keepsTheRecordsOfEachTypeAndKindThatThereIs() {
        TreeSet<String> names = new TreeSet<>();
        lines(null).forEach(line -> names.addAll(names(line)));
        assertTrue(names.size() > 30, names::toString);
        for (String name : names) {
            assertEquals(lines(null).stream().filter(line -> names(line).contains(name)).toList(), lines(name), name);
        }
    }

    @Test
    void keepsWhatOnlyGoesOnWithTheRecordBefore() {
        Journaled continued = new Journaled(RECORDS.getFirst().header(), new Input.Continued(), List.of(), List.of());
        assertTrue(new JournalTail("continued").line(continued).orElseThrow().contains("\"type\":\"continued\""));
    }

    @Test
    void refusesATypeThatDoesNotExistAndNamesThoseThatDo() {
        String told = refusal("everything");
        assertTrue(told.startsWith("--type everything: expected one of time, continued, trade, "), told);
        assertTrue(told.contains("order-filled") && told.contains("risk-state"), told);
    }

    @Test
    void guessesTheTypeThatWasMeant() {
        assertEquals("--type flatten, did you mean operator-flatten?", refusal("flatten"));
        assertEquals("--type OrderFilled, did you mean order-filled?", refusal("OrderFilled"));
        assertEquals("--type ordre, did you mean order?", refusal("ordre"));
    }

    private static String refusal(String type) {
        return assertThrows(IllegalArgumentException.class, () -> new JournalTail(type)).getMessage();
    }

    private List<JsonNode> lines(String type) {
        JournalTail tail = new JournalTail(type);
        return RECORDS.stream().map(tail::line).flatMap(Optional::stream).map(json::readTree).toList();
    }

    private static List<String> names(JsonNode line) {
        TreeSet<String> names = new TreeSet<>(List.of(line.get("type").asString()));
        line.get("decisions").forEach(decision -> names.add(decision.get("kind").asString()));
        return List.copyOf(names);
    }
}
