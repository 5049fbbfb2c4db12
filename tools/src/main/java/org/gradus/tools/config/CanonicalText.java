package org.gradus.tools.config;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Renders what was read as JSON on one line: keys sorted, one spelling for each value. Equal settings give equal text.
final class CanonicalText {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CanonicalText() {
    }

    static String of(Map<String, Object> tree) {
        StringBuilder out = new StringBuilder(4096);
        append(tree, out);
        return out.toString();
    }

    private static void append(Object value, StringBuilder out) {
        switch (value) {
            case Map<?, ?> map -> appendMap(map, out);
            case List<?> list -> appendList(list, out);
            case Boolean flag -> out.append(flag);
            case Long number -> out.append(number);
            default -> out.append(JSON.writeValueAsString(value.toString()));
        }
    }

    private static void appendMap(Map<?, ?> map, StringBuilder out) {
        out.append('{');
        String comma = "";
        for (var entry : map.entrySet()) {
            out.append(comma).append(JSON.writeValueAsString(entry.getKey().toString())).append(':');
            append(entry.getValue(), out);
            comma = ",";
        }
        out.append('}');
    }

    private static void appendList(List<?> list, StringBuilder out) {
        out.append('[');
        String comma = "";
        for (Object element : list) {
            out.append(comma);
            append(element, out);
            comma = ",";
        }
        out.append(']');
    }
}
