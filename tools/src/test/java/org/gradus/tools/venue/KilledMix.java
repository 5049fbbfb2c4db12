package org.gradus.tools.venue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gradus.adapters.venue.AccountKey;
import org.gradus.audit.ExportAudit;
import org.gradus.audit.Finding;
import org.gradus.engine.journal.ChronicleReader;
import org.gradus.tools.journal.JournalExport;
import org.gradus.tools.run.RunHome;

/// Engine and venue as processes of their own through a mix of faults, each killed with signal 9 at drawn moments and
/// started again, and all that broke by it.
final class KilledMix {
    static final AccountKey KEY = new AccountKey("PKKILLEDMIXKEY01", "killed-secret-0001-never-to-be-seen");
    private static final int SPEED = 20;
    private static final int TRADED_S = 9 * 60;
    private static final int TAPE_S = 10 * 60;
    private static final int KILLS = 4;
    private static final long MILLISECOND_NS = 1_000_000L;

    private final long seed;
    private final Random random;
    private final Path folder;
    private final Mix mix;
    private final ChildVenue venue;
    private final ChildEngine engine;
    private final List<String> broken = new ArrayList<>();
    private long startNs;

    KilledMix(long seed, Path folder) {
        this.seed = seed;
        this.folder = folder;
        random = new Random(seed);
        mix = Mix.drawn(seed);
        try {
            Files.createDirectories(folder);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        venue = new ChildVenue(folder, MixTape.write(folder, seed, TAPE_S), SPEED, KEY);
        engine = new ChildEngine(folder, MixTape.START_S + TRADED_S, SPEED, KEY);
    }

    /// @return what does not hold, in words
    List<String> run() {
        startNs = System.nanoTime();
        try {
            venue.start(faults());
            engine.start(venue.address());
            Waiting.until("the engine trades", this::journaled);
            for (int i = 0; i < KILLS; i++) {
                Waiting.untilNs(System.nanoTime() + random.nextInt(4_000) * MILLISECOND_NS);
                kill(random.nextBoolean());
            }
            settle();
            judge();
        } finally {
            engine.child().kill();
            venue.child().kill();
        }
        return broken;
    }

    /// Faults go on until long after the last kill.
    private String faults() {
        long sinceMs = (System.nanoTime() - startNs) / MILLISECOND_NS;
        return mix.text((TRADED_S - MixTape.WARM_UP_S) * 1_000L / SPEED - sinceMs, sinceMs);
    }

    /// An engine that finds no venue when it starts says so and ends: its supervisor starts it again.
    private boolean watched() {
        if (engine.child().ended()) {
            require(engine.child().printed().contains("cannot be read"), "the engine ends for want of a venue only",
                engine.child().printed());
            engine.start(venue.address());
        }
        return true;
    }

    private boolean journaled() {
        return watched() && Files.isDirectory(RunHome.journal(engine.home()));
    }

    private void kill(boolean ofEngine) {
        if (ofEngine) {
            engine.child().kill();
            require(engine.child().endsWithin(Duration.ofSeconds(30)), "killed", "");
            engine.start(venue.address());
        } else {
            require(!venue.child().ended(), "the venue runs until it is killed", venue.child().printed());
            venue.child().kill();
            require(venue.child().endsWithin(Duration.ofSeconds(30)), "killed", "");
            venue.start(faults());
        }
    }

    private void require(boolean holds, String what, String printed) {
        if (!holds) {
            throw new IllegalStateException("not so with seed " + seed + ": " + what + ": " + printed);
        }
    }

    private void settle() {
        long endNs = (MixTape.START_S + TAPE_S) * MixTape.SECOND_NS;
        Waiting.until("the tape ends", () -> venue.nowNs() > endNs + 20 * MixTape.SECOND_NS);
        long quietNs = venue.nowNs() + 60 * MixTape.SECOND_NS;
        try (MixFollow journal = new MixFollow(engine.home())) {
            Waiting.until("the books agree", () -> watched() && journal.cleanSince(quietNs));
        }
        engine.child().ask();
        require(engine.child().endsWithin(Duration.ofSeconds(60)), "the engine stops when asked",
            engine.child().printed());
    }

    private void judge() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 20);
        try (ChronicleReader reader = new ChronicleReader(RunHome.journal(engine.home()))) {
            JournalExport.json(out).export(reader);
        }
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        ExportAudit.Judged judged = ExportAudit.judge(lines.stream());
        judged.findings().stream().map(Finding::toString).forEach(broken::add);
        broken.addAll(BooksComparison.differences(judged.standing(), venue.books()));
        if (judged.standing().orders().size() < KILLS) {
            broken.add("hardly any order: " + judged.standing().orders().keySet());
        }
    }

    Path home() {
        return engine.home();
    }

    @Override
    public String toString() {
        return "seed " + seed + ", " + mix.rules() + ", in " + folder;
    }
}
