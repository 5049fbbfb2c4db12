package org.gradus.tools.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gradus.adapters.strategy.UserStrategies;

/// A small valid configuration in a folder of its own, and what the product says about changes to it.
final class Sample {
    static final Path ROOT = Path.of(System.getProperty("gradus.root"));
    static final String TEXT = """
            include "base.conf"
            mode = backtest
            reference = BTC/USD
            instruments = [
              { symbol = BTC/USD, asset-class = crypto, tick = 0.01, lot = 0.000000001,
                minimum-notional = 10, maximum-quantity = 1000, size-decimals = 8 }
            ]
            tapes = [ { file = trades.csv } ]
            strategies = [
              { name = trend, kind = macd-trend, symbols = [BTC/USD], timeframe = 5m,
                budget = 5 %,
                parameters { fast = 10, slow = 20 } }
            ]
            """;

    private final Path folder;

    Sample(Path folder) {
        this.folder = folder;
        write("trades.csv", "timestamp,price,amount\n");
        write("trades_1h_2013.csv", "timestamp_ms,open,high,low,close,volume\n");
        write("sample.conf", TEXT);
    }

    Sample write(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The sample with one text in it replaced.
    Sample with(String target, String replacement) {
        if (!TEXT.contains(target)) {
            throw new IllegalArgumentException("not in the sample: " + target);
        }
        return write("sample.conf", TEXT.replace(target, replacement));
    }

    /// The sample with lines after it, which win over what stands before.
    Sample plus(String lines) {
        return write("sample.conf", TEXT + lines);
    }

    Settings settings() {
        return new Settings(folder, ROOT, new FactoryCatalog(new UserStrategies(folder, ROOT)));
    }

    RunConfig load(String... sets) {
        return settings().load("sample.conf", List.of(sets), List.of());
    }

    List<String> faults(String... sets) {
        return faults(List.of(sets), List.of());
    }

    List<String> faults(List<String> sets, List<String> tapes) {
        try {
            settings().load("sample.conf", sets, tapes);
            return List.of();
        } catch (InvalidConfig e) {
            return e.faults().stream().map(Fault::toString).toList();
        }
    }
}
