package org.gradus.tools.environment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.gradus.adapters.strategy.UserStrategies;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordSource;
import org.gradus.engine.journal.ChronicleStore;
import org.gradus.engine.journal.Journal;
import org.gradus.engine.journal.JournalStore;
import org.gradus.engine.message.StoppedReason;
import org.gradus.engine.runtime.EngineConfig;
import org.gradus.engine.runtime.SimulatedEngine;
import org.gradus.engine.runtime.SimulatedRun;
import org.gradus.engine.runtime.StartedRecord;
import org.gradus.engine.runtime.Telemetry;
import org.gradus.engine.runtime.TestConfigs;
import org.gradus.engine.sim.FaultPlan;
import org.gradus.engine.tape.MergedTape;
import org.gradus.tools.config.FactoryCatalog;
import org.gradus.tools.config.RunConfig;
import org.gradus.tools.config.Settings;
import org.gradus.tools.config.TapeSource;
import org.gradus.tools.config.Tapes;

/// `config/demo.conf` in a process of its own that has itself killed with signal 9, as no shutdown hook and no buffer
/// survives it: `home record when`. 0 = run to the end of the tape.
final class KilledRun {
    private static final Path ROOT = Path.of(System.getProperty("gradus.root"));
    static final UserStrategies STRATEGIES = new UserStrategies(ROOT, ROOT);
    static final RunConfig DEMO = new Settings(ROOT, ROOT, new FactoryCatalog(STRATEGIES)).load("config/demo.conf",
            List.of(), List.of());

    private KilledRun() {
    }

    /// Whether nothing happens behind the record, or whatever comes first until the signal is delivered: but no more
    /// than this many records, or the run would be over before a slow machine delivers it.
    enum When { BEHIND, AROUND }

    private static final int AROUND_RECORDS = 1_000;

    public static void main(String[] args) {
        JournalStore store = store(Path.of(args[0]));
        long record = Long.parseLong(args[1]);
        JournalStore deadly = record == 0 ? store : new Deadly(store, record, When.valueOf(args[2]));
        run(deadly);
    }

    static JournalStore store(Path home) {
        return new ChronicleStore(home.resolve("journal"), home.resolve("seal"), DEMO.engine().journal().blockBytes());
    }

    /// The demo as it is configured, from its beginning or from where the journal ends.
    static void run(JournalStore journal) {
        EngineConfig config = DEMO.engine();
        StartedRecord.Origin origin = TestConfigs.origin(config,
                DEMO.tapes().stream().map(TapeSource::name).toList());
        SimulatedRun run = new SimulatedRun(config, origin, journal, config.ring().topology(), FaultPlan.NONE);
        try (MergedTape tape = Tapes.open(DEMO.tapes(), config.instruments().stream()
                .map(EngineConfig.InstrumentConfig::instrument).toList());
             SimulatedEngine engine = new SimulatedEngine(run, STRATEGIES, tape, new Telemetry(() -> 0))) {
            while (engine.step()) {
                // Runs on.
            }
            engine.stop(StoppedReason.END_OF_TAPE);
        }
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
            while (dying && (when == When.BEHIND || slot.sequence() >= record + AROUND_RECORDS)) {
                Thread.onSpinWait();
            }
        }

        private void die() {
            try {
                new ProcessBuilder("kill", "-9", Long.toString(ProcessHandle.current().pid())).start();
            } catch (IOException refused) {
                throw new UncheckedIOException(refused);
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
