package org.gradus.adapters.alpaca.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.gradus.adapters.alpaca.access.AlpacaEndpoints;
import org.gradus.adapters.alpaca.access.Credentials;
import org.gradus.adapters.alpaca.rest.RequestBudget;
import org.gradus.adapters.alpaca.rest.RestTransport;
import org.gradus.adapters.alpaca.rest.Sending;
import org.gradus.adapters.wire.Pace;
import org.gradus.adapters.wire.WireHttp;

/// Fetches history into a file that can be run as a tape. Interrupted at any moment, the next call goes on behind the
/// last row; the finished file appears at once.
public final class HistoryDownload implements AutoCloseable {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long DAY_NS = 86_400 * SECOND_NS;
    private static final long PLAIN_BYTES_MAX = 1_000_000;
    private static final int REQUESTS_PER_MINUTE = 200;

    private final OkHttpClient http = WireHttp.client(WireHttp.Times.USUAL, Sending.watch());
    private final RestTransport transport;
    private final Pace pace;
    private final Progress progress;

    /// Hears how far it is.
    public interface Progress {
        /// @param done from 0 to 1, by the time that the rows have reached
        void reached(double done, long rows, Instant at);
    }

    /// What was made of it.
    ///
    /// @param file empty when there was no row
    public record Outcome(Optional<Path> file, long rows) {
    }

    /// @param keys none for crypto, which wants none
    public HistoryDownload(AlpacaEndpoints endpoints, Optional<? extends Credentials> keys, Progress progress) {
        this(endpoints, keys, progress, Pace.system());
    }

    HistoryDownload(AlpacaEndpoints endpoints, Optional<? extends Credentials> keys, Progress progress, Pace pace) {
        this.progress = progress;
        this.pace = pace;
        transport = new RestTransport(http, endpoints.data(), keys, new RequestBudget(REQUESTS_PER_MINUTE, 0), pace);
    }

    /// @param gzip also when the file is small
    public Outcome fetch(HistoryQuery query, Path folder, boolean gzip) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new HistoryFailed(folder + " cannot be made", e);
        }
        String feed = query.crypto() ? "" : '.' + query.feed();
        Path path = folder.resolve(query.fileStem() + '_' + query.first() + '_' + query.last() + feed + ".csv.part");
        try (PartFile part = new PartFile(path, query.kind())) {
            rows(query, part);
            if (part.empty()) {
                part.discard();
                return new Outcome(Optional.empty(), 0);
            }
            return new Outcome(Optional.of(finished(query, part, path, gzip)), part.rows());
        } catch (IOException e) {
            throw new HistoryFailed(path + " cannot be measured", e);
        }
    }

    @Override
    public void close() {
        WireHttp.close(http);
    }

    private void rows(HistoryQuery query, PartFile part) {
        long fromNs = startNs(query.first());
        long nowNs = TimeUnit.MILLISECONDS.toNanos(pace.epochMs());
        long endNs = Math.min(startNs(query.last().plusDays(1)) - 1, nowNs);
        if (endNs < fromNs) {
            return;
        }
        HistoryPages pages = new HistoryPages(transport, query, endNs);
        long startNs = part.empty() ? fromNs : part.lastNs();
        int known = part.rowsAtLast();
        long knownNs = part.lastNs();
        String token = "";
        do {
            HistoryPages.Page page = pages.read(startNs, token);
            int skipped = known(page.rows(), knownNs, known);
            known -= skipped;
            part.append(closed(query, page.rows().subList(skipped, page.rows().size()), nowNs));
            show(part, fromNs, endNs);
            if (page.next().equals(token) && !token.isEmpty()) {
                throw new HistoryFailed(query.symbol() + ": the venue repeats a page");
            }
            token = page.next();
        } while (!token.isEmpty());
    }

    /// How many of a page's first rows the file holds already.
    private static int known(List<HistoryKind.Row> page, long atNs, int most) {
        int known = 0;
        while (known < most && known < page.size() && page.get(known).timeNs() == atNs) {
            known++;
        }
        return known;
    }

    /// A bar that still forms would be another one tomorrow.
    private static List<HistoryKind.Row> closed(HistoryQuery query, List<HistoryKind.Row> rows, long nowNs) {
        if (query.timeframe() == null) {
            return rows;
        }
        long lengthNs = query.timeframe().nanos();
        return rows.stream().filter(row -> row.timeNs() + lengthNs <= nowNs).toList();
    }

    private void show(PartFile part, long fromNs, long endNs) {
        if (!part.empty()) {
            double done = Math.clamp((part.lastNs() - fromNs) / (double) Math.max(1, endNs - fromNs), 0, 1);
            progress.reached(done, part.rows(), instant(part.lastNs()));
        }
    }

    private static Path finished(HistoryQuery query, PartFile part, Path path, boolean gzip) throws IOException {
        boolean packed = gzip || Files.size(path) > PLAIN_BYTES_MAX;
        Path target = path.resolveSibling(query.fileStem() + '_' + day(part.firstNs()) + '_' + day(part.lastNs())
                + (packed ? ".csv.gz" : ".csv"));
        part.finish(target, packed);
        return target;
    }

    private static LocalDate day(long timeNs) {
        return LocalDate.ofEpochDay(Math.floorDiv(timeNs, DAY_NS));
    }

    private static long startNs(LocalDate day) {
        return Math.multiplyExact(day.toEpochSecond(LocalTime.MIDNIGHT, ZoneOffset.UTC), SECOND_NS);
    }

    private static Instant instant(long timeNs) {
        return Instant.ofEpochSecond(Math.floorDiv(timeNs, SECOND_NS));
    }
}
