package org.gradus.adapters.alpaca.data;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.gradus.adapters.wire.WireTimes;

/// Serves rows between `start` and `end` in pages of a few, as the venue does, and can break off.
final class HistoryVenue extends Dispatcher {
    private final String word;
    private final String symbol;
    private final int pageSize;
    private final List<String> rows;
    private final List<Long> timesNs = new ArrayList<>();
    final List<String> targets = new ArrayList<>();
    final List<String> keys = new ArrayList<>();
    /// Requests that are answered before the rest fail.
    final AtomicInteger goodRequests = new AtomicInteger(Integer.MAX_VALUE);

    /// @param rows JSON objects in the order of time
    HistoryVenue(String word, String symbol, int pageSize, List<String> rows) {
        this.word = word;
        this.symbol = symbol;
        this.pageSize = pageSize;
        this.rows = rows;
        rows.forEach(row -> timesNs.add(WireTimes.parseNs(row.replaceAll(".*\"t\":\"([^\"]*)\".*", "$1"))));
    }

    @Override
    public synchronized MockResponse dispatch(RecordedRequest request) {
        HttpUrl url = request.getUrl();
        targets.add(request.getTarget());
        keys.add(String.valueOf(request.getHeaders().get("APCA-API-KEY-ID")));
        if (goodRequests.getAndDecrement() <= 0) {
            return new MockResponse.Builder().code(503).body("<html>").build();
        }
        long startNs = WireTimes.parseNs(url.queryParameter("start"));
        long endNs = WireTimes.parseNs(url.queryParameter("end"));
        List<String> within = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (timesNs.get(i) >= startNs && timesNs.get(i) <= endNs) {
                within.add(rows.get(i));
            }
        }
        String token = url.queryParameter("page_token");
        int from = token == null ? 0 : Integer.parseInt(token);
        int to = Math.min(within.size(), from + pageSize);
        String next = to < within.size() ? "\"" + to + "\"" : "null";
        String page = within.isEmpty() ? "{}"
                : "{\"" + symbol + "\":[" + String.join(",", within.subList(from, to)) + "]}";
        return new MockResponse.Builder().code(200)
                .body("{\"" + word + "\":" + page + ",\"next_page_token\":" + next + "}").build();
    }
}
