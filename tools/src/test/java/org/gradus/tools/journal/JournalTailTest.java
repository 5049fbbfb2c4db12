package org.gradus.tools.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.gradus.engine.codec.SampleRecords;
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
    void refusesATypeThatDoesNotExistAndNamesThoseThatDo() {
        String told = assertThrows(IllegalArgumentException.class, () -> new JournalTail("OrderFilled")).getMessage();
        assertTrue(told.startsWith("--type OrderFilled: expected one of time, trade, "), told);
        assertTrue(told.contains("order-filled") && told.contains("risk-state"), told);
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
