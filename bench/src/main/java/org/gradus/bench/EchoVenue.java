package org.gradus.bench;

import java.util.concurrent.atomic.AtomicLong;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.FillReport;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.egress.OrderCommand;
import org.gradus.engine.egress.OrderGateway;
import org.gradus.engine.ingress.Ingress;
import org.gradus.engine.ingress.Source;
import org.gradus.engine.message.OrderAction;

/// A venue that fills every order whole before the next tick, lets stops rest and cancels what it is told to: it keeps
/// the engine trading without costing time of its own. Commands come in on the stages' thread, reports go out on the
/// publisher's; one writer, one reader.
final class EchoVenue implements OrderGateway {
    private static final int CAPACITY = 1 << 10;

    private final OrderCommand[] commands = new OrderCommand[CAPACITY];
    private final AtomicLong written = new AtomicLong();
    private final FillReport fill = new FillReport();
    private long read;
    private long executions;
    /// When the order of the record at hand was handed over; taken by the probe behind the router.
    private long handedOverNs;

    EchoVenue() {
        for (int i = 0; i < CAPACITY; i++) {
            commands[i] = new OrderCommand();
        }
    }

    @Override
    public void send(OrderCommand command) {
        if (command.action == OrderAction.SUBMIT && handedOverNs == 0) {
            handedOverNs = System.nanoTime();
        }
        long next = written.getPlain();
        commands[(int) next & CAPACITY - 1].copyFrom(command);
        written.setRelease(next + 1);
    }

    @Override
    public void riskState(RiskState state, long timeNs) {
        throw new IllegalStateException("the bench ran into a guardrail: " + state);
    }

    @Override
    public void journalFault(long timeNs) {
        throw new IllegalStateException("the journal could not be forced to disk");
    }

    @Override
    public void ourFault(long timeNs) {
        // The pipeline throws it at the publisher.
    }

    /// Nanoseconds of the clock when the last record's first order was handed over; 0 when it held none.
    long takeHandOver() {
        long taken = handedOverNs;
        handedOverNs = 0;
        return taken;
    }

    /// Enters the reports on every command so far.
    void answer(Ingress ingress, long timeNs, long lastPrice) {
        long end = written.getAcquire();
        while (read < end) {
            OrderCommand command = commands[(int) read++ & CAPACITY - 1];
            if (command.action == OrderAction.CANCEL) {
                EventSlot slot = ingress.open(timeNs, Source.VENUE, read);
                ingress.encoder().orderCancelled(slot, command.clientOrderId, 0);
                ingress.publish(slot);
            } else {
                submitted(ingress, timeNs, command, lastPrice);
            }
        }
    }

    private void submitted(Ingress ingress, long timeNs, OrderCommand command, long lastPrice) {
        long id = command.clientOrderId;
        EventSlot sent = ingress.open(timeNs, Source.VENUE, read);
        ingress.encoder().orderSent(sent, id, 0);
        ingress.publish(sent);
        EventSlot accepted = ingress.open(timeNs, Source.VENUE, read);
        ingress.encoder().orderAccepted(accepted, id, 0, id);
        ingress.publish(accepted);
        if (!command.orderType.triggered()) {
            EventSlot filled = ingress.open(timeNs, Source.VENUE, read);
            ingress.encoder().orderFilled(filled, fill(command, lastPrice));
            ingress.publish(filled);
        }
    }

    private FillReport fill(OrderCommand command, long lastPrice) {
        fill.clientOrderId = command.clientOrderId;
        fill.executionIdHigh = 1;
        fill.executionIdLow = ++executions;
        fill.instrument = command.instrumentId;
        fill.side = command.side;
        fill.price = lastPrice;
        fill.quantity = command.quantity;
        fill.cumulative = command.quantity;
        fill.fee = 0;
        fill.feeInBase = false;
        return fill;
    }
}
