package org.gradus.adapters.taapi;

import java.util.ArrayList;
import java.util.List;
import org.gradus.adapters.wire.Unreadable;
import org.gradus.adapters.wire.WireObject;

/// What TAAPI computed.
///
/// @param values  in the order of our outputs
/// @param startNs of the candle; 0 where it did not say
record CalculatedValues(List<Double> values, long startNs) {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long MILLISECOND_NS = 1_000_000L;
    /// A number of seconds as large as this is centuries away: it counts milliseconds.
    private static final long SECONDS_MAX = Long.MAX_VALUE / SECOND_NS;

    CalculatedValues {
        values = List.copyOf(values);
    }

    static CalculatedValues read(WireObject result, Calculation of) {
        List<Double> values = new ArrayList<>();
        for (String output : of.outputs()) {
            values.add(number(result.text(output), output));
        }
        long time = result.wholeOr("timestamp", 0);
        if (time < 0 || time > Long.MAX_VALUE / MILLISECOND_NS) {
            throw Unreadable.malformed("timestamp: no time");
        }
        return new CalculatedValues(values, time <= SECONDS_MAX ? time * SECOND_NS : time * MILLISECOND_NS);
    }

    /// An indicator is no price: a double is exact enough.
    private static double number(String text, String name) {
        try {
            double value = Double.parseDouble(text);
            if (Math.abs(value) <= Double.MAX_VALUE) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw Unreadable.malformed(name + ": not a number");
        }
        throw Unreadable.malformed(name + ": not finite");
    }
}
