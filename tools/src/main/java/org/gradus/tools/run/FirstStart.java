package org.gradus.tools.run;

import java.io.PrintStream;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gradus.engine.domain.ClientOrderId;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.journal.CheckedReader;
import org.gradus.engine.runtime.JournalScan;
import org.gradus.tools.config.RunConfig;
import org.gradus.tools.config.Settings;
import org.gradus.tools.log.Numbers;

/// Settles what a run at a venue learns once, at the first start of its journal, and then keeps: the account's cash,
/// and a run id that no other run of this account has, for client order ids are for ever. Both stand in the recorded
/// configuration.
public final class FirstStart {
    private static final String CLOCK = "alpaca.clock";

    private FirstStart() {
    }

    /// @param load reads the configuration anew, with these on top
    public static RunConfig complete(RunConfig config, RunHome home, Map<String, String> environment, PrintStream out,
            Function<List<String>, RunConfig> load) {
        if (Files.isDirectory(home.journal()) && !RunHome.finished(home.folder())) {
            home.repair(config.engine().journal().blockBytes()).ifPresent(out::println);
            try (CheckedReader reader = new CheckedReader(home.journal())) {
                JournalScan scan = JournalScan.of(reader);
                if (!scan.empty()) {
                    requireSameClock(config, home, scan);
                    JournalScan.Epoch first = scan.epochs().getFirst();
                    return load.apply(settled(first.runId(), FixedPoint.format(first.cash())));
                }
            }
        }
        AlpacaLine line = new AlpacaLine(config, 1, environment, note -> out.println("venue: " + note));
        return load.apply(settled(1 + new SecureRandom().nextInt(ClientOrderId.MAX_RUN_ID), line.cash()));
    }

    /// Two clocks may be years apart, and the journal's time would leap from one to the other.
    private static void requireSameClock(RunConfig config, RunHome home, JournalScan scan) {
        String before = Settings.recordedText(scan.epochs().getLast().config(), CLOCK).orElse("");
        String now = Settings.recordedText(config.engine().resolvedText(), CLOCK).orElse("");
        if (!before.isEmpty() && !before.equals(now)) {
            throw new IllegalArgumentException(CLOCK + " = " + now + ", but the run in " + home.folder() + " went by "
                    + CLOCK + " = " + before + " up to " + Numbers.time(scan.lastTimeNs()) + ", and its time would "
                    + "leap: set " + CLOCK + " = " + before + " again, or choose another --home");
        }
    }

    private static List<String> settled(int runId, String cash) {
        return new ArrayList<>(List.of("run-id=" + runId, "cash=" + cash));
    }
}
