package org.gradus.adapters.venue.market;

import java.math.BigDecimal;
import org.gradus.adapters.venue.MarketListener.Quote;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.tape.MergedTape;
import org.gradus.engine.tape.TapeEvent;

/// Turns rows of the tapes into what happens in the market. Owned by one thread at a time.
final class TapePlayer implements AutoCloseable {
    private final Reel reel;
    private final Market market;
    private final long shiftNs;
    private final MergedTape tape;
    private boolean more;

    TapePlayer(Reel reel, Market market, long shiftNs) {
        this.reel = reel;
        this.market = market;
        this.shiftNs = shiftNs;
        tape = reel.open();
        more = tape.advance();
    }

    /// Plays the bars of earlier times into what is remembered, up to a time; nothing else is looked at.
    static void remember(Reel reel, Market market, long shiftNs, long untilNs) {
        try (TapePlayer player = new TapePlayer(reel, market, shiftNs)) {
            for (; player.more && player.dueNs() <= untilNs; player.more = player.tape.advance()) {
                TapeEvent event = player.tape.event();
                if (event.kind() == TapeEvent.Kind.BAR) {
                    market.pastBar(reel.symbol(event.instrumentId()), player.candle(event), event.timeframe().nanos());
                }
            }
        }
    }

    boolean more() {
        return more;
    }

    /// When the next row happens, by the venue's clock.
    long dueNs() {
        return tape.event().timeNs() + shiftNs;
    }

    void play() {
        TapeEvent event = tape.event();
        String symbol = reel.symbol(event.instrumentId());
        switch (event.kind()) {
            case TRADE -> trade(symbol, event);
            case QUOTE -> market.quote(quote(symbol, event));
            case BAR -> bar(symbol, event);
            case FAULT -> {
                // A row that cannot be believed did not happen.
            }
        }
        more = tape.advance();
    }

    private void trade(String symbol, TapeEvent event) {
        BigDecimal price = price(event.price());
        BigDecimal size = size(event.size(), event);
        char taker = event.aggressor() == TapeEvent.AGGRESSOR_SELL ? 'S' : 'B';
        if (reel.holds(symbol, TapeEvent.Kind.QUOTE)) {
            market.print(symbol, price, size, taker, dueNs());
        } else {
            market.printAndQuote(symbol, price, size, taker, dueNs());
        }
    }

    private Quote quote(String symbol, TapeEvent event) {
        return new Quote(symbol, price(event.bid()), size(event.bidSize(), event), price(event.ask()),
                size(event.askSize(), event), dueNs());
    }

    private void bar(String symbol, TapeEvent event) {
        boolean ticks = reel.holds(symbol, TapeEvent.Kind.QUOTE) || reel.holds(symbol, TapeEvent.Kind.TRADE);
        if (ticks) {
            market.pastBar(symbol, candle(event), event.timeframe().nanos());
        } else {
            market.bar(symbol, candle(event), event.timeframe().nanos());
        }
    }

    /// A tape of bars tells neither the number of trades nor their average price: one trade, at the typical price.
    private Candle candle(TapeEvent event) {
        BigDecimal volume = size(event.volume(), event);
        BigDecimal typical = price((event.high() + event.low() + event.close()) / 3);
        return new Candle(event.startNs() + shiftNs, event.endNs() + shiftNs, price(event.open()), price(event.high()),
                price(event.low()), price(event.close()), volume, typical.multiply(volume),
                volume.signum() == 0 ? 0 : 1);
    }

    private static BigDecimal price(long scaled) {
        return BigDecimal.valueOf(scaled, FixedPoint.DECIMALS).stripTrailingZeros();
    }

    private BigDecimal size(long scaled, TapeEvent event) {
        return BigDecimal.valueOf(scaled, reel.sizeDecimals(event.instrumentId())).stripTrailingZeros();
    }

    @Override
    public void close() {
        tape.close();
    }
}
