package org.gradus.tools.log;

import java.util.ArrayList;
import java.util.List;
import org.gradus.engine.codec.RecordHeader;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;

/// Tells records in words: none, one or several entries each. It must be shown every record that [LogFilter] lets
/// through, from the first, because later ones are explained by earlier ones.
final class Narrator {
    private final RunMemory memory = new RunMemory();
    private final OrderWords orders;
    private final OutcomeWords outcomes = new OutcomeWords(memory);
    private final RiskWords risks;
    private final FeedWords feed = new FeedWords(memory);
    private final PrintWords prints = new PrintWords(memory);

    /// @param home where commands about this run are to be sent
    Narrator(String home, ThrownMessages messages) {
        orders = new OrderWords(memory, home);
        risks = new RiskWords(memory, home, messages);
    }

    List<Entry> tell(Journaled record) {
        List<Entry> entries = new ArrayList<>();
        if ((record.header().flags() & RecordHeader.FAILED) != 0) {
            entries.add(new Entry(record.sequence(), record.timeNs(), "the engine failed on this record",
                    new Entry.Points().what("a fault of our own; what it decided does not count").list()));
            return entries;
        }
        if (record.input() instanceof Input.Started started) {
            memory.tables.add(started);
        }
        feed.tell(record, entries);
        prints.tell(record, entries);
        risks.input(record, entries);
        outcomes.tell(record, entries);
        Decision.Checks checks = null;
        for (Decision decision : record.decisions()) {
            switch (decision) {
                case Decision.Evaluation evaluation -> memory.evaluated(evaluation, record.sequence());
                case Decision.Checks rules -> checks = rules;
                case Decision.OrderDecision order -> {
                    boolean asked = checks != null && checks.clientOrderId() == order.clientOrderId();
                    orders.tell(record, order, asked ? checks : null, entries);
                }
                case Decision.StopDecision stop -> risks.stop(record, stop, entries);
                case Decision.RiskStateChange change -> risks.state(record, change, entries);
                case Decision.PhaseChange change -> risks.phase(record, change, entries);
                case Decision.StrategyDisabled disabled -> risks.disabled(record, disabled, entries);
                case Decision.ReconcileOutcome outcome -> risks.reconciled(record, outcome, entries);
                case Decision.Adjustment adjustment -> risks.adjusted(record, adjustment, entries);
                case Decision.Alert alert -> risks.alert(alert, record.sequence());
                case Decision.Equity _, Decision.FillOutcome _, Decision.Allocation _, Decision.CommandOutcome _ -> {
                    // Told with the input they belong to.
                }
            }
        }
        return entries;
    }
}
