package org.gradus.tools.launch;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gradus.engine.message.CommandRefusal;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.Release;
import org.gradus.tools.operator.HaltMarker;
import org.gradus.tools.operator.OperatorCommand;
import org.gradus.tools.run.RunHome;
import org.gradus.tools.status.Latches;
import org.gradus.tools.status.Status;
import org.gradus.tools.status.StatusReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `gradus resume`: says what is latched, and releases of it what stood so when it was looked at. To accept a
/// difference of the books changes ours, so that is released only when it is named.
@Command(name = "resume", description = "Reviews and releases what is latched, so that entries may go out again.",
        mixinStandardHelpOptions = true)
final class ResumeCommand extends OperatorCommands.Spoken {
    @Option(names = "--release", split = ",", paramLabel = "CAUSE",
            description = "halt, circuit-breaker, extreme-market, journal-fault, reconciliation (default: all but "
                    + "reconciliation, which takes over the venue's books)")
    private List<String> causes = List.of();

    @Option(names = "--seen", paramLabel = "RECORD",
            description = "release only what stands as it did at this record, which `gradus status` has shown "
                    + "(default: as it stands when the command is given)")
    private @Nullable Long seen;

    @Override
    public Integer call() {
        check();
        HaltMarker marker = new HaltMarker(home);
        boolean unmarks = marker.present() && asks(Release.HALT);
        if (unmarks) {
            marker.remove();
        }
        if (ended()) {
            return unmarks ? unmarked() : refuse(OperatorAction.RESUME);
        }
        Optional<Status> state = state();
        if (!json()) {
            state.ifPresent(this::tell);
        }
        int releases = Stream.of(Release.values()).filter(this::asks).mapToInt(Release::bit).sum();
        long record = seen != null ? seen : state.map(Status::record).orElse(0L);
        // Before the first record nothing is latched: what nobody has looked at is not released.
        return await(queue(OperatorCommand.of(OperatorAction.RESUME, releases, 0, Math.max(1, record))));
    }

    private void check() {
        causes.stream().filter(cause -> Stream.of(Release.values()).noneMatch(r -> r.label().equals(cause)))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException("--release " + unknown
                            + ": expected halt, circuit-breaker, extreme-market, journal-fault or reconciliation");
                });
        if (seen != null && seen < 1) {
            throw new IllegalArgumentException("--seen " + seen + ": expected the number of a record, from 1 on");
        }
    }

    private boolean asks(Release release) {
        return causes.isEmpty() ? release != Release.RECONCILIATION : causes.contains(release.label());
    }

    private Integer unmarked() {
        answer(OperatorAction.RESUME, "unmarked", null,
            "the halt marker is taken away: the next run here does not begin halted");
        return Gradus.OK;
    }

    private Optional<Status> state() {
        return Files.isDirectory(RunHome.journal(home)) ? Optional.of(StatusReport.of(home).status())
            : Optional.empty();
    }

    /// Before anything is released.
    private void tell(Status state) {
        List<String> releasing = state.latched().stream().filter(cause -> Stream.of(Release.values())
            .anyMatch(release -> asks(release) && cause.endsWith(release.label()))).toList();
        System.out.println("latched at record " + state.record() + ": " + words(state.latched()) + "; releasing "
            + words(releasing));
        if (asks(Release.RECONCILIATION)) {
            new Latches(state, home).difference().forEach(line -> System.out.println("  " + line));
        }
    }

    private static String words(List<String> causes) {
        return causes.isEmpty() ? "nothing" : String.join(", ", causes);
    }

    @Override
    String rest(Status after, @Nullable String refusal) {
        Latches latches = new Latches(after, home);
        String changed = CommandRefusal.CHANGED_SINCE.label().equals(refusal)
            ? ": it is not what it was at the record looked at, `gradus status` shows it as it is" : "";
        List<String> ways = latches.ways();
        return changed + (after.latched().isEmpty() ? "" : "; still latched: " + String.join(", ", after.latched()))
            + String.join("", ways.stream().map(way -> "\n  " + way).toList());
    }
}
