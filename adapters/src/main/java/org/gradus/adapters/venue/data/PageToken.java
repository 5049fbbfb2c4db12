package org.gradus.adapters.venue.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a page of history ended.
///
/// @param symbol  of the last item given
/// @param timeNs  of the last item given
/// @param given   how many items of that symbol and time were given so far: ticks may share a time
record PageToken(String symbol, long timeNs, int given) {
    private static final Pattern TEXT = Pattern.compile("([^|]+)\\|M\\|(-?[0-9]{1,19})\\|([0-9]{1,9})");

    String text() {
        return Base64.getEncoder().encodeToString((symbol + "|M|" + timeNs + "|" + given).getBytes(UTF_8));
    }

    static PageToken parse(String text) {
        try {
            Matcher matcher = TEXT.matcher(new String(Base64.getDecoder().decode(text), UTF_8));
            if (matcher.matches()) {
                return new PageToken(matcher.group(1), Long.parseLong(matcher.group(2)),
                        Integer.parseInt(matcher.group(3)));
            }
        } catch (IllegalArgumentException notOurs) {
            throw new DataRefusal("invalid page_token: " + text);
        }
        throw new DataRefusal("invalid page_token: " + text);
    }
}
