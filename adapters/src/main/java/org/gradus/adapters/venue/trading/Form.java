package org.gradus.adapters.venue.trading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;
import org.gradus.adapters.venue.exchange.Decimals;
import org.gradus.adapters.venue.exchange.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A request's body, field by field: numbers may be texts or numbers, null is as good as absent, unknown fields do not
/// matter.
final class Form {
    /// Larger numbers are nobody's order; the bounds keep arithmetic short.
    private static final int MOST_DIGITS = 40;
    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(15);

    private final ObjectNode body;

    Form(ObjectNode body) {
        this.body = body;
    }

    @Nullable String text(String name) {
        JsonNode node = body.get(name);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isValueNode()) {
            throw invalid(name);
        }
        String text = node.asString();
        return text.isEmpty() ? null : text;
    }

    boolean flag(String name) {
        JsonNode node = body.get(name);
        if (node == null || node.isNull()) {
            return false;
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return switch (node.isString() ? node.stringValue() : "") {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalid(name);
        };
    }

    /// Above zero.
    @Nullable BigDecimal decimal(String name) {
        JsonNode node = body.get(name);
        if (node == null || node.isNull() || node.isString() && node.stringValue().isEmpty()) {
            return null;
        }
        BigDecimal value = number(name, node);
        if (value.signum() <= 0) {
            throw Refusal.malformed(name + " must be > 0");
        }
        return value;
    }

    /// What goes beyond nine decimals is cut off, as Alpaca does.
    @Nullable BigDecimal quantity(String name) {
        BigDecimal value = decimal(name);
        if (value == null || value.scale() <= Decimals.SCALE) {
            return value;
        }
        BigDecimal cut = value.setScale(Decimals.SCALE, RoundingMode.DOWN);
        if (cut.signum() == 0) {
            throw Refusal.malformed(name + " must be > 0");
        }
        return cut;
    }

    @Nullable BigDecimal price(String name) {
        BigDecimal value = decimal(name);
        if (value != null && value.stripTrailingZeros().scale() > Decimals.SCALE) {
            throw invalid(name);
        }
        return value;
    }

    /// An object within the body; null when it is not there.
    @Nullable Form form(String name) {
        JsonNode node = body.get(name);
        if (node == null || node.isNull()) {
            return null;
        }
        if (node instanceof ObjectNode object) {
            return new Form(object);
        }
        throw invalid(name);
    }

    static @Nullable UUID uuid(String text) {
        try {
            return text.length() == 36 ? UUID.fromString(text) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static Refusal invalid(String name) {
        return Refusal.malformed("invalid " + name);
    }

    private static BigDecimal number(String name, JsonNode node) {
        BigDecimal value;
        try {
            if (!node.isNumber() && !node.isString()) {
                throw invalid(name);
            }
            String text = node.isString() ? node.stringValue() : node.asString();
            value = text.length() > MOST_DIGITS ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw invalid(name);
        }
        boolean sane = value != null && Math.abs((long) value.scale()) <= MOST_DIGITS
            && value.abs().compareTo(LARGEST) <= 0;
        if (!sane) {
            throw invalid(name);
        }
        return value;
    }
}
