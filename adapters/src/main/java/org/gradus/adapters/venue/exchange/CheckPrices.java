package org.gradus.adapters.venue.exchange;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What an order is taken to cost per unit before it trades, and the price that a stop turns into a limit at. Guarded
/// by the lock of [Exchange].
final class CheckPrices {
    private static final BigDecimal SHORT_MARGIN = new BigDecimal("1.03");
    private static final BigDecimal FIFTY = BigDecimal.valueOf(50);
    private static final BigDecimal CHEAP_COLLAR = new BigDecimal("1.04");
    private static final BigDecimal DEAR_COLLAR = new BigDecimal("1.025");

    private final Tickers tickers;
    private final Sessions sessions;

    CheckPrices(Tickers tickers, Sessions sessions) {
        this.tickers = tickers;
        this.sessions = sessions;
    }

    /// Zero while nothing is known.
    BigDecimal of(OrderRequest request, boolean opensShort, long nowNs) {
        BigDecimal market = Objects.requireNonNullElse(market(request, nowNs), BigDecimal.ZERO);
        OrderRequest.Prices prices = request.prices();
        if (opensShort && request.type().limited()) {
            return Objects.requireNonNull(prices.limit()).max(market.multiply(SHORT_MARGIN));
        }
        if (prices.limit() != null) {
            return prices.limit();
        }
        if (prices.stop() != null) {
            return request.side() == Side.BUY ? collar(prices.stop()) : prices.stop();
        }
        return opensShort ? market.multiply(SHORT_MARGIN) : market;
    }

    /// A buy stop is a stop-limit a little above its stop.
    static BigDecimal collar(BigDecimal stop) {
        return stop.multiply(stop.compareTo(FIFTY) < 0 ? CHEAP_COLLAR : DEAR_COLLAR);
    }

    /// The far side of the quote in the core session, its middle around it, the last price at night.
    private @Nullable BigDecimal market(OrderRequest request, long nowNs) {
        Ticker ticker = tickers.of(request.asset());
        if (request.asset().crypto() || sessions.core(nowNs)) {
            return ticker.farSide(request.side());
        }
        return sessions.extended(nowNs) ? ticker.middle() : ticker.price();
    }
}
