package org.gradus.engine.testdata;

/// One bar of a real price history, as its file tells it.
public record RealBar(long startMs, double open, double high, double low, double close, double volume) {
}
