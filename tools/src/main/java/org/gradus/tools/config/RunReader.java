package org.gradus.tools.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.gradus.tools.config.Unit.DURATION;
import static org.gradus.tools.config.Unit.MONEY;
import static org.gradus.tools.config.Unit.RATIO;
import static org.gradus.tools.config.Unit.WHOLE;

import com.typesafe.config.ConfigObject;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gradus.adapters.feeds.FeedsPlan;
import org.gradus.engine.core.Tolerance;
import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.ClientOrderId;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Mode;
import org.gradus.engine.message.Gateway;
import org.gradus.engine.risk.RiskLimits;
import org.gradus.engine.runtime.EngineConfig;
import org.gradus.engine.runtime.EngineConfig.BarsConfig;
import org.gradus.engine.runtime.EngineConfig.InstrumentConfig;
import org.gradus.engine.runtime.EngineConfig.JournalConfig;
import org.gradus.engine.runtime.EngineConfig.OperatorScript;
import org.gradus.engine.runtime.EngineConfig.RingConfig;
import org.gradus.engine.runtime.StrategyConfig;
import org.gradus.engine.sim.MarketModel;
import org.jspecify.annotations.Nullable;

/// Reads a whole tree, top to bottom, and checks it as one. Used once.
final class RunReader {
    private static final long LONGEST_REST_NS = 60_000_000_000L;

    /// What does not change which orders are made: where the files lie, and how the machine is built. A run keeps its
    /// id without them.
    private static final List<String> NOT_IN_RUN_ID = List.of("alpaca", "feeds", "journal", "name", "ring", "tapes");
    private static final String NO_REFERENCE = "none";
    private static final int LIVE_PHASE = 3;

    private final Section top;
    private final Report report;
    private final StrategyCatalog catalog;
    private final TapeSettings tapeSettings;

    RunReader(ConfigObject root, Report report, StrategyCatalog catalog, TapeSettings tapeSettings) {
        Secrets.refuse(root, "", report);
        this.top = new Section(root, report);
        this.report = report;
        this.catalog = catalog;
        this.tapeSettings = tapeSettings;
    }

    /// @param fileName  the name of the run when config gives none
    RunConfig read(String fileName) {
        String name = name(fileName);
        Mode mode = mode();
        int phase = top.whole("phase", 1, 4);
        Gateway gateway = gateway(mode);
        String currency = top.text("currency", "a currency such as USD");
        long cash = top.number("cash", MONEY, FixedPoint.ONE, FixedPoint.parse("1000000000"));
        long seed = top.number("seed", WHOLE, 0, Long.MAX_VALUE);
        InstrumentSettings instruments = new InstrumentSettings(top, currency);
        List<TapeSource> tapes = gateway == Gateway.SIMULATED ? tapeSettings.read(top, instruments) : noTapes();
        List<InstrumentConfig> traded = instruments.with(tapes);
        int reference = reference(instruments);
        BarsConfig bars = MachineSettings.bars(top);
        List<StrategyConfig> strategies = new StrategySettings(instruments, bars.built(), catalog,
                tapeSettings.mustExist()).read(top);
        Section entries = top.section("entries");
        long entryReach = entries.number("reach", RATIO, 0, FixedPoint.ONE / 10);
        long entryRestNs = entryRestNs(entries, traded);
        RiskLimits limits = new RiskSettings(instruments, strategies).read(top);
        MarketModel market = new MarketSettings(report, seed, limits).read(top);
        RingConfig ring = MachineSettings.ring(top);
        JournalConfig journal = MachineSettings.journal(top, ring);
        OperatorScript operator = MachineSettings.operator(top);
        AlpacaSettings alpaca = gateway == Gateway.ALPACA ? new AlpacaSettings(top, limits) : null;
        AlpacaRun venue = alpaca == null ? null : alpaca.read(market.lastLook().maximumAgeNs());
        FeedsPlan feeds = alpaca == null ? null : new FeedsSettings(top, instruments, bars.built()).read();
        Tolerance tolerance = alpaca == null ? Tolerance.NONE : alpaca.tolerance();
        if (mode == Mode.LIVE) {
            requireFitForLive(phase, journal, operator);
        }
        Integer statedRunId = top.has("run-id") ? top.whole("run-id", 0, ClientOrderId.MAX_RUN_ID) : null;
        top.refuseUnknownKeys();
        report.throwIfAny();
        int runId = runId(statedRunId);
        return new RunConfig(new EngineConfig(name, mode, phase, gateway, currency, cash, seed, runId, traded,
                reference, bars, strategies, entryReach, entryRestNs, limits, market, ring, journal,
                operator, tolerance, CanonicalText.of(top.canonical())), tapes, venue, feeds);
    }

    /// Only shares can take their stop along. A journal from before they could says nothing of it, and none does.
    private static long entryRestNs(Section entries, List<InstrumentConfig> traded) {
        boolean shares = traded.stream().anyMatch(each -> each.instrument().assetClass() == AssetClass.STOCK);
        if (!shares || !entries.has("rest")) {
            entries.leave("rest");
            return 0;
        }
        return entries.number("rest", DURATION, 0, LONGEST_REST_NS);
    }

    private String name(String fileName) {
        if (top.has("name")) {
            String name = top.text("name", "a name");
            if (!name.matches("[A-Za-z0-9._-]+")) {
                top.refuse("name", "expected letters, digits, dots and dashes: it names the run folder");
            }
            return name;
        }
        top.settle("name", fileName);
        return fileName;
    }

    private Mode mode() {
        Mode mode = top.choice("mode", List.of(Mode.values()), Mode::label);
        return mode == null ? Mode.DEMO : mode;
    }

    /// Money of a venue is traded at that venue and nowhere else, and what is played is played here.
    private Gateway gateway(Mode mode) {
        Gateway gateway = top.choice("gateway", List.of(Gateway.values()), Gateway::label);
        boolean atVenue = mode == Mode.PAPER || mode == Mode.LIVE;
        if (gateway != null && top.good("mode") && atVenue != (gateway == Gateway.ALPACA)) {
            top.refuse("gateway", "expected " + (atVenue ? Gateway.ALPACA : Gateway.SIMULATED).label() + " for mode "
                + mode.label());
        }
        if (gateway != Gateway.ALPACA) {
            top.leave("alpaca");
            top.leave("feeds");
        }
        return gateway == null ? Gateway.SIMULATED : gateway;
    }

    private List<TapeSource> noTapes() {
        if (top.has("tapes")) {
            top.refuse("tapes", "a run at a venue takes its market from there: expected none");
        }
        return List.of();
    }

    /// Real money waits for its phase, for a journal that survives power cuts, and for a person.
    private void requireFitForLive(int phase, JournalConfig journal, OperatorScript operator) {
        if (top.good("phase") && phase < LIVE_PHASE) {
            top.refuse("phase", "mode live is refused below phase " + LIVE_PHASE + ": paper trading comes first, and "
                + "only a person's approval on its evidence moves a run on");
        }
        if (!journal.force()) {
            top.section("journal").refuse("force", "expected true for mode live");
        }
        if (operator.resumeAfterNs() != 0) {
            top.section("operator").section("script").refuse("resume-after", "expected 0 s for mode live: a latch "
                + "waits for a person");
        }
    }

    private int reference(InstrumentSettings instruments) {
        String symbol = top.text("reference", "the symbol the extreme-market guard watches, or " + NO_REFERENCE);
        int id = instruments.id(symbol);
        if (top.good("reference") && id < 0 && !symbol.equals(NO_REFERENCE)) {
            top.refuse("reference", "no such instrument, expected " + NO_REFERENCE + " or one of "
                    + String.join(", ", instruments.symbols()));
        }
        return id;
    }

    private int runId(@Nullable Integer stated) {
        if (stated != null) {
            return stated;
        }
        SortedMap<String, Object> decisive = new TreeMap<>(top.canonical());
        decisive.keySet().removeAll(NOT_IN_RUN_ID);
        int hash = ByteBuffer.wrap(sha256(CanonicalText.of(decisive))).getInt();
        int runId = 1 + Integer.remainderUnsigned(hash, ClientOrderId.MAX_RUN_ID);
        top.settle("run-id", (long) runId);
        return runId;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
