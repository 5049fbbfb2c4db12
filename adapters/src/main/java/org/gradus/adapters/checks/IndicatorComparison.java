package org.gradus.adapters.checks;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.indicator.Indicator;
import org.gradus.engine.indicator.IndicatorSpec;
import org.gradus.engine.message.Derived;
import org.jspecify.annotations.Nullable;

/// Computes indicators from the engine's closed bars as the engine does, and compares them with what somebody else
/// makes of the same market. It decides nothing. Owned by the thread that follows the journal.
public final class IndicatorComparison {
    /// Questions that may wait for an answer; the oldest makes room.
    private static final int OPEN_MAX = 256;

    private final List<Instrument> instruments;
    private final List<IndicatorSpec> specs;
    private final IndicatorCheck check;
    private final Bounds bounds;
    private final Consumer<String> tell;
    private final Map<Series, List<Indicator>> computed = new HashMap<>();
    private final ArrayDeque<Open> open = new ArrayDeque<>();
    private final Map<String, Figures> figures = new HashMap<>();

    /// How far values may be apart before it is told each time.
    ///
    /// @param points of an index from 0 to 100, such as the RSI
    /// @param ofPrice of what is measured in prices, such as the MACD, as a ratio of the close
    /// @param latestNs a bar that ended longer ago is history, and nobody is asked about it
    public record Bounds(double points, double ofPrice, long latestNs) {
    }

    /// What came of the comparisons of one indicator of one instrument.
    ///
    /// @param largest deviation, in points or as a ratio of the close
    public record Figures(int compared, int beyond, double largest) {
        static final Figures NONE = new Figures(0, 0, 0);

        Figures with(double deviation, boolean isBeyond) {
            return new Figures(compared + 1, beyond + (isBeyond ? 1 : 0), Math.max(largest, deviation));
        }
    }

    /// The bars of one instrument and timeframe.
    private record Series(int instrument, Timeframe timeframe) {
    }

    /// A question without an answer yet, with what we say to it.
    private record Open(BarQuestion question, List<Double> ours, double close) {
    }

    public IndicatorComparison(List<Instrument> instruments, List<IndicatorSpec> specs, IndicatorCheck check,
                               Bounds bounds, Consumer<String> tell) {
        this.instruments = List.copyOf(instruments);
        this.specs = List.copyOf(specs);
        this.check = check;
        this.bounds = bounds;
        this.tell = tell;
    }

    /// A bar has closed. Every bar is shown, for an indicator remembers; only recent ones are asked about.
    public void closed(Derived.BarClosed bar, long nowNs) {
        List<Indicator> indicators = computed.computeIfAbsent(new Series(bar.instrument(), bar.timeframe()),
                _ -> specs.stream().map(IndicatorSpec::create).toList());
        for (int i = 0; i < specs.size(); i++) {
            Indicator indicator = indicators.get(i);
            indicator.update(FixedPoint.toDouble(bar.open()), FixedPoint.toDouble(bar.high()),
                    FixedPoint.toDouble(bar.low()), FixedPoint.toDouble(bar.close()), bar.volume(), bar.endNs());
            if (indicator.warm() && nowNs - bar.endNs() <= bounds.latestNs()) {
                ask(new BarQuestion(instruments.get(bar.instrument()), bar.timeframe(), specs.get(i), bar.startNs()),
                        indicator, FixedPoint.toDouble(bar.close()));
            }
        }
    }

    private void ask(BarQuestion question, Indicator indicator, double close) {
        if (!check.answers(question)) {
            return;
        }
        if (open.size() == OPEN_MAX) {
            open.removeFirst();
        }
        List<Double> ours = IntStream.range(0, indicator.outputs()).mapToObj(indicator::value).toList();
        open.addLast(new Open(question, ours, close));
    }

    /// Compares what has been answered, and has what has not been found out.
    public void look() {
        for (Iterator<Open> each = open.iterator(); each.hasNext();) {
            Open next = each.next();
            List<Double> theirs = check.values(next.question());
            if (theirs != null) {
                each.remove();
                compare(next, theirs);
            }
        }
    }

    private void compare(Open ours, List<Double> theirs) {
        double apart = 0;
        for (int i = 0; i < ours.ours().size(); i++) {
            apart = Math.max(apart, Math.abs(ours.ours().get(i) - theirs.get(i)));
        }
        boolean index = ours.question().spec().kind() == IndicatorSpec.Kind.RSI;
        double deviation = index ? apart : apart / ours.close();
        boolean beyond = !(deviation <= (index ? bounds.points() : bounds.ofPrice()));
        Figures before = figures.getOrDefault(ours.question().toString(), Figures.NONE);
        figures.put(ours.question().toString(), before.with(deviation, beyond));
        if (beyond || before.compared() == 0) {
            tell.accept(String.format(Locale.ROOT, "%s: ours %s, %s's %s: apart by %s%s", ours.question(),
                    shown(ours.ours()), check.name(), shown(theirs), deviation(deviation, index),
                    beyond ? ", more than it should be" : ""));
        }
    }

    private static String deviation(double deviation, boolean index) {
        return index ? String.format(Locale.ROOT, "%.2f points", deviation)
                : String.format(Locale.ROOT, "%.4f %% of the price", 100 * deviation);
    }

    private static String shown(List<Double> values) {
        return String.join(" / ", values.stream().map(value -> String.format(Locale.ROOT, "%.4f", value)).toList());
    }

    /// By indicator, instrument and timeframe in words; null where nothing was compared.
    public @Nullable Figures figures(String question) {
        return figures.get(question);
    }

    /// All that was compared, a line each, in a fixed order.
    public List<String> summary() {
        return figures.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(each -> String.format(Locale.ROOT,
                "%s against %s: %d compared, %d beyond the bound, largest deviation %s", each.getKey(), check.name(),
                each.getValue().compared(), each.getValue().beyond(),
                deviation(each.getValue().largest(), each.getKey().startsWith("rsi")))).toList();
    }
}
