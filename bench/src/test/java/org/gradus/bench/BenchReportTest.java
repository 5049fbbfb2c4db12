package org.gradus.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class BenchReportTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final Histogram nothing = new Histogram(1, 1_000_000, 3);

    @Test
    void saysNoneWhereNothingWasMeasured() {
        BenchReport.words(out).row("fused", "clean-tick-to-order", nothing);
        assertEquals("fused clean tick to order none", printed().strip().replaceAll(" +", " "));
    }

    @Test
    void givesProgramsACountOfNoneAndNoLatency() {
        BenchReport report = BenchReport.json(out);
        report.row("fused", "tick-to-order", nothing);
        report.end();
        assertEquals("{\"fused-tick-to-order-ns\":{\"count\":0}}", printed().strip());
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
