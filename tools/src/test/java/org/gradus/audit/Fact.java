package org.gradus.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// One JSON object of an export, read by the names of its fields. Absent means not applicable: texts are empty then,
/// numbers zero.
record Fact(JsonNode node) {

    boolean has(String field) {
        return node.has(field);
    }

    boolean is(String field, String value) {
        return text(field).equals(value);
    }

    String text(String field) {
        JsonNode value = node.get(field);
        return value == null || !value.isString() ? "" : value.stringValue();
    }

    BigDecimal decimal(String field) {
        String text = text(field);
        return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    }

    long nanos(String field) {
        String text = text(field);
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    long number(String field) {
        JsonNode value = node.get(field);
        return value == null || !value.isIntegralNumber() ? 0 : value.longValue();
    }

    boolean flag(String field) {
        JsonNode value = node.get(field);
        return value != null && value.isBoolean() && value.booleanValue();
    }

    Fact object(String field) {
        return new Fact(node.get(field));
    }

    List<Fact> list(String field) {
        List<Fact> facts = new ArrayList<>();
        JsonNode value = node.get(field);
        if (value != null) {
            value.forEach(each -> facts.add(new Fact(each)));
        }
        return facts;
    }

    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        JsonNode value = node.get(field);
        if (value != null) {
            value.forEach(each -> texts.add(each.asString()));
        }
        return texts;
    }

    /// A map of decimals, in the order of the export.
    Map<String, BigDecimal> decimals(String field) {
        Map<String, BigDecimal> map = new LinkedHashMap<>();
        JsonNode value = node.get(field);
        if (value != null) {
            value.properties().forEach(entry -> map.put(entry.getKey(),
                    new BigDecimal(entry.getValue().stringValue())));
        }
        return map;
    }
}
