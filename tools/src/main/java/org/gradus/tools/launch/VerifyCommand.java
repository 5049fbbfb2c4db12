package org.gradus.tools.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gradus.engine.journal.ChronicleReader;
import org.gradus.engine.journal.JournalFault;
import org.gradus.engine.journal.JournalVerifier;
import org.gradus.engine.journal.JournalVerifier.Fault;
import org.gradus.engine.journal.KeptSeal;
import org.gradus.tools.journal.JournalEnd;
import org.gradus.tools.run.RunHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `gradus journal verify`: whether a journal is as it was written, and whole.
@Command(name = "verify", description = "Checks order, checksums and seals; names the first fault.",
        mixinStandardHelpOptions = true, footer = {"",
            "Reasons: files, frame, order, checksum, seal, cut-tail, seal-copy-missing, seal-copy."})
final class VerifyCommand extends JournalCommand.OnJournal {
    @Option(names = "--json", description = "one JSON object")
    private boolean json;

    private long unfinishedBytes;

    @Override
    public Integer call() {
        if (!Files.isDirectory(RunHome.journal(home))) {
            throw new JournalFault("no journal at " + RunHome.journal(home));
        }
        JournalVerifier verifier = new JournalVerifier();
        Optional<Fault> fault = fault(verifier);
        System.out.println(fault.isPresent() ? broken(fault.get()) : intact(verifier));
        return fault.isPresent() ? Gradus.FAILED : Gradus.OK;
    }

    private Optional<Fault> fault(JournalVerifier verifier) {
        Path copy = RunHome.keptSeal(home);
        Optional<KeptSeal> kept;
        try {
            kept = KeptSeal.read(copy);
        } catch (JournalFault unreadable) {
            return Optional.of(new Fault("seal-copy", 0, unreadable.getMessage()));
        }
        try (ChronicleReader reader = new ChronicleReader(RunHome.journal(home))) {
            Optional<Fault> fault = verifier.verify(reader, kept);
            unfinishedBytes = fault.isPresent() ? 0 : reader.unfinishedBytes();
            return fault.or(() -> kept.isPresent() || verifier.seals() == 0 ? Optional.empty()
                : Optional.of(new Fault("seal-copy-missing", verifier.records(), "the journal holds "
                    + verifier.seals() + " seals, but the copy of the last one is not at " + copy
                    + ": whether records were cut off behind it cannot be told")));
        } catch (JournalFault unusable) {
            return Optional.of(new Fault("files", verifier.records(), unusable.getMessage()));
        }
    }

    private String broken(Fault fault) {
        return json ? JournalCommand.json("verdict", "broken", "reason", fault.kind(), "behind_seq", fault.sequence(),
            "what", fault.what())
            : "BROKEN behind record " + fault.sequence() + " (" + fault.kind() + "): " + fault.what();
    }

    private String intact(JournalVerifier verifier) {
        Optional<String> unfinished = JournalEnd.unfinished(home, unfinishedBytes);
        if (json) {
            return JournalCommand.json("verdict", "intact", "records", verifier.records(), "seals", verifier.seals(),
                "unsealed", verifier.unsealed(), "unfinished_bytes", unfinished.isPresent() ? unfinishedBytes : null);
        }
        return "intact: " + verifier.records() + " records, " + verifier.seals() + " seals, " + verifier.unsealed()
            + " records behind the last seal"
            + (verifier.seals() == 0 ? "; nothing is sealed yet: a cut tail would not show" : "")
            + unfinished.map(words -> "; " + words).orElse("");
    }
}
