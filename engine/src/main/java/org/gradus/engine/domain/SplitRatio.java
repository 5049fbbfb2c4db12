package org.gradus.engine.domain;

/// The ratios in which companies split their shares: a few new ones for each old one, or one new for several old.
public final class SplitRatio {
    private static final int MOST = 100;
    private static final int MOST_OF_THE_FEWER = 4;

    private SplitRatio() {
    }

    /// The simplest such ratio that makes one quantity the other, as new units for one old, scaled 1e-9; 0 when none
    /// does.
    public static long between(long before, long after) {
        if (before <= 0 || after <= 0 || before == after) {
            return 0;
        }
        boolean more = after > before;
        int parts = parts(more ? before : after, more ? after : before);
        return parts == 0 ? 0 : ratio(more, parts / (MOST + 1), parts % (MOST + 1));
    }

    /// Both parts in one number, the fewer in the higher place.
    private static int parts(long fewer, long more) {
        for (int few = 1; few <= MOST_OF_THE_FEWER; few++) {
            for (int many = few + 1; many <= MOST; many++) {
                if (fewer * many == more * few
                        && Math.multiplyHigh(fewer, many) == Math.multiplyHigh(more, few)) {
                    return few * (MOST + 1) + many;
                }
            }
        }
        return 0;
    }

    private static long ratio(boolean more, int few, int many) {
        return more ? FixedPoint.ONE * many / few : FixedPoint.ONE * few / many;
    }

    /// In words such as `4:1`; the plain number when it is none of these ratios.
    public static String words(long ratio) {
        for (int few = 1; few <= MOST_OF_THE_FEWER; few++) {
            for (int many = few + 1; many <= MOST; many++) {
                if (ratio == ratio(true, few, many)) {
                    return many + ":" + few;
                }
                if (ratio == ratio(false, few, many)) {
                    return few + ":" + many;
                }
            }
        }
        return FixedPoint.format(ratio);
    }
}
