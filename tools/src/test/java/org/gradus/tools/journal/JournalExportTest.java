package org.gradus.tools.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.agrona.DirectBuffer;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordCodec;
import org.gradus.engine.codec.RecordSource;
import org.gradus.engine.codec.SampleRecords;
import org.gradus.engine.journal.JournalFault;
import org.gradus.engine.domain.ClientOrderId;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.DifferenceKind;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.message.TradingReason;
import org.gradus.engine.message.TradingState;
import org.junit.jupiter.api.Test;

/// The export of one record of each input, with a decision of each kind, is written down line by line; a person has
/// compared those lines with the contract.
class JournalExportTest {

    @Test
    void writesEachRecordAsTheContractSaysIt() throws IOException {
        assertEquals(expected("export.jsonl"), exported(JournalExport::json));
    }

    @Test
    void writesTheSameAsOneTable() throws IOException {
        List<String> rows = exported(JournalExport::csv);
        assertEquals(expected("export.csv"), rows);
        assertEquals(String.join(",", CsvFields.COLUMNS), rows.getFirst());
    }

    @Test
    void aSourceThatBreaksOffLeavesEveryRecordBeforeInWholeLines() throws IOException {
        List<Journaled> records = SampleRecords.versionOne();
        for (String file : List.of("export.jsonl", "export.csv")) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            JournalExport export = file.endsWith("csv") ? JournalExport.csv(out) : JournalExport.json(out);
            assertThrows(JournalFault.class, () -> export.export(new BreaksOff(records)), file);
            assertEquals(String.join("\n", expected(file)) + "\n", out.toString(UTF_8), file);
        }
    }

    @Test
    void aRecordThatCannotBeWrittenLeavesNoPartOfItself() {
        Journaled first = SampleRecords.versionOne().getFirst();
        Journaled broken = new Journaled(first.header(), first.input(), List.of(), List.of(
            new Decision.RiskStateChange(null, null, null)));
        for (boolean csv : List.of(true, false)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            JournalExport export = csv ? JournalExport.csv(out) : JournalExport.json(out);
            assertThrows(NullPointerException.class, () -> export.write(broken));
            export.finish();
            assertTrue(out.size() == 0 || out.toString(UTF_8).endsWith("detail\n"), out::toString);
        }
    }

    @Test
    void theSampleHoldsEachInputAndEachKindOfDecision() {
        assertHolds(Input.class, SampleRecords.versionOne().stream().map(record -> record.input().getClass())
                .collect(Collectors.toSet()), List.of("Unrecognised", "JournalHealth", "Continued", "OrderHeld",
                "VenueOrder", "ForeignPosition", "TradingStatus"));
        assertHolds(Decision.class, SampleRecords.versionOne().stream().flatMap(record -> record.decisions().stream())
                .map(Object::getClass).collect(Collectors.toSet()), List.of("Adjustment"));
    }

    @Test
    void writesWhatTheBooksTookOverFromTheVenue() {
        Journaled resumed = SampleRecords.versionOne().stream().filter(each -> each.input() instanceof
                Input.OperatorCommand).findFirst().orElseThrow();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JournalExport export = JournalExport.json(out);
        export.write(SampleRecords.versionOne().getFirst());
        export.write(new Journaled(resumed.header(), resumed.input(), List.of(), List.of(
                new Decision.Adjustment(-1, -1, 100_000_000_000L, 99_500_000_000L, 0),
                new Decision.Adjustment(0, 0, 0, 2_000_000_000L, 812_100_000_000L))));
        export.finish();
        String line = out.toString(UTF_8).lines().toList().getLast();
        assertTrue(line.contains("{\"kind\":\"adjustment\",\"from\":\"100\",\"to\":\"99.5\"}"), line);
        assertTrue(line.contains("\"from\":\"0\",\"to\":\"2\",\"price\":\"812.1\"}"), line);
    }

    @Test
    void namesOrdersThatOnlyOneSideKnows() {
        long ours = ClientOrderId.of(727, 42);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JournalExport export = JournalExport.json(out);
        Journaled first = SampleRecords.versionOne().getFirst();
        export.write(first);
        export.write(new Journaled(first.header(), new Input.VenueOrder(0, 1, 2, 0, 3_000_000_000L, 1_000_000_000L),
                List.of(), List.of()));
        export.write(new Journaled(first.header(), new Input.OrderHeld(ours), List.of(), List.of()));
        export.write(new Journaled(first.header(), new Input.Reconciled(1), List.of(), List.of(
                new Decision.ReconcileOutcome(false, List.of(new Decision.ReconcileOutcome.Difference(
                        DifferenceKind.OPEN_ORDER, 0, 0, 2_000_000_000L, ours))))));
        export.finish();
        List<String> lines = out.toString(UTF_8).lines().toList();
        assertTrue(lines.get(1).contains("\"venue_order_id\":\"00000000-0000-0001-0000-000000000002\""), lines.get(1));
        assertTrue(lines.get(2).contains("\"client_order_id\":\"k7-42\""), lines.get(2));
        assertTrue(lines.get(3).contains("\"client_order_id\":\"k7-42\",\"ours\":\"0\",\"venue\":\"2\""), lines.get(3));
    }

    @Test
    void namesHoursForeignPositionsAndSplits() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JournalExport export = JournalExport.json(out);
        Journaled first = SampleRecords.versionOne().getFirst();
        export.write(first);
        for (Input input : List.of(
                new Input.TradingStatus(-1, TradingState.OPEN, TradingReason.EARLY_CLOSE, 9, 8, ""),
                new Input.TradingStatus(0, TradingState.HALTED, TradingReason.EXCHANGE, 0, 0, "T1 News Pending"),
                new Input.ForeignPosition("TSLA", 3_000_000_000L))) {
            export.write(new Journaled(first.header(), input, List.of(), List.of()));
        }
        export.write(new Journaled(first.header(), new Input.Reconciled(1), List.of(), List.of(
                new Decision.ReconcileOutcome(false, List.of(
                        Decision.ReconcileOutcome.Difference.split(0, 1_000_000_000L, 4_000_000_000L, 4_000_000_000L),
                        Decision.ReconcileOutcome.Difference.foreign("TSLA", 3_000_000_000L),
                        new Decision.ReconcileOutcome.Difference(DifferenceKind.OPEN_ORDER, -1, 0, 2_000_000_000L, 0,
                                0, 1, 2, ""))))));
        export.finish();
        List<String> lines = out.toString(UTF_8).lines().map(line -> line.substring(line.indexOf("\"type\"")))
                .toList();
        assertTrue(lines.get(1).startsWith("\"type\":\"trading-status\",\"status\":\"open\",\"reason\":"
                + "\"early-close\",\"until_ns\":\"9\",\"entries_until_ns\":\"8\""), lines.get(1));
        assertTrue(lines.get(2).contains("\"instrument\":\"BTC/USD\",\"status\":\"halted\",\"reason\":\"exchange\","
                + "\"detail\":\"T1 News Pending\""), lines.get(2));
        assertTrue(lines.get(3).contains("\"type\":\"foreign-position\",\"name\":\"TSLA\",\"quantity\":\"3\""),
                lines.get(3));
        assertTrue(lines.get(4).contains("\"differences\":[{\"kind\":\"position\",\"instrument\":\"BTC/USD\","
                + "\"ours\":\"1\",\"venue\":\"4\",\"ratio\":\"4\",\"looks_like\":\"a 4:1 split\"},"
                + "{\"kind\":\"foreign-position\",\"name\":\"TSLA\",\"ours\":\"0\",\"venue\":\"3\"},"
                + "{\"kind\":\"open-order\",\"venue_order_id\":\"00000000-0000-0001-0000-000000000002\","
                + "\"ours\":\"0\",\"venue\":\"2\"}]"), lines.get(4));
    }

    private static void assertHolds(Class<?> sealed, Set<?> seen, List<String> besides) {
        List<String> missing = Arrays.stream(sealed.getPermittedSubclasses()).filter(each -> !seen.contains(each))
                .map(Class::getSimpleName).filter(name -> !besides.contains(name)).toList();
        assertEquals(List.of(), missing);
    }

    private static List<String> exported(Function<ByteArrayOutputStream, JournalExport> format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JournalExport export = format.apply(out);
        SampleRecords.versionOne().forEach(export::write);
        export.finish();
        String text = out.toString(UTF_8);
        assertTrue(text.endsWith("\n"), "the last line is whole");
        return text.lines().toList();
    }

    /// Records, and then damage.
    private static final class BreaksOff implements RecordSource {
        private final RecordCodec codec = new RecordCodec();
        private final EventSlot slot = EventSlot.ofCapacity(1 << 20);
        private final Iterator<Journaled> records;

        private BreaksOff(List<Journaled> records) {
            this.records = records.iterator();
        }

        @Override
        public boolean next() {
            if (!records.hasNext()) {
                throw new JournalFault("damaged");
            }
            slot.begin(0, 0, 0, 0);
            codec.write(slot, records.next());
            return true;
        }

        @Override
        public DirectBuffer buffer() {
            return slot.buffer();
        }

        @Override
        public int offset() {
            return 0;
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }

    private static List<String> expected(String file) throws IOException {
        try (InputStream in = JournalExportTest.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), UTF_8).lines().toList();
        }
    }
}
