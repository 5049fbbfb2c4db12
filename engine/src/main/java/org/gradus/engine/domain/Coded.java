package org.gradus.engine.domain;

import java.util.Locale;

/// A word with a stable one-byte code, for the journal, and a stable label, for people and exports.
///
/// Codes are written out beside each constant and never reused, because journals outlive the order of an enum's lines.
/// They run from 0 without gaps, so that a code can index a counter array.
public interface Coded {

    byte code();

    /// The word as exports and reports show it: lower case, parts joined by dashes.
    String label();

    /// The one of `words` with this label; an unknown label is an error that lists what would have been right.
    static <E extends Coded> E labelled(E[] words, String label) {
        for (E word : words) {
            if (word.label().equals(label)) {
                return word;
            }
        }
        throw new IllegalArgumentException(
            "unknown " + kind(words) + " '" + label + "', expected one of " + labels(words));
    }

    /// Makes an enum's look-up table, and refuses to start with codes that are not 0, 1, 2 and so on.
    static <E extends Coded> E[] byCode(E[] words) {
        for (int i = 0; i < words.length; i++) {
            if (words[i].code() != i) {
                throw new IllegalStateException(
                    kind(words) + " " + words[i] + " has code " + words[i].code() + ", not " + i);
            }
        }
        return words;
    }

    /// The word at `code`; a code that no word has is an error, for it can only come from damaged or newer bytes.
    static <E extends Coded> E at(E[] byCode, int code) {
        if (code < 0 || code >= byCode.length) {
            throw new IllegalArgumentException("unknown " + kind(byCode) + " code " + code);
        }
        return byCode[code];
    }

    /// Turns a constant's name into its label, once, when the constant is made.
    static String dashed(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String kind(Object[] words) {
        return words.getClass().getComponentType().getSimpleName();
    }

    private static <E extends Coded> String labels(E[] words) {
        StringBuilder out = new StringBuilder();
        for (E word : words) {
            out.append(out.isEmpty() ? "" : ", ").append(word.label());
        }
        return out.toString();
    }
}
