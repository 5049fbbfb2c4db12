package org.gradus.adapters.venue.exchange;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.gradus.adapters.venue.exchange.VenueRules.Accounts;
import org.gradus.adapters.venue.exchange.VenueRules.Fees;
import org.gradus.adapters.venue.exchange.VenueRules.Limits;
import org.gradus.adapters.venue.exchange.VenueRules.Matching;
import org.gradus.adapters.venue.exchange.VenueRules.Unconfirmed;

/// What people may set about a venue's rules, each by a name such as `taker-fee` and a text.
public enum VenueSwitch {
    MULTIPLIER,
    TAKER_FEE,
    MAKER_FEE,
    STOCK_FEE,
    PARTIAL_FILLS,
    SMALLEST_CRYPTO_BUY,
    SMALLEST_STOCK_ORDER,
    LARGEST_CRYPTO_ORDER,
    PRICE_INCREMENTS,
    IDS_ARE_FREED,
    BOTH_SIZES_STATUS,
    MALFORMED_JSON_STATUS,
    REPLACED_TELLS_NEW_ORDER,
    NEW_AFTER_REPLACED,
    STOCKS_BEGIN_ACCEPTED,
    POSITION_NET_OF_FEE,
    FEES_SHOWN_NEXT_DAY,
    LEGACY_MARGIN_FIELDS;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The rules with one of them changed by a text such as `taker-fee=0.002`.
    ///
    /// @throws IllegalArgumentException that says what was expected
    public static VenueRules set(VenueRules rules, String text) {
        String[] parts = text.split("=", 2);
        VenueSwitch found = Stream.of(values()).filter(each -> each.word().equals(parts[0])).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("\"" + parts[0] + "\" is no rule, expected one of "
                + Stream.of(values()).map(VenueSwitch::word).toList()));
        if (parts.length < 2) {
            throw new IllegalArgumentException(text + ": expected a value behind " + parts[0] + "=");
        }
        return found.set(rules, new Value(text, parts[1]));
    }

    private VenueRules set(VenueRules rules, Value value) {
        Accounts accounts = rules.accounts();
        Fees fees = rules.fees();
        return switch (this) {
            case MULTIPLIER -> rules.with(new Accounts(accounts.cash(), value.oneOf(1, 2, 4)));
            case TAKER_FEE -> rules.with(new Fees(value.ratio(), fees.maker(), fees.stock()));
            case MAKER_FEE -> rules.with(new Fees(fees.taker(), value.ratio(), fees.stock()));
            case STOCK_FEE -> rules.with(new Fees(fees.taker(), fees.maker(), value.ratio()));
            case PARTIAL_FILLS -> rules.with(new Matching(rules.matching().model(), value.ratio()));
            case SMALLEST_CRYPTO_BUY, SMALLEST_STOCK_ORDER, LARGEST_CRYPTO_ORDER, PRICE_INCREMENTS ->
                rules.with(limits(rules.limits(), value));
            default -> rules.with(unconfirmed(rules.unconfirmed(), value));
        };
    }

    private Limits limits(Limits old, Value value) {
        return new Limits(
            this == SMALLEST_CRYPTO_BUY ? value.amount() : old.smallestCryptoBuy(),
            this == SMALLEST_STOCK_ORDER ? value.amount() : old.smallestStockOrder(),
            this == LARGEST_CRYPTO_ORDER ? value.amount() : old.largestCryptoOrder(),
            this == PRICE_INCREMENTS ? value.flag() : old.priceIncrements());
    }

    private Unconfirmed unconfirmed(Unconfirmed old, Value value) {
        return new Unconfirmed(
            this == IDS_ARE_FREED ? value.flag() : old.idsAreFreed(),
            this == BOTH_SIZES_STATUS ? value.oneOf(400, 422) : old.bothSizesStatus(),
            this == MALFORMED_JSON_STATUS ? value.oneOf(400, 403, 422) : old.malformedJsonStatus(),
            this == REPLACED_TELLS_NEW_ORDER ? value.flag() : old.replacedTellsNewOrder(),
            this == NEW_AFTER_REPLACED ? value.flag() : old.newAfterReplaced(),
            this == STOCKS_BEGIN_ACCEPTED ? value.flag() : old.stocksBeginAccepted(),
            this == POSITION_NET_OF_FEE ? value.flag() : old.positionNetOfFee(),
            this == FEES_SHOWN_NEXT_DAY ? value.flag() : old.feesShownNextDay(),
            this == LEGACY_MARGIN_FIELDS ? value.flag() : old.legacyMarginFields());
    }

    /// What stands behind the equals sign.
    private record Value(String whole, String text) {
        boolean flag() {
            return switch (text) {
                case "true" -> true;
                case "false" -> false;
                default -> throw expected("true or false");
            };
        }

        int oneOf(int... numbers) {
            for (int number : numbers) {
                if (text.equals(Integer.toString(number))) {
                    return number;
                }
            }
            throw expected("one of " + Arrays.toString(numbers));
        }

        BigDecimal amount() {
            try {
                BigDecimal amount = new BigDecimal(text);
                if (text.length() <= 20 && amount.signum() >= 0 && amount.scale() <= Decimals.SCALE) {
                    return amount;
                }
            } catch (NumberFormatException e) {
                throw expected("an amount such as 10");
            }
            throw expected("an amount such as 10");
        }

        BigDecimal ratio() {
            BigDecimal ratio = amount();
            if (ratio.compareTo(BigDecimal.ONE) > 0) {
                throw expected("a ratio from 0 to 1");
            }
            return ratio;
        }

        private IllegalArgumentException expected(String what) {
            return new IllegalArgumentException(whole + ": expected " + what);
        }
    }
}
