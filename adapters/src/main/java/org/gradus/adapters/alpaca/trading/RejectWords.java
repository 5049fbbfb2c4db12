package org.gradus.adapters.alpaca.trading;

import java.util.Locale;
import org.gradus.adapters.alpaca.rest.Refusal;
import org.gradus.engine.message.RejectReason;

/// The venue's refusals in our words. Status and code decide the kind; one code covers many things, and only to tell
/// those apart are extra fields and then the message looked at. A message nobody has seen before is the venue's choice.
public final class RejectWords {
    private static final long FORBIDDEN = 40310000;
    private static final long BAD_REQUEST = 40010001;
    private static final long UNPROCESSABLE = 42210000;

    private RejectWords() {
    }

    public static RejectReason reason(Refusal refusal) {
        String words = refusal.message().toLowerCase(Locale.ROOT);
        return switch (refusal.status()) {
            case 400 -> RejectReason.MALFORMED;
            case 401 -> RejectReason.VENUE_CHOICE;
            case 403 -> refusal.code() == FORBIDDEN ? forbidden(refusal, words) : RejectReason.VENUE_CHOICE;
            case 404 -> RejectReason.NOT_TRADABLE;
            case 422 -> refusal.code() == BAD_REQUEST ? badRequest(words)
                    : refusal.code() == UNPROCESSABLE ? unprocessable(words) : RejectReason.MALFORMED;
            default -> RejectReason.UNKNOWN;
        };
    }

    /// Why an order that was accepted was rejected after all: the stream gives words only.
    public static RejectReason later(String words) {
        RejectReason reason = unprocessable(words.toLowerCase(Locale.ROOT));
        return reason == RejectReason.VENUE_CHOICE ? forbiddenWords(words.toLowerCase(Locale.ROOT)) : reason;
    }

    /// Whether it may mean that the client order id was given before, and so that an order of that id got in; the same
    /// code says other things too.
    public static boolean mayBeRepeated(Refusal refusal) {
        return refusal.status() == 422 && refusal.code() == BAD_REQUEST;
    }

    private static RejectReason forbidden(Refusal refusal, String words) {
        if (refusal.extra().contains("existing_order_id")) {
            return RejectReason.WASH_TRADE;
        }
        if (refusal.extra().contains("buying_power")) {
            return RejectReason.INSUFFICIENT_FUNDS;
        }
        if (refusal.extra().contains("related_orders") || refusal.extra().contains("held_for_orders")) {
            return RejectReason.INSUFFICIENT_QUANTITY;
        }
        return forbiddenWords(words);
    }

    private static RejectReason forbiddenWords(String words) {
        if (words.contains("wash trade")) {
            return RejectReason.WASH_TRADE;
        }
        if (words.contains("minimal amount")) {
            return RejectReason.BELOW_MINIMUM;
        }
        if (words.contains("maximal amount")) {
            return RejectReason.TOO_LARGE;
        }
        // We only ever sell what we hold: a sale that the venue takes for a short one is of more than that.
        if (words.contains("insufficient qty") || words.contains("allowed to short")
                || words.contains("insufficient balance") && !words.contains("for usd")) {
            return RejectReason.INSUFFICIENT_QUANTITY;
        }
        if (words.contains("insufficient")) {
            return RejectReason.INSUFFICIENT_FUNDS;
        }
        boolean asset = words.contains("fractionable") || words.contains("not tradable");
        return asset ? RejectReason.NOT_TRADABLE : RejectReason.VENUE_CHOICE;
    }

    private static RejectReason badRequest(String words) {
        if (words.contains("client_order_id")) {
            return RejectReason.DUPLICATE_ID;
        }
        if (words.contains("time_in_force")) {
            return RejectReason.TIME_IN_FORCE;
        }
        if (words.contains("order type")) {
            return RejectReason.ORDER_TYPE;
        }
        return words.contains("asset") ? RejectReason.NOT_TRADABLE : RejectReason.MALFORMED;
    }

    private static RejectReason unprocessable(String words) {
        if (words.contains("time_in_force") || words.contains("must be day")) {
            return RejectReason.TIME_IN_FORCE;
        }
        if (words.contains("increment") || words.contains("decimal")) {
            return RejectReason.OFF_INCREMENT;
        }
        if (words.contains("base_price")) {
            return RejectReason.MALFORMED;
        }
        if (words.contains("must be >=")) {
            return RejectReason.BELOW_MINIMUM;
        }
        if (words.contains("must be <=") || words.contains("maxim")) {
            return RejectReason.TOO_LARGE;
        }
        if (words.contains("already") || words.contains("cannot replace") || words.contains("filled")) {
            return RejectReason.TOO_LATE;
        }
        if (words.contains("simple orders") || words.contains("order type") || words.contains("order class")
                || words.contains("order_class")) {
            return RejectReason.ORDER_TYPE;
        }
        return words.contains("tradable") ? RejectReason.NOT_TRADABLE : RejectReason.VENUE_CHOICE;
    }
}
