package org.gradus.adapters.wire;

import org.gradus.engine.domain.FeedFault;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// JSON as trees in which numbers keep every digit of their text. What nests too deep or has endless numbers is refused
/// before it costs anything.
public final class WireJson {
    private static final int DEPTH_MAX = 32;
    private static final int NUMBER_CHARS_MAX = 100;
    private static final int TEXT_CHARS_MAX = 1 << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX)
                    .maxNumberLength(NUMBER_CHARS_MAX).maxStringLength(TEXT_CHARS_MAX).build()).build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private WireJson() {
    }

    /// @throws Unreadable when it is not one JSON value
    public static JsonNode read(String text) {
        try {
            return present(MAPPER.readTree(text));
        } catch (JacksonException e) {
            throw unreadable(e);
        } catch (ArithmeticException | NumberFormatException e) {
            throw new Unreadable(FeedFault.OVERFLOW, "a number beyond all reason");
        }
    }

    /// @throws Unreadable when it is not one JSON value
    public static JsonNode read(byte[] utf8) {
        try {
            return present(MAPPER.readTree(utf8));
        } catch (JacksonException e) {
            throw unreadable(e);
        } catch (ArithmeticException | NumberFormatException e) {
            throw new Unreadable(FeedFault.OVERFLOW, "a number beyond all reason");
        }
    }

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    private static JsonNode present(JsonNode node) {
        if (node == null || node.isMissingNode()) {
            throw new Unreadable(FeedFault.TRUNCATED, "an empty message");
        }
        return node;
    }

    /// Jackson's message quotes the text, which is the caller's to quote or not.
    private static Unreadable unreadable(JacksonException e) {
        if (e instanceof UnexpectedEndOfInputException) {
            return new Unreadable(FeedFault.TRUNCATED, "JSON that ends too early");
        }
        return Unreadable.malformed(e instanceof StreamReadException ? "not JSON" : "JSON beyond our limits");
    }
}
