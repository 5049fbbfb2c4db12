package org.gradus.adapters.alpaca.trading;

/// Answers of the venue, composed after its documentation.
public final class Samples {
    public static final String ORDER_ID = "61e69015-8549-4bfd-b9c3-01e75843f47d";
    public static final String ORDER = """
            {"id":"61e69015-8549-4bfd-b9c3-01e75843f47d","client_order_id":"k7-42",
             "created_at":"2026-09-18T13:24:50.0189533Z","updated_at":"2026-09-18T13:24:50.03Z",
             "submitted_at":"2026-09-18T13:24:50Z","filled_at":null,"expired_at":null,"canceled_at":null,
             "failed_at":null,"replaced_at":null,"replaced_by":null,"replaces":null,
             "asset_id":"276e2673-764b-4ab6-a611-caf665ca6340","symbol":"BTC/USD","asset_class":"crypto",
             "notional":null,"qty":"0.015","filled_qty":"0.004","filled_avg_price":"60123.4123456789",
             "order_class":"","order_type":"limit","type":"limit","side":"buy","position_intent":"buy_to_open",
             "time_in_force":"gtc","limit_price":"60123.45","stop_price":null,"status":"partially_filled",
             "extended_hours":false,"legs":null,"trail_percent":null,"trail_price":null,"hwm":null,"subtag":null,
             "source":null,"expires_at":"2026-12-16T21:00:00Z"}""";
    public static final String ACCOUNT = """
            {"id":"e6fe16f3-64a4-4921-8928-cadf02f92f98","account_number":"PA1","status":"ACTIVE",
             "crypto_status":"ACTIVE","currency":"USD","cash":"99398.75","equity":"100012.5","buying_power":"198000",
             "non_marginable_buying_power":"99000","multiplier":"2","trading_blocked":false,"account_blocked":false,
             "transfers_blocked":false,"trade_suspended_by_user":false,"shorting_enabled":true,"crypto_tier":1,
             "admin_configurations":{},"user_configurations":null}""";
    public static final String ASSET = """
            {"id":"276e2673-764b-4ab6-a611-caf665ca6340","class":"crypto","exchange":"CRYPTO","symbol":"BTC/USD",
             "name":"Bitcoin / US Dollar","status":"active","tradable":true,"marginable":false,
             "maintenance_margin_requirement":100,"shortable":false,"easy_to_borrow":false,"fractionable":true,
             "attributes":[],"min_order_size":"0.000016","min_trade_increment":"0.000000001",
             "price_increment":"0.01"}""";
    public static final String POSITION = """
            {"asset_id":"276e2673-764b-4ab6-a611-caf665ca6340","symbol":"BTCUSD","exchange":"CRYPTO",
             "asset_class":"crypto","asset_marginable":false,"avg_entry_price":"60123.4","qty":"0.00399",
             "qty_available":"0.00299","side":"long","market_value":"240","cost_basis":"239.9"}""";
    public static final String CLOCK = """
            {"timestamp":"2026-11-23T10:15:07.123456789-05:00","is_open":true,
             "next_open":"2026-11-24T09:30:00-05:00","next_close":"2026-11-23T16:00:00-05:00"}""";
    public static final String DAY = """
            {"date":"2026-11-27","open":"09:30","close":"13:00","session_open":"0400","session_close":"1700",
             "settlement_date":"2026-11-30"}""";

    private Samples() {
    }

    public static String fill(int n, String cumulative) {
        return "{\"id\":\"20261123101507123::00000000-0000-0000-0000-%012d\",\"activity_type\":\"FILL\",".formatted(n)
                + "\"transaction_time\":\"2026-11-23T15:15:07.123Z\",\"type\":\"fill\",\"price\":\"60000.5\","
                + "\"qty\":\"0.001\",\"side\":\"buy\",\"symbol\":\"BTC/USD\",\"leaves_qty\":\"0\",\"cum_qty\":\""
                + cumulative + "\",\"order_id\":\"" + ORDER_ID + "\",\"order_status\":\"filled\",\"swap_rate\":\"1\"}";
    }

    public static String order(int n) {
        return ORDER.replace(ORDER_ID, "00000000-0000-0000-0000-%012d".formatted(n));
    }
}
