package org.gradus.engine.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Each built-in strategy on a few bars made for its idea: when it enters, when it does not although it nearly would,
/// and when it leaves.
class BuiltInIdeasTest {
    private static final int WARM = 60;

    @Nested
    class BtcMomentum {
        private static final String SURGED = "enter: price rose {roc(2)} % in 2 bars on volume above 1.5 times its "
                + "average {volume-sma(3)}, above the trend {ema(3)}";
        private static final String FADED = "exit: momentum {roc(2)} % has faded or price fell under the trend "
                + "{ema(3)}";

        private Watched calm() {
            return new Watched("btc-momentum", "roc", "2", "volume-bars", "3", "trend", "3").calm(WARM, 100, 10);
        }

        @Test
        void entersOnASurgeThatVolumeConfirms() {
            Watched market = calm();
            assertEquals(SURGED, market.bar(100, 102, 100, 102, 30));
            assertEquals(0.02, market.stopFraction());
        }

        @Test
        void doesNotEnterOnTheSameSurgeWithoutVolume() {
            assertEquals("hold", calm().bar(100, 102, 100, 102, 20));
        }

        @Test
        void doesNotEnterOnVolumeWithoutASurge() {
            assertEquals("hold", calm().bar(100, 101, 100, 100.9, 30));
        }

        @Test
        void doesNotEnterTwice() {
            assertEquals("hold", calm().waiting().bar(100, 102, 100, 102, 30));
        }

        @Test
        void leavesWhenMomentumTurnsNegative() {
            Watched market = calm().holding(1);
            assertEquals("hold", market.bar(100, 103, 100, 103, 10));
            assertEquals("hold", market.bar(103, 104, 103, 104, 10));
            assertEquals(FADED, market.bar(104, 104, 102, 102.5, 10));
        }

        @Test
        void leavesWhenThePriceFallsUnderTheTrend() {
            Watched market = calm().holding(1);
            market.bar(100, 110, 100, 110, 10);
            assertEquals(FADED, market.bar(110, 110, 103, 103, 10));
        }
    }

    @Nested
    class AltBreakout {
        private static final String BROKE = "enter: close broke the resistance of 3 bars, trend strength {adx(2)}";
        private static final String BACK = "exit: close fell under the channel's middle {donchian-middle(3)}";

        /// Between 99.9 and 101.1.
        private Watched sideways(String strength) {
            Watched market = new Watched("alt-breakout", "channel", "3", "adx", "2", "strength", strength);
            for (int i = 0; i < WARM; i++) {
                market.close(i % 2 == 0 ? 100 : 101);
            }
            return market;
        }

        @Test
        void entersAtACloseAboveTheChannelAsItStoodBefore() {
            Watched market = sideways("20");
            assertEquals("hold", market.close(101.1));
            assertEquals(BROKE, market.close(103));
            assertEquals(0.025, market.stopFraction());
        }

        @Test
        void doesNotEnterWithoutATrend() {
            assertEquals("hold", sideways("100").close(103));
        }

        @Test
        void leavesAtACloseUnderTheMiddle() {
            Watched market = sideways("20").holding(1);
            assertEquals("hold", market.close(104));
            assertEquals("hold", market.close(103));
            assertEquals(BACK, market.close(101.5));
        }
    }

    @Nested
    class RsiReversal {
        private static final String TURNED = "enter: RSI {rsi(3)} turned up out of oversold near the support "
                + "{pivot-support(1,1)}";
        private static final String DONE = "exit: RSI {rsi(3)} reached overbought, or the support "
                + "{pivot-support(1,1)} broke";

        /// A swing low at 94.9, then back up, then down near it again with the RSI far under 30.
        private Watched sellersTryAgain() {
            Watched market = new Watched("rsi-reversal", "rsi", "3", "pivot", "1");
            for (int i = 0; i < WARM; i++) {
                market.close(i % 2 == 0 ? 100 : 101);
            }
            market.closes(97, 95).bar(95.5, 99.1, 95.4, 99, 10);
            return market.closes(100, 98, 96, 95.5);
        }

        @Test
        void entersWhenTheRsiComesBackThroughItsMarkNearTheSupport() {
            Watched market = sellersTryAgain();
            assertEquals(TURNED, market.close(96.8));
            assertEquals("hold", market.close(97.5));
        }

        @Test
        void doesNotEnterFarFromTheSupport() {
            Watched market = sellersTryAgain();
            assertEquals("hold", market.bar(97.5, 98.5, 97.4, 98.4, 10));
        }

        @Test
        void doesNotEnterWhileStillOversold() {
            assertEquals("hold", sellersTryAgain().close(95.6));
        }

        @Test
        void leavesWhenOverbought() {
            Watched market = sellersTryAgain().holding(1);
            assertEquals("hold", market.close(96));
            assertEquals(DONE, market.close(101));
        }

        @Test
        void leavesWhenTheSupportBreaks() {
            assertEquals(DONE, sellersTryAgain().holding(1).close(93));
        }
    }

    @Nested
    class MacdTrend {
        private static final String UP = "enter: MACD {macd(3,6,3)} crossed above its signal "
                + "{macd-signal(3,6,3)}, RSI {rsi(3)}";
        private static final String DOWN = "exit: MACD {macd(3,6,3)} crossed below its signal {macd-signal(3,6,3)}";

        private Watched falling(String mostRsi) {
            Watched market = new Watched("macd-trend", "fast", "3", "slow", "6", "signal", "3", "rsi", "3", "most-rsi",
                    mostRsi);
            for (int i = 0; i < WARM; i++) {
                market.close(200 - i);
            }
            return market.closes(140, 138, 135);
        }

        @Test
        void entersAtTheCrossingAndNotAgain() {
            Watched market = falling("100");
            assertEquals("hold", market.close(133));
            assertEquals(UP, market.close(137));
            assertEquals("hold", market.close(139));
        }

        @Test
        void doesNotEnterWhenTheRsiShowsExcess() {
            Watched market = falling("50");
            market.close(133);
            assertEquals("hold", market.close(140));
        }

        @Test
        void leavesAtTheCrossingBack() {
            Watched market = falling("100").holding(1);
            market.closes(133, 137, 141, 144);
            assertEquals("hold", market.close(146));
            assertEquals(DOWN, market.close(140));
        }
    }

    @Nested
    class SupportBounce {
        private static final String BOUNCED = "enter: price dipped to the support {pivot-support(1,1)} and closed back "
                + "above it, resistance {pivot-resistance(1,1)}";
        private static final String FINISHED = "exit: price reached the resistance {pivot-resistance(1,1)} or closed "
                + "under the support {pivot-support(1,1)}";

        /// Swings at 95 below and 110 above; the last close is 97.
        private Watched range() {
            Watched market = new Watched("support-bounce", "pivot", "1").calm(5, 100, 10);
            market.bar(100, 101, 95, 100, 10);
            market.bar(100, 104, 99, 104, 10);
            market.bar(104, 110, 103, 108, 10);
            market.bar(108, 108, 99, 99, 10);
            market.bar(99, 99, 97, 97, 10);
            return market;
        }

        @Test
        void entersWhenABarDipsToTheSupportAndClosesStrongly() {
            Watched market = range();
            assertEquals(BOUNCED, market.bar(96, 98, 95.2, 97.8, 10));
            assertEquals(0.015, market.stopFraction());
        }

        @Test
        void doesNotEnterOnAWeakClose() {
            assertEquals("hold", range().bar(96, 98, 95.2, 96.2, 10));
        }

        @Test
        void doesNotEnterWhenTheSupportWasNotTouched() {
            assertEquals("hold", range().bar(96, 98, 95.9, 97.8, 10));
        }

        @Test
        void doesNotEnterWithoutRoomToTheResistance() {
            Watched market = new Watched("support-bounce", "pivot", "1", "room", "0.2").calm(5, 100, 10);
            market.bar(100, 101, 95, 100, 10);
            market.bar(100, 104, 99, 104, 10);
            market.bar(104, 110, 103, 108, 10);
            market.bar(108, 108, 99, 99, 10);
            market.bar(99, 99, 97, 97, 10);
            assertEquals("hold", market.bar(96, 98, 95.2, 97.8, 10));
        }

        @Test
        void leavesNearTheResistanceAndUnderTheSupport() {
            assertEquals(FINISHED, range().holding(1).bar(97, 109.9, 97, 109.8, 10));
            assertEquals(FINISHED, range().holding(1).bar(97, 97, 94, 94.5, 10));
            assertEquals("hold", range().holding(1).bar(97, 100, 97, 99, 10));
        }
    }

    @Nested
    class BollingerSqueeze {
        private static final String RELEASED = "enter: close above the upper band {bollinger-upper(5,1)} out of a "
                + "squeeze, width {bollinger-width(5,1)}";
        private static final String BACK = "exit: close under the middle band {bollinger-middle(5,1)}";

        private Watched bands() {
            return new Watched("bollinger-squeeze", "bars", "5", "deviations", "1", "fresh", "2");
        }

        @Test
        void entersAboveTheUpperBandOutOfASqueeze() {
            Watched market = bands().calm(10, 100, 10);
            assertEquals(RELEASED, market.close(103));
            assertEquals(0.02, market.stopFraction());
        }

        @Test
        void doesNotEnterWhenNoSqueezeCameBefore() {
            Watched market = bands().closes(100, 104, 100, 104, 100, 104, 100, 104, 100);
            assertEquals("hold", market.close(108));
        }

        @Test
        void doesNotEnterWhenTheSqueezeIsLongOver() {
            Watched market = bands().calm(10, 100, 10);
            market.closes(97, 103, 97, 99);
            assertEquals("hold", market.close(106));
        }

        @Test
        void leavesUnderTheMiddleBand() {
            Watched market = bands().calm(10, 100, 10).holding(1);
            assertEquals("hold", market.close(103));
            assertEquals(BACK, market.close(99));
        }
    }

    @Nested
    class EmaPullback {
        private static final String DIPPED = "enter: pullback to the fast average in an uptrend, {ema(3)} over "
                + "{ema(6)}, range {atr(3)}";
        private static final String CROSSED = "exit: the averages crossed down: no longer {ema(3)} over {ema(6)}";

        private Watched rising(double step) {
            Watched market = new Watched("ema-pullback", "fast", "3", "slow", "6", "atr", "3");
            for (int i = 0; i < WARM; i++) {
                market.close(1_000 + i * step);
            }
            return market;
        }

        @Test
        void entersAtADipThatClosesAboveTheFastAverage() {
            Watched market = rising(1);
            assertEquals("hold", market.bar(1_059.7, 1_061, 1_059.6, 1_060, 10));
            assertEquals(DIPPED, market.bar(1_060, 1_061, 1_057, 1_061, 10));
            assertTrue(market.stopFraction() > 0.002 && market.stopFraction() < 0.01, () -> "" + market.stopFraction());
        }

        @Test
        void neverPromisesMoreThanTheLargestStop() {
            Watched market = rising(15);
            double last = 1_000 + 15 * (WARM - 1);
            assertEquals(DIPPED, market.bar(last, last + 2, last - 60, last + 1, 10));
            assertEquals(0.025, market.stopFraction());
        }

        @Test
        void doesNotEnterAtADipThatStaysBelow() {
            assertEquals("hold", rising(1).bar(1_059, 1_060, 1_055, 1_057, 10));
        }

        @Test
        void doesNotEnterInADowntrend() {
            assertEquals("hold", rising(-1).bar(941, 945, 940, 944, 10));
        }

        @Test
        void leavesWhenTheAveragesCrossDown() {
            Watched market = rising(1).holding(1);
            assertEquals("hold", market.close(1_055));
            assertEquals(CROSSED, market.close(1_045));
        }
    }
}
