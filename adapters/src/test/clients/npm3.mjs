import Alpaca from "alpaca3";
import { address, end, expectation, keyId, secret, step, stream } from "./steps.mjs";

const alpaca = new Alpaca({ keyId, secretKey: secret, paper: true, baseUrl: address, dataBaseUrl: address, dataStreamUrl: stream });

await step("account", async () => {
    const account = await alpaca.getAccount();
    return [account.status, account.currency, typeof account.cash];
});
await step("asset", async () => (await alpaca.getAsset("BTC/USD")).symbol);
await step("clock", async () => typeof (await alpaca.getClock()).is_open);
await step("watchlist", async () => {
    const list = await alpaca.addWatchlist("n3", ["BTC/USD"]);
    const longer = await alpaca.addToWatchlist(list.id, "AAPL");
    await alpaca.deleteWatchlist(list.id);
    return longer.assets.map((each) => each.symbol);
});
await step("bars", async () => {
    const start = new Date(Date.now() - 20 * 3600e3).toISOString();
    return (await alpaca.getCryptoBars(["BTC/USD"], { start, timeframe: "1Hour", limit: 5 })).get("BTC/USD").length;
});
await step("snapshot", async () => {
    const snapshot = (await alpaca.getCryptoSnapshots(["BTC/USD"])).get("BTC/USD");
    return [typeof snapshot.LatestTrade.Price, typeof snapshot.DailyBar.Close, typeof snapshot.PrevDailyBar.Close];
});
await step("orderbook", async () => (await alpaca.getCryptoOrderbooks(["BTC/USD"])).get("BTC/USD").Bids.length);

const listening = expectation("connection of the order stream");
const filled = expectation("fill");
const canceled = expectation("cancel");
const updates = alpaca.trade_ws;
updates.onConnect(() => {
    // The client only logs that it is listened to.
    updates.conn.on("message", (data) => {
        if (JSON.parse(data).stream === "listening") listening.keep();
    });
    updates.subscribe(["trade_updates"]);
});
updates.onOrderUpdate((update) => {
    if (update.event === "fill") filled.keep(update);
    if (update.event === "canceled") canceled.keep(update);
});
updates.connect();
await listening.kept;
await step("market order", async () => {
    const order = await alpaca.createOrder({ symbol: "BTC/USD", qty: 0.5, side: "buy", type: "market", time_in_force: "gtc" });
    const update = await filled.kept;
    return [order.status, update.event, update.order.symbol];
});
await step("position", async () => (await alpaca.getPositions()).map((each) => each.symbol));
await step("one position", async () => (await alpaca.getPosition("BTC/USD")).symbol);
await step("resting order", async () => {
    const order = await alpaca.createOrder({ symbol: "BTC/USD", qty: 0.1, side: "buy", type: "limit", limit_price: 200, time_in_force: "gtc" });
    const open = await alpaca.getOrders({ status: "open" });
    await alpaca.cancelOrder(order.id);
    const update = await canceled.kept;
    return [open.length, update.order.id === order.id];
});
await step("refusal", async () => {
    try {
        await alpaca.createOrder({ symbol: "BTC/USD", qty: 0.1, side: "buy", type: "limit", limit_price: 200, time_in_force: "day" });
    } catch (refused) {
        return [refused.response.status, refused.response.data.code];
    }
    return "accepted";
});
await step("close all", async () => (await alpaca.closeAllPositions()).map((each) => each.status));

const data = alpaca.crypto_stream_v1beta3;
const quote = expectation("quote");
const trade = expectation("trade");
data.onConnect(() => {
    data.subscribeForQuotes(["BTC/USD"]);
    data.subscribeForTrades(["BTC/USD"]);
});
data.onCryptoQuote((each) => quote.keep(each));
data.onCryptoTrade((each) => trade.keep(each));
data.connect();
// It insists on TLS in the URL it makes for itself; the URL may be set.
const stocks = alpaca.data_stream_v2;
stocks.session.url = `${stream}/v2/test`;
const fake = expectation("FAKEPACA");
stocks.onConnect(() => stocks.subscribeForTrades(["FAKEPACA"]));
stocks.onStockTrade((each) => fake.keep(each));
stocks.connect();
await step("quote", async () => {
    const heard = await quote.kept;
    return [typeof heard.BidPrice, heard.Timestamp instanceof Date];
});
await step("trade", async () => {
    const heard = await trade.kept;
    return [heard.Symbol, typeof heard.Price];
});
await step("test stream", async () => (await fake.kept).Symbol);
end();
