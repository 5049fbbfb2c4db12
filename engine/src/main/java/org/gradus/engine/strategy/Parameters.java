package org.gradus.engine.strategy;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// A strategy's parameters from config, as text by key; each is read once, in the strategy's constructor, with its
/// range. Keys nobody read are reported by [#unread()], so that a misspelt parameter is an error and not a silent
/// default.
public final class Parameters {
    private final Map<String, String> values;
    /// Keys asked for, with the value in force.
    private final Map<String, String> read = new TreeMap<>();

    public Parameters(Map<String, String> values) {
        this.values = new TreeMap<>(values);
    }

    public int whole(String key, int fallback, int least, int most) {
        String text = given(key, fallback);
        if (text == null) {
            return fallback;
        }
        try {
            int value = Integer.parseInt(text.trim());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw bad(key, text, "a whole number from " + least + " to " + most);
        }
        throw bad(key, text, "a whole number from " + least + " to " + most);
    }

    public double number(String key, double fallback, double least, double most) {
        String text = given(key, fallback);
        if (text == null) {
            return fallback;
        }
        try {
            double value = Double.parseDouble(text.trim());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw bad(key, text, "a number from " + least + " to " + most);
        }
        throw bad(key, text, "a number from " + least + " to " + most);
    }

    public String text(String key, String fallback) {
        String text = given(key, fallback);
        return text == null ? fallback : text;
    }

    /// Keys given in config that the strategy never asked for.
    public Set<String> unread() {
        Set<String> left = new TreeSet<>(values.keySet());
        left.removeAll(read.keySet());
        return left;
    }

    /// In the order of the keys, which is the same on every machine.
    public Map<String, String> asMap() {
        return Collections.unmodifiableMap(values);
    }

    /// Every parameter asked for so far, with its value: the one given, else the default.
    public Map<String, String> inForce() {
        return new TreeMap<>(read);
    }

    private String given(String key, Object fallback) {
        read.put(key, values.getOrDefault(key, plain(fallback)));
        return values.get(key);
    }

    private static String plain(Object value) {
        return value instanceof Double real ? new BigDecimal(real.toString()).stripTrailingZeros().toPlainString()
                : String.valueOf(value);
    }

    private static IllegalArgumentException bad(String key, String text, String expected) {
        return new IllegalArgumentException("parameter " + key + " = " + text + ": expected " + expected);
    }
}
