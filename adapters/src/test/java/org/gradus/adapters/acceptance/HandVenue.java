package org.gradus.adapters.acceptance;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.gradus.adapters.venue.AccountKey;
import org.gradus.adapters.venue.Call;
import org.gradus.adapters.venue.DataPlan;
import org.gradus.adapters.venue.Keys;
import org.gradus.adapters.venue.MarketListener.Quote;
import org.gradus.adapters.venue.Reply;
import org.gradus.adapters.venue.TradingApi;
import org.gradus.adapters.venue.VenueJson;
import org.gradus.adapters.venue.data.DataEndpoints;
import org.gradus.adapters.venue.exchange.Exchange;
import org.gradus.adapters.venue.exchange.VenueRules;
import org.gradus.adapters.venue.fault.Faults;
import org.gradus.adapters.venue.market.MadeQuotes;
import org.gradus.adapters.venue.market.MarketClock;
import org.gradus.adapters.venue.server.VenueServer;
import org.gradus.adapters.venue.stream.OrderStream;
import org.gradus.adapters.venue.stream.StreamRules;
import org.gradus.adapters.venue.stream.Timers;
import org.gradus.adapters.venue.trading.TradingEndpoints;
import org.gradus.adapters.venue.trading.UpdateJson;

/// Our venue on a port of its own, its clock and market moved by hand.
final class HandVenue implements AutoCloseable {
    static final String KEY = "PKACCEPTANCE";
    static final String SECRET = "acceptance-secret";

    private final AtomicLong elapsedNs = new AtomicLong();
    private final MarketClock clock;
    private final Timers timers = new Timers();
    private final Faults faults = Faults.none();
    private final org.gradus.adapters.venue.market.Market market =
        new org.gradus.adapters.venue.market.Market(MadeQuotes.USUAL);
    private final OrderStream orders;
    private final Keys keys = new Keys(List.of(new AccountKey(KEY, SECRET)));
    private Exchange exchange;
    private TradingApi trading;
    private VenueServer server;
    private volatile GatewayUnderTest.Loss loss;
    private boolean losing;

    HandVenue(long startNs) {
        clock = new MarketClock(elapsedNs::get, startNs, 1);
        orders = new OrderStream(keys, StreamRules.USUAL, timers, faults);
    }

    /// Opens the one account, and the venue with it.
    void endow(BigDecimal cash, Map<String, Long> holdings) {
        VenueRules rules = VenueRules.paper(1)
            .with(new VenueRules.Accounts(cash, 1))
            .with(new VenueRules.Matching(VenueRules.Model.PESSIMISTIC, BigDecimal.ZERO));
        exchange = new Exchange(clock, rules, new UpdateJson(), orders);
        holdings.forEach((symbol, quantity) -> exchange.receive(KEY, symbol, BigDecimal.valueOf(quantity, 9),
            BigDecimal.ONE));
        market.listen(exchange);
        trading = new TradingEndpoints(exchange);
        trading.handle(new Call("PATCH", "/v2/account/configurations", Map.of(), "{\"no_shorting\":true}", KEY));
        server = new VenueServer(new VenueServer.Parts(keys, losing(trading),
            new DataEndpoints(market, clock, DataPlan.PLUS), orders, Map.of(), faults, timers), 0, 1, _ -> { });
        server.start(0);
    }

    /// A call that throws is answered with 500: what it did before stays done.
    private TradingApi losing(TradingApi api) {
        return call -> {
            if (loss == null || !call.method().equals("POST")) {
                return api.handle(call);
            }
            return lose(api, call);
        };
    }

    private Reply lose(TradingApi api, Call call) {
        GatewayUnderTest.Loss what = loss;
        loss = null;
        if (what == GatewayUnderTest.Loss.ANSWER) {
            api.handle(call);
        }
        throw new IllegalStateException("this answer is lost");
    }

    void loseNext(GatewayUnderTest.Loss what) {
        loss = what;
        losing = true;
    }

    boolean losing() {
        return losing;
    }

    URI address() {
        return server.address();
    }

    long nowNs() {
        return clock.nowNs();
    }

    void pass(long forNs) {
        elapsedNs.addAndGet(forNs);
        market.time(clock.nowNs());
    }

    void quote(String symbol, long bid, long ask, long size) {
        BigDecimal shown = BigDecimal.valueOf(size, 9);
        market.quote(new Quote(symbol, BigDecimal.valueOf(bid, 9), shown, BigDecimal.valueOf(ask, 9), shown, nowNs()));
    }

    void receives(String symbol, long quantity) {
        // As behind a split, nothing that was ordered for the old shares stays.
        trading.handle(new Call("DELETE", "/v2/orders", Map.of(), "", KEY));
        exchange.receive(KEY, symbol, BigDecimal.valueOf(quantity, 9), BigDecimal.ZERO);
    }

    /// Says what no client can read on the order stream: who hears it has heard all before.
    void mark() {
        orders.onUpdate(KEY, VenueJson.object());
    }

    void requote() {
        market.requote(nowNs());
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        timers.close();
    }
}
