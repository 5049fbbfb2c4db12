package org.gradus.adapters.alpaca;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.TradingReason;
import org.gradus.engine.message.TradingState;
import org.gradus.engine.message.VenueDownReason;
import org.junit.jupiter.api.Test;

/// What a market stream's feed tells the engine of halts.
class HaltedStockTest {
    private static final Instrument APPLE = new Instrument(4, "AAPL", AssetClass.STOCK, "AAPL", "USD", 1, 1, 0,
            Long.MAX_VALUE / FixedPoint.ONE, 0);

    private final Heard heard = new Heard();
    private final AlpacaMarketFeed.Told told = new AlpacaMarketFeed.Told("stocks", heard::note, heard, heard);

    private static Input.TradingStatus status(TradingState state, TradingReason reason, String words) {
        return new Input.TradingStatus(4, state, reason, 0, 0, words);
    }

    @Test
    void aHaltAndItsEndAreToldOnce() {
        told.trading(APPLE, false, "T Trading Resumption", 1);
        told.trading(APPLE, true, "H Trading Halt", 2);
        told.trading(APPLE, true, "P Volatility Trading Pause", 3);
        told.trading(APPLE, false, "T Trading Resumption", 4);
        assertEquals(List.of(status(TradingState.HALTED, TradingReason.EXCHANGE, "H Trading Halt"),
                status(TradingState.OPEN, TradingReason.EXCHANGE, "T Trading Resumption")), heard.all());
    }

    @Test
    void behindALineThatWasDownNoHaltIsBelieved() {
        told.up();
        told.trading(APPLE, true, "H Trading Halt", 2);
        told.down(VenueDownReason.STREAM_DROPPED, "gone");
        told.note("gone");
        told.up();
        assertEquals(List.of("stocks up", "up", status(TradingState.HALTED, TradingReason.EXCHANGE, "H Trading Halt"),
                "stocks down, stream-dropped: gone", VenueDownReason.STREAM_DROPPED,
                status(TradingState.OPEN, TradingReason.LINE_LOST, ""), "stocks up", "up"), heard.all());
    }
}
