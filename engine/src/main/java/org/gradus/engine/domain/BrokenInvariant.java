package org.gradus.engine.domain;

/// Our own reasoning was wrong. Nobody catches this to carry on: the engine stops, and starts again from its journal.
public final class BrokenInvariant extends RuntimeException {

    BrokenInvariant(String message) {
        super(message);
    }
}
