package org.gradus.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/// Audits one exported journal from its first record to its last: start reading here. One instance audits one export.
public final class ExportAudit {
    private final ObjectMapper json = new ObjectMapper();
    private final Findings findings = new Findings();
    private final List<Auditor> auditors = List.of(new ShapeAuditor(), new SequenceAuditor(), new BookAuditor(),
            new LifecycleAuditor(), new CheckListAuditor(), new CheckNumberAuditor(), new GuardrailAuditor(),
            new RiskStateAuditor(), new RiskStateOrderAuditor(), new StopAuditor(), new HoursAuditor(),
            new EvaluationAuditor());
    private @Nullable World world;

    private ExportAudit() {
    }

    /// Audits a file of JSON lines.
    public static void main(String[] arguments) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(Path.of(arguments[0]))) {
            List<Finding> found = of(reader.lines());
            found.forEach(System.out::println);
            System.out.println(found.size() + " findings");
        }
    }

    /// What an export breaks, in the order of its records; empty when it holds.
    public static List<Finding> of(Stream<String> lines) {
        return audited(lines).findings.list();
    }

    /// The same, and where the export leaves the books.
    public static Judged judge(Stream<String> lines) {
        ExportAudit audit = audited(lines);
        return new Judged(audit.findings.list(),
            Standing.of(Objects.requireNonNull(audit.world, "an export begins with a record")));
    }

    /// What an export breaks, and where it leaves the books.
    public record Judged(List<Finding> findings, Standing standing) {
    }

    private static ExportAudit audited(Stream<String> lines) {
        ExportAudit audit = new ExportAudit();
        for (Iterator<String> each = lines.iterator(); each.hasNext(); ) {
            audit.take(each.next());
        }
        audit.findings.hold(audit.world != null, "started-first", () -> "there is no record");
        return audit;
    }

    private void take(String text) {
        try {
            record(Line.of(new Fact(json.readTree(text))));
        } catch (JacksonException | ArithmeticException | NumberFormatException | NullPointerException unreadable) {
            findings.hold(false, "readable", () -> unreadable + " in "
                    + text.substring(0, Math.min(text.length(), 200)));
        }
    }

    private void record(Line line) {
        findings.at(line.seq());
        World at = world;
        if (at == null) {
            findings.hold(line.is("started"), "started-first", () -> "the first record is " + line.type());
            at = new World(line.input());
            world = at;
        }
        for (Auditor auditor : auditors) {
            auditor.before(line, at, findings);
        }
        at.input(line);
        for (Auditor auditor : auditors) {
            auditor.applied(line, at, findings);
        }
        decisions(line, at);
        for (Auditor auditor : auditors) {
            auditor.after(line, at, findings);
        }
    }

    private void decisions(Line line, World at) {
        for (Fact decision : line.decisions()) {
            at.reach(decision);
            for (Auditor auditor : auditors) {
                auditor.decision(line, decision, at, findings);
            }
            at.decision(decision);
        }
    }
}
