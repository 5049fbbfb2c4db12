package org.gradus.tools.journal;

import java.util.HexFormat;
import java.util.UUID;
import org.gradus.engine.domain.ClientOrderId;
import org.gradus.engine.domain.Coded;
import org.gradus.engine.domain.Side;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.Release;
import org.jspecify.annotations.Nullable;

/// Writes the fields of each input, as the contract names them. Owned by one exporter.
final class InputFields {
    private final Fields out;
    private final EpochTables tables;

    InputFields(Fields out, EpochTables tables) {
        this.out = out;
        this.tables = tables;
    }

    void write(Journaled record) {
        switch (record.input()) {
            case Input.TimeTick _, Input.Continued _ -> { }
            case Input.Trade in -> print(in.instrument(), in.price(), in.size(), in.aggressor());
            case Input.TradeAggregate in -> aggregate(in);
            case Input.Quote in -> quote(in);
            case Input.FeedBar in -> bar(in);
            case Input.BarClose in -> barClose(in);
            case Input.LateTrade in -> print(in.instrument(), in.price(), in.size(), in.aggressor());
            case Input.FeedFault in -> fault(in, record.header());
            case Input.FeedGap in -> gap(in);
            case Input.OrderSent in -> sent(in);
            case Input.OrderNotSent in -> unsettled(in.clientOrderId(), in.reason());
            case Input.OrderAccepted in -> {
                order(in.clientOrderId());
                out.text("venue_order_id", new UUID(in.venueOrderIdHigh(), in.venueOrderIdLow()).toString());
            }
            case Input.OrderRejected in -> rejected(in);
            case Input.OrderFilled in -> filled(in);
            case Input.OrderCancelled in -> ended(in.clientOrderId(), in.cumulative());
            case Input.OrderExpired in -> ended(in.clientOrderId(), in.cumulative());
            case Input.OrderReplaced in -> {
                order(in.clientOrderId());
                out.text("replaced_by", ClientOrderId.text(in.replacedBy()));
            }
            case Input.OrderUnknown in -> unsettled(in.clientOrderId(), in.reason());
            case Input.OrderHeld in -> order(in.clientOrderId());
            case Input.VenueOrder in -> venueOrder(in);
            case Input.Account in -> {
                out.decimal("cash", in.cash());
                out.decimal("buying_power", in.buyingPower());
            }
            case Input.VenuePosition in -> {
                instrument(in.instrument());
                out.decimal("quantity", in.quantity());
            }
            case Input.ForeignPosition in -> {
                out.text("name", in.symbol());
                out.decimal("quantity", in.quantity());
            }
            case Input.TradingStatus in -> tradingStatus(in);
            case Input.Reconciled in -> out.number("open_orders", in.openOrders());
            case Input.CashFlow in -> cashFlow(in);
            case Input.CorporateAction in -> corporateAction(in);
            case Input.VenueUp _ -> { }
            case Input.VenueDown in -> out.word("reason", in.reason());
            case Input.OperatorCommand in -> command(in, record);
            case Input.PhaseApproved in -> approval(in);
            case Input.Seal in -> seal(in);
            case Input.Stopped in -> out.word("reason", in.reason());
            case Input.AlertDelivered in -> order(in.clientOrderId());
            case Input.JournalHealth in -> health(in);
            case Input.Started in -> new StartedFields(out, tables).write(in);
            case Input.Unrecognised in -> out.number("template", in.templateId());
        }
    }

    private void sent(Input.OrderSent in) {
        order(in.clientOrderId());
        if (in.leftAfter() > 0) {
            out.number("left_after", in.leftAfter());
        }
    }

    private void unsettled(long clientOrderId, Coded reason) {
        order(clientOrderId);
        out.word("reason", reason);
    }

    private void venueOrder(Input.VenueOrder in) {
        if (in.clientOrderId() != 0) {
            order(in.clientOrderId());
        }
        out.text("venue_order_id", new UUID(in.venueOrderIdHigh(), in.venueOrderIdLow()).toString());
        if (in.instrument() >= 0) {
            instrument(in.instrument());
        }
        out.decimal("quantity", in.quantity());
        out.decimal("filled", in.filled());
    }

    /// Without an instrument it speaks of every stock.
    private void tradingStatus(Input.TradingStatus in) {
        instrument(in.instrument());
        out.word("status", in.state());
        out.word("reason", in.reason());
        if (in.untilNs() != 0) {
            out.nanos("until_ns", in.untilNs());
        }
        if (in.entriesUntilNs() != 0) {
            out.nanos("entries_until_ns", in.entriesUntilNs());
        }
        if (!in.detail().isEmpty()) {
            out.text("detail", in.detail());
        }
    }

    private void cashFlow(Input.CashFlow in) {
        out.decimal("amount", in.amount());
        out.word("reason", in.reason());
    }

    private void corporateAction(Input.CorporateAction in) {
        instrument(in.instrument());
        out.decimal("ratio", in.ratio());
        out.decimal("cash", in.cash());
    }

    private void instrument(int instrument) {
        if (instrument >= 0) {
            out.text("instrument", tables.symbol(instrument));
        }
    }

    private void order(long clientOrderId) {
        out.text("client_order_id", ClientOrderId.text(clientOrderId));
    }

    private void ended(long clientOrderId, long cumulative) {
        order(clientOrderId);
        out.decimal("cumulative", cumulative);
    }

    private void print(int instrument, long price, long size, @Nullable Side aggressor) {
        instrument(instrument);
        out.decimal("price", price);
        out.text("size", tables.size(instrument, size));
        if (aggressor != null) {
            out.word("aggressor", aggressor);
        }
    }

    private void aggregate(Input.TradeAggregate in) {
        print(in.instrument(), in.price(), in.size(), null);
        out.number("count", in.count());
        out.decimal("open", in.open());
        out.decimal("high", in.high());
        out.decimal("low", in.low());
    }

    private void quote(Input.Quote in) {
        instrument(in.instrument());
        out.decimal("bid", in.bid());
        out.text("bid_size", tables.size(in.instrument(), in.bidSize()));
        out.decimal("ask", in.ask());
        out.text("ask_size", tables.size(in.instrument(), in.askSize()));
        if (in.conflated() > 0) {
            out.number("conflated", in.conflated());
        }
    }

    private void bar(Input.FeedBar in) {
        instrument(in.instrument());
        out.word("timeframe", in.timeframe());
        out.nanos("start_ns", in.startNs());
        out.nanos("end_ns", in.endNs());
        out.decimal("open", in.open());
        out.decimal("high", in.high());
        out.decimal("low", in.low());
        out.decimal("close", in.close());
        out.text("volume", tables.size(in.instrument(), in.volume()));
    }

    private void barClose(Input.BarClose in) {
        instrument(in.instrument());
        out.nanos("boundary_ns", in.boundaryNs());
    }

    private void fault(Input.FeedFault in, Journaled.Header header) {
        instrument(in.instrument());
        out.word("reason", in.fault());
        out.text("detail", in.detail());
        out.text("source", tables.source(header.source()));
        out.number("line", header.sourcePosition());
    }

    private void gap(Input.FeedGap in) {
        instrument(in.instrument());
        out.number("count", in.count());
        out.nanos("from_ns", in.fromNs());
        out.nanos("to_ns", in.toNs());
    }

    private void rejected(Input.OrderRejected in) {
        order(in.clientOrderId());
        out.word("reason", in.reason());
        if (!in.detail().isEmpty()) {
            out.text("detail", in.detail());
        }
    }

    private void filled(Input.OrderFilled in) {
        order(in.clientOrderId());
        out.text("execution_id", new UUID(in.executionIdHigh(), in.executionIdLow()).toString());
        instrument(in.instrument());
        out.word("side", in.side());
        out.decimal("price", in.price());
        out.decimal("quantity", in.quantity());
        out.decimal("cumulative", in.cumulative());
        out.decimal("fee", in.fee());
        out.text("fee_currency", tables.feeCurrency(in.instrument(), in.feeInBase()));
    }

    private void command(Input.OperatorCommand in, Journaled record) {
        out.text("command_id", hex(in.commandIdHigh(), in.commandIdLow()));
        out.text("principal", in.principal());
        if (in.clientOrderId() != 0) {
            order(in.clientOrderId());
        }
        if (in.action() == OperatorAction.RESUME) {
            int released = released(in, record);
            list("releases", released & ~Release.JOURNAL_FAULT.bit());
            if (Release.JOURNAL_FAULT.in(released)) {
                list("also_released", Release.JOURNAL_FAULT.bit());
            }
            list("asked", in.releases());
            if (in.seen() != 0) {
                out.number("seen", in.seen());
            }
        }
    }

    /// What was latched and is no more; a journal of the first version tells only what was asked.
    private static int released(Input.OperatorCommand in, Journaled record) {
        return record.decisions().stream().filter(Decision.CommandOutcome.class::isInstance)
                .map(Decision.CommandOutcome.class::cast).findFirst()
                .map(outcome -> outcome.accepted() && outcome.released() == 0 ? in.releases() : outcome.released())
                .orElse(in.releases());
    }

    private void list(String name, int bits) {
        out.beginList(name);
        for (Release release : Release.values()) {
            if (release.in(bits)) {
                out.member(release.label());
            }
        }
        out.endList();
    }

    private void approval(Input.PhaseApproved in) {
        out.number("from", in.fromPhase());
        out.number("to", in.toPhase());
        out.text("evidence_hash", in.evidence().hex());
        out.text("command_id", hex(in.commandIdHigh(), in.commandIdLow()));
        out.text("principal", in.principal());
    }

    private void seal(Input.Seal in) {
        out.number("segment", in.segment());
        out.number("from_seq", in.fromSequence());
        out.number("to_seq", in.toSequence());
        out.text("sha256", in.sha256().hex());
        out.text("previous", in.previous().hex());
    }

    private void health(Input.JournalHealth in) {
        out.word("trouble", in.trouble());
        out.flag("over", in.over());
        if (in.freeBytes() >= 0) {
            out.number("free_bytes", in.freeBytes());
        }
    }

    private static String hex(long high, long low) {
        HexFormat digits = HexFormat.of();
        return digits.toHexDigits(high) + digits.toHexDigits(low);
    }
}
