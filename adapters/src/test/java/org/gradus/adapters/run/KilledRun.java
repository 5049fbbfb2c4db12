package org.gradus.adapters.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordSource;
import org.gradus.engine.journal.Journal;
import org.gradus.engine.journal.JournalStore;
import org.gradus.engine.runtime.EngineConfig.Topology;
import org.gradus.engine.runtime.TestConfigs;

/// The demo in a process of its own that has itself killed with signal 9, as no shutdown hook and no buffer survives
/// it:
/// `home record when`. 0 = run to the end of the tape.
final class KilledRun {
    private KilledRun() {
    }

    /// Whether nothing happens behind the record, or whatever comes first until the signal is delivered.
    enum When { BEHIND, AROUND }

    public static void main(String[] args) {
        JournalStore store = DemoTape.store(Path.of(args[0]));
        long record = Long.parseLong(args[1]);
        JournalStore deadly = record == 0 ? store : new Deadly(store, record, When.valueOf(args[2]));
        DemoTape.run(TestConfigs.demo(), DemoTape.bitstamp(), deadly, Topology.FUSED, Long.MAX_VALUE);
    }

    private record Deadly(JournalStore store, long record, When when) implements JournalStore {
        @Override
        public boolean exists() {
            return store.exists();
        }

        @Override
        public RecordSource read() {
            return store.read();
        }

        @Override
        public Journal write() {
            return new DeadlyJournal(store.write(), record, when);
        }

        @Override
        public void keepSeal(String line) {
            store.keepSeal(line);
        }
    }

    private static final class DeadlyJournal implements Journal {
        private final Journal journal;
        private final long record;
        private final When when;
        private boolean dying;

        private DeadlyJournal(Journal journal, long record, When when) {
            this.journal = journal;
            this.record = record;
            this.when = when;
        }

        @Override
        public void append(EventSlot slot) {
            journal.append(slot);
            if (slot.sequence() >= record && !dying) {
                dying = true;
                die();
            }
        }

        private void die() {
            try {
                new ProcessBuilder("kill", "-9", Long.toString(ProcessHandle.current().pid())).start();
            } catch (IOException refused) {
                throw new UncheckedIOException(refused);
            }
            while (when == When.BEHIND) {
                Thread.onSpinWait();
            }
        }

        @Override
        public void force() {
            journal.force();
        }

        @Override
        public void close() {
            journal.close();
        }
    }
}
