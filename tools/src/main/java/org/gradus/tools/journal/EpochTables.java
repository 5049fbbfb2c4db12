package org.gradus.tools.journal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.ingress.Source;
import org.gradus.engine.message.Decision.Evaluation;
import org.gradus.engine.message.Input.Started;

/// What the numbers in records stand for, as told by the `started` records seen so far: a later epoch adds and
/// replaces. A number nobody
/// named is shown as itself, so that a damaged journal can still be read.
public final class EpochTables {
    private final Map<Integer, Instrument> instruments = new HashMap<>();
    private final Map<Integer, Started.StrategyEntry> strategies = new HashMap<>();
    private final Map<Integer, String> sources = new HashMap<>();
    private String currency = "";

    public void add(Started started) {
        started.instruments().forEach(instrument -> instruments.put(instrument.id(), instrument));
        started.strategies().forEach(strategy -> strategies.put(strategy.strategy(), strategy));
        started.sources().forEach(source -> sources.put(source.source(), source.name()));
        currency = started.currency();
    }

    public String symbol(int instrument) {
        Instrument known = instruments.get(instrument);
        return known == null ? number(instrument) : known.symbol();
    }

    /// The size of a print, quote or bar, in the scale of its instrument.
    String size(int instrument, long size) {
        Instrument known = instruments.get(instrument);
        return FixedPoint.format(size, known == null ? FixedPoint.DECIMALS : known.sizeDecimals());
    }

    String feeCurrency(int instrument, boolean inBase) {
        Instrument known = instruments.get(instrument);
        if (known == null) {
            return inBase ? symbol(instrument) : currency;
        }
        return inBase ? known.baseCurrency() : known.quoteCurrency();
    }

    /// Smallest step of a quantity; 1 unit of the scale when the instrument is unknown.
    public long lot(int instrument) {
        Instrument known = instruments.get(instrument);
        return known == null ? 1 : known.lot();
    }

    /// The asset that is bought and sold, without the currency it is priced in.
    public String asset(int instrument) {
        Instrument known = instruments.get(instrument);
        return known == null ? number(instrument) : known.baseCurrency();
    }

    public String currency() {
        return currency;
    }

    public String strategy(int strategy) {
        Started.StrategyEntry known = strategies.get(strategy);
        return known == null ? number(strategy) : known.name();
    }

    public String valueName(int strategy, int index) {
        Started.StrategyEntry known = strategies.get(strategy);
        return known == null || index < 0 || index >= known.valueNames().size() ? number(index) : known.valueNames()
            .get(index);
    }

    /// What the input came from; a tape as config or command line name it.
    public String source(int source) {
        return switch (source) {
            case Source.TIMER -> "timer";
            case Source.VENUE -> "venue";
            case Source.OPERATOR -> "operator";
            case Source.ENGINE -> "engine";
            default -> sources.getOrDefault(source, number(source));
        };
    }

    /// The reason in words with its values filled in; empty when none was given.
    String rationale(Evaluation evaluation) {
        return rationale(evaluation, Reals::text);
    }

    /// The same with the values spelt as the caller likes.
    public String rationale(Evaluation evaluation, DoubleFunction<String> spelling) {
        Started.StrategyEntry known = strategies.get(evaluation.strategy());
        List<String> templates = known == null ? List.of() : known.rationales();
        int index = evaluation.rationale() - 1;
        return index < 0 || index >= templates.size() ? "" : filled(templates.get(index), evaluation, spelling);
    }

    private String filled(String template, Evaluation evaluation, DoubleFunction<String> spelling) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
            int close = template.indexOf('}', open);
            if (close < 0) {
                break;
            }
            out.append(template, from, open).append(value(template.substring(open + 1, close), evaluation, spelling));
            from = close + 1;
        }
        return out.append(template, from, template.length()).toString();
    }

    private String value(String name, Evaluation evaluation, DoubleFunction<String> spelling) {
        for (Evaluation.Value value : evaluation.values()) {
            if (valueName(evaluation.strategy(), value.index()).equals(name)) {
                return spelling.apply(value.value());
            }
        }
        return '{' + name + '}';
    }

    private static String number(int id) {
        return "#" + id;
    }
}
