package org.gradus.tools.launch;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gradus.adapters.alpaca.access.AlpacaEndpoints;
import org.gradus.adapters.alpaca.access.Credentials;
import org.gradus.adapters.alpaca.data.HistoryDownload;
import org.gradus.adapters.alpaca.data.HistoryKind;
import org.gradus.adapters.alpaca.data.HistoryQuery;
import org.gradus.engine.domain.Timeframe;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `gradus data fetch`: history of one symbol from Alpaca into one file.
@Command(name = "fetch", mixinStandardHelpOptions = true,
        description = "Fetches history into a tape; interrupted, the same command goes on where it ended.",
        footer = {"", "Crypto needs no keys and is sent none. Stocks need ALPACA_PAPER_KEY_ID and",
            "ALPACA_PAPER_SECRET_KEY, or the live ones."})
final class FetchCommand implements Callable<Integer> {
    @Option(names = "--symbol", required = true, paramLabel = "S", description = "e.g. BTC/USD or AAPL")
    private String symbol;

    @Option(names = "--kind", paramLabel = "bars|trades|quotes", description = "default: bars", defaultValue = "bars")
    private String kind;

    @Option(names = "--timeframe", paramLabel = "T", description = "of bars: 1Min, 5Min, 15Min, 1Hour, 4Hour or 1Day")
    private @Nullable String timeframe;

    @Option(names = "--from", required = true, paramLabel = "DAY", description = "first day in UTC, e.g. 2020-01-01")
    private LocalDate from;

    @Option(names = "--to", required = true, paramLabel = "DAY", description = "last day in UTC, all of it")
    private LocalDate to;

    @Option(names = "--feed", paramLabel = "iex|sip", description = "of stocks (default: iex)", defaultValue = "iex")
    private String feed;

    @Option(names = "--out", paramLabel = "DIR", converter = HomeFolder.class,
            description = "folder for the file (default: var/data)", defaultValue = "var/data")
    private Path out;

    @Option(names = "--gzip", description = "pack the file even if it is small; above 1 MB it always is")
    private boolean gzip;

    @Option(names = "--data-url", paramLabel = "URL",
            description = "another address for market data, e.g. http://127.0.0.1:8484 of a gradus venue "
            + "(default: ALPACA_DATA_URL, else Alpaca)")
    private @Nullable URI dataUrl;

    @Option(names = "--json", description = "the result as one JSON object; progress goes to standard error")
    private boolean json;

    @Override
    public Integer call() {
        HistoryKind wanted = HistoryKind.of(kind);
        HistoryQuery query = new HistoryQuery(symbol, wanted, bars(wanted), from, to, feed());
        AlpacaEndpoints endpoints = endpoints(System.getenv("ALPACA_DATA_URL"));
        PrintStream shown = json ? System.err : System.out;
        ProgressBar bar = new ProgressBar(shown);
        HistoryDownload.Outcome outcome;
        try (HistoryDownload download = new HistoryDownload(endpoints, keys(query, System.getenv()), bar::show)) {
            outcome = download.fetch(query, out, gzip);
        } finally {
            bar.end();
        }
        String file = outcome.file().map(Path::toString).orElse(null);
        System.out.println(json ? JournalCommand.json("file", file, "rows", outcome.rows())
                : file == null ? "there is no history of " + symbol + " in these days"
                : outcome.rows() + " rows in " + file);
        return file == null ? Gradus.FAILED : Gradus.OK;
    }

    private AlpacaEndpoints endpoints(@Nullable String configured) {
        if (dataUrl != null) {
            return AlpacaEndpoints.PAPER.withData(dataUrl);
        }
        return configured == null || configured.isBlank() ? AlpacaEndpoints.PAPER
                : AlpacaEndpoints.PAPER.withData(URI.create(configured.strip()));
    }

    private @Nullable Timeframe bars(HistoryKind wanted) {
        if (wanted != HistoryKind.BARS) {
            if (timeframe != null) {
                throw new IllegalArgumentException("--timeframe belongs to bars, not to " + kind);
            }
            return null;
        }
        if (timeframe == null) {
            throw new IllegalArgumentException("--timeframe is missing: bars of which length?");
        }
        return HistoryQuery.timeframe(timeframe);
    }

    private String feed() {
        if (!feed.equals("iex") && !feed.equals("sip")) {
            throw new IllegalArgumentException("--feed " + feed + ": expected iex or sip");
        }
        return feed;
    }

    private static Optional<? extends Credentials> keys(HistoryQuery query, Map<String, String> environment) {
        if (query.crypto()) {
            return Optional.empty();
        }
        Optional<Credentials.Paper> paper = Credentials.Paper.from(environment);
        Optional<? extends Credentials> any = paper.isPresent() ? paper : Credentials.Live.from(environment);
        if (any.isEmpty()) {
            throw new IllegalArgumentException("history of stocks needs keys: set ALPACA_PAPER_KEY_ID and "
                    + "ALPACA_PAPER_SECRET_KEY");
        }
        return any;
    }
}
