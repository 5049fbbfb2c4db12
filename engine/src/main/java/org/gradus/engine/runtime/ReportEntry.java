package org.gradus.engine.runtime;

import java.nio.ByteOrder;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.FillReport;
import org.gradus.engine.codec.InputEncoder;
import org.gradus.engine.codec.RecordCursor;
import org.gradus.engine.codec.RecordHeader;
import org.gradus.engine.codec.sbe.AccountDecoder;
import org.gradus.engine.codec.sbe.ReconciledDecoder;
import org.gradus.engine.codec.sbe.StartedDecoder;
import org.gradus.engine.codec.sbe.TimeTickDecoder;
import org.gradus.engine.codec.sbe.VenuePositionDecoder;
import org.gradus.engine.ingress.Ingress;
import org.gradus.engine.ingress.Source;
import org.gradus.engine.sim.MarketReport;
import org.gradus.engine.sim.SimulatedMarket;

/// Brings the simulated market's reports and its view of the account in through the door. Owned by the publishing
/// thread.
final class ReportEntry {
    private final Ingress ingress;
    private final InputEncoder encoder;
    private final FillReport fill = new FillReport();
    private final RecordCursor cursor = new RecordCursor();
    private final VenuePositionDecoder position = new VenuePositionDecoder();
    private int unfinishedFrom = -1;
    private boolean ticked;
    private boolean behindStart;
    private long minuteNs;
    private final int instruments;
    private long count;

    ReportEntry(Ingress ingress, int instruments) {
        this.instruments = instruments;
        this.ingress = ingress;
        encoder = ingress.encoder();
    }

    void enter(MarketReport report) {
        EventSlot slot = ingress.openReport(report.timeNs, Source.VENUE, ++count);
        long id = report.clientOrderId;
        switch (report.kind) {
            case SENT -> encoder.orderSent(slot, id, 0);
            case NOT_SENT -> encoder.orderNotSent(slot, id, report.notSentReason);
            case HELD -> encoder.orderHeld(slot, id);
            case ACCEPTED -> encoder.orderAccepted(slot, id, report.venueOrderIdHigh, report.venueOrderIdLow);
            case REJECTED -> encoder.orderRejected(slot, id, report.rejectReason, "");
            case FILLED -> {
                fill(report);
                encoder.orderFilled(slot, fill);
            }
            case CANCELLED -> encoder.orderCancelled(slot, id, report.cumulative);
            case EXPIRED -> encoder.orderExpired(slot, id, report.cumulative);
            case UNKNOWN -> encoder.orderUnknown(slot, id, report.unknownReason);
            case REPLACED -> encoder.orderReplaced(slot, id, report.replacedBy);
        }
        ingress.publish(slot);
    }

    private void fill(MarketReport report) {
        fill.clientOrderId = report.clientOrderId;
        fill.executionIdHigh = report.executionIdHigh;
        fill.executionIdLow = report.executionIdLow;
        fill.instrument = report.instrumentId;
        fill.side = report.side;
        fill.price = report.price;
        fill.quantity = report.quantity;
        fill.cumulative = report.cumulative;
        fill.fee = report.fee;
        fill.feeInBase = report.feeInBase;
    }

    /// The venue's account and positions as far as its reports have come in, then the end of the reconciliation.
    void reconcile(SimulatedMarket market, long timeNs) {
        EventSlot account = ingress.open(timeNs, Source.VENUE, 0);
        encoder.account(account, market.deliveredAccount().cash(), market.deliveredAccount().buyingPower());
        ingress.publish(account);
        positions(market, 0, timeNs);
    }

    private void positions(SimulatedMarket market, int from, long timeNs) {
        for (int i = from; i < instruments; i++) {
            long quantity = market.deliveredAccount().position(i);
            if (quantity != 0) {
                EventSlot position = ingress.open(timeNs, Source.VENUE, 0);
                encoder.venuePosition(position, i, quantity);
                ingress.publish(position);
            }
        }
        EventSlot end = ingress.open(timeNs, Source.VENUE, 0);
        encoder.reconciled(end, market.deliveredAccount().openOrders());
        ingress.publish(end);
    }

    /// Reconciles behind a later epoch's `started`, or finishes the reconciliation that a crash cut short. Where no
    /// clock has ticked yet nothing has happened, and the first minute's comes next: an account right behind a start is
    /// always that of the start.
    void begin(SimulatedMarket market, long timeNs) {
        if (unfinishedFrom >= 0) {
            positions(market, unfinishedFrom, timeNs);
            unfinishedFrom = -1;
        } else if (ticked) {
            reconcile(market, timeNs);
        }
    }

    /// Notes a recorded step of a reconciliation.
    ///
    /// @return true when the record is one
    boolean relived(EventSlot slot) {
        cursor.wrap(slot.buffer(), 0);
        cursor.advance();
        boolean ofStart = behindStart;
        behindStart = cursor.templateId() == StartedDecoder.TEMPLATE_ID;
        ticked |= cursor.templateId() == TimeTickDecoder.TEMPLATE_ID;
        switch (cursor.templateId()) {
            case AccountDecoder.TEMPLATE_ID -> {
                unfinishedFrom = 0;
                minuteNs = ofStart ? minuteNs : slot.timeNs();
            }
            case VenuePositionDecoder.TEMPLATE_ID -> unfinishedFrom = 1 + position
                    .wrap(slot.buffer(), cursor.body(), cursor.blockLength(), cursor.version()).instrument();
            case ReconciledDecoder.TEMPLATE_ID -> unfinishedFrom = -1;
            default -> {
                return false;
            }
        }
        return true;
    }

    /// Engine time of the last reconciliation of a minute; one behind a start does not stand for it.
    long minuteNs() {
        return minuteNs;
    }

    boolean isReport(EventSlot slot) {
        return RecordHeader.source(slot.buffer(), 0) == Source.VENUE;
    }

    /// The order a recorded report is about: every report's block begins with it.
    long orderOf(EventSlot slot) {
        count = RecordHeader.sourcePosition(slot.buffer(), 0);
        cursor.wrap(slot.buffer(), 0);
        cursor.advance();
        return slot.buffer().getLong(cursor.body(), ByteOrder.LITTLE_ENDIAN);
    }
}
