package org.gradus.engine.domain;

import static org.gradus.engine.domain.FixedPoint.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitRatioTest {
    @ParameterizedTest
    @CsvSource({"10, 40, 4:1", "10, 15, 3:2", "6, 2, 1:3", "100, 1, 1:100", "0.25, 0.5, 2:1", "30, 40, 4:3",
            "9000000000, 900000000, 1:10"})
    void findsTheSimplestRatio(String before, String after, String words) {
        assertEquals(words, SplitRatio.words(SplitRatio.between(parse(before), parse(after))));
    }

    @ParameterizedTest
    @CsvSource({"10, 10", "10, 17", "10, 0", "0, 10", "-1, -4", "10, 10.000000001", "1, 101"})
    void anythingElseIsNone(String before, String after) {
        assertEquals(0, SplitRatio.between(parse(before), parse(after)));
    }
}
