package org.gradus.tools.venue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gradus.adapters.strategy.UserStrategies;
import org.gradus.engine.egress.SendingRules;
import org.gradus.engine.runtime.LiveRules;
import org.gradus.tools.config.AlpacaRun;
import org.gradus.tools.config.FactoryCatalog;
import org.gradus.tools.config.RunConfig;
import org.gradus.tools.config.Settings;

/// How the engine of the mixes is configured: as `config/paper.conf`, with small limits, strategies that trade at every
/// bar, and everything that waits for the network as much shorter as the network is.
final class MixConfig {
    static final Path ROOT = Path.of(System.getProperty("gradus.root"));
    static final UserStrategies STRATEGIES = new UserStrategies(ROOT, ROOT);
    private static final long MILLISECOND_NS = 1_000_000L;
    private static final String TEXT = """
            include "base.conf"
            mode = paper
            gateway = alpaca
            run-id = 4711
            cash = 100000
            reference = BTC/USD
            risk.trade-size = 1 %
            risk.daily.entries = 1000
            bars.grace = 1 s
            journal { block = 1 MiB, free-mark = 64 MiB, reserve = 16 MiB }
            operator.script.resume-after = 0 s
            alpaca.clock = venue
            """;

    private MixConfig() {
    }

    /// @param untilS seconds since 1970 from which on nothing new is wanted
    static Path write(Path folder, MixMarket market, long untilS) {
        try {
            return Files.writeString(folder.resolve("mixes.conf"), TEXT + market.config(untilS));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    static RunConfig load(Path folder, MixMarket market, long untilS, String address, double speed) {
        Path file = write(folder, market, untilS);
        RunConfig read = new Settings(folder, ROOT, new FactoryCatalog(STRATEGIES)).load(file.toString(),
            List.of("alpaca.trading-url=" + address, "alpaca.data-url=" + address), List.of());
        return new RunConfig(read.engine(), read.tapes(), hasty(read.alpaca(), speed), read.feeds());
    }

    private static AlpacaRun hasty(AlpacaRun alpaca, double speed) {
        AlpacaRun.Times times = new AlpacaRun.Times(400 * MILLISECOND_NS, 400 * MILLISECOND_NS, 800 * MILLISECOND_NS,
            5 * MILLISECOND_NS, 100 * MILLISECOND_NS);
        SendingRules given = alpaca.rules().sending();
        SendingRules sending = new SendingRules(given.perMinute(), given.reserved(), given.maximumAgeNs(),
            10 * MILLISECOND_NS, 200 * MILLISECOND_NS, 900 * MILLISECOND_NS, 200 * MILLISECOND_NS);
        LiveRules rules = new LiveRules(sending, alpaca.rules().reconcileNs(), 30 * MILLISECOND_NS, 5,
            400 * MILLISECOND_NS, 100 * MILLISECOND_NS, 60_000 * MILLISECOND_NS, 3).at(speed);
        return new AlpacaRun(alpaca.trading(), alpaca.data(), alpaca.streams(), alpaca.stockFeed(),
            alpaca.cryptoFeed(), alpaca.messagePack(), new AlpacaRun.Requests(200, 60), times,
            alpaca.entryMarginNs(), alpaca.venueClock(), rules);
    }
}
