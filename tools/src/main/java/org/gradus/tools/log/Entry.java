package org.gradus.tools.log;

import java.util.ArrayList;
import java.util.List;

/// One entry of the log: a heading with the journal sequence, the time and what happened, then its points.
///
/// @param sequence of the journal record it comes from
/// @param points   `**What:** …` and so on, in their order
/// @param headline  whether it is shown to whoever watches the run, beside standing in the log
record Entry(long sequence, long timeNs, String title, List<String> points, boolean headline) {
    static final String HEADING = "### Record ";

    Entry {
        points = List.copyOf(points);
    }

    Entry(long sequence, long timeNs, String title, List<String> points) {
        this(sequence, timeNs, title, points, false);
    }

    /// For a console.
    String line() {
        String words = String.join("; ", points.stream().map(point -> point.substring(point.indexOf(":** ") + 4))
                .toList());
        return Numbers.time(timeNs) + "  " + title + (words.isEmpty() ? "" : ": " + words);
    }

    String text() {
        StringBuilder text = new StringBuilder(HEADING).append(sequence).append(" · ")
                .append(Numbers.time(timeNs)).append(" · ").append(title).append('\n');
        points.forEach(point -> text.append("- ").append(point).append('\n'));
        return text.append('\n').toString();
    }

    /// Collects the points of an entry; a point without words is left out.
    static final class Points {
        private final List<String> points = new ArrayList<>();

        Points what(String words) {
            return add("What", words);
        }

        Points why(String words) {
            return add("Why", words);
        }

        Points checks(String words) {
            return add("Checks", words);
        }

        Points cameOfIt(String words) {
            return add("Came of it", words);
        }

        private Points add(String name, String words) {
            if (!words.isEmpty()) {
                points.add("**" + name + ":** " + words);
            }
            return this;
        }

        List<String> list() {
            return points;
        }
    }
}
