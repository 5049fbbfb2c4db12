package org.gradus.adapters.venue.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A WebSocket client on a bare socket with little room, which reads only when it is told to.
final class DeafClient implements AutoCloseable {
    private static final int ROOM_BYTES = 4_096;
    private static final int PATIENCE_MS = 30_000;

    private final Socket socket = new Socket();

    DeafClient(URI address, String path) throws IOException {
        socket.setReceiveBufferSize(ROOM_BYTES);
        socket.setSoTimeout(PATIENCE_MS);
        socket.connect(new InetSocketAddress(InetAddress.getByName(address.getHost()), address.getPort()));
        socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: " + address.getAuthority()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n").getBytes(ISO_8859_1));
    }

    /// In one masked text frame; the mask is zero.
    void say(String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        byte[] frame = new byte[bytes.length + 6];
        frame[0] = (byte) 0x81;
        frame[1] = (byte) (0x80 | bytes.length);
        System.arraycopy(bytes, 0, frame, 6, bytes.length);
        socket.getOutputStream().write(frame);
    }

    /// Reads until this has come.
    void awaitText(String text) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder seen = new StringBuilder();
        while (seen.indexOf(text) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("it ended after " + seen);
            }
            seen.append((char) next);
        }
    }

    /// Says something again and again until the venue is gone. Reading would first drain what is on its way, which
    /// takes minutes through so little room.
    void awaitEnd() throws IOException {
        long untilNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
        while (System.nanoTime() - untilNs < 0) {
            try {
                say("{}");
            } catch (SocketException gone) {
                return;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        throw new IOException("the venue is still there");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
