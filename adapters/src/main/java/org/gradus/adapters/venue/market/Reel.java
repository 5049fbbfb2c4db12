package org.gradus.adapters.venue.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gradus.adapters.tape.TapeFile;
import org.gradus.adapters.tape.TapeFiles;
import org.gradus.adapters.tape.TapeSpec;
import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.FeedFault;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.tape.MergedTape;
import org.gradus.engine.tape.TapeEvent;
import org.gradus.engine.tape.TapeException;

/// Some tapes, looked through once: from when to when they go, what they hold, and how they are to be read. Immutable.
public final class Reel {
    private static final long QUARTER_HOUR_NS = 15 * Timestamps.MINUTE_NS;
    /// Enough for any price list; volumes of the cheapest coins need the room before the point.
    private static final int SIZE_DECIMALS = 9;
    private static final int SIZE_DECIMALS_OF_CHEAP_COINS = 4;

    private final List<TapeFile> files;
    private final List<Extent> extents;

    private Reel(List<TapeFile> files, List<Extent> extents) {
        this.files = files;
        this.extents = extents;
    }

    /// What one file holds.
    private record Extent(String symbol, TapeEvent.Kind kind, long firstNs, long lastNs, long barNs, boolean cheap) {
    }

    /// Looks through the tapes; a file that is none, or holds nothing, is a `TapeException`.
    public static Reel of(List<TapeSpec> specs) {
        List<TapeFile> files = files(specs, Map.of());
        List<Extent> extents = new ArrayList<>();
        Map<String, Integer> decimals = new TreeMap<>();
        for (TapeFile file : files) {
            Extent extent = extent(file);
            extents.add(extent);
            decimals.merge(extent.symbol, extent.cheap ? SIZE_DECIMALS_OF_CHEAP_COINS : SIZE_DECIMALS, Math::min);
        }
        return new Reel(files(specs, decimals), List.copyOf(extents));
    }

    private static List<TapeFile> files(List<TapeSpec> specs, Map<String, Integer> decimals) {
        List<Instrument> instruments = new ArrayList<>();
        for (String symbol : new TreeSet<>(specs.stream().map(TapeSpec::symbol).toList())) {
            instruments.add(instrument(instruments.size(), symbol, decimals.getOrDefault(symbol, SIZE_DECIMALS)));
        }
        return TapeFiles.of(specs, instruments);
    }

    private static Instrument instrument(int id, String symbol, int sizeDecimals) {
        int slash = symbol.indexOf('/');
        return new Instrument(id, symbol, slash > 0 ? AssetClass.CRYPTO : AssetClass.STOCK,
                slash > 0 ? symbol.substring(0, slash) : symbol, slash > 0 ? symbol.substring(slash + 1) : "USD",
                1, 1, 0, Long.MAX_VALUE, sizeDecimals);
    }

    private static Extent extent(TapeFile file) {
        Extent extent = null;
        boolean cheap = false;
        try (MergedTape tape = TapeFiles.open(List.of(new TapeFile(file.path(), file.instrument(), file.timeframe(), 0,
                file.barClose())))) {
            while (tape.advance()) {
                TapeEvent event = tape.event();
                if (event.kind() == TapeEvent.Kind.FAULT) {
                    cheap |= event.fault() == FeedFault.OVERFLOW;
                } else {
                    extent = seen(extent, file.instrument().symbol(), event);
                }
            }
        }
        if (extent == null) {
            throw new TapeException(file.path() + ": the tape holds nothing");
        }
        return new Extent(extent.symbol, extent.kind, extent.firstNs, extent.lastNs, extent.barNs, cheap);
    }

    private static Extent seen(Extent before, String symbol, TapeEvent event) {
        boolean bar = event.kind() == TapeEvent.Kind.BAR;
        long firstNs = before != null ? before.firstNs : bar ? event.startNs() : event.timeNs();
        return new Extent(symbol, event.kind(), firstNs, event.timeNs(), bar ? event.timeframe().nanos() : 0, false);
    }

    /// Opens them as one; the caller closes it.
    MergedTape open() {
        return TapeFiles.open(files);
    }

    String symbol(int instrumentId) {
        return instrument(instrumentId).symbol();
    }

    int sizeDecimals(int instrumentId) {
        return instrument(instrumentId).sizeDecimals();
    }

    private Instrument instrument(int id) {
        return files.stream().map(TapeFile::instrument).filter(each -> each.id() == id).findFirst().orElseThrow();
    }

    /// Whether there are quotes of this symbol, or trades.
    boolean holds(String symbol, TapeEvent.Kind kind) {
        return extents.stream().anyMatch(extent -> extent.symbol.equals(symbol) && extent.kind == kind);
    }

    /// In the order of their names.
    public List<String> symbols() {
        return extents.stream().map(Extent::symbol).distinct().sorted().toList();
    }

    public long firstNs() {
        return extents.stream().mapToLong(Extent::firstNs).min().orElseThrow();
    }

    public long lastNs() {
        return extents.stream().mapToLong(Extent::lastNs).max().orElseThrow();
    }

    /// The tapes may be moved by whole multiples of this without a bar leaving the grid it lay on. Short tapes of ticks
    /// keep their minutes only: more would be lost to the shift than is gained.
    long gridNs() {
        long ticks = lastNs() - firstNs() >= Timestamps.DAY_NS ? QUARTER_HOUR_NS : Timestamps.MINUTE_NS;
        return Math.max(ticks, longestBarNs());
    }

    long longestBarNs() {
        return extents.stream().mapToLong(Extent::barNs).max().orElse(0);
    }
}
