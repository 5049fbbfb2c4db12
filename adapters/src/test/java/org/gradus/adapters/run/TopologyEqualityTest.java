package org.gradus.adapters.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gradus.adapters.tape.TapeSpec;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.runtime.EngineConfig;
import org.gradus.engine.runtime.EngineConfig.InstrumentConfig;
import org.gradus.engine.runtime.EngineConfig.Topology;
import org.gradus.engine.runtime.TestConfigs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Stages are data, threads are configuration: the journal is the same, byte for byte.
class TopologyEqualityTest {
    private static final Path SHARED = Path.of(System.getProperty("gradus.root")).resolve("../shared/data").normalize();
    private static final long ALL = Long.MAX_VALUE;

    @TempDir
    private Path home;

    @Test
    void fusedAndDirectAgreeOnTheWholeDemoTape() {
        agree(TestConfigs.demo(), DemoTape.bitstamp(), Topology.FUSED, ALL, 190_000);
    }

    @Test
    void stagedAndDirectAgreeOnTheFirstFiveThousandEvents() {
        agree(TestConfigs.demo(), DemoTape.bitstamp(), Topology.STAGED, 5_000, 5_000);
    }

    @Test
    void fusedAndDirectAgreeOnTradesAndQuotesOfOneMarket() {
        List<TapeSpec> files = List.of(shared("BTC-USDT_trades_2024-08-08_2024-08-08.csv"),
            shared("BTC-USDT_quotes_2024-08-08_2024-08-08.csv.gz"));
        agree(TestConfigs.demo(), files, Topology.FUSED, ALL, 30_000);
    }

    @Test
    void fusedAndDirectAgreeOnFeedBars() {
        InstrumentConfig fed = new InstrumentConfig(TestConfigs.crypto(0, "BTC/USD", "BTC", 8), List.of(Timeframe.H1));
        EngineConfig config = TestConfigs.with(List.of(fed), TestConfigs.strategies(List.of("BTC/USD"), Timeframe.H1),
            "bars");
        agree(config, List.of(shared("BTC-USDT_1h_2017-08-17_2022-12-31.csv.gz")), Topology.FUSED, 60_000, 50_000);
    }

    private static TapeSpec shared(String name) {
        Path file = SHARED.resolve(name);
        assumeTrue(Files.exists(file), "needs " + file);
        return new TapeSpec(file, "BTC/USD", null);
    }

    private void agree(EngineConfig config, List<TapeSpec> files, Topology topology, long until, int atLeast) {
        DemoTape.run(config, files, home.resolve("direct"), Topology.DIRECT, until);
        DemoTape.write(config, files, home.resolve("other"), topology, until);
        List<ByteBuffer> direct = DemoTape.records(home.resolve("direct"));
        List<ByteBuffer> other = DemoTape.records(home.resolve("other"));
        assertTrue(direct.size() > atLeast, () -> "only " + direct.size() + " records");
        for (int i = 0; i < Math.min(direct.size(), other.size()); i++) {
            int at = i;
            assertEquals(direct.get(i), other.get(i), () -> "record " + (at + 1));
        }
        assertEquals(direct.size(), other.size());
    }
}
