package org.gradus.engine.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordCodec;
import org.gradus.engine.codec.SampleRecords;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.egress.OrderCommand;
import org.gradus.engine.egress.OrderGateway;
import org.gradus.engine.egress.RouterStage;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.runtime.DirectSink;
import org.junit.jupiter.api.Test;

/// Nothing leaves before it is written, and where the run asks for it, forced to disk.
class WrittenBeforeSentTest {
    private final List<String> events = new ArrayList<>();
    private boolean diskRefuses;

    @Test
    void anOrderLeavesBehindItsForcedRecord() {
        pass(true);
        assertEquals(List.of("append", "force", "send"), events);
    }

    @Test
    void anOrderLeavesBehindItsRecordWhereNothingIsForced() {
        pass(false);
        assertEquals(List.of("append", "send"), events);
    }

    @Test
    void theGatewayHearsOfADiskThatRefusesBeforeItIsHandedTheOrder() {
        diskRefuses = true;
        pass(true);
        assertEquals(List.of("append", "force", "journal fault", "send"), events);
    }

    private void pass(boolean force) {
        DirectSink sink = new DirectSink(List.of(new JournalStage(new Recorder(), new RecordChain(0), force),
                new RouterStage(new Gateway())), 4096);
        EventSlot slot = sink.claim();
        new RecordCodec().write(slot, submission());
        sink.publish(slot);
    }

    private static Journaled submission() {
        Journaled sample = SampleRecords.versionOne().getFirst();
        Decision submit = SampleRecords.versionOne().stream().flatMap(record -> record.decisions().stream())
                .filter(decision -> decision instanceof Decision.OrderDecision order
                        && order.action() == OrderAction.SUBMIT).findFirst().orElseThrow();
        return new Journaled(sample.header(), new Input.TimeTick(), List.of(), List.of(submit));
    }

    private final class Recorder implements Journal {
        @Override
        public void append(EventSlot slot) {
            events.add("append");
        }

        @Override
        public void force() {
            events.add("force");
            if (diskRefuses) {
                throw new JournalFault("no space left");
            }
        }

        @Override
        public void close() {
            events.add("close");
        }
    }

    private final class Gateway implements OrderGateway {
        @Override
        public void send(OrderCommand command) {
            events.add("send");
        }

        @Override
        public void riskState(RiskState state, long timeNs) {
            events.add(state.label());
        }

        @Override
        public void journalFault(long timeNs) {
            events.add("journal fault");
        }

        @Override
        public void ourFault(long timeNs) {
            events.add("fault");
        }
    }
}
