package org.gradus.adapters.venue.exchange;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.gradus.adapters.venue.MarketListener;
import org.gradus.adapters.venue.OrderUpdates;
import org.gradus.adapters.venue.VenueClock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The exchange: several accounts trade against one market. Usable from any thread: every entrance takes one lock, and
/// what happened under it is told before it is given back.
public final class Exchange implements MarketListener {
    private static final long SECOND_NS = 1_000_000_000L;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Parts parts;
    private final OrderLife life;
    private final OrderDesk desk;
    private final Matching matching;
    private final Lapses lapses;
    private final TradingDays days;
    private @Nullable StateFile stateFile;
    private long secondS = Long.MIN_VALUE;

    public Exchange(VenueClock clock, VenueRules rules, EventRenderer renderer, OrderUpdates updates) {
        this(clock, rules, renderer, updates, OrderFaults.NONE);
    }

    public Exchange(VenueClock clock, VenueRules rules, EventRenderer renderer, OrderUpdates updates,
                    OrderFaults faults) {
        Assets assets = Assets.listed();
        Tickers tickers = new Tickers();
        Draws draws = new Draws(rules.seed());
        Sessions sessions = new Sessions();
        Changes changes = new Changes();
        Funds funds = new Funds(assets, tickers, rules.accounts().multiplier());
        this.parts = new Parts(clock, rules, new Market(assets, tickers, new Books()), draws,
            new Events(new Events.Inside(clock, draws, changes), renderer, updates), funds, sessions, faults, changes);
        this.life = new OrderLife(parts, new Booking(parts));
        FillSizes sizes = new FillSizes(parts);
        this.matching = switch (rules.matching().model()) {
            case PAPER -> new PaperMatching(parts, life, sizes);
            case PESSIMISTIC -> new PessimisticMatching(parts, life, sizes);
        };
        life.matchedBy(matching);
        this.desk = new OrderDesk(parts, life, new AssetRules(rules.limits(), sessions),
            new CheckPrices(tickers, sessions));
        this.lapses = new Lapses(parts, life, sizes);
        this.days = new TradingDays(parts, accounts.values());
    }

    /// What the parts of an exchange share.
    record Parts(VenueClock clock, VenueRules rules, Market market, Draws draws, Events events, Funds funds,
                 Sessions sessions, OrderFaults faults, Changes changes) {
    }

    /// Goes on with what an earlier venue kept in this directory, and keeps everything there from now on. To be called
    /// before the first step.
    public void keepIn(Path directory) {
        lock.lock();
        try {
            StateFile.Kept kept = StateFile.read(directory);
            stateFile = new StateFile(directory, kept);
            resume(kept);
        } finally {
            finish();
        }
    }

    /// Does something as one step: nobody sees the middle of it.
    public <T> T step(Supplier<T> step) {
        lock.lock();
        try {
            pass(parts.clock.nowNs());
            return step.get();
        } finally {
            finish();
        }
    }

    @Override
    public void onQuote(Quote quote) {
        market(quote.timeNs(), () -> matching.quote(parts.market.assets().listing(quote.symbol()), quote));
    }

    @Override
    public void onTrade(Trade trade) {
        market(trade.timeNs(), () -> matching.trade(parts.market.assets().listing(trade.symbol()), trade));
    }

    @Override
    public void onBar(Bar bar) {
        // What ends with the session still meets the bar that ends with it.
        market(bar.endNs() - 1, () -> matching.bar(parts.market.assets().listing(bar.symbol()), bar));
    }

    @Override
    public void onHalt(String symbol, boolean halted, long timeNs) {
        market(timeNs, () -> parts.market.tickers().of(parts.market.assets().listing(symbol)).halt(halted));
    }

    @Override
    public void onTime(long nowNs) {
        market(nowNs, () -> { });
    }

    /// Opened when it is asked for the first time. Within a step.
    public Account account(String key) {
        return accounts.computeIfAbsent(key, made -> {
            Account account = new Account(made, parts.draws.uuid(), parts.clock.nowNs(),
                parts.rules.accounts().cash());
            parts.changes.of(account);
            return account;
        });
    }

    public void configure(Account account, Configurations configurations) {
        account.configure(configurations);
        parts.changes.of(account);
    }

    public Watchlist watch(Account account, String name, List<Asset> assets) {
        Watchlist list = new Watchlist(parts.draws.uuid(), name, parts.clock.nowNs());
        account.watchlists.add(list);
        watch(account, list, name, assets);
        return list;
    }

    /// Gives a list another name or content.
    public void watch(Account account, Watchlist list, String name, List<Asset> assets) {
        list.name = name;
        list.updatedNs = parts.clock.nowNs();
        list.assets.clear();
        list.assets.addAll(assets);
        parts.changes.of(account);
    }

    public void forget(Account account, Watchlist list) {
        account.watchlists.remove(list);
        parts.changes.of(account);
    }

    /// Something comes into an account from outside, as it would from another broker: coins or shares at a price.
    public void receive(String key, String symbol, BigDecimal quantity, BigDecimal price) {
        step(() -> {
            Account account = account(key);
            account.at(parts.market.assets().listing(symbol)).change(quantity, price);
            parts.changes.of(account);
            return account;
        });
    }

    public OrderDesk desk() {
        return desk;
    }

    public Funds funds() {
        return parts.funds;
    }

    public Assets assets() {
        return parts.market.assets();
    }

    public Sessions sessions() {
        return parts.sessions;
    }

    public VenueRules rules() {
        return parts.rules;
    }

    public OrderFaults faults() {
        return parts.faults;
    }

    public Ticker ticker(Asset asset) {
        return parts.market.tickers().of(asset);
    }

    public Collection<Account> accounts() {
        return accounts.values();
    }

    public long nowNs() {
        return parts.clock.nowNs();
    }

    private void market(long timeNs, Runnable event) {
        lock.lock();
        try {
            pass(timeNs);
            event.run();
        } finally {
            finish();
        }
    }

    private void resume(StateFile.Kept kept) {
        parts.draws.goOnFrom(kept.draws());
        parts.events.notBefore(kept.lastNs());
        Assets assets = parts.market.assets();
        kept.accounts().forEach((key, node) -> {
            Account account = AccountRecord.begin(node);
            AccountRecord.read(node, account, assets);
            accounts.put(key, account);
        });
        Map<Order, JsonNode> orders = new LinkedHashMap<>();
        for (JsonNode node : kept.orders().values()) {
            Account account = accounts.get(OrderRecord.text(node, "account"));
            Order order = OrderRecord.read(node, account, assets.listing(OrderRecord.text(node, "asset")));
            account.add(order);
            orders.put(order, node);
        }
        kept.activities().forEach(node ->
            accounts.get(OrderRecord.text(node, "account")).add(AccountRecord.activity(node)));
        orders.forEach(OrderRecord::link);
        orders.keySet().stream().filter(Order::open).forEach(life::resume);
    }

    /// What happened is written down, then told.
    private void finish() {
        try {
            if (stateFile != null && !parts.changes.none()) {
                stateFile.append(parts.changes, parts.draws.count(), parts.events.lastNs());
            }
            parts.changes.clear();
            parts.events.publish();
        } finally {
            lock.unlock();
        }
    }

    /// Once a second time itself is an event.
    private void pass(long nowNs) {
        long nowS = Math.floorDiv(nowNs, SECOND_NS);
        if (nowS > secondS) {
            secondS = nowS;
            days.time(nowNs);
            lapses.time(nowNs);
            matching.time(nowNs);
        }
    }
}
