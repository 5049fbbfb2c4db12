package org.gradus.engine.portfolio;

import static org.gradus.engine.portfolio.Books.decimal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.gradus.engine.domain.Side;
import org.junit.jupiter.api.Test;

/// Random histories of fills, marks, cash flows and corporate actions, with restarts in between, keep the very books
/// that plain decimals keep, and the identity of the exported journal holds after each step to the last unit.
class PortfolioPropertyTest {
    private static final long SEED = Long.getLong("gradus.seed", 20260102L);
    private static final int RUNS = 4_000;
    private static final int STEPS = 60;
    private static final int STRATEGIES = 3;
    private static final int INSTRUMENTS = 2;
    private static final long[] RATIOS = {0, 100_000_000L, 333_333_333L, 500_000_000L, 1_000_000_000L, 1_500_000_000L,
        2_000_000_000L};

    @Test
    void keepsTheBooksOfPlainDecimals() {
        for (int run = 0; run < RUNS; run++) {
            History history = new History(SEED + run);
            history.compare("start");
            for (int step = 0; step < STEPS; step++) {
                history.compare(history.step());
            }
        }
    }

    /// One run: the portfolio, its plain twin and the ledger that must add up with them.
    private static final class History {
        private final long seed;
        private final SplittableRandom random;
        private final PlainBooks plain;
        private final TradeLedger ledger = new TradeLedger(STRATEGIES, INSTRUMENTS, new long[] {1, 1_000_000L});
        private Portfolio portfolio;

        History(long seed) {
            this.seed = seed;
            this.random = new SplittableRandom(seed);
            long cash = random.nextLong(1_000_000_000_000_000L);
            portfolio = new Portfolio(STRATEGIES, INSTRUMENTS, cash);
            plain = new PlainBooks(STRATEGIES, INSTRUMENTS, decimal(cash));
            for (int i = 0; i < INSTRUMENTS; i++) {
                if (random.nextBoolean()) {
                    long quantity = size();
                    long price = size();
                    portfolio.start(i, quantity, price);
                    plain.start(i, decimal(quantity), decimal(price));
                }
            }
        }

        String step() {
            int instrument = random.nextInt(INSTRUMENTS);
            int choice = random.nextInt(100);
            if (choice < 50) {
                return fill(random.nextInt(-1, STRATEGIES), instrument);
            } else if (choice < 60) {
                return sharedSell(instrument);
            } else if (choice < 85) {
                return mark(instrument, size());
            } else if (choice < 90) {
                return cashFlow(random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L));
            } else if (choice < 93) {
                return corporateAction(instrument);
            } else if (choice < 95) {
                return adjust(random.nextInt(-1, STRATEGIES), instrument,
                    random.nextLong(-1_000_000_000L, 1_000_000_000L));
            }
            portfolio = StateCopy.into(new Portfolio(STRATEGIES, INSTRUMENTS, 0), portfolio);
            return "restart";
        }

        void compare(String step) {
            Books books = Books.of(portfolio, STRATEGIES, INSTRUMENTS);
            String named = step + ", -Dgradus.seed=" + seed;
            assertEquals(plain.books(), books, named);
            assertEquals(books.realised().add(books.open()).subtract(books.fees()),
                books.equity().subtract(books.startingEquity()).subtract(books.cashFlows()), named);
            for (int s = Portfolio.SUPERVISOR; s < STRATEGIES; s++) {
                long net = 0;
                long finished = ledger.of(s).net();
                for (int i = 0; i < INSTRUMENTS; i++) {
                    Position position = portfolio.position(s, i);
                    net += position.realised() - position.fees();
                    finished += ledger.running(s, i, position);
                }
                assertEquals(net, finished, named);
            }
        }

        private String fill(int strategy, int instrument) {
            long held = portfolio.position(strategy, instrument).quantity();
            boolean closes = held != 0 && random.nextInt(10) < 6;
            Side side = closes ? held > 0 ? Side.SELL : Side.BUY : random.nextInt(10) < 9 ? Side.BUY : Side.SELL;
            long quantity = closes && random.nextBoolean() ? Math.abs(held) : size();
            long price = size();
            boolean feeInBase = random.nextInt(3) == 0;
            long fee = random.nextInt(4) == 0 ? 0 : random.nextLong(quantity / (random.nextInt(20) == 0 ? 1 : 100) + 1);
            Fill fill = Fills.fill(side, quantity, price, fee, feeInBase);
            fill.instrumentId = instrument;
            portfolio.applyFill(strategy, fill);
            plain.fill(strategy, fill);
            note(strategy, instrument);
            return "fill of " + strategy;
        }

        private String sharedSell(int instrument) {
            long held = portfolio.position(instrument).quantity();
            long quantity = held > 0 && random.nextInt(3) > 0 ? random.nextLong(held) + 1 : size();
            Fill fill = Fills.fill(Side.SELL, quantity, size(), random.nextLong(1_000_000_000L), false);
            fill.instrumentId = instrument;
            FillSplit split = portfolio.allocateSell(fill);
            while (split.next()) {
                portfolio.applyShare(split);
                note(split.strategyId(), instrument);
            }
            plain.sharedSell(fill);
            return "shared sell";
        }

        private String mark(int instrument, long price) {
            portfolio.mark(instrument, price);
            plain.mark(instrument, decimal(price));
            return "mark";
        }

        private String cashFlow(long amount) {
            portfolio.cashFlow(amount);
            plain.cashFlow(decimal(amount));
            return "cash flow";
        }

        private String corporateAction(int instrument) {
            long ratio = RATIOS[random.nextInt(RATIOS.length)];
            long cash = random.nextLong(100_000_000_000L);
            portfolio.corporateAction(instrument, ratio, cash);
            plain.corporateAction(instrument, decimal(ratio), decimal(cash));
            for (int s = Portfolio.SUPERVISOR; s < STRATEGIES; s++) {
                note(s, instrument);
            }
            return "corporate action " + ratio;
        }

        private String adjust(int strategy, int instrument, long delta) {
            portfolio.adjust(strategy, instrument, delta);
            plain.adjust(strategy, instrument, decimal(delta));
            note(strategy, instrument);
            return "adjust";
        }

        private void note(int strategy, int instrument) {
            ledger.changed(strategy, instrument, portfolio.position(strategy, instrument));
        }

        /// 1e-9 to about 4000, every magnitude alike.
        private long size() {
            return (random.nextLong(1L << 42) >> random.nextInt(42)) + 1;
        }
    }
}
