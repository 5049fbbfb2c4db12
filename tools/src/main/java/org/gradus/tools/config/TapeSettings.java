package org.gradus.tools.config;

import static org.gradus.tools.config.Unit.DURATION;
import static org.gradus.tools.config.Unit.PRICE;
import static org.gradus.tools.config.Unit.RATIO;
import static org.gradus.tools.config.Unit.WHOLE;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.tape.SyntheticTape.Phase;
import org.gradus.engine.tape.SyntheticTape.Script;

/// Reads `tapes`: files, with `{project}` standing for the project's folder, and scripts of made-up prices.
///
/// @param mustExist  false for a recorded configuration, whose files may be gone
record TapeSettings(Path workingFolder, Path projectRoot, boolean mustExist) {
    private static final String PROJECT = "{project}";
    private static final long DAY_NS = Timeframe.D1.nanos();

    List<TapeSource> read(Section top, InstrumentSettings instruments) {
        List<TapeSource> tapes = new ArrayList<>();
        for (Section section : top.sections("tapes", "tapes")) {
            String symbol = instruments.symbolOf(section);
            tapes.add(section.has("synthetic") ? synthetic(section.section("synthetic"), symbol)
                : file(section, symbol));
        }
        if (mustExist && tapes.isEmpty() && top.good("tapes")) {
            top.refuse("tapes", "expected at least one tape: a run needs a market to run on");
        }
        return tapes;
    }

    private TapeSource file(Section section, String symbol) {
        String name = section.text("file", "a CSV file, or synthetic { … }");
        Timeframe timeframe = section.has("timeframe")
                ? section.choice("timeframe", List.of(Timeframe.values()), Timeframe::label) : null;
        Path path = section.good("file") ? path(name) : workingFolder;
        if (mustExist && section.good("file") && !Files.isRegularFile(path)) {
            section.refuse("file", (Files.exists(path) ? "not a regular file: " : "no such file: ") + path);
        }
        return new TapeSource.Csv(name, path, symbol, timeframe);
    }

    private Path path(String name) {
        return name.startsWith(PROJECT)
                ? projectRoot.resolve(name.substring(PROJECT.length()).replaceFirst("^/+", ""))
                : workingFolder.resolve(name);
    }

    private static TapeSource synthetic(Section section, String symbol) {
        long seed = section.number("seed", WHOLE, 0, Long.MAX_VALUE);
        long startNs = startNs(section);
        long price = section.number("price", PRICE, 1, FixedPoint.parse("10000000"));
        int largestSize = section.has("largest-size") ? section.whole("largest-size", 1, 1_000_000) : Script.USUAL_SIZE;
        List<Phase> phases = new ArrayList<>();
        for (Section phase : section.sections("phases", "phases")) {
            phases.add(phase(phase));
        }
        return new TapeSource.Synthetic(symbol, new Script(seed, startNs, price, Math.max(1, largestSize), phases));
    }

    private static Phase phase(Section section) {
        String name = section.text("name", "a name");
        long durationNs = section.number("duration", DURATION, 1_000_000_000L, 366 * DAY_NS);
        long drift = section.number("drift", RATIO, -FixedPoint.ONE * 99 / 100, 100 * FixedPoint.ONE);
        long volatility = section.number("volatility", RATIO, 0, FixedPoint.ONE / 20);
        int printsPerMinute = section.whole("prints-per-minute", 1, 60_000);
        long stray = section.has("stray")
                ? section.number("stray", RATIO, -FixedPoint.ONE * 99 / 100, 100 * FixedPoint.ONE) : 0;
        return new Phase(name, Math.max(1, durationNs), drift, volatility, Math.max(1, printsPerMinute), stray);
    }

    private static long startNs(Section section) {
        String expected = "a UTC time such as 2024-01-01T00:00:00Z";
        String text = section.text("start", expected);
        if (!section.good("start")) {
            return 0;
        }
        try {
            return Math.multiplyExact(Instant.parse(text).getEpochSecond(), 1_000_000_000L);
        } catch (DateTimeParseException | ArithmeticException e) {
            return section.refuse("start", "expected " + expected);
        }
    }
}
