package org.gradus.tools.launch;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gradus.engine.codec.RecordCodec;
import org.gradus.engine.journal.CheckedReader;
import org.gradus.tools.journal.JournalEnd;
import org.gradus.tools.journal.JournalExport;
import org.gradus.tools.journal.JournalTail;
import org.gradus.tools.run.RunHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.ObjectMapper;

/// `gradus journal`: looks at a journal from its own process, without slowing the engine that writes it.
@Command(name = "journal", description = "Looks at, verifies and replays a journal.", mixinStandardHelpOptions = true,
        subcommands = {JournalCommand.Tail.class, VerifyCommand.class, ReplayCommand.class,
            JournalCommand.Export.class})
final class JournalCommand {
    /// The run folder every command needs.
    abstract static class OnJournal implements Callable<Integer> {
        @Option(names = "--home", required = true, paramLabel = "DIR", converter = HomeFolder.class,
                description = "the engine's run folder")
        Path home;

        CheckedReader open() {
            return new CheckedReader(RunHome.journal(home));
        }
    }

    /// One JSON object on one line, its fields in the order given: name, value, name, value. Absent where null.
    static String json(Object... fields) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i + 1] != null) {
                object.put((String) fields[i], fields[i + 1]);
            }
        }
        return new ObjectMapper().writeValueAsString(object);
    }

    @Command(name = "tail", description = "Prints records as the export does, one JSON object a line.",
            mixinStandardHelpOptions = true)
    static final class Tail extends OnJournal {
        private static final int NAP_MS = 100;

        @Option(names = "-f", description = "go on as the journal grows")
        private boolean follow;

        @Option(names = "--type", paramLabel = "T",
                description = "only records whose input, or one of whose decisions, is of this type, e.g. order-filled")
        private String type;

        @Override
        public Integer call() {
            JournalTail tail = new JournalTail(type);
            JournalEnd end = new JournalEnd(home);
            long last = 0;
            RecordCodec codec = new RecordCodec();
            try (CheckedReader reader = open(); PrintStream lines = StandardOutput.lines()) {
                while (true) {
                    if (reader.next()) {
                        last++;
                        tail.line(codec.read(reader.buffer(), reader.offset())).ifPresent(lines::println);
                    } else if (follow) {
                        lines.flush();
                        if (ReaderWatch.goneWithin(NAP_MS)) {
                            return Gradus.READER_GONE;
                        }
                    } else {
                        end.tellUnfinished(reader.unfinishedBytes());
                        end.require(last);
                        return Gradus.OK;
                    }
                }
            }
        }
    }

    @Command(name = "export",
            description = "Writes every record for auditors, one JSON object a line, or as a flat table.",
            mixinStandardHelpOptions = true)
    static final class Export extends OnJournal {
        @Option(names = "--format", paramLabel = "json|csv", description = "default: json", defaultValue = "json")
        private String format;

        @Override
        public Integer call() {
            JournalExport export = switch (format) {
                case "json" -> JournalExport.json(StandardOutput.strict());
                case "csv" -> JournalExport.csv(StandardOutput.strict());
                default -> throw new IllegalArgumentException("--format " + format + ": expected json or csv");
            };
            JournalEnd end = new JournalEnd(home);
            try (CheckedReader reader = open()) {
                long last = export.export(reader);
                end.tellUnfinished(reader.unfinishedBytes());
                end.require(last);
            }
            return Gradus.OK;
        }
    }
}
