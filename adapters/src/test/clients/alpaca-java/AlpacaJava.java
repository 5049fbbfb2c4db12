import java.net.URI;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import net.jacobpeterson.alpaca.AlpacaAPI;
import net.jacobpeterson.alpaca.model.endpoint.marketdata.common.historical.bar.enums.BarTimePeriod;
import net.jacobpeterson.alpaca.model.endpoint.marketdata.common.realtime.enums.MarketDataMessageType;
import net.jacobpeterson.alpaca.model.endpoint.orders.Order;
import net.jacobpeterson.alpaca.model.endpoint.orders.enums.CurrentOrderStatus;
import net.jacobpeterson.alpaca.model.endpoint.orders.enums.OrderSide;
import net.jacobpeterson.alpaca.model.endpoint.orders.enums.OrderTimeInForce;
import net.jacobpeterson.alpaca.model.endpoint.orders.enums.OrderType;
import net.jacobpeterson.alpaca.model.endpoint.streaming.enums.StreamingMessageType;
import net.jacobpeterson.alpaca.model.endpoint.streaming.trade.TradeUpdateMessage;
import net.jacobpeterson.alpaca.model.properties.DataAPIType;
import net.jacobpeterson.alpaca.model.properties.EndpointAPIType;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/// The client `net.jacobpeterson:alpaca-java` as it is, sent to the venue. Each step prints one line.
class AlpacaJava {
    private static final URI ADDRESS = URI.create(System.getenv("VENUE_ADDRESS"));
    private static final List<String> BTC = List.of("BTC/USD");
    private final BlockingQueue<String> updates = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> data = new LinkedBlockingQueue<>();
    private final AlpacaAPI alpaca;

    AlpacaJava() {
        // The hosts are written into the client; an interceptor of okhttp's sends them elsewhere.
        OkHttpClient client = new OkHttpClient.Builder().addInterceptor(chain -> {
            HttpUrl here = chain.request().url().newBuilder().scheme("http").host(ADDRESS.getHost())
                    .port(ADDRESS.getPort()).build();
            return chain.proceed(chain.request().newBuilder().url(here).build());
        }).build();
        alpaca = new AlpacaAPI(client, System.getenv("VENUE_KEY"), System.getenv("VENUE_SECRET"), null,
                EndpointAPIType.PAPER, DataAPIType.IEX);
    }

    public static void main(String[] arguments) {
        AlpacaJava client = new AlpacaJava();
        client.rest();
        client.orders();
        client.market();
        System.exit(0);
    }

    private void rest() {
        step("account", () -> alpaca.account().get().getCurrency());
        step("asset", () -> alpaca.assets().getBySymbol("BTC/USD").getSymbol());
        step("clock", () -> alpaca.clock().get().getIsOpen() != null);
        step("bars", () -> alpaca.cryptoMarketData().getBars(BTC, ZonedDateTime.now().minusHours(20),
                ZonedDateTime.now(), 5, null, 1, BarTimePeriod.HOUR).getBars().get("BTC/USD").size());
        step("snapshot", () -> alpaca.cryptoMarketData().getSnapshots(BTC).getSnapshots().get("BTC/USD")
                .getDailyBar().getClose() > 0);
    }

    private void orders() {
        alpaca.streaming().setListener((type, message) -> {
            updates.add(type == StreamingMessageType.TRADE_UPDATES
                    ? ((TradeUpdateMessage) message).getData().getEvent().value() : type.value());
        });
        alpaca.streaming().connect();
        step("authorized", () -> alpaca.streaming().waitForAuthorization(60, TimeUnit.SECONDS));
        alpaca.streaming().streams(StreamingMessageType.TRADE_UPDATES, StreamingMessageType.LISTENING);
        step("market order", () -> {
            awaited(updates, "listening");
            alpaca.orders().requestOrder("BTC/USD", 0.5, null, OrderSide.BUY, OrderType.MARKET,
                    OrderTimeInForce.GOOD_UNTIL_CANCELLED, null, null, null, null, false, null, null, null, null,
                    null);
            return awaited(updates, "fill");
        });
        step("position", () -> alpaca.positions().get().getFirst().getSymbol());
        step("one position", () -> alpaca.positions().getBySymbol("BTCUSD").getSymbol());
        step("resting order", () -> {
            Order order = alpaca.orders().requestOrder("BTC/USD", 0.1, null, OrderSide.BUY, OrderType.LIMIT,
                    OrderTimeInForce.GOOD_UNTIL_CANCELLED, 200.0, null, null, null, false, null, null, null, null,
                    null);
            int open = alpaca.orders().get(CurrentOrderStatus.OPEN, null, null, null, null, null, null).size();
            alpaca.orders().cancel(order.getId());
            return open + " " + awaited(updates, "canceled");
        });
        step("close all", () -> alpaca.positions().closeAll(true).getFirst().getStatus());
    }

    private void market() {
        alpaca.cryptoMarketDataStreaming().setListener((type, message) -> data.add(type.value()));
        alpaca.cryptoMarketDataStreaming().subscribeToControl(MarketDataMessageType.SUCCESS,
                MarketDataMessageType.SUBSCRIPTION, MarketDataMessageType.ERROR);
        alpaca.cryptoMarketDataStreaming().connect();
        step("data authorized", () -> alpaca.cryptoMarketDataStreaming().waitForAuthorization(60, TimeUnit.SECONDS));
        alpaca.cryptoMarketDataStreaming().subscribe(BTC, BTC, null);
        step("quote", () -> awaited(data, "q"));
        step("trade", () -> awaited(data, "t"));
    }

    private static String awaited(BlockingQueue<String> heard, String expected) throws InterruptedException {
        String one = heard.poll(60, TimeUnit.SECONDS);
        while (one != null && !one.equals(expected)) {
            one = heard.poll(60, TimeUnit.SECONDS);
        }
        return one;
    }

    private static void step(String name, Callable<Object> work) {
        try {
            System.out.println(name + ": " + work.call());
        } catch (Exception failed) {
            System.out.println(name + ": FAILED " + failed);
        }
    }
}
