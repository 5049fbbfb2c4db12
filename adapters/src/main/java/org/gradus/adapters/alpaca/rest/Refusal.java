package org.gradus.adapters.alpaca.rest;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gradus.adapters.wire.Unreadable;
import org.gradus.adapters.wire.WireJson;
import org.gradus.adapters.wire.WireObject;
import tools.jackson.databind.JsonNode;

/// A *no* of the venue. Status and code are what it promises to keep; the message is for people. The body may as well
/// have been HTML or nothing.
///
/// @param code  0 when the body gave none
/// @param extra names of the fields beside code and message, which tell refusals of one code apart
public record Refusal(int status, long code, String message, Set<String> extra, String requestId) {
    private static final int MESSAGE_MAX = 200;

    public Refusal {
        extra = Set.copyOf(extra);
    }

    /// @param body scrubbed of keys
    static Refusal of(int status, String body, String requestId) {
        try {
            JsonNode node = WireJson.read(body);
            WireObject object = WireObject.of(node);
            Set<String> extra = new TreeSet<>(node.propertyNames());
            extra.removeAll(List.of("code", "message"));
            String message = bounded(object.textOr("message", object.textOr("error", "")));
            return new Refusal(status, object.wholeOr("code", 0), message + inTheWay(object), extra, requestId);
        } catch (Unreadable e) {
            return new Refusal(status, 0, bounded(words(body)), Set.of(), requestId);
        }
    }

    /// With what we can say about it ourselves.
    Refusal with(String words) {
        return new Refusal(status, code, message.isEmpty() ? words : message + "; " + words, extra, requestId);
    }

    /// The order that somebody has to cancel before this one can rest.
    private static String inTheWay(WireObject body) {
        String id = body.textOr("existing_order_id", "");
        return id.isEmpty() ? "" : ", in the way is order " + bounded(id);
    }

    /// What is left of a page of HTML without its marks.
    private static String words(String body) {
        String start = body.substring(0, Math.min(body.length(), 10 * MESSAGE_MAX));
        return start.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
    }

    private static String bounded(String text) {
        return text.length() <= MESSAGE_MAX ? text : text.substring(0, MESSAGE_MAX) + "…";
    }

    @Override
    public String toString() {
        return status + (code == 0 ? "" : " (" + code + ")") + (message.isEmpty() ? "" : ": " + message)
                + (requestId.isEmpty() ? "" : ", request " + requestId);
    }
}
