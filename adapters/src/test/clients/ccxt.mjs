import ccxt from "ccxt";
import { address, end, expectation, keyId, secret, step, stream } from "./steps.mjs";

const alpaca = new ccxt.pro.alpaca({ apiKey: keyId, secret, enableRateLimit: false });
alpaca.urls.api = { broker: address, trader: address, market: address, ws: { crypto: `${stream}/v1beta2/crypto`, trading: `${stream}/stream` } };

// What its own message asks for before a WebSocket without TLS.
await alpaca.loadHttpProxyAgent();
await step("time", async () => Math.abs((await alpaca.fetchTime()) - Date.now()) < 60 * 60e3);
await step("markets", async () => {
    await alpaca.loadMarkets();
    const market = alpaca.market("BTC/USD");
    return [market.id, market.active, market.precision.price];
});
await step("balance", async () => (await alpaca.fetchBalance()).USD.free > 0);
await step("bars", async () => (await alpaca.fetchOHLCV("BTC/USD", "1h", Date.now() - 20 * 3600e3, 5)).length);
await step("ticker", async () => typeof (await alpaca.fetchTicker("BTC/USD")).last);
await step("trades", async () => (await alpaca.fetchTrades("BTC/USD", Date.now() - 3600e3, 5)).length);
await step("orderbook", async () => (await alpaca.fetchOrderBook("BTC/USD")).bids.length);
const listening = expectation("connection of the order stream");
const subscribed = alpaca.handleSubscription;
alpaca.handleSubscription = function (...told) {
    listening.keep();
    return subscribed.apply(this, told);
};
const watched = alpaca.watchOrders("BTC/USD");
watched.catch(() => {});
await listening.kept;
await step("market order", async () => {
    const order = await alpaca.createOrder("BTC/USD", "market", "buy", 0.5);
    const update = (await watched)[0];
    return [order.symbol, update.symbol, update.id === order.id];
});
await step("resting order", async () => {
    const order = await alpaca.createOrder("BTC/USD", "limit", "buy", 0.1, 200);
    const open = await alpaca.fetchOpenOrders("BTC/USD");
    await alpaca.cancelOrder(order.id, "BTC/USD");
    return [open.length, (await alpaca.fetchOrder(order.id, "BTC/USD")).status];
});
await step("refusal", async () => {
    try {
        await alpaca.createOrder("BTC/USD", "limit", "buy", 0.0001, 200);
    } catch (refused) {
        return refused.constructor.name;
    }
    return "accepted";
});
await step("my trades", async () => (await alpaca.fetchMyTrades("BTC/USD")).length > 0);
await step("watched ticker", async () => typeof (await alpaca.watchTicker("BTC/USD")).bid);
await step("watched trade", async () => (await alpaca.watchTrades("BTC/USD"))[0].symbol);
await step("tickers", async () => Object.keys(await alpaca.fetchTickers(["BTC/USD"])));
await step("watched bar", async () => (await alpaca.watchOHLCV("BTC/USD"))[0].length);
await step("watched orderbook", async () => (await alpaca.watchOrderBook("BTC/USD")).bids.length > 0);
end();
