package org.gradus.engine.runtime;

import org.agrona.DirectBuffer;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordCursor;
import org.gradus.engine.codec.sbe.CashFlowDecoder;
import org.gradus.engine.codec.sbe.CorporateActionDecoder;
import org.gradus.engine.codec.sbe.FeedBarDecoder;
import org.gradus.engine.codec.sbe.LateTradeDecoder;
import org.gradus.engine.codec.sbe.QuoteDecoder;
import org.gradus.engine.codec.sbe.TradeDecoder;
import org.gradus.engine.codec.sbe.TradingStatusDecoder;
import org.gradus.engine.message.TradingState;
import org.gradus.engine.sim.SimulatedMarket;
import org.gradus.engine.tape.TapeEvent;

/// Shows the simulated market what happens on the tape, or what happened on it before a restart. Owned by the
/// publishing thread.
final class MarketFeed {
    private final SimulatedMarket market;
    private final RecordCursor cursor = new RecordCursor();
    private final TradeDecoder trade = new TradeDecoder();
    private final LateTradeDecoder lateTrade = new LateTradeDecoder();
    private final QuoteDecoder quote = new QuoteDecoder();
    private final FeedBarDecoder bar = new FeedBarDecoder();
    private final CashFlowDecoder cashFlow = new CashFlowDecoder();
    private final CorporateActionDecoder action = new CorporateActionDecoder();
    private final TradingStatusDecoder trading = new TradingStatusDecoder();

    MarketFeed(SimulatedMarket market) {
        this.market = market;
    }

    void feed(TapeEvent event) {
        int instrumentId = event.instrumentId();
        switch (event.kind()) {
            case TRADE -> market.onTrade(instrumentId, event.timeNs(), event.price(), event.size());
            case QUOTE -> market.onQuote(instrumentId, event.timeNs(), event.bid(), event.bidSize(), event.ask(),
                    event.askSize());
            case BAR -> market.onBar(instrumentId, event.startNs(), event.timeNs(), event.open(), event.high(),
                    event.low(), event.close(), event.volume());
            case FAULT -> {
                // A refused row is no market event.
            }
        }
    }

    void relive(EventSlot slot) {
        cursor.wrap(slot.buffer(), 0);
        cursor.advance();
        DirectBuffer buffer = cursor.buffer();
        int body = cursor.body();
        int block = cursor.blockLength();
        int version = cursor.version();
        long timeNs = slot.timeNs();
        switch (cursor.templateId()) {
            case TradeDecoder.TEMPLATE_ID -> {
                trade.wrap(buffer, body, block, version);
                market.onTrade(trade.instrument(), timeNs, trade.price(), trade.size());
            }
            case LateTradeDecoder.TEMPLATE_ID -> {
                lateTrade.wrap(buffer, body, block, version);
                market.onTrade(lateTrade.instrument(), timeNs, lateTrade.price(), lateTrade.size());
            }
            case QuoteDecoder.TEMPLATE_ID -> {
                quote.wrap(buffer, body, block, version);
                market.onQuote(quote.instrument(), timeNs, quote.bid(), quote.bidSize(), quote.ask(), quote.askSize());
            }
            case FeedBarDecoder.TEMPLATE_ID -> {
                bar.wrap(buffer, body, block, version);
                market.onBar(bar.instrument(), bar.startNs(), timeNs, bar.open(), bar.high(), bar.low(), bar.close(),
                        bar.volume());
            }
            case CashFlowDecoder.TEMPLATE_ID ->
                market.onCashFlow(timeNs, cashFlow.wrap(buffer, body, block, version).amount());
            case CorporateActionDecoder.TEMPLATE_ID -> {
                action.wrap(buffer, body, block, version);
                market.onCorporateAction(action.instrument(), timeNs, action.ratio(), action.cash());
            }
            case TradingStatusDecoder.TEMPLATE_ID -> {
                trading.wrap(buffer, body, block, version);
                market.onTradingStatus(trading.instrument(), timeNs,
                        TradingState.of(trading.state()) == TradingState.OPEN);
            }
            default -> {
                // Not a market event.
            }
        }
    }
}
