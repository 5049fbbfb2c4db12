package org.gradus.tools.status;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gradus.engine.message.RiskReason;
import org.gradus.tools.log.Numbers;

/// What keeps an engine from trading freely, for people: by what the books differ, and the commands that release it.
public final class Latches {
    private static final String RECONCILIATION = RiskReason.RECONCILIATION.label();
    private static final String DISK_LOW = RiskReason.DISK_LOW.label();

    private final Status status;
    private final Path home;

    public Latches(Status status, Path home) {
        this.status = status;
        this.home = home;
    }

    /// Whether entries wait for a difference of the books to be accepted.
    public boolean reconciliation() {
        return status.latched().contains(RECONCILIATION);
    }

    /// By what the venue's books differ from ours, a line each behind one that says since when; none when they do not.
    public List<String> difference() {
        Status.Reconciliation found = status.reconciliation();
        List<String> lines = new ArrayList<>();
        if (found != null) {
            lines.add("the venue's differ from ours since " + time(found.since()) + (found.since().equals(
                found.unchanged()) ? "" : ", by just this since " + time(found.unchanged())));
            found.differences().forEach(each -> lines.add(words(each)));
        }
        return lines;
    }

    private static String words(Status.Difference each) {
        return each.kind().replace('-', ' ') + (each.instrument() == null ? "" : " " + each.instrument())
            + (each.order() == null ? "" : " " + each.order()) + ": ours " + each.ours() + ", the venue's "
            + each.venue() + " (" + (each.difference().startsWith("-") ? "" : "+") + each.difference() + ")"
            + (each.split() == null ? "" : ", which looks like a " + each.split() + " split");
    }

    /// The commands that let it go, with what they do.
    public List<String> ways() {
        List<String> ways = new ArrayList<>();
        List<String> others = others();
        if (!others.isEmpty()) {
            ways.add("gradus resume --home " + home + "    releases " + String.join(", ", others));
        }
        if (reconciliation()) {
            ways.add("gradus resume --release " + RECONCILIATION + " --seen " + status.record() + " --home " + home
                + "    accepts just this difference");
        }
        if (status.latched().contains(DISK_LOW)) {
            ways.add("by itself once the disk has space    releases " + DISK_LOW);
        }
        return ways;
    }

    /// What a resume releases that names nothing: all but a difference of the books, which it would change.
    public List<String> others() {
        return status.latched().stream().filter(cause -> !cause.equals(RECONCILIATION)
            && !cause.equals(DISK_LOW)).toList();
    }

    private static String time(String instant) {
        Instant time = Instant.parse(instant);
        return Numbers.time(time.getEpochSecond() * 1_000_000_000L + time.getNano());
    }
}
