package org.gradus.engine.risk;

import static org.gradus.engine.domain.FixedPoint.format;
import static org.gradus.engine.domain.FixedPoint.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
    private final CircuitBreaker breaker = new CircuitBreaker(parse("0.1"));

    @Test
    void tripsAtTenPerCentBelowThePeakAndNotBefore() {
        assertEquals("no at 0", mark("100000"));
        assertEquals("no at -0.1", mark("90000.000000001"));
        assertEquals("trips at -0.1", mark("90000"));
        assertEquals("0.1", format(-breaker.trippedDrawdown()));
    }

    @Test
    void tripsOnceAndStaysLatched() {
        mark("100000");
        assertEquals("trips at -0.12", mark("88000"));
        assertEquals("no at -0.2", mark("80000"));
        assertEquals("no at 0", mark("120000"));
        assertEquals("no at -0.16666667", mark("100000"));
        assertEquals("latched at -0.12 from 120000", state());
    }

    @Test
    void measuresFromTheReviewWhileTheTruePeakStays() {
        mark("100000");
        mark("88000");
        breaker.review(parse("88000"));
        assertEquals("closed at 0 from 88000", state());
        assertEquals("100000", format(breaker.truePeak()));
        assertEquals("no at -0.0909091", mark("80000"));
        assertEquals("trips at -0.1", mark("79200"));
    }

    @Test
    void takesDepositsAndWithdrawalsForNeitherGainNorLoss() {
        mark("100000");
        breaker.onCashFlow(parse("50000"));
        assertEquals("no at 0", mark("150000"));
        breaker.onCashFlow(parse("-100000"));
        assertEquals("no at 0", mark("50000"));
        assertEquals("no at -0.09", mark("45500"));
        assertEquals("trips at -0.1", mark("45000"));
        assertEquals("50000", format(breaker.truePeak()));
    }

    @Test
    void knowsThePeakFromBeforeTheFirstMark() {
        breaker.start(parse("200000"));
        assertEquals("trips at -0.5", mark("100000"));
    }

    @Test
    void staysQuietOverAnEmptyAccount() {
        assertEquals("no at 0", mark("0"));
        mark("100");
        breaker.onCashFlow(parse("-100"));
        assertEquals("no at 0", mark("0"));
        assertEquals("trips at -1", mark("-0.01"));
    }

    @Test
    void remembersTheLowestMarkSinceItWasLastAsked() {
        mark("100");
        mark("95");
        mark("97");
        assertEquals("95", format(breaker.takeLow()));
        assertEquals("97", format(breaker.takeLow()));
        mark("98");
        mark("99");
        assertEquals("98", format(breaker.takeLow()));
    }

    @Test
    void agreesWithDecimalArithmeticOnEveryMark() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            long limit = random.nextInt(1, 40) * 10_000_000L;
            CircuitBreaker exact = new CircuitBreaker(limit);
            long peak = 0;
            for (int step = 0; step < 20; step++) {
                long equity = random.nextBoolean() ? random.nextLong(1, 1L << random.nextInt(1, 62))
                    : onTheEdge(peak, limit, random);
                peak = Math.max(peak, equity);
                BigDecimal bound = new BigDecimal(peak).multiply(BigDecimal.ONE.subtract(BigDecimal.valueOf(limit, 9)));
                boolean trips = !exact.latched() && new BigDecimal(equity).compareTo(bound) <= 0;
                assertEquals(trips, exact.onEquity(equity), "seed " + seed);
            }
        }
    }

    private static long onTheEdge(long peak, long limit, Random random) {
        BigDecimal edge = new BigDecimal(peak).multiply(BigDecimal.ONE.subtract(BigDecimal.valueOf(limit, 9)));
        return Math.max(1, edge.longValue() + random.nextInt(-1, 3));
    }

    private String mark(String equity) {
        boolean trips = breaker.onEquity(parse(equity));
        return (trips ? "trips" : "no") + " at " + format(breaker.drawdown(parse(equity)));
    }

    @Test
    void farFromItsLimitItCannotTripWhateverTheWayEquityTakes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int far = 0;
        for (int i = 0; i < 2_000; i++) {
            CircuitBreaker one = new CircuitBreaker(parse("0.1"));
            one.start(parse("100"));
            long lowest = parse("100") - random.nextLong(parse("12"));
            long highest = lowest + random.nextLong(parse("14"));
            if (!one.farFrom(lowest, highest)) {
                continue;
            }
            far++;
            for (int step = 0; step < 20; step++) {
                long equity = step % 2 == 0 ? highest : lowest + random.nextLong(highest - lowest + 1);
                assertEquals(false, one.onEquity(equity) || one.onEquity(lowest), "seed " + seed);
            }
        }
        assertEquals(true, far > 200, "some of them are far");
    }

    private String state() {
        return (breaker.latched() ? "latched" : "closed") + " at " + format(breaker.trippedDrawdown()) + " from "
            + format(breaker.peak());
    }
}
