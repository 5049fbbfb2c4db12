package org.gradus.tools.config;

import static org.gradus.tools.config.Unit.MONEY;
import static org.gradus.tools.config.Unit.PRICE;
import static org.gradus.tools.config.Unit.QUANTITY;

import java.util.ArrayList;
import java.util.List;
import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.runtime.EngineConfig.InstrumentConfig;
import org.jspecify.annotations.Nullable;

/// Reads `instruments` and `tapes`, which are checked against each other: a tape must belong to an instrument, and an
/// instrument must have one way to its bars.
final class InstrumentSettings {
    private static final String FEED_BARS = "bars-from-feed";
    private static final List<Timeframe> TIMEFRAMES = List.of(Timeframe.values());

    /// An instrument being read; the instrument itself is null when its section has a fault.
    private record Draft(Section section, String symbol, @Nullable Instrument instrument) {
    }

    private final String currency;
    private final List<Draft> drafts = new ArrayList<>();

    InstrumentSettings(Section top, String currency) {
        this.currency = currency;
        for (Section section : top.sections("instruments", "instruments")) {
            drafts.add(draft(section));
        }
        if (drafts.isEmpty() && top.good("instruments")) {
            top.refuse("instruments", "expected at least one instrument");
        }
    }

    List<String> symbols() {
        return drafts.stream().map(Draft::symbol).toList();
    }

    /// All symbols that are known, in words; an instrument whose symbol is missing has none to choose.
    String names() {
        return String.join(", ", symbols().stream().filter(symbol -> !symbol.isEmpty()).toList());
    }

    /// Of a symbol, or −1.
    int id(String symbol) {
        return symbols().indexOf(symbol);
    }

    /// Which instrument a tape belongs to: the one it names, or the only one there is.
    String symbolOf(Section tape) {
        if (!tape.has("symbol") && drafts.size() == 1) {
            tape.settle("symbol", drafts.getFirst().symbol());
            return drafts.getFirst().symbol();
        }
        String symbol = tape.text("symbol", "one of " + names()
                + " (on the command line --tape SYMBOL=FILE), for there are several instruments");
        if (tape.good("symbol") && id(symbol) < 0) {
            tape.refuse("symbol", "no such instrument, expected one of " + names());
        }
        return symbol;
    }

    List<InstrumentConfig> with(List<TapeSource> tapes) {
        List<InstrumentConfig> instruments = new ArrayList<>();
        for (Draft draft : drafts) {
            List<Timeframe> fromFeed = barsFromFeed(draft, tapes);
            if (draft.instrument() != null) {
                instruments.add(new InstrumentConfig(draft.instrument(), fromFeed));
            }
        }
        return instruments;
    }

    private Draft draft(Section section) {
        String symbol = section.text("symbol", "a symbol such as BTC/USD or SPY");
        if (section.good("symbol") && id(symbol) >= 0) {
            section.refuse("symbol", "there are two instruments of this name");
        }
        AssetClass assetClass = section.choice("asset-class", List.of(AssetClass.values()), AssetClass::label);
        long tick = section.number("tick", PRICE, 1, FixedPoint.parse("1000000"));
        long lot = section.number("lot", QUANTITY, 1, FixedPoint.parse("1000000"));
        long minimumNotional = section.number("minimum-notional", MONEY, 0, FixedPoint.parse("1000000"));
        long maximumQuantity = section.number("maximum-quantity", QUANTITY, 1, FixedPoint.parse("1000000000"));
        int sizeDecimals = section.whole("size-decimals", 0, FixedPoint.DECIMALS);
        if (section.good("lot", "maximum-quantity") && maximumQuantity < lot) {
            section.refuse("maximum-quantity", "is less than one lot");
        }
        String base = assetClass == AssetClass.CRYPTO ? base(section, symbol) : symbol;
        boolean good = section.good("symbol", "asset-class", "tick", "lot", "minimum-notional", "maximum-quantity",
            "size-decimals");
        Instrument instrument = good && assetClass != null && !currency.isEmpty()
                ? new Instrument(drafts.size(), symbol, assetClass, base, currency, tick, lot, minimumNotional,
                maximumQuantity, sizeDecimals)
                : null;
        return new Draft(section, symbol, instrument);
    }

    private String base(Section section, String symbol) {
        int slash = symbol.indexOf('/');
        boolean known = section.good("symbol") && !currency.isEmpty();
        if (known && (slash <= 0 || !symbol.substring(slash + 1).equals(currency))) {
            section.refuse("symbol", "expected BASE/" + currency + ", a crypto pair priced in the account's currency");
        }
        return slash > 0 ? symbol.substring(0, slash) : symbol;
    }

    /// What config says; else bars from the feed when the tapes of the instrument hold nothing else, and from trades
    /// when they hold no bars. With both, config has to say.
    private static List<Timeframe> barsFromFeed(Draft draft, List<TapeSource> tapes) {
        if (draft.section().has(FEED_BARS)) {
            return timeframes(draft.section(), FEED_BARS);
        }
        List<Timeframe> bars = new ArrayList<>();
        boolean prints = false;
        for (TapeSource tape : tapes) {
            if (draft.instrument() != null && tape.symbol().equals(draft.symbol())) {
                Timeframe timeframe = Tapes.bars(tape, draft.instrument());
                prints |= timeframe == null;
                if (timeframe != null && !bars.contains(timeframe)) {
                    bars.add(timeframe);
                }
            }
        }
        if (prints && !bars.isEmpty()) {
            draft.section().refuse(FEED_BARS, "there are tapes with bars and tapes with trades or quotes: expected "
                + FEED_BARS
                    + " = [" + bars.getFirst().label() + "] to take the bars, or [] to build them from trades");
        }
        bars.sort(null);
        draft.section().settle(FEED_BARS, bars.stream().map(Timeframe::label).toList());
        return bars;
    }

    /// A list of timeframes, each once, ascending.
    static List<Timeframe> timeframes(Section section, String key) {
        List<String> labels = section.texts(key, "timeframes such as 1m or 1h");
        List<Timeframe> found = TIMEFRAMES.stream().filter(timeframe -> labels.contains(timeframe.label())).toList();
        if (section.good(key) && !found.stream().map(Timeframe::label).toList().equals(labels)) {
            section.refuse(key, "expected some of " + String.join(", ", TIMEFRAMES.stream().map(Timeframe::label)
                .toList())
                    + ", each once, from short to long");
        }
        return found;
    }
}
