package org.gradus.adapters.wire;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gradus.engine.domain.FeedFault;
import org.gradus.engine.domain.FixedPoint;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One JSON object of the venue, asked field by field. What is not asked for is not looked at; a field that is null
/// counts as missing; a number may stand as text and the reverse. What is needed and not there, or not what it should
/// be, is [Unreadable].
public final class WireObject {
    private static final int SHOWN_MAX = 40;
    /// A scaled long has at most ten digits before the point.
    private static final int WHOLE_DIGITS_MAX = 10;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE, FixedPoint.DECIMALS);

    private final JsonNode node;
    private final WireObject root;
    private boolean rounded;

    private WireObject(JsonNode node, @Nullable WireObject root) {
        if (!node.isObject()) {
            throw Unreadable.malformed("expected an object");
        }
        this.node = node;
        this.root = root == null ? this : root;
    }

    public static WireObject of(JsonNode node) {
        return new WireObject(node, null);
    }

    /// Reads every object of an array.
    public static List<WireObject> each(JsonNode array) {
        if (!array.isArray()) {
            throw Unreadable.malformed("expected an array");
        }
        List<WireObject> objects = new ArrayList<>(array.size());
        array.forEach(node -> objects.add(of(node)));
        return objects;
    }

    /// Whether a number had more digits than we keep and was rounded, here or in an object within.
    public boolean rounded() {
        return root.rounded;
    }

    public boolean has(String name) {
        JsonNode value = node.path(name);
        return !value.isMissingNode() && !value.isNull();
    }

    public JsonNode raw(String name) {
        return node.path(name);
    }

    public Optional<WireObject> object(String name) {
        return has(name) ? Optional.of(new WireObject(node.path(name), root)) : Optional.empty();
    }

    /// The objects of an array; none where it is missing.
    public List<WireObject> objects(String name) {
        List<WireObject> objects = new ArrayList<>();
        if (has(name)) {
            if (!node.path(name).isArray()) {
                throw unreadable(name, "expected an array");
            }
            node.path(name).forEach(each -> objects.add(new WireObject(each, root)));
        }
        return objects;
    }

    public String text(String name) {
        if (!has(name)) {
            throw Unreadable.malformed("no " + name);
        }
        return scalar(name);
    }

    public String textOr(String name, String otherwise) {
        return has(name) ? scalar(name) : otherwise;
    }

    public boolean flagOr(String name, boolean otherwise) {
        JsonNode value = node.path(name);
        return value.isBoolean() ? value.booleanValue() : otherwise;
    }

    public UUID id(String name) {
        String text = text(name);
        // The class itself reads many other texts as ids.
        if (text.length() != 36) {
            throw unreadable(name, "not an id");
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw unreadable(name, "not an id");
        }
    }

    public Optional<UUID> idIfAny(String name) {
        return has(name) && !scalar(name).isEmpty() ? Optional.of(id(name)) : Optional.empty();
    }

    public long timeNs(String name) {
        return WireTimes.parseNs(text(name));
    }

    /// 0 when it is missing.
    public long timeNsOrZero(String name) {
        return has(name) && !scalar(name).isEmpty() ? timeNs(name) : 0;
    }

    /// Whole numbers beyond 2^53 included.
    public long whole(String name) {
        try {
            return new BigDecimal(bounded(name)).longValueExact();
        } catch (NumberFormatException e) {
            throw unreadable(name, "not a number");
        } catch (ArithmeticException e) {
            throw new Unreadable(FeedFault.OVERFLOW, name + ": no whole number of 64 bits");
        }
    }

    public long wholeOr(String name, long otherwise) {
        return has(name) ? whole(name) : otherwise;
    }

    /// Scaled by 1e-9, exactly: a digit too many is no number of ours.
    public long decimal(String name) {
        String text = bounded(name);
        try {
            return FixedPoint.parse(text);
        } catch (NumberFormatException e) {
            throw badNumber(name, text);
        }
    }

    public long decimalOr(String name, long otherwise) {
        return has(name) ? decimal(name) : otherwise;
    }

    /// Scaled by 1e-9, and where there are more digits than that the nearest, half-even: for averages, and for facts
    /// that must not be lost over a last digit.
    public long nearest(String name) {
        String text = bounded(name);
        try {
            BigDecimal exact = new BigDecimal(text);
            if (exact.signum() != 0 && exact.precision() - (long) exact.scale() > WHOLE_DIGITS_MAX) {
                throw new Unreadable(FeedFault.OVERFLOW, name + ": " + shown(text));
            }
            BigDecimal kept = exact.setScale(FixedPoint.DECIMALS, RoundingMode.HALF_EVEN);
            root.rounded |= kept.compareTo(exact) != 0;
            return kept.unscaledValue().longValueExact();
        } catch (NumberFormatException e) {
            throw unreadable(name, "not a number: " + shown(text));
        } catch (ArithmeticException e) {
            throw new Unreadable(FeedFault.OVERFLOW, name + ": " + shown(text));
        }
    }

    public long nearestOr(String name, long otherwise) {
        return has(name) ? nearest(name) : otherwise;
    }

    /// A size or volume with this many decimals; what is beyond them is cut off.
    public long truncated(String name, int decimals) {
        String text = bounded(name);
        try {
            return FixedPoint.parseTruncating(text, decimals);
        } catch (NumberFormatException e) {
            throw badNumber(name, text);
        }
    }

    private String scalar(String name) {
        JsonNode value = node.path(name);
        if (value.isString()) {
            return value.stringValue();
        }
        if (value.isContainer()) {
            throw unreadable(name, "expected a single value");
        }
        // Decimal numbers keep an exponent here: written out, some would be longer than any memory.
        return value.isNumber() ? value.decimalValue().toString() : value.asString();
    }

    private String bounded(String name) {
        String text = text(name);
        if (text.length() > WireTimes.SCALAR_CHARS_MAX) {
            throw unreadable(name, "not a number: " + shown(text));
        }
        return text;
    }

    private static Unreadable badNumber(String name, String text) {
        try {
            BigDecimal exact = new BigDecimal(text);
            boolean large = exact.abs().compareTo(LARGEST) > 0;
            return new Unreadable(large ? FeedFault.OVERFLOW : FeedFault.MALFORMED,
                    name + (large ? ": too large: " : ": more than nine decimals: ") + shown(text));
        } catch (NumberFormatException e) {
            return unreadable(name, "not a number: " + shown(text));
        }
    }

    private static Unreadable unreadable(String name, String what) {
        return Unreadable.malformed(name + ": " + what);
    }

    private static String shown(String text) {
        return text.length() <= SHOWN_MAX ? text : text.substring(0, SHOWN_MAX) + "…";
    }
}
