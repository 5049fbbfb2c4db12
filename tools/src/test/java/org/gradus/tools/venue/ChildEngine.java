package org.gradus.tools.venue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gradus.adapters.venue.AccountKey;
import org.gradus.tools.environment.ChildJvm;

/// `gradus run` in a process of its own, over one run folder, with a project's root of its own: the engine of a test
/// does not write into ours.
final class ChildEngine {
    private static final String NETWORK = """

            alpaca {
              timeouts { connect = 2 s, request = 1 s }
              streams { silence = 2 s, first-pause = 10 ms, longest-pause = 200 ms }
              look-up { first = 20 ms, longest = 300 ms, grace = 2 s, cancel-wait = 1 s }
              reconcile { confirm-after = 100 ms, patience = 2 s }
              health.every = 1 s
            }
            """;

    private final Path folder;
    private final AccountKey key;
    private final String command;
    private int starts;
    private ChildJvm child;

    /// @param speed of the venue's clock
    ChildEngine(Path folder, MixMarket market, int speed, AccountKey key) {
        this.folder = folder;
        this.key = key;
        command = "run %s --home %s --speed %d".formatted(config(folder, market), home(), speed);
    }

    private static Path config(Path folder, MixMarket market) {
        try {
            Path config = Files.createDirectories(folder.resolve("root/config"));
            Files.copy(MixConfig.ROOT.resolve("config/base.conf"), config.resolve("base.conf"));
            Path file = MixConfig.write(config, market, Integer.MAX_VALUE);
            Files.writeString(file, Files.readString(file) + NETWORK);
            return file;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    Path home() {
        return folder.resolve("home");
    }

    void start(String address) {
        child = ChildJvm.gradus(folder.resolve("engine-" + starts++ + ".out"), "-Dgradus.root="
            + folder.resolve("root"));
        child.environment(Map.of("ALPACA_PAPER_KEY_ID", key.keyId(), "ALPACA_PAPER_SECRET_KEY", key.secret(),
            "ALPACA_TRADING_URL", address, "ALPACA_DATA_URL", address)).start(command);
    }

    ChildJvm child() {
        return child;
    }
}
