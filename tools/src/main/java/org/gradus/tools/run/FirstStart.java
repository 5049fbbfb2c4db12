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

/// Settles what a run at a venue learns once, at the first start of its journal, and then keeps: the account's cash,
/// and a run id that no other run of this account has, for client order ids are for ever. Both stand in the recorded
/// configuration.
public final class FirstStart {
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
                    JournalScan.Epoch first = scan.epochs().getFirst();
                    return load.apply(settled(first.runId(), FixedPoint.format(first.cash())));
                }
            }
        }
        AlpacaLine line = new AlpacaLine(config, 1, environment, note -> out.println("venue: " + note));
        return load.apply(settled(1 + new SecureRandom().nextInt(ClientOrderId.MAX_RUN_ID), line.cash()));
    }

    private static List<String> settled(int runId, String cash) {
        return new ArrayList<>(List.of("run-id=" + runId, "cash=" + cash));
    }
}
