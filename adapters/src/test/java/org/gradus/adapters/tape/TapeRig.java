package org.gradus.adapters.tape;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.tape.Tape;
import org.gradus.engine.tape.TapeEvent;

/// Writes small tapes for tests and reads tapes into lists that can be compared.
final class TapeRig {
    static final String TRADES = "timestamp_ns,price,size,side\n";
    static final String QUOTES = "timestamp_ns,bid_price,bid_size,ask_price,ask_size\n";
    static final String BARS = "timestamp_ms,open,high,low,close,volume\n";

    static final Instrument BITCOIN = instrument(3, "BTC/USDT", AssetClass.CRYPTO, 8);
    static final Instrument SPY = instrument(4, "SPY", AssetClass.STOCK, 0);

    private final Path folder;

    TapeRig(Path folder) {
        this.folder = folder;
    }

    static Instrument instrument(int id, String symbol, AssetClass assetClass, int sizeDecimals) {
        return new Instrument(id, symbol, assetClass, symbol, "USD", 1, 1, 0, Long.MAX_VALUE / FixedPoint.ONE,
                sizeDecimals);
    }

    static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    Path write(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path write(String name, String content) {
        return write(name, content.getBytes(UTF_8));
    }

    /// The events of bitcoin ticks, or of its hourly bars, as source 0.
    List<String> events(String content) {
        return read(crypto(write("tape.csv", content)));
    }

    static TapeFile crypto(Path path) {
        return new TapeFile(path, BITCOIN, Timeframe.H1, 0, BarClose.INTERVAL);
    }

    static List<String> read(TapeFile file) {
        try (Tape tape = new CsvTape(file)) {
            return read(tape);
        }
    }

    static List<String> read(Tape tape) {
        List<String> events = new ArrayList<>();
        while (tape.advance()) {
            events.add(tape.event().toString());
        }
        return events;
    }

    /// Faults alone, as `line fault @time detail`, with `good` in place of each good event.
    static List<String> faults(TapeFile file) {
        List<String> faults = new ArrayList<>();
        try (Tape tape = new CsvTape(file)) {
            while (tape.advance()) {
                TapeEvent event = tape.event();
                faults.add(event.kind() != TapeEvent.Kind.FAULT ? "good" : event.position() + " " + event.fault() + " @"
                        + event.timeNs() / 1_000_000_000L + " " + event.detail());
            }
        }
        return faults;
    }
}
