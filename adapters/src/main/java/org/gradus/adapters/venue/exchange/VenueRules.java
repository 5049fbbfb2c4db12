package org.gradus.adapters.venue.exchange;

import java.math.BigDecimal;

/// What may be set about the venue: its numbers, and each point where sources about Alpaca disagree. Immutable.
///
/// @param seed        of ids and of what the matching draws
/// @param accounts    what accounts begin with
/// @param fees        rates, 0.0025 = 25 bps
/// @param matching    how orders meet the market
/// @param limits      sizes of orders
/// @param unconfirmed what is not known of the real service
public record VenueRules(long seed, Accounts accounts, Fees fees, Matching matching, Limits limits,
                         Unconfirmed unconfirmed) {
    /// Alpaca's paper engine as far as it is documented.
    public static VenueRules paper(long seed) {
        return new VenueRules(seed, new Accounts(new BigDecimal(100_000), 2),
            new Fees(new BigDecimal("0.0025"), new BigDecimal("0.0025"), BigDecimal.ZERO),
            new Matching(Model.PAPER, new BigDecimal("0.1")),
            new Limits(BigDecimal.TEN, BigDecimal.ONE, new BigDecimal(200_000), true), Unconfirmed.defaults());
    }

    public VenueRules with(Matching other) {
        return new VenueRules(seed, accounts, fees, other, limits, unconfirmed);
    }

    public VenueRules with(Accounts other) {
        return new VenueRules(seed, other, fees, matching, limits, unconfirmed);
    }

    public VenueRules with(Fees other) {
        return new VenueRules(seed, accounts, other, matching, limits, unconfirmed);
    }

    public VenueRules with(Limits other) {
        return new VenueRules(seed, accounts, fees, matching, other, unconfirmed);
    }

    public VenueRules with(Unconfirmed other) {
        return new VenueRules(seed, accounts, fees, matching, limits, other);
    }

    /// @param multiplier  1, 2 or 4 times buying power for stocks
    public record Accounts(BigDecimal cash, int multiplier) {
    }

    /// @param taker  of crypto orders that trade on arrival, taken from what is received
    /// @param maker  of crypto orders that rested
    /// @param stock  of stock orders, in dollars
    public record Fees(BigDecimal taker, BigDecimal maker, BigDecimal stock) {
    }

    /// How orders meet the market.
    public enum Model {
        /// Quotes decide, their size is not looked at.
        PAPER,
        /// As the in-process market: half a spread around prints, slippage, a share of the size.
        PESSIMISTIC
    }

    /// @param partialFills  how often a fill is smaller than it could be
    public record Matching(Model model, BigDecimal partialFills) {
    }

    /// @param smallestCryptoBuy   in dollars
    /// @param smallestStockOrder  in dollars
    /// @param largestCryptoOrder  in dollars
    /// @param priceIncrements     whether a crypto price off its increment is refused
    public record Limits(BigDecimal smallestCryptoBuy, BigDecimal smallestStockOrder, BigDecimal largestCryptoOrder,
                         boolean priceIncrements) {
    }

    /// Each with what we take for likely.
    ///
    /// @param idsAreFreed            whether the client order id of an ended order may be used again
    /// @param bothSizesStatus        of an order with qty and notional
    /// @param malformedJsonStatus    of a body that is no JSON object
    /// @param replacedTellsNewOrder  whether the event `replaced` carries the successor instead of the old order
    /// @param newAfterReplaced       whether `new` follows for the successor
    /// @param stocksBeginAccepted    whether a stock order's first event is `accepted` also while the market is open
    /// @param positionNetOfFee       whether `position_qty` of a fill has the crypto fee taken off
    /// @param feesShownNextDay       whether fees, taken at once, stand among the activities from the next day on only
    /// @param legacyMarginFields     whether accounts show the pattern-day-trading fields that ended in July 2026
    public record Unconfirmed(boolean idsAreFreed, int bothSizesStatus, int malformedJsonStatus,
                              boolean replacedTellsNewOrder, boolean newAfterReplaced, boolean stocksBeginAccepted,
                              boolean positionNetOfFee, boolean feesShownNextDay, boolean legacyMarginFields) {
        static Unconfirmed defaults() {
            return new Unconfirmed(false, 422, 400, false, true, false, true, false, false);
        }
    }
}
