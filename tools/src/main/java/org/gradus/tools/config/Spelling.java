package org.gradus.tools.config;

import java.util.Collection;

/// Guesses what a misspelt word was meant to be.
public final class Spelling {
    private Spelling() {
    }

    /// `, did you mean x?`, or nothing when no candidate is near and none has the word as a part: `flatten` of
    /// `operator-flatten`.
    public static String nearest(String word, Collection<String> candidates) {
        String best = null;
        int least = Math.max(2, word.length() / 3) + 1;
        for (String candidate : candidates) {
            int distance = distance(word, candidate);
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        if (best == null) {
            best = candidates.stream().filter(candidate -> ("-" + candidate + "-").contains("-" + word + "-"))
                .findFirst().orElse(null);
        }
        return best == null ? "" : ", did you mean " + best + "?";
    }

    /// Insertions, deletions and replacements from one word to the other.
    static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
