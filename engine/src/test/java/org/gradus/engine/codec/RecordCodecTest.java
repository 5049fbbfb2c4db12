package org.gradus.engine.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.agrona.concurrent.UnsafeBuffer;
import org.gradus.engine.domain.Side;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Derived;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.message.StopAction;
import org.gradus.engine.message.StopHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordCodecTest {
    private static final int TIMES = 200;
    private static final Journaled.Header HEADER = new Journaled.Header(7, 1, 11, 10, 2, 99, 0);

    private final RecordCodec codec = new RecordCodec();
    private final EventSlot slot = EventSlot.ofCapacity(1 << 16);

    @ParameterizedTest
    @MethodSource("org.gradus.engine.codec.RandomMessages#kinds()")
    void everyMessageReadsBackAsItWasWritten(Class<?> kind) {
        for (long seed = 1; seed <= TIMES; seed++) {
            Journaled written = holding(new RandomMessages(seed).next(kind));
            codec.write(slot, written);
            assertEquals(written, codec.read(slot.buffer(), 0), "seed " + seed);
        }
    }

    @Test
    void wholeRecordsReadBackFromAnyPlace() {
        UnsafeBuffer elsewhere = new UnsafeBuffer(new byte[1 << 17]);
        for (long seed = 1; seed <= TIMES; seed++) {
            Journaled written = new RandomMessages(seed).journaled();
            codec.write(slot, written);
            int offset = (int) seed;
            elsewhere.putBytes(offset, slot.buffer(), 0, slot.length());
            assertEquals(written, codec.read(elsewhere, offset), "seed " + seed);
        }
    }

    @Test
    void everyMessageOfTheSchemaHasARecord() throws IOException {
        assertEquals(schemaMessages(),
                RandomMessages.kinds().map(Class::getSimpleName).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void aStartOfHundredsOfKilobytesReadsBack() {
        EventSlot large = EventSlot.ofCapacity(1 << 20);
        Input.Started drawn = new RandomMessages(5).next(Input.Started.class);
        Input.Started started = new Input.Started(drawn.contract(), drawn.epoch(), drawn.runId(), drawn.mode(),
                                                  drawn.phase(),
                drawn.gateway(), drawn.baseTimeframe(), drawn.referenceInstrument(), drawn.cash(), drawn.peak(),
                drawn.seed(),
                drawn.stateSeed(), drawn.buildHash(), drawn.configHash(), drawn.dataHash(), drawn.positions(),
                drawn.instruments(), drawn.strategies(), drawn.sources(), drawn.limits(), "USD", "0.1",
                "é".repeat(200_000));
        codec.write(large, holding(started));
        assertEquals(started, codec.readInput(large.buffer(), 0));
        assertThrows(IndexOutOfBoundsException.class, () -> codec.write(slot, holding(started)));
    }

    @Test
    void anInputNobodyKnowsCannotBeWritten() {
        Journaled record = holding(new Input.Unrecognised(999));
        assertThrows(IllegalArgumentException.class, () -> codec.write(slot, record));
    }

    @Test
    void aRecordWithoutInputIsRefused() {
        slot.begin(1, 1, 1, 1);
        assertThrows(IllegalArgumentException.class, () -> codec.read(slot.buffer(), 0));
    }

    @Test
    void listsOfARecordAreCopiedAndClosed() {
        List<Long> protects = new ArrayList<>(List.of(1L));
        Decision.StopDecision stop = new Decision.StopDecision(StopAction.ARM,
                Side.SELL, StopHolder.ENGINE, 0, 1, 2, 0, protects);
        protects.add(2L);
        assertEquals(List.of(1L), stop.protects());
        assertThrows(UnsupportedOperationException.class, () -> stop.protects().add(3L));
    }

    private static Journaled holding(Object message) {
        return switch (message) {
            case Input input -> new Journaled(HEADER, input, List.of(), List.of());
            case Derived derived -> new Journaled(HEADER, new Input.TimeTick(), List.of(derived), List.of());
            case Decision decision -> new Journaled(HEADER, new Input.TimeTick(), List.of(), List.of(decision));
            default -> throw new AssertionError("not a message: " + message);
        };
    }

    private static Set<String> schemaMessages() throws IOException {
        try (InputStream schema = Input.class.getResourceAsStream("/org/gradus/engine/journal-schema.xml")) {
            String text = new String(schema.readAllBytes(), StandardCharsets.UTF_8);
            Set<String> names = Pattern.compile("<sbe:message name=\"(\\w+)\"").matcher(text).results()
                    .map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
            assertTrue(names.size() > 40, "the schema was read");
            return names;
        }
    }
}
