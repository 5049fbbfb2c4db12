package org.gradus.adapters.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.ingress.Arrivals;
import org.gradus.engine.ingress.VenueFeed;
import org.gradus.engine.tape.TapeEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedComparisonTest {
    private static final long SECOND = 1_000_000_000L;
    private static final FeedRules RULES = new FeedRules(FixedPoint.parse("0.01"), 5 * SECOND, 60 * SECOND);

    private final PriceBoard ours = new PriceBoard("Alpaca", 2);
    private final PriceBoard theirs = new PriceBoard("Finnhub", 2);
    private final Recorded recorded = new Recorded();
    private final List<String> told = new ArrayList<>();
    private long nowNs = 1_795_000_000 * SECOND;
    private final FeedComparison comparison = new FeedComparison(List.of(Instruments.BTC), ours, theirs, RULES,
            () -> nowNs, told::add);

    @BeforeEach
    void begins() {
        comparison.begin(recorded, recorded);
        assertEquals(List.of("up"), recorded.all());
    }

    private void prices(String mine, String other) {
        ours.seen(0, FixedPoint.parse(mine), nowNs);
        theirs.seen(0, FixedPoint.parse(other), nowNs);
        comparison.look();
    }

    private void later(long ns) {
        nowNs += ns;
    }

    @Test
    void isDownOnceADisagreementHasLastedAndSaysBothPrices() {
        prices("60000", "60600.01");
        later(5 * SECOND);
        prices("60000", "60600.01");
        assertEquals(List.of(), recorded.all());
        later(1);
        prices("60000", "60600.01");
        assertEquals(List.of("0 at " + nowNs
                + ": FAULT -4:1 instrument=0 time=" + nowNs + " venueTime=" + nowNs
                + " DISPUTED_PRICE detail=Alpaca says 60000, Finnhub says 60600.01", "down feeds-disagree"),
                recorded.all());
        assertEquals(List.of("feeds disagree about BTC/USD: Alpaca says 60000, Finnhub says 60600.01"), told);
    }

    @Test
    void countsADifferenceOfExactlyTheBoundAsAgreement() {
        for (int i = 0; i < 10; i++) {
            prices("60600", "60000");
            later(2 * SECOND);
        }
        assertEquals(List.of(), recorded.all());
    }

    @Test
    void doesNotMindADisagreementThatPasses() {
        for (int i = 0; i < 10; i++) {
            prices("60000", "62000");
            later(4 * SECOND);
            prices("62000", "62000");
            later(4 * SECOND);
        }
        assertEquals(List.of(), recorded.all());
    }

    @Test
    void isUpAgainOnceTheyHaveAgreedForAWhile() {
        disagree();
        prices("60000", "60100");
        later(5 * SECOND);
        prices("60000", "60100");
        assertEquals(List.of(), recorded.all());
        later(1);
        prices("60000", "60100");
        assertEquals(List.of("up"), recorded.all());
        assertEquals("feeds agree again about BTC/USD", told.getLast());
    }

    @Test
    void staysDownWhileTheyAgreeOnlyNowAndThen() {
        disagree();
        for (int i = 0; i < 10; i++) {
            prices("60000", "60100");
            later(4 * SECOND);
            prices("60000", "63000");
            later(4 * SECOND);
        }
        assertEquals(List.of(), recorded.all());
    }

    @Test
    void tellsOnceThatASourceIsMissingAndTakesThatForNoDisagreement() {
        for (int i = 0; i < 100; i++) {
            ours.seen(0, FixedPoint.parse("60000"), nowNs);
            comparison.look();
            later(SECOND);
        }
        assertEquals(List.of("Finnhub has no fresh price of BTC/USD: it is not compared"), told);
        assertEquals(List.of(), recorded.all());
    }

    @Test
    void takesAStalePriceForNone() {
        prices("60000", "60000");
        for (int i = 0; i < 100; i++) {
            later(SECOND);
            ours.seen(0, FixedPoint.parse("90000"), nowNs);
            if (nowNs % (3 * SECOND) == 0) {
                theirs.seen(0, FixedPoint.parse("60000"), nowNs - 61 * SECOND);
            }
            comparison.look();
        }
        // It was fresh for a minute, and so long the feeds disagreed.
        assertEquals(List.of("feeds disagree about BTC/USD: Alpaca says 90000, Finnhub says 60000",
                "Finnhub has no fresh price of BTC/USD: it is not compared", "feeds agree again about BTC/USD"), told);
        assertEquals("up", recorded.all().getLast());
    }

    @Test
    void looksByItselfUntilItIsClosed() throws InterruptedException {
        FeedComparison watching = new FeedComparison(List.of(Instruments.BTC), ours, theirs,
                new FeedRules(FixedPoint.parse("0.01"), 0, 60 * SECOND), System::nanoTime, _ -> { });
        Recorded seen = new Recorded();
        ours.seen(0, FixedPoint.parse("100"), System.nanoTime());
        theirs.seen(0, FixedPoint.parse("200"), System.nanoTime());
        watching.start(seen, seen);
        assertEquals("up", seen.next());
        seen.next();
        assertEquals("down feeds-disagree", seen.next());
        watching.close();
        theirs.seen(0, FixedPoint.parse("100"), System.nanoTime());
        assertEquals(List.of(), seen.all());
    }

    @Test
    void notesThePricesOfAFeedAndKeepsBackWhatAnotherFeeds() {
        TapeEvent event = new TapeEvent();
        VenueFeed feed = new VenueFeed() {
            @Override
            public void start(Arrivals arrivals, State state) {
                arrivals.market(event.from(0, 1, 0).at(5, 5).quote(100, 1, 104, 1));
                arrivals.market(event.from(0, 2, 1).at(6, 6).trade(50, 1, TapeEvent.AGGRESSOR_UNKNOWN));
                arrivals.market(event.from(0, 3, 1).at(5, 5).trade(70, 1, TapeEvent.AGGRESSOR_UNKNOWN));
            }

            @Override
            public void close() {
                recorded.up();
            }
        };
        PriceBoard board = new PriceBoard("Alpaca", 2);
        TappedFeed tapped = new TappedFeed(feed, board, instrument -> instrument == 1);
        tapped.start(recorded, recorded);
        tapped.close();
        assertEquals(new SeenPrice(102, 5), board.latest(0));
        assertEquals(new SeenPrice(50, 6), board.latest(1));
        List<String> passedOn = recorded.all();
        assertEquals(2, passedOn.size());
        assertTrue(passedOn.getFirst().startsWith("0 at 5: QUOTE"));
        assertEquals("up", passedOn.getLast());
    }

    private void disagree() {
        prices("60000", "63000");
        later(6 * SECOND);
        prices("60000", "63000");
        assertEquals("down feeds-disagree", recorded.all().getLast());
    }
}
