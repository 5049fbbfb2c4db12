package org.gradus.adapters.acceptance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.egress.OrderCommand;
import org.gradus.engine.message.Input;

/// A gateway and the venue behind it, as the cards drive them. One object lives for one card.
interface GatewayUnderTest extends AutoCloseable {
    /// When every card begins: a Tuesday, half an hour after New York opened.
    Instant START = Instant.parse("2026-03-03T15:00:00Z");

    /// What happens to the next order on its way.
    enum Loss { ANSWER, REQUEST }

    /// @param holdings by symbol, scaled 1e-9
    void begin(long cash, Map<String, Long> holdings);

    void quote(String symbol, long bid, long ask, long size);

    /// Hands over a command; `decidedNs` is set by how long ago it was decided.
    void send(OrderCommand command, long agoNs);

    void timePasses(long untilNs);

    long nowNs();

    void riskState(RiskState state);

    void loseNext(Loss loss);

    void streamDown(boolean down);

    void restart();

    /// Lets everything settle that was begun: orders meet the market as it stands, reports arrive.
    ///
    /// @param expected how many events are expected, so that a gateway behind a network knows how long to wait
    /// @return what was told of our orders since the last call, in the words of the cards; once an answer or a request
    ///         was lost, without what [Words#inBetween] speaks of
    List<String> settle(int expected);

    /// The venue's own view, in the words of the cards.
    String books();

    /// Reports about our orders since the last call, as the engine would get them.
    List<Input> takeReports();

    /// The hours of stocks, as the engine would be told now.
    Input.TradingStatus hours();

    /// The exchange stops trading in a stock, or lets it go on.
    ///
    /// @return what the engine would be told
    Input.TradingStatus trading(String symbol, boolean goesOn);

    /// So many shares more, without a trade and for nothing; of a stock that is not traded here too.
    void receives(String symbol, long quantity);

    /// A comparison of the books, as the engine would get it.
    List<Input> reconciliation();

    @Override
    void close();
}
