package org.gradus.tools.launch;

import java.util.Optional;
import org.gradus.adapters.strategy.UserStrategies;
import org.gradus.engine.journal.CheckedReader;
import org.gradus.engine.runtime.Difference;
import org.gradus.engine.runtime.JournalScan;
import org.gradus.engine.runtime.JournalScan.Epoch;
import org.gradus.engine.runtime.Replay;
import org.gradus.tools.config.Settings;
import org.gradus.tools.journal.JournalEnd;
import org.gradus.tools.run.BuildIdentity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `gradus journal replay`: whether the same inputs give the same decisions again. Another build than the one that
/// decided is asked only when that is wanted, because what differs then may be the build.
@Command(name = "replay", description = "Recomputes every decision and compares.", mixinStandardHelpOptions = true)
final class ReplayCommand extends JournalCommand.OnJournal {
    private static final int SHOWN_DIGITS = 12;

    @Option(names = "--with-this-build",
            description = "also where another build decided: does this one decide the same?")
    private boolean withThisBuild;

    @Option(names = "--json", description = "one JSON object")
    private boolean json;

    @Override
    public Integer call() {
        JournalEnd end = new JournalEnd(home);
        JournalScan scan = scan();
        if (scan.empty()) {
            end.require(0);
        }
        Optional<Epoch> foreign = decidedByAnotherBuild(scan);
        if (foreign.isPresent() && !withThisBuild) {
            System.out.println(refusal(foreign.get()));
            return Gradus.FAILED;
        }
        UserStrategies strategies = RunCommand.strategies();
        Settings settings = RunCommand.settings(strategies);
        Replay replay = new Replay(this::open, settings::recorded, strategies);
        Optional<Difference> difference = replay.run();
        System.out.println(difference.isPresent() ? differs(difference.get(), foreign.isEmpty())
            : same(replay.compared(), foreign.isEmpty()));
        end.tellUnfinished(scan.unfinishedBytes());
        end.require(scan.lastSequence());
        return difference.isPresent() ? Gradus.FAILED : Gradus.OK;
    }

    private JournalScan scan() {
        try (CheckedReader reader = open()) {
            return JournalScan.of(reader);
        }
    }

    private static Optional<Epoch> decidedByAnotherBuild(JournalScan scan) {
        String build = BuildIdentity.ofEngine().hex();
        return scan.epochs().stream().filter(epoch -> !epoch.buildHash().equals(build)).findFirst();
    }

    private String refusal(Epoch epoch) {
        return json ? JournalCommand.json("verdict", "other-build", "epoch", epoch.number(), "build", epoch.buildHash())
            : "NOT REPLAYED: epoch " + epoch.number() + " was decided by another build ("
            + epoch.buildHash().substring(0, SHOWN_DIGITS)
            + "…); replay it with that build, or with this one by --with-this-build";
    }

    private String same(long records, boolean build) {
        return json ? JournalCommand.json("verdict", "same", "records", records, "same_build", build)
            : "the same: " + records + " records recomputed bit for bit" + (build ? "" : " by another build");
    }

    private String differs(Difference d, boolean build) {
        return json ? JournalCommand.json("verdict", "differs", "seq", d.sequence(), "strategy", d.strategy(),
            "recorded", d.recorded(), "recomputed", d.recomputed(), "same_build", build)
            : "DIFFERS at record " + d.sequence() + (d.strategy().isEmpty() ? "" : ", strategy " + d.strategy())
            + (build ? "" : ", decided by another build")
            + "\n  recorded:   " + d.recorded() + "\n  recomputed: " + d.recomputed();
    }
}
