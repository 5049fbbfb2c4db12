package org.gradus.tools.config;

import java.util.ArrayList;
import java.util.List;
import org.gradus.adapters.tape.CsvTape;
import org.gradus.adapters.tape.TapeFile;
import org.gradus.adapters.tape.TapeFiles;
import org.gradus.adapters.tape.TapeSpec;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.tape.MergedTape;
import org.gradus.engine.tape.SyntheticTape;
import org.gradus.engine.tape.Tape;
import org.jspecify.annotations.Nullable;

/// Opens the tapes of a run as one.
public final class Tapes {
    private Tapes() {
    }

    /// Opens all of them or none; the caller closes the result.
    public static MergedTape open(List<TapeSource> sources, List<Instrument> instruments) {
        List<Tape> tapes = new ArrayList<>();
        try {
            for (TapeSource source : sources) {
                tapes.add(open(source, tapes.size(), instruments));
            }
            return new MergedTape(tapes);
        } catch (RuntimeException e) {
            MergedTape.closeAll(tapes);
            throw e;
        }
    }

    /// The length of the bars in it; null for trades and quotes.
    static @Nullable Timeframe bars(TapeSource source, Instrument instrument) {
        return switch (source) {
            case TapeSource.Csv csv -> file(csv, 0, List.of(instrument)).timeframe();
            case TapeSource.Synthetic _ -> null;
        };
    }

    private static Tape open(TapeSource source, int index, List<Instrument> instruments) {
        return switch (source) {
            case TapeSource.Csv csv -> new CsvTape(file(csv, index, instruments));
            case TapeSource.Synthetic(String symbol, SyntheticTape.Script script) ->
                    new SyntheticTape(instrument(symbol, instruments), index, script);
        };
    }

    private static TapeFile file(TapeSource.Csv csv, int index, List<Instrument> instruments) {
        TapeSpec spec = new TapeSpec(csv.path(), csv.symbol(), csv.timeframe());
        TapeFile alone = TapeFiles.of(List.of(spec), instruments).getFirst();
        return new TapeFile(alone.path(), alone.instrument(), alone.timeframe(), index, alone.barClose());
    }

    private static Instrument instrument(String symbol, List<Instrument> instruments) {
        return instruments.stream().filter(instrument -> instrument.symbol().equals(symbol)).findFirst().orElseThrow();
    }
}
