package org.gradus.adapters.alpaca.data;

/// History that could not be had or kept. What was had stays in the part file, and another attempt goes on from there.
public final class HistoryFailed extends RuntimeException {
    HistoryFailed(String what) {
        super(what);
    }

    HistoryFailed(String what, Throwable cause) {
        super(what + ": " + cause.getMessage(), cause);
    }
}
