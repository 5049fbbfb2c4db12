package org.gradus.tools.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.gradus.adapters.tape.TapeFiles;
import org.gradus.adapters.tape.TapeSpec;
import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.Coded;
import org.gradus.engine.domain.FeedFault;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.tape.Tape;
import org.gradus.engine.tape.TapeEvent;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `gradus data check`: reads tapes as a run would, and tells what a run would refuse.
@Command(name = "check", description = "Reads tapes as a run would, and tells the rows that it would refuse.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private static final int SHOWN = 10;
    private static final int SIZE_DECIMALS = 8;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "CSV files, plain or gzipped")
    private List<Path> files;

    @Option(names = "--timeframe", paramLabel = "T", description = "of bars, where the file's name does not say")
    private @Nullable String timeframe;

    @Option(names = "--asset-class", paramLabel = "crypto|stock",
            description = "daily bars of stocks end with the session (default: crypto when the name has a dash)")
    private @Nullable String assetClass;

    @Option(names = "--json", description = "one JSON object a file")
    private boolean json;

    /// What one file holds.
    private static final class Findings {
        private final Map<FeedFault, Long> refused = new EnumMap<>(FeedFault.class);
        private final List<String> first = new ArrayList<>();
        private long rows;
        private long faults;

        private void take(TapeEvent event) {
            rows++;
            if (event.kind() == TapeEvent.Kind.FAULT) {
                faults++;
                refused.merge(event.fault(), 1L, Long::sum);
                if (first.size() < SHOWN) {
                    first.add("line " + event.position() + ", " + event.fault().label() + ": " + event.detail());
                }
            }
        }
    }

    @Override
    public Integer call() {
        boolean clean = true;
        for (Path file : files) {
            Findings findings = read(file);
            tell(file, findings);
            clean &= findings.faults == 0;
        }
        return clean ? Gradus.OK : Gradus.FAILED;
    }

    private Findings read(Path file) {
        Findings findings = new Findings();
        Instrument instrument = instrument(String.valueOf(file.getFileName()));
        TapeSpec spec = new TapeSpec(file, instrument.symbol(), timeframe == null ? null : Timeframe.parse(timeframe));
        try (Tape tape = TapeFiles.open(TapeFiles.of(List.of(spec), List.of(instrument)))) {
            while (tape.advance()) {
                findings.take(tape.event());
            }
        }
        return findings;
    }

    private Instrument instrument(String fileName) {
        AssetClass kind = assetClass == null ? fileName.split("_")[0].contains("-") ? AssetClass.CRYPTO
                : AssetClass.STOCK : Coded.labelled(AssetClass.values(), assetClass);
        return new Instrument(0, "checked", kind, "checked", "USD", 1, 1, 0, Long.MAX_VALUE / FixedPoint.ONE,
                SIZE_DECIMALS);
    }

    private void tell(Path file, Findings findings) {
        Map<String, Long> refused = new TreeMap<>();
        findings.refused.forEach((fault, count) -> refused.put(fault.label(), count));
        if (json) {
            System.out.println(JournalCommand.json("file", file.toString(), "rows", findings.rows, "refused",
                    findings.faults, "reasons", refused, "first", findings.first));
            return;
        }
        System.out.println(file + ": " + findings.rows + " rows, "
                + (findings.faults == 0 ? "none refused" : findings.faults + " refused " + refused));
        findings.first.forEach(line -> System.out.println("  " + line));
        if (findings.faults > SHOWN) {
            System.out.println("  and " + (findings.faults - SHOWN) + " more");
        }
    }
}
