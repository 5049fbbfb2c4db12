package org.gradus.engine.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Takes a journal up whose tail a power cut or a disk has damaged: the whole records before the damage are written
/// into a new journal, and the damaged one is kept aside. Only a tail is ever dropped: damage before a kept seal, or
/// before records that are still whole, is left for a person to judge.
public final class JournalRepair {
    private final Path directory;
    private final Path sealCopy;
    private final int blockBytes;
    private final RecordCheck records = new RecordCheck();

    public JournalRepair(Path directory, Path sealCopy, int blockBytes) {
        this.directory = directory;
        this.sealCopy = sealCopy;
        this.blockBytes = blockBytes;
    }

    /// @param aside where the damaged journal goes
    /// @return what was done, in words; empty when there was nothing to do, or nothing that may be done
    /// @throws JournalFault when a seal kept outside tells of more records
    public Optional<String> repair(Path aside) throws IOException {
        Optional<String> damage = damagedTail();
        if (damage.isEmpty() || records.sequence() == 0) {
            return Optional.empty();
        }
        new ChronicleStore(directory, sealCopy, blockBytes).compareKept(records.sequence(), new KeptSeal(0, 0, ""));
        Path repaired = directory.resolveSibling(directory.getFileName() + ".repaired");
        delete(repaired);
        copy(repaired, records.sequence());
        Files.move(directory, aside);
        Files.move(repaired, directory);
        return Optional.of("the journal's tail was damaged: " + damage.get() + "; the " + records.sequence()
            + " records before it are whole and go on, and the damaged journal is kept in " + aside);
    }

    /// Empty where nothing is damaged, or something whole follows the damage.
    private Optional<String> damagedTail() {
        try (ChronicleReader reader = new ChronicleReader(directory)) {
            while (reader.next()) {
                Optional<JournalVerifier.Fault> fault = records.check(reader.buffer(), reader.offset());
                if (fault.isPresent()) {
                    return reader.next() ? Optional.empty() : fault.map(JournalVerifier.Fault::what);
                }
            }
            return reader.lostBehind();
        } catch (JournalFault unreadable) {
            return Optional.of(unreadable.getMessage());
        }
    }

    private void copy(Path to, long last) {
        RecordCheck copied = new RecordCheck();
        try (ChronicleReader from = new ChronicleReader(directory);
             ChronicleJournal journal = new ChronicleJournal(to, blockBytes)) {
            while (copied.sequence() < last && from.next()) {
                copied.check(from.buffer(), from.offset());
                journal.append(copied.record());
            }
            journal.force();
        }
    }

    private static void delete(Path leftover) throws IOException {
        if (!Files.exists(leftover)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(leftover)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : deepestFirst) {
            Files.delete(each);
        }
    }
}
