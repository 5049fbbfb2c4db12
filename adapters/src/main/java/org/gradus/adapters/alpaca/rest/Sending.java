package org.gradus.adapters.alpaca.rest;

import okhttp3.Call;
import okhttp3.EventListener;

/// Remembers of a call whether a byte of the request may have left. One for each request, put on it as a tag.
public final class Sending {
    private volatile boolean begun;

    /// Until then the venue cannot have seen anything of it.
    boolean begun() {
        return begun;
    }

    /// Belongs to the HTTP client.
    public static EventListener watch() {
        return new EventListener() {
            @Override
            public void requestHeadersStart(Call call) {
                Sending sending = call.request().tag(Sending.class);
                if (sending != null) {
                    sending.begun = true;
                }
            }
        };
    }
}
