package org.gradus.tools.venue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.gradus.audit.ExportAudit;
import org.gradus.audit.Finding;
import org.gradus.engine.ingress.EngineClock;
import org.gradus.engine.ingress.FollowedClock;
import org.gradus.engine.journal.ChronicleReader;
import org.gradus.engine.runtime.Replays;
import org.gradus.tools.config.RunConfig;
import org.gradus.tools.journal.JournalExport;
import org.gradus.tools.run.AlpacaLine;

/// One run of engine and venue through a mix, and all that it broke. The engine publishes on the calling thread; the
/// venue comes and goes on another.
final class MixRun {
    static final double SPEED = 200;
    private static final int TRADED_S = 8 * 60;
    private static final int TAPE_S = 9 * 60;
    /// Engine time behind the last bar traded and behind the last fault until the books must have been compared.
    private static final long QUIET_NS = 60 * MixTape.SECOND_NS;
    private static final long PATIENCE_MS = 15_000;
    private static final int LATECOMERS_MAX = 3;

    private final Mix mix;
    private final Path folder;
    private final List<String> broken = new ArrayList<>();
    /// What the adapter tells of its streams.
    private final List<String> notes = Collections.synchronizedList(new ArrayList<>());
    private final MixTime time = new MixTime();
    private final MixVenue venue;
    private final MixEngine engine;
    private final RunConfig config;
    private final EngineClock clock;
    private CompletableFuture<Void> venueBack = CompletableFuture.completedFuture(null);

    private MixRun(Mix mix, Path folder) {
        this.mix = mix;
        this.folder = folder;
        venue = new MixVenue(folder, MixTape.write(folder, mix, TAPE_S), SPEED, time, mix.seed());
        venue.start(mix.script(0));
        long untilS = mix.market().startS + TRADED_S;
        config = MixConfig.load(folder, mix.market(), untilS, venue.address(), SPEED);
        FollowedClock common = new FollowedClock(time, SPEED, venue.nowNs());
        clock = common::nowNs;
        AlpacaLine line = new AlpacaLine(config, SPEED, Map.of("ALPACA_PAPER_KEY_ID", MixVenue.KEY.keyId(),
            "ALPACA_PAPER_SECRET_KEY", MixVenue.KEY.secret()), notes::add);
        engine = new MixEngine(config, folder, MixConfig.STRATEGIES, line, time, clock);
    }

    /// What came of a mix.
    ///
    /// @param broken what does not hold, in words
    /// @param struck how often something went wrong on purpose
    /// @param lines  of the exported journal
    record Outcome(Mix mix, List<String> broken, long struck, List<String> lines) {
        long count(String text) {
            return lines.stream().filter(line -> line.contains(text)).count();
        }
    }

    static Outcome of(Mix mix, Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        MixRun run = new MixRun(mix, folder);
        try {
            run.drive();
        } finally {
            run.venueBack.join();
        }
        List<String> lines = run.judged();
        Outcome outcome = new Outcome(mix, run.broken, run.venue.struck(), lines);
        run.venue.close();
        return outcome;
    }

    private void drive() {
        engine.start();
        try (MixFollow journal = new MixFollow(folder)) {
            engine.stepSlowlyUntil(journal::up);
        }
        for (Mix.Crash crash : mix.crashes()) {
            engine.stepUntil(() -> false, crash.atMs());
            if (crash.ofEngine()) {
                engine.crash();
                pass(crash.awayMs());
                engine.start();
            } else {
                venueBack = venueBack.thenRunAsync(() -> crashVenue(crash.awayMs()));
            }
        }
        engine.stepUntil(() -> false, Mix.FAULTS_MS);
        if (!engine.stepUntil(() -> venueBack.isDone() && venue.tapeEnded(), Mix.FAULTS_MS + PATIENCE_MS)) {
            broken.add("the tape does not come to its end");
        }
        long quietNs = Math.max(clock.nowNs(), (mix.market().startS + TRADED_S) * MixTape.SECOND_NS) + QUIET_NS;
        long cleanNs = settle(quietNs);
        for (int i = 0; i < LATECOMERS_MAX && movedSince(cleanNs - QUIET_NS); i++) {
            engine.start();
            cleanNs = settle(clock.nowNs());
        }
    }

    /// Lets the books come to agree, and stops the engine.
    ///
    /// @return when they were found to agree last
    private long settle(long quietNs) {
        long patientMs = time.sinceStartMs() + PATIENCE_MS;
        long cleanNs;
        try (MixFollow journal = new MixFollow(folder)) {
            if (!engine.stepUntil(() -> journal.cleanSince(quietNs), patientMs)) {
                broken.add("the books do not come to agree; the streams said last " + lastNotes());
            }
            cleanNs = journal.cleanNs();
        }
        if (!engine.stop(patientMs + PATIENCE_MS)) {
            broken.add("the gateway does not come to rest");
        }
        return cleanNs;
    }

    /// What a resting order did while the engine went is for its next start to find out: it is given one.
    private boolean movedSince(long timeNs) {
        return venue.books(account -> account.orders().stream().anyMatch(order -> order.updatedNs() > timeNs));
    }

    private List<String> lastNotes() {
        synchronized (notes) {
            return List.copyOf(notes.subList(Math.max(0, notes.size() - 5), notes.size()));
        }
    }

    /// Nobody is there meanwhile.
    private void pass(int ms) {
        for (int i = 0; i < ms; i++) {
            time.tick();
        }
    }

    private void crashVenue(int awayMs) {
        venue.close();
        long backMs = time.sinceStartMs() + awayMs;
        while (time.sinceStartMs() < backMs) {
            LockSupport.parkNanos(500_000L);
        }
        venue.start(mix.script(time.sinceStartMs()));
    }

    private List<String> judged() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 20);
        try (ChronicleReader reader = new ChronicleReader(folder.resolve("journal"))) {
            JournalExport.json(out).export(reader);
        }
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        ExportAudit.Judged judged = ExportAudit.judge(lines.stream());
        judged.findings().stream().map(Finding::toString).forEach(broken::add);
        broken.addAll(venue.books(account -> BooksComparison.differences(judged.standing(), VenueBooks.of(account))));
        try {
            Replays.agree(folder, text -> config.engine(), MixConfig.STRATEGIES);
        } catch (AssertionError otherwise) {
            broken.add(otherwise.getMessage());
        }
        return lines;
    }
}
