package org.gradus.adapters.tape;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.tape.MergedTape;
import org.gradus.engine.tape.Tape;
import org.gradus.engine.tape.TapeException;
import org.jspecify.annotations.Nullable;

/// From the tapes a user names to one tape in time order. A file belongs to the instrument whose symbol stands with
/// it. The timeframe of bars stands with it too, or in a file name like `BTC-USDT_1h_2017-08-17_2022-12-31.csv.gz`:
/// after the first underscore that one of the timeframes follows, up to the next underscore or the extension.
public final class TapeFiles {
    static final String NAME_PATTERN = "SYMBOL_TIMEFRAME_ANYTHING.csv or .csv.gz, as BTC-USDT_1h_2022.csv.gz";

    private static final Pattern NAME = Pattern.compile(".+?_(1m|5m|15m|1h|4h|1d)(_.*)?\\.csv(\\.gz)?");

    private TapeFiles() {
    }

    /// The files in the order of the specs, which is their order of precedence at equal times.
    public static List<TapeFile> of(List<TapeSpec> specs, List<Instrument> instruments) {
        List<TapeFile> files = new ArrayList<>();
        for (TapeSpec spec : specs) {
            files.add(file(spec, files.size(), instrument(spec, instruments)));
        }
        return List.copyOf(files);
    }

    /// Opens all of them or none.
    public static MergedTape open(List<TapeFile> files) {
        List<Tape> tapes = new ArrayList<>();
        try {
            for (TapeFile file : files) {
                tapes.add(new CsvTape(file));
            }
            return new MergedTape(tapes);
        } catch (RuntimeException e) {
            MergedTape.closeAll(tapes);
            throw e;
        }
    }

    private static TapeFile file(TapeSpec spec, int source, Instrument instrument) {
        Timeframe timeframe = spec.timeframe() == null ? named(spec) : spec.timeframe();
        boolean session = instrument.assetClass() == AssetClass.STOCK && timeframe == Timeframe.D1;
        return new TapeFile(spec.path(), instrument, timeframe, source,
                session ? BarClose.NEW_YORK_SESSION : BarClose.INTERVAL);
    }

    private static @Nullable Timeframe named(TapeSpec spec) {
        Matcher name = NAME.matcher(String.valueOf(spec.path().getFileName()));
        return name.matches() ? Timeframe.parse(name.group(1)) : null;
    }

    private static Instrument instrument(TapeSpec spec, List<Instrument> instruments) {
        List<String> symbols = new ArrayList<>();
        for (Instrument instrument : instruments) {
            if (instrument.symbol().equals(spec.symbol())) {
                return instrument;
            }
            symbols.add(instrument.symbol());
        }
        throw new TapeException(spec.path() + ": there is no instrument \"" + spec.symbol() + "\", expected one of "
                + symbols);
    }
}
