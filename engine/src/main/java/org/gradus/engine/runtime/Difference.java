package org.gradus.engine.runtime;

import java.util.List;
import org.agrona.DirectBuffer;
import org.gradus.engine.codec.RecordCodec;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Journaled;

/// The first record that came out differently when it was recomputed.
///
/// @param strategy the strategy in whose decisions it began; empty when it began elsewhere
public record Difference(long sequence, String strategy, String recorded, String recomputed) {
    /// @param strategies names by strategy id
    static Difference of(Recovery stopped, List<String> strategies) {
        return between(read(stopped.recorded().buffer()), read(stopped.recomputed().buffer()), strategies);
    }

    Difference inStrategy(String name) {
        return new Difference(sequence, name, recorded, recomputed);
    }

    private static Journaled read(DirectBuffer record) {
        return new RecordCodec().read(record, 0);
    }

    static Difference between(Journaled recorded, Journaled recomputed, List<String> strategies) {
        List<Decision> was = recorded.decisions();
        List<Decision> now = recomputed.decisions();
        int at = firstDifference(was, now);
        if (at < 0) {
            at = Math.max(0, firstDifference(recorded.derived(), recomputed.derived()));
            return new Difference(recorded.sequence(), "", shown(recorded.derived(), at),
                    shown(recomputed.derived(), at));
        }
        int strategy = strategyAt(was, at) >= 0 ? strategyAt(was, at) : strategyAt(now, at);
        String name = strategy < 0 || strategy >= strategies.size() ? "" : strategies.get(strategy);
        return new Difference(recorded.sequence(), name, shown(was, at), shown(now, at));
    }

    /// -1 when the lists are equal.
    private static int firstDifference(List<?> was, List<?> now) {
        int common = Math.min(was.size(), now.size());
        for (int i = 0; i < common; i++) {
            if (!was.get(i).equals(now.get(i))) {
                return i;
            }
        }
        return was.size() == now.size() ? -1 : common;
    }

    private static String shown(List<?> list, int at) {
        return at < list.size() ? list.get(at).toString() : "nothing";
    }

    /// Whose decision it is: what it says itself, or else whoever was asked last before it. Checks and stops name
    /// nobody.
    private static int strategyAt(List<Decision> decisions, int at) {
        if (at >= decisions.size()) {
            return -1;
        }
        if (decisions.get(at) instanceof Decision.OrderDecision order && order.strategy() >= 0) {
            return order.strategy();
        }
        for (int i = at; i >= 0; i--) {
            if (decisions.get(i) instanceof Decision.Evaluation evaluation) {
                return evaluation.strategy();
            }
            if (decisions.get(i) instanceof Decision.StrategyDisabled disabled) {
                return disabled.strategy();
            }
        }
        return -1;
    }
}
