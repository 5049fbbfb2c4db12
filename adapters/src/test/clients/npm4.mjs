import { Alpaca } from "alpaca4";
import { address, end, expectation, keyId, secret, step, stream } from "./steps.mjs";

const local = (url, init) => fetch(String(url).replace(/^https:\/\/[^/]+/, address), init);
const alpaca = new Alpaca({ keyId, secret, fetchApi: local, rateLimit: false, retry: false });

await step("account", async () => {
    const account = await alpaca.trading.account.getAccount();
    return [account.status, account.currency, typeof account.cash];
});
await step("asset", async () => (await alpaca.trading.assets.getV2AssetsSymbolOrAssetId({ symbolOrAssetId: "BTC/USD" })).symbol);
await step("clock", async () => typeof (await alpaca.trading.clock.legacyClock()).isOpen);
await step("clocks", async () => (await alpaca.trading.clock.clock({ markets: "NYSE,LSE" })).clocks.map((each) => each.market.mic));
await step("watchlist", async () => {
    const list = await alpaca.trading.watchlists.postWatchlist({ createWatchlistRequest: { name: "n4", symbols: ["BTC/USD", "AAPL"] } });
    const shorter = await alpaca.trading.watchlists.removeAssetFromWatchlist({ watchlistId: list.id, symbol: "BTC/USD" });
    await alpaca.trading.watchlists.deleteWatchlistByName({ name: "n4" });
    return shorter.assets.map((each) => each.symbol);
});
await step("bars", async () => {
    // Up to the venue's present there would be one more now and then: its clock runs fast.
    const [start, end] = [20, 10].map((hours) => new Date(Date.now() - hours * 3600e3));
    const bars = await alpaca.marketData.getCryptoBars({ loc: "us", symbols: "BTC/USD", timeframe: "1Hour", limit: 5, start, end });
    const list = bars instanceof Map ? bars.get("BTC/USD") : bars["BTC/USD"];
    return list.length;
});
await step("snapshot", async () => Object.keys((await alpaca.marketData.crypto.cryptoSnapshots({ loc: "us", symbols: "BTC/USD" })).snapshots["BTC/USD"]).sort());
await step("latest bar", async () => typeof (await alpaca.marketData.crypto.cryptoLatestBars({ loc: "us", symbols: "BTC/USD" })).bars["BTC/USD"].vw);
await step("exchanges", async () => (await alpaca.marketData.stocks.stockMetaExchanges()).V);
await step("orderbook", async () => (await alpaca.marketData.crypto.cryptoLatestOrderbooks({ loc: "us", symbols: "BTC/USD" })).orderbooks["BTC/USD"].b.length);

const updates = alpaca.trading.stream({ url: `${stream}/stream` });
const events = [];
const listening = expectation("connection of the order stream");
const filled = expectation("fill");
const canceled = expectation("cancel");
updates.onTradeUpdate((update) => {
    events.push(update.event);
    if (update.event === "fill") filled.keep(update);
    if (update.event === "canceled") canceled.keep(update);
});
updates.on("subscription", () => listening.keep());
updates.onConnect(() => updates.subscribeTradeUpdates());
updates.connect();
await listening.kept;
await step("market order", async () => {
    const order = await alpaca.trading.orders.market({ symbol: "BTC/USD", qty: "0.5", side: "buy", timeInForce: "gtc", clientOrderId: `n4-${Date.now()}` });
    const update = await filled.kept;
    return [order.status, update.event, update.order.symbol];
});
await step("position", async () => (await alpaca.trading.positions.getAllOpenPositions()).map((each) => each.symbol));
await step("one position", async () => (await alpaca.trading.positions.getOpenPosition({ symbolOrAssetId: "BTCUSD" })).symbol);
await step("resting order", async () => {
    const order = await alpaca.trading.orders.limit({ symbol: "BTC/USD", qty: "0.1", side: "buy", limitPrice: "200", timeInForce: "gtc" });
    const open = await alpaca.trading.orders.getAllOrders({ status: "open" });
    await alpaca.trading.orders.deleteOrderByOrderID({ orderId: order.id });
    const update = await canceled.kept;
    return [open.length, update.order.id === order.id];
});
await step("refusal", async () => {
    try {
        await alpaca.trading.orders.limit({ symbol: "BTC/USD", qty: "0.1", side: "buy", limitPrice: "200", timeInForce: "day" });
    } catch (refused) {
        return [refused.status, refused.code];
    }
    return "accepted";
});
await step("close all", async () => {
    const closed = await alpaca.trading.positions.deleteAllOpenPositions({ cancelOrders: true });
    return closed.map((each) => each.status);
});

const data = alpaca.marketData.cryptoStream({ url: `${stream}/v1beta3/crypto/us` });
const quote = expectation("quote");
const trade = expectation("trade");
data.onQuote?.((each) => quote.keep(each));
data.onTrade?.((each) => trade.keep(each));
data.onConnect(() => {
    data.subscribeForQuotes(["BTC/USD"]);
    data.subscribeForTrades(["BTC/USD"]);
});
data.connect();
await step("quote", async () => {
    const heard = await quote.kept;
    return [heard.symbol, typeof heard.bidPrice];
});
await step("trade", async () => {
    const heard = await trade.kept;
    return [heard.symbol, typeof heard.price];
});
const test = alpaca.marketData.stockStream({ url: `${stream}/v2/test` });
const fake = expectation("FAKEPACA");
test.onTrade((each) => fake.keep(each));
test.onConnect(() => test.subscribeForTrades(["FAKEPACA"]));
test.connect();
await step("test stream", async () => (await fake.kept).symbol);
end();
