package org.gradus.tools.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gradus.tools.launch.Commands.Answer;

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

    /// Runs a command on the run folder. What a run leaves behind that came to its end in order must replay.
    Answer say(String... words) {
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.addAll(List.of("--home", home.toString()));
        Answer answer = Commands.said(arguments.toArray(String[]::new));
        if (words[0].equals("run") && answer.code() == Gradus.OK) {
            Commands.assertReplays(home);
        }
        return answer;
    }
}
