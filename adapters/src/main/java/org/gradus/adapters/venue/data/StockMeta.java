package org.gradus.adapters.venue.data;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gradus.adapters.venue.Call;
import org.gradus.adapters.venue.VenueJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What the letters of trades and quotes mean, by the specifications of the consolidated tapes: CTA for A and B, UTP
/// for C.
final class StockMeta {
    private static final Map<String, String> EXCHANGES = Map.ofEntries(Map.entry("A", "NYSE American (AMEX)"),
            Map.entry("B", "NASDAQ OMX BX"), Map.entry("C", "National Stock Exchange"),
            Map.entry("D", "FINRA ADF"), Map.entry("E", "Market Independent"), Map.entry("H", "MIAX"),
            Map.entry("I", "International Securities Exchange"), Map.entry("J", "Cboe EDGA"),
            Map.entry("K", "Cboe EDGX"), Map.entry("L", "Long Term Stock Exchange"),
            Map.entry("M", "Chicago Stock Exchange"), Map.entry("N", "New York Stock Exchange"),
            Map.entry("P", "NYSE Arca"), Map.entry("Q", "NASDAQ OMX"), Map.entry("S", "NASDAQ Small Cap"),
            Map.entry("T", "NASDAQ Int"), Map.entry("U", "Members Exchange"), Map.entry("V", "IEX"),
            Map.entry("W", "CBOE"), Map.entry("X", "NASDAQ OMX PSX"), Map.entry("Y", "Cboe BYX"),
            Map.entry("Z", "Cboe BZX"));
    private static final Map<String, String> TRADES = Map.ofEntries(Map.entry("B", "Average Price Trade"),
            Map.entry("C", "Cash Sale"), Map.entry("F", "Intermarket Sweep"), Map.entry("H", "Price Variation Trade"),
            Map.entry("I", "Odd Lot Trade"), Map.entry("L", "Sold Last (Late Reporting)"),
            Map.entry("M", "Market Center Official Close"), Map.entry("N", "Next Day Trade"),
            Map.entry("O", "Opening Trade"), Map.entry("P", "Prior Reference Price"),
            Map.entry("Q", "Market Center Official Open"), Map.entry("R", "Seller"),
            Map.entry("T", "Extended Hours Trade"), Map.entry("U", "Extended Hours (Sold Out Of Sequence)"),
            Map.entry("V", "Contingent Trade"), Map.entry("X", "Cross Trade"),
            Map.entry("Z", "Sold (Out Of Sequence)"), Map.entry("4", "Derivatively Priced"),
            Map.entry("5", "Reopening Trade"), Map.entry("6", "Closing Trade"),
            Map.entry("7", "Qualified Contingent Trade"), Map.entry("9", "Corrected Consolidated Close"));
    private static final Map<String, String> CTA_TRADES = Map.of(" ", "Regular Sale", "E", "Automatic Execution",
            "K", "Rule 127 or Rule 155");
    private static final Map<String, String> UTP_TRADES = Map.of("@", "Regular Sale", "A", "Acquisition",
            "D", "Distribution", "G", "Bunched Sold Trade", "K", "Rule 155 Trade (AMEX)", "S", "Split Trade",
            "W", "Average Price Trade", "Y", "Yellow Flag Regular Trade", "1", "Stopped Stock (Regular Trade)");
    private static final Map<String, String> CTA_QUOTES = Map.of("A", "Slow Quote Offer Side",
            "B", "Slow Quote Bid Side", "C", "Closing", "H", "Slow Quote On The Bid And Offer Side",
            "L", "Market Maker Quotes Closed", "N", "Non Firm Quote", "O", "Opening Quote",
            "R", "Regular Market Maker Open", "W", "Slow Quote Due To Set Slow List On Both Sides",
            "4", "On Demand Intra Day Auction");
    private static final Map<String, String> UTP_QUOTES = Map.of("A", "Manual Ask Automated Bid",
            "B", "Manual Bid Automated Ask", "F", "Fast Trading", "H", "Manual Bid And Ask", "I", "Order Imbalance",
            "L", "Closed Quote", "N", "Non Firm Quote", "O", "Opening Quote Automated", "R", "Regular Two Sided Open",
            "Y", "Automated Bid No Offer Or Automated Offer No Bid");
    private static final Set<String> TAPES = Set.of("A", "B", "C");
    private static final String UTP_TAPE = "C";

    private StockMeta() {
    }

    static ObjectNode exchanges() {
        return node(EXCHANGES);
    }

    /// @param kind  `trade` or `quote`
    static ObjectNode conditions(Call call, String kind) {
        @Nullable String tape = call.query("tape");
        if (tape == null) {
            throw new DataRefusal("tape is required");
        }
        if (!TAPES.contains(tape)) {
            throw new DataRefusal("invalid tape: " + tape);
        }
        boolean utp = tape.equals(UTP_TAPE);
        return switch (kind) {
            case "trade" -> {
                Map<String, String> trades = new TreeMap<>(TRADES);
                trades.putAll(utp ? UTP_TRADES : CTA_TRADES);
                yield node(trades);
            }
            case "quote" -> node(utp ? UTP_QUOTES : CTA_QUOTES);
            default -> throw new DataRefusal("invalid ticktype: " + kind);
        };
    }

    private static ObjectNode node(Map<String, String> meanings) {
        ObjectNode node = VenueJson.object();
        new TreeMap<>(meanings).forEach(node::put);
        return node;
    }
}
