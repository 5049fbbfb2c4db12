package org.gradus.adapters.wire;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okio.Buffer;

/// The one way to make an HTTP client. It follows no redirect, since keys are headers and would follow too, and repeats
/// nothing by itself, since an order sent twice is two orders.
public final class WireHttp {
    /// How long things may take.
    ///
    /// @param call a whole request with its answer
    /// @param ping how often an open stream is asked for a sign of life, and how long that may take
    public record Times(Duration connect, Duration read, Duration call, Duration ping) {
        public static final Times USUAL = new Times(Duration.ofSeconds(3), Duration.ofSeconds(5),
                Duration.ofSeconds(8), Duration.ofSeconds(10));
    }

    private WireHttp() {
    }

    /// @param events sees what each call has done so far
    public static OkHttpClient client(Times times, EventListener events) {
        return new OkHttpClient.Builder()
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .fastFallback(false)
                .connectTimeout(times.connect())
                .readTimeout(times.read())
                .writeTimeout(times.read())
                .callTimeout(times.call())
                .pingInterval(times.ping())
                .eventListener(events)
                .build();
    }

    /// An answer without an end is none.
    public static byte[] body(Response response, long bytesMax) throws IOException {
        Buffer kept = new Buffer();
        while (kept.size() < bytesMax) {
            if (response.body().source().read(kept, 1 << 16) < 0) {
                return kept.readByteArray();
            }
        }
        throw new IOException("an answer of more than " + bytesMax + " bytes");
    }

    /// Ends its threads and connections.
    public static void close(OkHttpClient client) {
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
        try {
            client.dispatcher().executorService().awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
