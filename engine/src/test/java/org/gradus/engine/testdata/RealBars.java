package org.gradus.engine.testdata;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// Reads bar files of the market data folder, which lies beside the project and not in it. A test that needs them asks
/// [#available] first (`assumeTrue(RealBars.available(), RealBars.MISSING)`).
public final class RealBars {
    public static final String MISSING = "no market data in ../shared/data beside the project (gradus.root)";

    private RealBars() {
    }

    public static boolean available() {
        return Files.isDirectory(folder());
    }

    /// The path of a file in the market data folder.
    public static Path path(String fileName) {
        return folder().resolve(fileName);
    }

    /// All bars of a `.csv` or `.csv.gz` file with the columns `timestamp_ms,open,high,low,close,volume`.
    public static List<RealBar> load(String fileName) {
        try (BufferedReader lines = open(path(fileName))) {
            List<RealBar> bars = new ArrayList<>();
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                bars.add(parse(line));
            }
            return List.copyOf(bars);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RealBar parse(String line) {
        String[] cells = line.split(",", -1);
        return new RealBar(Long.parseLong(cells[0]), Double.parseDouble(cells[1]), Double.parseDouble(cells[2]),
            Double.parseDouble(cells[3]), Double.parseDouble(cells[4]), Double.parseDouble(cells[5]));
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
        return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), 1 << 16);
    }

    private static Path folder() {
        return Path.of(System.getProperty("gradus.root", ".")).resolve("../shared/data").normalize();
    }
}
