package org.gradus.tools.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.gradus.adapters.strategy.UserStrategies;
import org.gradus.engine.codec.RecordCodec;
import org.gradus.engine.journal.ChronicleReader;
import org.gradus.engine.journal.JournalVerifier;
import org.gradus.engine.runtime.Difference;
import org.gradus.engine.runtime.Replay;
import org.gradus.tools.config.Settings;
import org.gradus.tools.journal.JournalExport;
import org.gradus.tools.journal.JournalTail;
import org.gradus.tools.run.RunHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `gradus journal`: looks at a journal from its own process, without slowing the engine that writes it.
@Command(name = "journal", description = "Looks at, verifies and replays a journal.", mixinStandardHelpOptions = true,
        subcommands = {JournalCommand.Tail.class, JournalCommand.Verify.class, JournalCommand.ReplayIt.class,
            JournalCommand.Export.class})
final class JournalCommand {
    /// The run folder every command needs.
    abstract static class OnJournal implements Callable<Integer> {
        @Option(names = "--home", required = true, paramLabel = "DIR", description = "the engine's run folder")
        Path home;

        ChronicleReader open() {
            return new ChronicleReader(RunHome.journal(home));
        }
    }

    @Command(name = "tail", description = "Prints records as the export does, one JSON object a line.",
            mixinStandardHelpOptions = true)
    static final class Tail extends OnJournal {
        private static final long NAP_NS = 100_000_000L;

        @Option(names = "-f", description = "go on as the journal grows")
        private boolean follow;

        @Option(names = "--type", paramLabel = "T",
                description = "only records whose input, or one of whose decisions, is of this type, e.g. order-filled")
        private String type;

        @Override
        public Integer call() {
            JournalTail tail = new JournalTail(type);
            RecordCodec codec = new RecordCodec();
            try (ChronicleReader reader = open()) {
                while (true) {
                    if (reader.next()) {
                        tail.line(codec.read(reader.buffer(), reader.offset())).ifPresent(System.out::println);
                    } else if (follow) {
                        LockSupport.parkNanos(NAP_NS);
                    } else {
                        return Gradus.OK;
                    }
                }
            }
        }
    }

    @Command(name = "verify", description = "Checks order, checksums and seals; names the first fault.",
            mixinStandardHelpOptions = true)
    static final class Verify extends OnJournal {
        @Override
        public Integer call() {
            JournalVerifier verifier = new JournalVerifier();
            Optional<JournalVerifier.Fault> fault;
            try (ChronicleReader reader = open()) {
                fault = verifier.verify(reader, kept());
            }
            if (fault.isPresent()) {
                System.out.println("BROKEN behind record " + fault.get().sequence() + " (" + fault.get().kind() + "): "
                        + fault.get().what());
                return Gradus.FAILED;
            }
            System.out.println("intact: " + verifier.records() + " records, " + verifier.seals() + " seals, "
                    + verifier.unsealed()
                    + " records behind the last seal");
            return Gradus.OK;
        }

        private Optional<JournalVerifier.KeptSeal> kept() {
            Path copy = RunHome.keptSeal(home);
            if (!Files.exists(copy)) {
                return Optional.empty();
            }
            try {
                return Optional.of(JournalVerifier.KeptSeal.parse(Files.readString(copy)));
            } catch (IOException refused) {
                throw new UncheckedIOException("cannot read " + copy, refused);
            }
        }
    }

    @Command(name = "replay", description = "Recomputes every decision and compares.", mixinStandardHelpOptions = true)
    static final class ReplayIt extends OnJournal {
        @Override
        public Integer call() {
            UserStrategies strategies = RunCommand.strategies();
            Settings settings = RunCommand.settings(strategies);
            Replay replay = new Replay(this::open, settings::recorded, strategies);
            Optional<Difference> difference = replay.run();
            if (difference.isPresent()) {
                Difference d = difference.get();
                System.out.println("DIFFERS at record " + d.sequence() + (d.strategy().isEmpty() ? "" : ", strategy "
                        + d.strategy())
                        + "\n  recorded:   " + d.recorded() + "\n  recomputed: " + d.recomputed());
                return Gradus.FAILED;
            }
            System.out.println("the same: " + replay.compared() + " records recomputed bit for bit");
            return Gradus.OK;
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
                case "json" -> JournalExport.json(System.out);
                case "csv" -> JournalExport.csv(System.out);
                default -> throw new IllegalArgumentException("--format " + format + ": expected json or csv");
            };
            try (ChronicleReader reader = open()) {
                export.export(reader);
            }
            return Gradus.OK;
        }
    }
}
