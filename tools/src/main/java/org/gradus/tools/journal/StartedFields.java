package org.gradus.tools.journal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.message.Input.Started;
import org.gradus.engine.message.LimitKind;

/// Writes the fields of the input that opens an epoch.
final class StartedFields {
    private final Fields out;
    private final EpochTables tables;

    StartedFields(Fields out, EpochTables tables) {
        this.out = out;
        this.tables = tables;
    }

    void write(Started in) {
        out.number("contract", in.contract());
        out.number("epoch", in.epoch());
        out.word("gateway", in.gateway());
        out.word("mode", in.mode());
        out.number("phase", in.phase());
        out.text("currency", in.currency());
        out.word("base_timeframe", in.baseTimeframe());
        if (in.referenceInstrument() >= 0) {
            out.text("reference_instrument", tables.symbol(in.referenceInstrument()));
        }
        out.decimal("cash", in.cash());
        positions(in.positions());
        out.decimal("peak", in.peak());
        instruments(in.instruments());
        strategies(in.strategies());
        sources(in.sources());
        limits(in.limits());
        out.text("build", in.build());
        out.text("build_hash", in.buildHash().hex());
        out.text("config_hash", in.configHash().hex());
        out.text("data_hash", in.dataHash().hex());
        out.text("seed", Long.toString(in.seed()));
    }

    private void positions(List<Started.Holding> positions) {
        out.beginList("positions");
        for (Started.Holding in : positions) {
            out.beginEntry();
            out.text("instrument", tables.symbol(in.instrument()));
            out.decimal("quantity", in.quantity());
            out.decimal("average_price", in.averagePrice());
            out.endEntry();
        }
        out.endList();
    }

    private void instruments(List<Instrument> instruments) {
        out.beginList("instruments");
        for (Instrument in : instruments) {
            out.beginEntry();
            out.text("instrument", in.symbol());
            out.word("asset_class", in.assetClass());
            out.text("base", in.baseCurrency());
            out.text("quote", in.quoteCurrency());
            out.decimal("tick", in.tick());
            out.decimal("lot", in.lot());
            out.decimal("minimum_notional", in.minimumNotional());
            out.decimal("maximum_quantity", in.maximumQuantity());
            out.endEntry();
        }
        out.endList();
    }

    private void strategies(List<Started.StrategyEntry> strategies) {
        out.beginList("strategies");
        for (Started.StrategyEntry in : strategies) {
            out.beginEntry();
            out.text("strategy", in.name());
            symbols(in.instruments());
            out.word("timeframe", in.timeframe());
            out.number("warm_up_bars", in.warmUpBars());
            out.decimal("budget", in.budget());
            out.beginMap("parameters");
            in.parameters().forEach(out::text);
            out.endMap();
            out.text("class", in.className());
            out.text("code_hash", in.codeHash());
            out.endEntry();
        }
        out.endList();
    }

    private void symbols(List<String> symbols) {
        if (!symbols.isEmpty()) {
            out.beginList("instruments");
            symbols.forEach(out::member);
            out.endList();
        }
    }

    private void sources(List<Started.SourceName> sources) {
        out.beginList("sources");
        sources.forEach(source -> out.member(source.name()));
        out.endList();
    }

    /// A limit called `key.part` becomes one field of the map `key`, a `key=member` one member of the list `key`.
    private void limits(List<Started.Limit> limits) {
        Map<String, List<Started.Limit>> byKey = new LinkedHashMap<>();
        for (Started.Limit limit : limits) {
            byKey.computeIfAbsent(limit.name().split("[.=]", 2)[0], key -> new ArrayList<>()).add(limit);
        }
        out.beginMap("limits");
        byKey.forEach(this::limit);
        out.endMap();
    }

    private void limit(String key, List<Started.Limit> parts) {
        Started.Limit first = parts.getFirst();
        if (first.kind() == LimitKind.MEMBER || first.kind() == LimitKind.CHOICE && parts.size() > 1) {
            members(key, parts);
        } else if (first.kind() != LimitKind.CHOICE && first.name().length() > key.length()) {
            out.beginMap(key);
            parts.forEach(part -> value(rest(part, key), part));
            out.endMap();
        } else {
            value(key, first);
        }
    }

    private void members(String key, List<Started.Limit> parts) {
        out.beginList(key);
        parts.stream().map(part -> rest(part, key)).filter(word -> !word.isEmpty()).forEach(out::member);
        out.endList();
    }

    private void value(String name, Started.Limit limit) {
        switch (limit.kind()) {
            case RATIO, MONEY -> out.decimal(name, limit.value());
            case COUNT -> out.number(name, limit.value());
            case NANOS -> out.nanos(name, limit.value());
            case CHOICE, MEMBER -> out.text(name, rest(limit, name));
        }
    }

    private static String rest(Started.Limit limit, String key) {
        return limit.name().length() > key.length() ? limit.name().substring(key.length() + 1) : "";
    }
}
