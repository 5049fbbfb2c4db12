package org.gradus.adapters.venue.trading;

import java.math.BigDecimal;
import org.gradus.adapters.venue.Call;
import org.gradus.adapters.venue.Reply;
import org.gradus.adapters.venue.exchange.Account;
import org.gradus.adapters.venue.exchange.Balances;
import org.gradus.adapters.venue.exchange.Configurations;
import org.gradus.adapters.venue.exchange.Exchange;
import org.gradus.adapters.venue.exchange.Funds;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// `/v2/account` and its configurations. Within a step of the exchange.
final class AccountEndpoints {
    private static final int OPTIONS_LEVEL = 3;

    private final Exchange exchange;

    AccountEndpoints(Exchange exchange) {
        this.exchange = exchange;
    }

    Reply account(Account account) {
        Funds funds = exchange.funds();
        Balances balances = funds.balances(account);
        ObjectNode node = Json.NODES.objectNode();
        Json.put(node, "id", account.id);
        node.put("account_number", account.number);
        node.put("status", "ACTIVE");
        node.put("crypto_status", "ACTIVE");
        node.put("currency", "USD");
        Json.putTime(node, "created_at", account.createdNs);
        putMoney(node, account, balances);
        putBuyingPower(node, account, balances);
        for (String none : new String[] {"sma", "accrued_fees", "pending_transfer_in", "pending_transfer_out",
                "pending_reg_taf_fees", "intraday_adjustments"}) {
            node.put(none, "0");
        }
        node.put("balance_asof", exchange.sessions().calendar().previous(Times.day(exchange.nowNs())).toString());
        node.put("crypto_tier", 1);
        node.put("options_approved_level", OPTIONS_LEVEL);
        node.put("options_trading_level",
            Math.min(OPTIONS_LEVEL, account.configurations().maxOptionsTradingLevel()));
        putGates(node, account);
        return new Reply(200, node);
    }

    Reply configurations(Account account) {
        return new Reply(200, json(account.configurations()));
    }

    Reply configure(Account account, Call call) {
        ObjectNode body = Json.object(call.body(), exchange.rules().unconfirmed());
        ObjectNode merged = json(account.configurations());
        merged.properties().forEach(entry -> {
            if (body.has(entry.getKey()) && !body.get(entry.getKey()).isNull()) {
                entry.setValue(body.get(entry.getKey()));
            }
        });
        Form form = new Form(merged);
        String email = form.text("trade_confirm_email");
        if (!"all".equals(email) && !"none".equals(email)) {
            throw Form.invalid("trade_confirm_email");
        }
        exchange.configure(account, new Configurations(form.flag("fractional_trading"),
            oneOf(form, "max_margin_multiplier", 1, 4), form.flag("no_shorting"), form.flag("suspend_trade"), email,
            form.flag("ptp_no_exception_entry"), form.flag("disable_overnight_trading"),
            oneOf(form, "max_options_trading_level", 0, OPTIONS_LEVEL)));
        return configurations(account);
    }

    private static int oneOf(Form form, String name, int least, int most) {
        String text = form.text(name);
        if (text == null || text.length() != 1 || text.charAt(0) < '0' + least || text.charAt(0) > '0' + most
                || most == 4 && text.charAt(0) == '3') {
            throw Form.invalid(name);
        }
        return text.charAt(0) - '0';
    }

    private static void putMoney(ObjectNode node, Account account, Balances balances) {
        Json.put(node, "cash", balances.shownCash());
        Json.put(node, "equity", balances.equity());
        Json.put(node, "last_equity", account.lastEquity());
        Json.put(node, "portfolio_value", balances.equity());
        Json.put(node, "position_market_value", balances.marketValue());
        Json.put(node, "long_market_value", balances.longValue());
        Json.put(node, "short_market_value", balances.shortValue());
        Json.put(node, "initial_margin", balances.initialMargin());
        Json.put(node, "maintenance_margin", balances.maintenanceMargin());
        Json.put(node, "last_maintenance_margin", account.lastMaintenance());
    }

    private void putBuyingPower(ObjectNode node, Account account, Balances balances) {
        BigDecimal power = exchange.funds().buyingPower(account, balances);
        Json.put(node, "buying_power", power);
        Json.put(node, "regt_buying_power", exchange.funds().overnightPower(account, balances));
        Json.put(node, "effective_buying_power", power);
        Json.put(node, "non_marginable_buying_power", balances.nonMarginable());
        Json.put(node, "options_buying_power", balances.excess().subtract(balances.heldForCrypto())
            .subtract(balances.heldForStocks()).max(BigDecimal.ZERO));
        node.put("multiplier", Integer.toString(exchange.funds().multiplier(account)));
        if (exchange.rules().unconfirmed().legacyMarginFields()) {
            node.put("pattern_day_trader", false);
            node.put("daytrade_count", 0);
            node.put("daytrading_buying_power", "0");
        }
    }

    private void putGates(ObjectNode node, Account account) {
        Configurations configurations = account.configurations();
        node.put("trading_blocked", false);
        node.put("transfers_blocked", false);
        node.put("account_blocked", false);
        node.put("trade_suspended_by_user", configurations.suspendTrade());
        node.put("shorting_enabled", !configurations.noShorting() && exchange.funds().multiplier(account) > 1);
        node.putObject("admin_configurations");
        @Nullable ObjectNode user = configurations.isDefault() ? null : json(configurations);
        node.set("user_configurations", user == null ? Json.NODES.nullNode() : user);
    }

    private static ObjectNode json(Configurations configurations) {
        ObjectNode node = Json.NODES.objectNode();
        node.put("fractional_trading", configurations.fractionalTrading());
        node.put("max_margin_multiplier", Integer.toString(configurations.maxMarginMultiplier()));
        node.put("no_shorting", configurations.noShorting());
        node.put("suspend_trade", configurations.suspendTrade());
        node.put("trade_confirm_email", configurations.tradeConfirmEmail());
        node.put("ptp_no_exception_entry", configurations.ptpNoExceptionEntry());
        node.put("disable_overnight_trading", configurations.disableOvernightTrading());
        node.put("max_options_trading_level", configurations.maxOptionsTradingLevel());
        return node;
    }
}
