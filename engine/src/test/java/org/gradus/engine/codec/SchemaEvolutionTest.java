package org.gradus.engine.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.agrona.MutableDirectBuffer;
import org.gradus.engine.codec.sbe.MessageHeaderEncoder;
import org.gradus.engine.codec.sbe.TradeEncoder;
import org.gradus.engine.domain.Side;
import org.gradus.engine.message.CommandRefusal;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.junit.jupiter.api.Test;

/// Old journals stay readable for ever, and an older reader reads a newer journal.
class SchemaEvolutionTest {
    private static final int NEWER_FIELD_BYTES = 8;
    private static final int KINDS_OF_VERSION_ONE = 48;
    private static final int UNKNOWN_TEMPLATE = 999;

    private final RecordCodec codec = new RecordCodec();
    private final EventSlot slot = EventSlot.ofCapacity(4096);

    @Test
    void everyMessageOfVersionOneIsRead() throws IOException {
        Set<String> kinds = FixtureJournal.read(1).stream()
                .flatMap(record -> Stream.of(List.of(record.input()), record.derived(), record.decisions()))
                .flatMap(List::stream)
                .map(message -> message.getClass().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(KINDS_OF_VERSION_ONE, kinds.size(), kinds.toString());
    }

    @Test
    void recordsOfVersionOneMeanWhatTheyMeant() throws IOException {
        assertEquals(SampleRecords.versionOne(), FixtureJournal.read(1));
    }

    @Test
    void aFieldThatVersionOneDidNotHaveIsEmpty() throws IOException {
        assertEquals(List.of(""), FixtureJournal.read(1).stream().flatMap(record -> record.decisions().stream())
                .filter(Decision.StrategyDisabled.class::isInstance)
                .map(decision -> ((Decision.StrategyDisabled) decision).thrown()).toList());
    }

    @Test
    void fieldsOfANewerVersionAreLeftUnread() {
        slot.begin(1, 1, 10, 10);
        appendNewerTrade();
        appendUnknown();
        new DecisionEncoder().commandOutcome(slot, true, CommandRefusal.NONE, 0);
        assertEquals(new Journaled(new Journaled.Header(1, 1, 10, 10, -1, 0, 0), new Input.Trade(3, 100, 5, Side.SELL),
                List.of(), List.of(new Decision.CommandOutcome(true, CommandRefusal.NONE))), codec.read(slot.buffer(),
                                                                                                        0));
    }

    @Test
    void anInputOfANewerVersionIsToldByItsNumber() {
        slot.begin(1, 1, 10, 10);
        appendUnknown();
        assertEquals(new Input.Unrecognised(UNKNOWN_TEMPLATE), codec.readInput(slot.buffer(), 0));
    }

    /// A trade as a later version may write it: one more field at the end of the block.
    private void appendNewerTrade() {
        MutableDirectBuffer buffer = slot.buffer();
        int start = slot.messageOffset();
        MessageHeaderEncoder header = new MessageHeaderEncoder();
        new TradeEncoder().wrapAndApplyHeader(buffer, start, header).instrument(3).price(100).size(5)
                .aggressor(Side.SELL.code());
        header.blockLength(TradeEncoder.BLOCK_LENGTH + NEWER_FIELD_BYTES).version(2);
        int end = start + MessageHeaderEncoder.ENCODED_LENGTH + TradeEncoder.BLOCK_LENGTH;
        buffer.putLong(end, -1, ByteOrder.LITTLE_ENDIAN);
        slot.append(end + NEWER_FIELD_BYTES - start);
    }

    private void appendUnknown() {
        new MessageHeaderEncoder().wrap(slot.buffer(), slot.messageOffset()).blockLength(NEWER_FIELD_BYTES)
                .templateId(UNKNOWN_TEMPLATE).schemaId(TradeEncoder.SCHEMA_ID).version(2);
        slot.append(MessageHeaderEncoder.ENCODED_LENGTH + NEWER_FIELD_BYTES);
    }
}
