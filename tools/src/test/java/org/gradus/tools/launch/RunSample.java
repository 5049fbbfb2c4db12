package org.gradus.tools.launch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A configuration with a made-up tape in a folder of its own, and the command line spoken to in this process.
final class RunSample {
    private static final String TEXT = """
            include "base.conf"
            mode = backtest
            reference = BTC/USD
            journal.block = 1 MiB
            instruments = [
              { symbol = BTC/USD, asset-class = crypto, tick = 0.01, lot = 0.000000001,
                minimum-notional = 10, maximum-quantity = 1000, size-decimals = 8 }
            ]
            tapes = [ { symbol = BTC/USD, synthetic {
                seed = 3, start = "2024-01-08T00:00:00Z", price = 50000
                phases = [ { name = calm, duration = %s, drift = 2 %%, volatility = 0.04 %%, prints-per-minute = 20 } ]
            } } ]
            strategies = [
              { name = trend, kind = macd-trend, symbols = [BTC/USD], timeframe = 1m, budget = 5 %% }
            ]
            """;

    final Path folder;
    final Path home;

    RunSample(Path folder, String duration) {
        this.folder = folder;
        home = folder.resolve("home");
        try {
            Files.writeString(config(), TEXT.formatted(duration));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    Path config() {
        return folder.resolve("sample.conf");
    }

    /// What a command printed and how it ended.
    record Answer(int code, String text) {
    }

    /// Runs a command on the run folder.
    Answer say(String... words) {
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.addAll(List.of("--home", home.toString()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = System.out;
        PrintStream errorsBefore = System.err;
        PrintStream captured = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        System.setOut(captured);
        System.setErr(captured);
        try {
            int code = Gradus.execute(arguments.toArray(String[]::new));
            return new Answer(code, bytes.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
            System.setErr(errorsBefore);
        }
    }
}
