package org.gradus.engine.runtime;

import java.util.function.Consumer;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordSource;
import org.gradus.engine.journal.Journal;
import org.gradus.engine.journal.JournalFault;
import org.gradus.engine.journal.JournalStore;

/// Where a real journal is kept, but for what a test breaks, and shows each record that has just been written.
final class TroubledStore implements JournalStore {
    private final JournalStore real;
    Consumer<EventSlot> written = record -> { };
    boolean refusesSeals;
    /// Behind so many records of a start.
    long refusesToForceBehind = Long.MAX_VALUE;
    boolean nearlyFull;

    TroubledStore(JournalStore real) {
        this.real = real;
    }

    /// A place beside the journal that cannot be written.
    static TroubledStore withoutSeals(JournalStore real) {
        TroubledStore store = new TroubledStore(real);
        store.refusesSeals = true;
        return store;
    }

    /// A disk that takes records, and forces the first of a start only.
    static TroubledStore refusing(JournalStore real) {
        TroubledStore store = new TroubledStore(real);
        store.refusesToForceBehind = 1;
        return store;
    }

    @Override
    public boolean exists() {
        return real.exists();
    }

    @Override
    public RecordSource read() {
        return real.read();
    }

    @Override
    public Journal write() {
        return new Disk(real.write());
    }

    @Override
    public void keepSeal(String line) {
        if (refusesSeals) {
            throw new JournalFault("no room for " + line);
        }
        real.keepSeal(line);
    }

    private final class Disk implements Journal {
        private final Journal journal;
        private long appended;

        private Disk(Journal journal) {
            this.journal = journal;
        }

        @Override
        public void append(EventSlot slot) {
            journal.append(slot);
            appended++;
            written.accept(slot);
        }

        @Override
        public void force() {
            if (appended > refusesToForceBehind) {
                throw new JournalFault("the disk refuses");
            }
            journal.force();
        }

        @Override
        public boolean nearlyFull() {
            return nearlyFull || journal.nearlyFull();
        }

        @Override
        public void close() {
            journal.close();
        }
    }
}
