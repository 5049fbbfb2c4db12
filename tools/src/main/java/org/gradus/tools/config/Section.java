package org.gradus.tools.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One object of a configuration while it is read. A value that is missing or wrong is reported and stands for 0, empty
/// or null, so that reading goes on to the next fault; `good` tells whether a value may be used. What was read is kept
/// in one canonical spelling, which becomes the recorded text. Keys nobody asked for are reported at the end.
final class Section {
    private final @Nullable ConfigObject object;
    private final @Nullable ConfigOrigin origin;
    private final boolean muted;
    private final String path;
    private final Report report;
    private final SortedMap<String, Object> canonical = new TreeMap<>();
    private final SortedMap<String, Section> children = new TreeMap<>();
    private final Set<String> asked = new TreeSet<>();
    private final Set<String> bad = new HashSet<>();

    /// The whole configuration.
    Section(ConfigObject root, Report report) {
        this(root, null, false, "", report);
    }

    /// @param object null for a section that is missing as a whole: each of its keys is then reported as missing
    /// @param origin where it stands, or where it should stand
    /// @param muted  for what has been refused as a whole: its keys are not missing
    private Section(@Nullable ConfigObject object, @Nullable ConfigOrigin origin, boolean muted, String path,
            Report report) {
        this.object = object;
        this.origin = origin;
        this.muted = muted;
        this.path = path;
        this.report = report;
    }

    boolean has(String key) {
        return value(key) != null;
    }

    /// Whether exactly this word stands there.
    boolean says(String key, String word) {
        ConfigValue value = value(key);
        return value != null && Values.shown(value).equals(word);
    }

    /// Whether all of these were there and right.
    boolean good(String... keys) {
        for (String key : keys) {
            if (bad.contains(key)) {
                return false;
            }
        }
        return true;
    }

    /// A number in the scale of its unit.
    long number(String key, Unit unit, long least, long most) {
        String expected = unit.expected(least, most);
        String text = scalar(key, expected);
        if (text == null) {
            return 0;
        }
        try {
            long value = unit.parse(text);
            if (value >= least && value <= most) {
                canonical.put(key, unit == Unit.WHOLE ? (Object) value : unit.show(value));
                return value;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            return refuse(key, "expected " + expected);
        }
        return refuse(key, "expected " + expected);
    }

    int whole(String key, int least, int most) {
        return (int) number(key, Unit.WHOLE, least, most);
    }

    boolean flag(String key) {
        String text = scalar(key, "true or false");
        if (text != null && !text.equals("true") && !text.equals("false")) {
            refuse(key, "expected true or false");
            return false;
        }
        boolean value = "true".equals(text);
        canonical.put(key, value);
        return value;
    }

    String text(String key, String expected) {
        String text = scalar(key, expected);
        if (text != null && text.isEmpty()) {
            refuse(key, "expected " + expected);
        }
        String value = text == null ? "" : text;
        canonical.put(key, value);
        return value;
    }

    /// One of these words, null when it is none.
    <E> @Nullable E choice(String key, List<E> words, Function<E, String> label) {
        String expected = "one of " + String.join(", ", words.stream().map(label).toList());
        String text = scalar(key, expected);
        for (E word : words) {
            if (label.apply(word).equals(text)) {
                canonical.put(key, text);
                return word;
            }
        }
        if (text != null) {
            refuse(key, "expected " + expected);
        }
        return null;
    }

    /// The constants of an enum, in lower case with dashes.
    <E extends Enum<E>> @Nullable E choice(String key, Class<E> words) {
        return choice(key, List.of(words.getEnumConstants()), word -> dashed(word.name()));
    }

    /// A list of texts, empty when a fault was reported.
    List<String> texts(String key, String expected) {
        ConfigList list = list(key, "a list of " + expected);
        List<String> texts = new ArrayList<>();
        for (ConfigValue element : list == null ? List.<ConfigValue>of() : list) {
            if (element instanceof ConfigObject || element instanceof ConfigList) {
                report.add(element.origin(), path + key, Values.shown(element), "expected " + expected);
                bad.add(key);
            } else {
                texts.add(Values.text(element));
            }
        }
        canonical.put(key, List.copyOf(texts));
        return texts;
    }

    /// Everything in an object, by key as text: for what only a strategy can judge.
    Map<String, String> freeTexts(String key) {
        SortedMap<String, String> texts = new TreeMap<>();
        Section section = section(key);
        for (String name : section.keys()) {
            String text = section.scalar(name, "a text or a number");
            if (text != null) {
                texts.put(name, text);
                section.canonical.put(name, text);
            }
        }
        return texts;
    }

    /// A part of this object; where it is missing, its keys are the ones reported.
    Section section(String key) {
        if (children.containsKey(key)) {
            return children.get(key);
        }
        asked.add(key);
        ConfigValue value = value(key);
        boolean wrong = value != null && !(value instanceof ConfigObject);
        if (wrong && !Unresolved.in(value)) {
            refuse(key, "expected { … } with keys in it");
        }
        Section section = new Section(value instanceof ConfigObject found ? found : null,
                value == null ? origin : value.origin(), muted || wrong, path + key + ".", report);
        children.put(key, section);
        canonical.put(key, section.canonical);
        return section;
    }

    /// The objects of a list, each under the path of its position.
    List<Section> sections(String key, String expected) {
        ConfigList list = list(key, "a list of " + expected);
        List<Section> sections = new ArrayList<>();
        List<Object> texts = new ArrayList<>();
        for (ConfigValue element : list == null ? List.<ConfigValue>of() : list) {
            String place = path + key + "." + sections.size();
            boolean wrong = !(element instanceof ConfigObject);
            if (wrong && !Unresolved.in(element)) {
                report.add(element.origin(), place, Values.shown(element), "expected " + expected + " as { … }");
            }
            Section section = new Section(wrong ? null : (ConfigObject) element, element.origin(), wrong, place + ".",
                    report);
            children.put(key + "." + sections.size(), section);
            sections.add(section);
            texts.add(section.canonical);
        }
        canonical.put(key, texts);
        return sections;
    }

    /// Leaves a part alone that this configuration does not use.
    void leave(String key) {
        asked.add(key);
    }

    /// Reports a fault that only shows when values are seen together.
    long refuse(String key, String problem) {
        asked.add(key);
        bad.add(key);
        ConfigValue value = value(key);
        report.add(value == null ? origin : value.origin(), path + key, value == null ? null : Values.shown(value),
                problem);
        return 0;
    }

    /// Records a value that was not written but decided.
    void settle(String key, Object value) {
        asked.add(key);
        canonical.put(key, value);
    }

    /// Reports every key nobody asked for, here and below, with the nearest one that exists.
    void refuseUnknownKeys() {
        for (String key : keys()) {
            ConfigValue value = value(key);
            if (!asked.contains(key) && !Secrets.looksSecret(key) && (value == null || !Unresolved.only(value))) {
                report.add(value == null ? origin : value.origin(), path + key, null,
                        "unknown key" + Spelling.nearest(key, asked));
            }
        }
        children.values().forEach(Section::refuseUnknownKeys);
    }

    SortedMap<String, Object> canonical() {
        return canonical;
    }

    static String dashed(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private @Nullable String scalar(String key, String expected) {
        ConfigValue value = expect(key, expected);
        if (value == null) {
            return null;
        }
        if (value instanceof ConfigObject || value instanceof ConfigList) {
            refuse(key, "expected " + expected);
            return null;
        }
        return Values.text(value);
    }

    private @Nullable ConfigList list(String key, String expected) {
        ConfigValue value = expect(key, expected);
        if (value != null && !(value instanceof ConfigList)) {
            refuse(key, "expected " + expected);
        }
        return value instanceof ConfigList list ? list : null;
    }

    private @Nullable ConfigValue expect(String key, String expected) {
        asked.add(key);
        ConfigValue value = value(key);
        if (value == null && !muted) {
            report.missing(origin, path + key, expected);
        }
        if (value == null || Unresolved.in(value)) {
            bad.add(key);
            return null;
        }
        return value;
    }

    private @Nullable ConfigValue value(String key) {
        ConfigValue value = object == null ? null : object.get(key);
        return value == null || value.valueType() == ConfigValueType.NULL ? null : value;
    }

    private Set<String> keys() {
        return object == null ? Set.of() : new TreeSet<>(object.keySet());
    }
}
