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
import org.gradus.engine.message.OperatorAction;
import org.gradus.tools.journal.JournalExport;
import org.gradus.tools.operator.OperatorCommand;
import org.gradus.tools.operator.OperatorSpool;
import org.gradus.tools.run.RunHome;
import org.jspecify.annotations.Nullable;

/// Engine and venue as processes of their own through a mix of faults, each killed with signal 9 at drawn moments and
/// started again, and all that broke by it.
final class KilledMix {
    static final AccountKey KEY = new AccountKey("PKKILLEDMIXKEY01", "killed-secret-0001-never-to-be-seen");
    private static final int SPEED = 20;
    /// Longer than any run.
    private static final int TAPE_S = 2 * 60 * 60;
    private static final int KILLS = 4;
    private static final long MILLISECOND_NS = 1_000_000L;
    private static final long TRADES_WITHIN_NS = 150_000 * MILLISECOND_NS;
    private static final int GOES_ON_MS = 2_000;

    private final long seed;
    private final Random random;
    private final Path folder;
    private final Mix mix;
    private final ChildVenue venue;
    private final ChildEngine engine;
    private final List<String> broken = new ArrayList<>();
    private @Nullable MixFollow journal;

    KilledMix(long seed, Path folder) {
        this.seed = seed;
        this.folder = folder;
        random = new Random(seed);
        mix = Mix.drawn(seed).openToItsEnd();
        try {
            Files.createDirectories(folder);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        venue = new ChildVenue(folder, MixTape.write(folder, mix, TAPE_S), SPEED, KEY);
        engine = new ChildEngine(folder, mix.market(), SPEED, KEY);
    }

    /// @return what does not hold, in words
    List<String> run() {
        try {
            venue.start(mix.text(Integer.MAX_VALUE, 0));
            engine.start(venue.address());
            for (int i = 1; i <= KILLS; i++) {
                trade();
                if (random.nextBoolean()) {
                    killEngine();
                } else {
                    killVenue(mix.text(Integer.MAX_VALUE, i));
                }
            }
            trade();
            killVenue(mix.text(0, 0));
            settle();
            judge();
        } finally {
            engine.child().kill();
            venue.child().kill();
            if (journal != null) {
                journal.close();
            }
        }
        return broken;
    }

    /// Until it has ordered something, as far as the faults let it, and then for a moment more: a slow machine takes
    /// longer for a run and trades as much.
    private void trade() {
        int before = orders();
        long untilNs = System.nanoTime() + TRADES_WITHIN_NS;
        Waiting.until("the engine trades", () -> watched() && orders() > before || System.nanoTime() - untilNs > 0);
        Waiting.untilNs(System.nanoTime() + random.nextInt(GOES_ON_MS) * MILLISECOND_NS);
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

    private int orders() {
        return journalThere() ? journal.orders() : 0;
    }

    /// One reader for all of a run: to read the whole journal at each look would make a slow machine slower.
    private boolean journalThere() {
        if (journal == null && Files.isDirectory(RunHome.journal(engine.home()))) {
            journal = new MixFollow(engine.home());
        }
        return journal != null;
    }

    private void killEngine() {
        engine.child().kill();
        require(engine.child().endsWithin(Duration.ofSeconds(30)), "it is killed", "");
        engine.start(venue.address());
    }

    private void killVenue(String faults) {
        require(!venue.child().ended(), "the venue runs until it is killed", venue.child().printed());
        venue.child().kill();
        require(venue.child().endsWithin(Duration.ofSeconds(30)), "it is killed", "");
        venue.start(faults);
    }

    private void require(boolean holds, String what, String printed) {
        if (!holds) {
            throw new IllegalStateException("not so with seed " + seed + ": " + what + ": " + printed);
        }
    }

    /// Whatever is held is sold, so that the market changes nothing more between the two books.
    private void settle() {
        Waiting.until("the engine is up", () -> watched() && journalThere() && journal.up());
        OperatorSpool operator = new OperatorSpool(RunHome.operatorFolder(engine.home()));
        operator.submit(OperatorCommand.of(OperatorAction.HALT, 0, 0));
        operator.submit(OperatorCommand.of(OperatorAction.FLATTEN, 0, 0));
        Waiting.until("all is sold and the books agree", () -> watched() && journal.flattenedAndClean());
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
        broken.addAll(KeySearch.shown(KEY, folder, path -> !path.getFileName().toString().startsWith("venue-")));
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
