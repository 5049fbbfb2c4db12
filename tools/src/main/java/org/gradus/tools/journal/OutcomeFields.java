package org.gradus.tools.journal;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.gradus.engine.domain.ClientOrderId;
import org.gradus.engine.domain.SplitRatio;
import org.gradus.engine.message.CommandRefusal;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Derived;
import org.gradus.engine.message.FillRefusal;
import org.gradus.engine.message.Journaled;

/// Writes what became of a record's input into the record itself: whether its fill was applied, its command accepted,
/// its reconciliation
/// clean; the bars it closed, the prints it settled and the state's hash. Owned by one exporter.
final class OutcomeFields {
    private final Fields out;
    private final EpochTables tables;

    OutcomeFields(Fields out, EpochTables tables) {
        this.out = out;
        this.tables = tables;
    }

    void write(Journaled record) {
        for (Decision decision : record.decisions()) {
            switch (decision) {
                case Decision.FillOutcome in -> fill(in);
                case Decision.ReconcileOutcome in -> reconciliation(in);
                case Decision.CommandOutcome in -> command(in);
                case Decision.Evaluation _, Decision.Checks _, Decision.OrderDecision _, Decision.StopDecision _,
                     Decision.RiskStateChange _, Decision.PhaseChange _, Decision.Equity _, Decision.Allocation _,
                     Decision.StrategyDisabled _, Decision.Alert _, Decision.Adjustment _ -> { }
            }
        }
        if (!record.derived().isEmpty()) {
            hash(record.derived());
            bars(record.derived());
            prints(record.derived());
        }
    }

    private void fill(Decision.FillOutcome in) {
        out.flag("applied", in.applied());
        if (in.reason() != FillRefusal.NONE) {
            out.word("reason", in.reason());
        }
        out.flag("out_of_order", in.outOfOrder());
    }

    private void command(Decision.CommandOutcome in) {
        out.flag("accepted", in.accepted());
        if (in.reason() != CommandRefusal.NONE) {
            out.word("refusal", in.reason());
        }
    }

    private void reconciliation(Decision.ReconcileOutcome in) {
        out.flag("clean", in.clean());
        out.beginList("differences");
        for (Decision.ReconcileOutcome.Difference difference : in.differences()) {
            out.beginEntry();
            out.word("kind", difference.kind());
            if (difference.instrument() >= 0) {
                out.text("instrument", tables.symbol(difference.instrument()));
            }
            if (difference.clientOrderId() != 0) {
                out.text("client_order_id", ClientOrderId.text(difference.clientOrderId()));
            }
            if ((difference.venueOrderIdHigh() | difference.venueOrderIdLow()) != 0) {
                out.text("venue_order_id",
                        new UUID(difference.venueOrderIdHigh(), difference.venueOrderIdLow()).toString());
            }
            if (!difference.name().isEmpty()) {
                out.text("name", difference.name());
            }
            out.decimal("ours", difference.ours());
            out.decimal("venue", difference.venue());
            if (difference.ratio() != 0) {
                out.decimal("ratio", difference.ratio());
                out.text("looks_like", "a " + SplitRatio.words(difference.ratio()) + " split");
            }
            out.endEntry();
        }
        out.endList();
    }

    /// The hashes of the stages, one behind the other in the order of the stages.
    private void hash(List<Derived> derived) {
        StringBuilder hex = new StringBuilder();
        for (Derived value : derived) {
            if (value instanceof Derived.StageHash stage) {
                hex.append(HexFormat.of().toHexDigits(stage.hash()));
            }
        }
        if (!hex.isEmpty()) {
            out.text("state_hash", hex.toString());
        }
    }

    private void bars(List<Derived> derived) {
        if (derived.stream().noneMatch(Derived.BarClosed.class::isInstance)) {
            return;
        }
        out.beginList("closed_bars");
        for (Derived value : derived) {
            if (value instanceof Derived.BarClosed bar) {
                bar(bar);
            }
        }
        out.endList();
    }

    private void bar(Derived.BarClosed in) {
        out.beginEntry();
        out.text("instrument", tables.symbol(in.instrument()));
        out.word("timeframe", in.timeframe());
        out.nanos("start_ns", in.startNs());
        out.nanos("end_ns", in.endNs());
        out.decimal("open", in.open());
        out.decimal("high", in.high());
        out.decimal("low", in.low());
        out.decimal("close", in.close());
        out.text("volume", tables.size(in.instrument(), in.volume()));
        out.number("trades", in.trades());
        out.number("bars_seen", in.barsSeen());
        out.endEntry();
    }

    private void prints(List<Derived> derived) {
        if (derived.stream().noneMatch(value -> value instanceof Derived.PrintConfirmed
            || value instanceof Derived.PrintRefused)) {
            return;
        }
        out.beginList("prints");
        for (Derived value : derived) {
            switch (value) {
                case Derived.PrintConfirmed in -> confirmed(in);
                case Derived.PrintRefused in -> refused(in);
                case Derived.BarClosed _, Derived.StageHash _ -> { }
            }
        }
        out.endList();
    }

    private void confirmed(Derived.PrintConfirmed in) {
        out.beginEntry();
        out.text("outcome", "confirmed");
        out.text("instrument", tables.symbol(in.instrument()));
        out.decimal("price", in.price());
        out.text("size", tables.size(in.instrument(), in.size()));
        out.nanos("waited_ns", in.waitedNs());
        out.endEntry();
    }

    private void refused(Derived.PrintRefused in) {
        out.beginEntry();
        out.text("outcome", "refused");
        out.text("instrument", tables.symbol(in.instrument()));
        out.decimal("price", in.price());
        out.decimal("mark", in.mark());
        out.endEntry();
    }
}
