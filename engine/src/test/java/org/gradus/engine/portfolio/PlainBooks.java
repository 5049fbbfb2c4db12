package org.gradus.engine.portfolio;

import static java.math.RoundingMode.FLOOR;
import static java.math.RoundingMode.HALF_EVEN;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gradus.engine.domain.Side;

/// The obvious portfolio: unbounded decimals, everything summed anew whenever it is asked for. Holder 0 is the
/// supervisor.
final class PlainBooks {
    private final int holders;
    private final Books.Row[][] rows;
    private final BigDecimal[] marks;
    private BigDecimal cash;
    private BigDecimal startingEquity;
    private BigDecimal cashFlows = Books.decimal(0);

    PlainBooks(int strategies, int instruments, BigDecimal cash) {
        this.holders = strategies + 1;
        this.cash = cash;
        this.startingEquity = cash;
        this.marks = new BigDecimal[instruments];
        this.rows = new Books.Row[instruments][holders];
        for (Books.Row[] row : rows) {
            Arrays.fill(row, Books.Row.EMPTY);
        }
    }

    void start(int instrument, BigDecimal quantity, BigDecimal averagePrice) {
        BigDecimal cost = money(averagePrice.multiply(quantity));
        rows[instrument][0] = new Books.Row(quantity, cost, Books.decimal(0), Books.decimal(0));
        startingEquity = startingEquity.add(cost);
        marks[instrument] = averagePrice;
    }

    void fill(int strategy, Fill fill) {
        BigDecimal price = Books.decimal(fill.price);
        BigDecimal quantity = Books.decimal(fill.quantity);
        book(strategy + 1, fill, quantity, Books.decimal(fill.fee), money(price.multiply(quantity)));
    }

    void sharedSell(Fill fill) {
        BigDecimal whole = Books.decimal(fill.quantity);
        BigDecimal notional = money(Books.decimal(fill.price).multiply(whole));
        BigDecimal fee = Books.decimal(fill.fee);
        BigDecimal seen = Books.decimal(0);
        for (int holder = 1; holder <= holders; holder++) {
            BigDecimal left = whole.subtract(seen);
            BigDecimal held = rows[fill.instrumentId][holder % holders].quantity().max(Books.decimal(0));
            BigDecimal quantity = holder == holders ? left : held.min(left);
            if (quantity.signum() > 0) {
                BigDecimal upTo = seen.add(quantity);
                book(holder % holders, fill, quantity, part(fee, upTo, whole).subtract(part(fee, seen, whole)),
                    part(notional, upTo, whole).subtract(part(notional, seen, whole)));
                seen = upTo;
            }
        }
    }

    void cashFlow(BigDecimal amount) {
        cash = cash.add(amount);
        cashFlows = cashFlows.add(amount);
    }

    void corporateAction(int instrument, BigDecimal ratio, BigDecimal paid) {
        Books.Row[] row = rows[instrument];
        BigDecimal whole = Arrays.stream(row).map(r -> r.quantity().abs()).reduce(Books.decimal(0), BigDecimal::add);
        BigDecimal seen = Books.decimal(0);
        BigDecimal seenAbsolute = Books.decimal(0);
        for (int holder = 1; holder <= holders; holder++) {
            Books.Row old = row[holder % holders];
            BigDecimal upTo = seen.add(old.quantity());
            BigDecimal absoluteUpTo = seenAbsolute.add(old.quantity().abs());
            BigDecimal quantity = shrink(upTo.multiply(ratio)).subtract(shrink(seen.multiply(ratio)));
            BigDecimal cashPart = whole.signum() == 0 ? holder == holders ? paid : Books.decimal(0)
                : part(paid, absoluteUpTo, whole).subtract(part(paid, seenAbsolute, whole));
            BigDecimal lost = quantity.signum() == 0 ? old.cost() : Books.decimal(0);
            row[holder % holders] = new Books.Row(quantity, old.cost().subtract(lost),
                old.realised().add(cashPart).subtract(lost), old.fees());
            seen = upTo;
            seenAbsolute = absoluteUpTo;
        }
        cash = cash.add(paid);
        if (marks[instrument] != null && ratio.signum() > 0) {
            marks[instrument] = marks[instrument].divide(ratio, 9, HALF_EVEN).max(new BigDecimal("0.000000001"));
        }
    }

    void adjust(int strategy, int instrument, BigDecimal delta) {
        BigDecimal worth = marks[instrument] == null ? Books.decimal(0) : money(marks[instrument].multiply(delta));
        rows[instrument][strategy + 1] = traded(rows[instrument][strategy + 1], delta, worth);
        cashFlows = cashFlows.add(worth);
    }

    void mark(int instrument, BigDecimal price) {
        marks[instrument] = price;
    }

    BigDecimal quantity(int strategy, int instrument) {
        return rows[instrument][strategy + 1].quantity();
    }

    Books books() {
        List<Books.Row> sums = new ArrayList<>();
        Books.Row all = Books.Row.EMPTY;
        BigDecimal value = Books.decimal(0);
        BigDecimal exposure = Books.decimal(0);
        for (int i = 0; i < rows.length; i++) {
            Books.Row sum = Arrays.stream(rows[i]).reduce(Books.Row.EMPTY, Books.Row::plus);
            BigDecimal atMark = marks[i] == null ? Books.decimal(0) : money(marks[i].multiply(sum.quantity()));
            sums.add(sum);
            all = all.plus(sum);
            value = value.add(atMark);
            exposure = exposure.add(atMark.abs());
        }
        return new Books(cash, cashFlows, startingEquity, cash.add(value), exposure, value.subtract(all.cost()),
            all.realised(), all.fees(), sums, Arrays.stream(rows).flatMap(Arrays::stream).toList());
    }

    private void book(int holder, Fill fill, BigDecimal quantity, BigDecimal fee, BigDecimal notional) {
        BigDecimal price = Books.decimal(fill.price);
        BigDecimal feeMoney = fill.feeInBase ? money(price.multiply(fee)) : fee;
        boolean buys = fill.side == Side.BUY;
        BigDecimal moved = buys ? quantity : quantity.negate();
        BigDecimal paid = buys ? notional : notional.negate();
        cash = cash.subtract(paid);
        if (fill.feeInBase) {
            moved = moved.subtract(fee);
            paid = paid.subtract(feeMoney);
        } else {
            cash = cash.subtract(fee);
        }
        Books.Row after = traded(rows[fill.instrumentId][holder], moved, paid);
        rows[fill.instrumentId][holder] =
            new Books.Row(after.quantity(), after.cost(), after.realised(), after.fees().add(feeMoney));
        if (marks[fill.instrumentId] == null) {
            marks[fill.instrumentId] = price;
        }
    }

    private static Books.Row traded(Books.Row row, BigDecimal delta, BigDecimal paid) {
        BigDecimal after = row.quantity().add(delta);
        boolean adds = row.quantity().signum() * delta.signum() >= 0;
        if (adds) {
            return new Books.Row(after, row.cost().add(paid), row.realised(), row.fees());
        }
        boolean through = delta.abs().compareTo(row.quantity().abs()) > 0;
        BigDecimal paidToClose = through ? part(paid, row.quantity().negate(), delta) : paid;
        BigDecimal costPart = through ? row.cost() : part(row.cost(), delta.negate(), row.quantity());
        return new Books.Row(after, row.cost().subtract(costPart).add(paid).subtract(paidToClose),
            row.realised().subtract(paidToClose).subtract(costPart), row.fees());
    }

    private static BigDecimal money(BigDecimal exact) {
        return exact.setScale(9, HALF_EVEN);
    }

    private static BigDecimal part(BigDecimal total, BigDecimal part, BigDecimal whole) {
        return total.multiply(part).divide(whole, 9, HALF_EVEN);
    }

    private static BigDecimal shrink(BigDecimal quantity) {
        return quantity.setScale(9, quantity.signum() < 0 ? RoundingMode.CEILING : FLOOR);
    }
}
