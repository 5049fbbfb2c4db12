package org.gradus.adapters.tape;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.gradus.engine.domain.FeedFault;
import org.gradus.engine.domain.FixedPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldParserTest {
    private static final String ALPHABET = "00123456789..-+eE x";

    @ParameterizedTest
    @CsvSource({
        "1, 1000000000", "0.000000001, 1", "9223372036.854775807, 9223372036854775807", "007, 7000000000",
        "1.000000000000, 1000000000", ".5, 500000000", "5., 5000000000", "4e-05, 40000", "+1, 1000000000",
        "1234567890123456789000e-12, 1234567890123456789", "-0, 0",
    })
    void readsPricesExactly(String text, long price) {
        FieldParser fields = parser("x," + text + ",y");
        fields.takes(new byte[] {'x'});
        long read = fields.price();
        assertEquals(price, read);
        assertEquals(price == 0 ? FeedFault.ZERO_PRICE : null, fields.fault());
        assertEquals(true, fields.takes(new byte[] {'y'}));
    }

    @Test
    void cutsSizesToTheDecimalsOfTheInstrument() {
        assertEquals(129_263_310L, parser("1.292633100000100000").size(8));
        assertEquals(1L, parser("1.99999999999999999999999").size(0));
        assertEquals(123_456_789_012_345L, parser("123456789012.3459").size(3));
        assertEquals(9_223_372_036_854_775_807L, parser("9.223372036854775807").size(18));
        assertEquals(0L, parser("0.000").size(2));
    }

    @Test
    void agreesWithFixedPointOnEveryText() {
        for (long seed = 0; seed < 100_000; seed++) {
            Random random = new Random(seed);
            String text = text(random);
            int decimals = random.nextInt(FixedPoint.MAX_DECIMALS + 1);
            String message = "seed " + seed + ": '" + text + "', decimals " + decimals;
            FieldParser price = parser(text);
            assertEquals(expected(text, FixedPoint.DECIMALS, true), result(price, price.price()), message);
            FieldParser size = parser(text);
            assertEquals(expected(text, decimals, false), result(size, size.sizeAboveZero(decimals)), message);
        }
    }

    private static FieldParser parser(String line) {
        FieldParser fields = new FieldParser();
        byte[] bytes = line.getBytes(UTF_8);
        fields.wrap(bytes, 0, bytes.length);
        return fields;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        boolean plain = random.nextBoolean();
        int length = random.nextInt(plain ? 30 : 8);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(plain ? 12 : ALPHABET.length())));
        }
        return text.toString();
    }

    private static String result(FieldParser fields, long value) {
        boolean none = fields.fault() == FeedFault.ZERO_PRICE || fields.fault() == FeedFault.ZERO_SIZE;
        return fields.fault() == null || none ? Long.toString(value)
                : fields.fault() == FeedFault.NEGATIVE ? "negative" : "refused";
    }

    private static String expected(String text, int decimals, boolean exact) {
        try {
            long value = exact ? FixedPoint.parse(text) : FixedPoint.parseTruncating(text, decimals);
            return value < 0 ? "negative" : Long.toString(value);
        } catch (NumberFormatException e) {
            return "refused";
        }
    }
}
