package org.gradus.adapters.venue.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.gradus.adapters.venue.VenueJson;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessagePack;
import tools.jackson.databind.JsonNode;

/// A WebSocket client that keeps every frame until it is asked for.
public final class StreamClient extends WebSocketListener implements AutoCloseable {
    private static final long PATIENCE_S = 20;

    private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Response> handshake = new CompletableFuture<>();
    private final WebSocket socket;

    /// @param text  null for a binary frame, else its text; the end of the connection is a frame too
    record Frame(@Nullable String text, @Nullable ByteString binary, boolean end) {
    }

    StreamClient(OkHttpClient client, String url, String... headers) {
        Request.Builder request = new Request.Builder().url(url);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        socket = client.newWebSocket(request.build(), this);
    }

    public StreamClient say(String json) {
        socket.send(json);
        return this;
    }

    public StreamClient sayBinary(byte[] bytes) {
        socket.send(ByteString.of(bytes));
        return this;
    }

    /// The next message as JSON text, whichever frame it came in; `END` when the server has closed.
    public String next() {
        Frame frame = frame();
        if (frame.end) {
            return "END";
        }
        return frame.text != null ? frame.text : frame.binary.utf8();
    }

    JsonNode nextJson() {
        return VenueJson.read(next().getBytes(UTF_8));
    }

    /// The next message, which must be binary MessagePack, in that library's own JSON.
    public String nextPacked() {
        Frame frame = frame();
        try (var unpacker = MessagePack.newDefaultUnpacker(frame.binary.toByteArray())) {
            return unpacker.unpackValue().toJson();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Frame frame() {
        try {
            Frame frame = frames.poll(PATIENCE_S, TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("nothing came");
            }
            return frame;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /// What the server answered to the upgrade.
    Response handshake() {
        return handshake.orTimeout(PATIENCE_S, TimeUnit.SECONDS).join();
    }

    @Override
    public void onOpen(WebSocket webSocket, Response response) {
        handshake.complete(response);
    }

    @Override
    public void onMessage(WebSocket webSocket, String text) {
        frames.add(new Frame(text, null, false));
    }

    @Override
    public void onMessage(WebSocket webSocket, ByteString bytes) {
        frames.add(new Frame(null, bytes, false));
    }

    @Override
    public void onClosing(WebSocket webSocket, int code, String reason) {
        webSocket.close(code, reason);
        frames.add(new Frame(null, null, true));
    }

    @Override
    public void onFailure(WebSocket webSocket, Throwable failure, @Nullable Response response) {
        frames.add(new Frame(null, null, true));
    }

    @Override
    public void close() {
        socket.cancel();
    }
}
