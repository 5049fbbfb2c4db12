package org.gradus.adapters.tape;

/// Gives the end of a bar from its start: a tape's `BarClose`, made ready to be asked for each row.
sealed interface BarEnd {
    long endNs(long startNs);

    /// Bars as long as their timeframe, on the grid or off it.
    record AfterInterval(long intervalNs) implements BarEnd {
        @Override
        public long endNs(long startNs) {
            return startNs + intervalNs;
        }
    }

    /// Daily bars of a New York session.
    final class AtNewYorkClose implements BarEnd {
        private final NewYorkSession session = new NewYorkSession();

        @Override
        public long endNs(long startNs) {
            return session.nextCloseNs(startNs);
        }
    }
}
