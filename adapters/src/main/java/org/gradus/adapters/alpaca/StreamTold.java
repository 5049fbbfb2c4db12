package org.gradus.adapters.alpaca;

import java.util.function.Consumer;
import org.gradus.adapters.wire.StreamWatch;
import org.gradus.engine.ingress.VenueFeed;
import org.gradus.engine.message.VenueDownReason;

/// Tells the engine whether a stream is up, and people why.
class StreamTold implements StreamWatch {
    private final String name;
    private final Consumer<String> notes;
    private final VenueFeed.State state;
    /// Of its attempts to come back only what is news is told.
    private volatile String toldDown = "";

    StreamTold(String name, Consumer<String> notes, VenueFeed.State state) {
        this.name = name;
        this.notes = notes;
        this.state = state;
    }

    @Override
    public void up() {
        toldDown = "";
        notes.accept(name + " up");
        state.up();
    }

    @Override
    public void down(VenueDownReason reason, String detail) {
        toldDown = detail;
        notes.accept(name + " down, " + reason.label() + ": " + detail);
        state.down(reason);
    }

    @Override
    public void ended(String why) {
        notes.accept(name + " given up: " + why + "; nothing is entered until the run is started anew");
        state.down(VenueDownReason.STREAM_DROPPED);
    }

    @Override
    public void note(String what) {
        if (!what.equals(toldDown)) {
            toldDown = toldDown.isEmpty() ? "" : what;
            notes.accept(name + ": " + what);
        }
    }
}
