package org.gradus.tools.status;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.journal.CheckedReader;
import org.gradus.engine.journal.JournalFault;
import org.gradus.tools.journal.JournalEnd;
import org.gradus.tools.log.Numbers;
import org.gradus.tools.log.ThrownMessages;
import org.gradus.tools.run.RunHome;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The state of an engine, running or not, as its own process or its journal has it.
public final class StatusReport {
    private static final long SILENT_S = 5;

    private final Path home;
    private final String engine;
    private final Status status;
    private final Optional<JournalEnd> end;

    private StatusReport(Path home, String engine, Status status, Optional<JournalEnd> end) {
        this.home = home;
        this.engine = engine;
        this.status = status;
        this.end = end;
    }

    /// Takes what a running engine wrote down; of a stopped one, whose journal may have been damaged since, it reads
    /// the journal.
    ///
    /// @throws JournalFault when the journal is damaged or holds no record
    public static StatusReport of(Path home) {
        if (!Files.isDirectory(RunHome.journal(home))) {
            throw new IllegalArgumentException("no journal in " + home + ": no engine has run there");
        }
        Optional<Long> process = RunHome.runner(home);
        if (process.isPresent()) {
            Status status = new StatusFile(home).read().orElseGet(() -> folded(home, new JournalEnd(home)));
            long silentS = status.written() == null ? 0 : StatusFile.age(status).toSeconds();
            return new StatusReport(home, silentS < SILENT_S ? "running, process " + process.get()
                : "process " + process.get() + " has been silent for " + silentS + " s", status, Optional.empty());
        }
        JournalEnd end = new JournalEnd(home);
        return new StatusReport(home, "not running", folded(home, end), Optional.of(end));
    }

    private static Status folded(Path home, JournalEnd end) {
        StatusFold fold = new StatusFold();
        try (CheckedReader reader = new CheckedReader(RunHome.journal(home))) {
            fold.read(reader);
            end.tellUnfinished(reader.unfinishedBytes());
        }
        if (fold.sequence() == 0) {
            end.require(0);
        }
        return fold.status();
    }

    /// What is shown.
    public Status status() {
        return status;
    }

    /// @throws JournalFault behind what was printed, when the journal of a stopped engine ends before its kept seal
    public void print(PrintStream out, boolean json) {
        if (json) {
            ObjectNode object = StatusFile.json().createObjectNode().put("engine", engine);
            object.setAll((ObjectNode) StatusFile.json().valueToTree(status));
            ArrayNode ways = object.putArray("release");
            new Latches(status, home).ways().forEach(ways::add);
            out.println(StatusFile.json().writeValueAsString(object));
        } else {
            print(out);
        }
        end.ifPresent(known -> known.require(status.record()));
    }

    private void print(PrintStream out) {
        line(out, "engine", engine + (status.stopped() == null ? "" : "; stopped: " + status.stopped()));
        line(out, "record", String.format(Locale.ROOT, "%,d at %s", status.record(), time(status.time())));
        line(out, "state", status.riskState() + ", phase " + status.phase()
            + (status.latched().isEmpty() ? "" : "; latched: " + String.join(", ", status.latched())));
        latched(out);
        venue(out);
        Status.Money money = status.equity();
        if (money != null) {
            line(out, "equity", money(money.equity()) + " (cash " + money(money.cash()) + ", exposure "
                + money(money.exposure()) + ", drawdown " + Numbers.percent(FixedPoint.parse(money.drawdown())) + ")");
        }
        line(out, "rate", status.rate().used() + " of " + status.rate().limit() + " submissions in 60 s");
        trades(out);
        status.disabled().forEach(off -> line(out, "disabled", off.strategy() + ", " + (off.thrown() == null
            ? off.reason() : ThrownMessages.words(off.thrown(), ""))));
        status.commands().forEach(command -> line(out, "command", command.action() + " by " + command.principal() + ": "
            + (command.refusal() == null ? "done" : command.refusal().replace('-', ' '))));
    }

    private void latched(PrintStream out) {
        Latches latches = new Latches(status, home);
        List<String> lines = latches.difference();
        for (int i = 0; i < lines.size(); i++) {
            line(out, i == 0 ? "books" : "", lines.get(i));
        }
        latches.ways().forEach(way -> line(out, "release", way));
    }

    /// Of an engine that has stopped nobody knows it.
    private void venue(PrintStream out) {
        Status.Venue venue = status.venue();
        if (venue != null && status.stopped() == null) {
            line(out, "venue", venue.state() + " since " + time(venue.since())
                + (venue.reason() == null ? "" : ": " + venue.reason().replace('-', ' ') + "; entries wait"));
            venue.trading().forEach(each -> line(out, "trading", each.instrument() + " " + each.state()
                + (each.until() == null ? "" : " until " + time(each.until())) + ", by "
                + each.reason().replace('-', ' ') + (each.detail() == null ? "" : ": " + each.detail())));
        }
    }

    private void trades(PrintStream out) {
        status.positions().forEach(held -> line(out, "position", held.quantity() + " " + held.instrument() + " at "
            + Numbers.average(FixedPoint.parse(held.averagePrice()), FixedPoint.ONE) + ", " + words(held.stop())));
        status.orders().forEach(order -> line(out, "order", order.id() + " " + order.purpose() + ": " + order.side()
            + " " + order.quantity() + " " + order.instrument() + type(order.type())
            + prices(order.limit(), order.stop()) + ", " + state(order) + ", filled " + order.filled()));
        status.parked().forEach(order -> line(out, "waiting", order.id() + " " + order.strategy() + ": buy "
            + order.quantity() + " " + order.instrument() + prices(order.limit(), order.stop()) + " for " + order.rule()
            + " until " + time(order.expires())));
    }

    private static String state(Status.WorkingOrder order) {
        return order.why() == null ? order.state() : "outcome unknown (" + order.why().replace('-', ' ')
            + "), asked for until the venue has proven it";
    }

    private static String words(Status.Stop stop) {
        return stop == null ? "no stop"
            : "stop " + price(stop.price()) + " for " + stop.quantity() + " held by the " + stop.held();
    }

    /// The prices of a limit and of a stop say what they are.
    private static String type(String type) {
        return type.equals("market") ? " at the market" : "";
    }

    private static String prices(String limit, String stop) {
        return (limit == null ? "" : " limit " + price(limit)) + (stop == null ? "" : " stop " + price(stop));
    }

    private static String money(String exact) {
        return Numbers.money(FixedPoint.parse(exact));
    }

    private static String price(String exact) {
        return Numbers.price(FixedPoint.parse(exact));
    }

    private static String time(String instant) {
        Instant time = Instant.parse(instant);
        return Numbers.time(time.getEpochSecond() * 1_000_000_000L + time.getNano());
    }

    private static void line(PrintStream out, String name, String text) {
        out.printf(Locale.ROOT, "%-10s %s%n", name, text);
    }
}
