package org.gradus.adapters.venue.market;

/// Where on the tape the venue begins, and how far the tape is moved to be there.
///
/// @param presentNs  the venue's time at the start
/// @param shiftNs    added to every time of the tape
public record TapeTime(long presentNs, long shiftNs) {
    /// How much of a tape is past unless somebody says so: a day, and a hundred bars.
    private static final long USUAL_WARM_UP_NS = Timestamps.DAY_NS;
    private static final int USUAL_WARM_UP_BARS = 100;
    public static final long USUAL = -1;

    /// The tape's own times.
    ///
    /// @param warmUpNs  how much of the tape is past at the start, or USUAL
    public static TapeTime ofTape(Reel reel, long warmUpNs) {
        return new TapeTime(reel.firstNs() + warmUp(reel, warmUpNs), 0);
    }

    /// The tape is moved, along its grid, so that its present is now: a little more of it is past than was asked for.
    /// When none of it shall be past its beginning is moved a little into the future instead.
    public static TapeTime ofWall(Reel reel, long warmUpNs, long nowNs) {
        long gridNs = reel.gridNs();
        long shiftNs = nowNs - reel.firstNs() - warmUp(reel, warmUpNs);
        long downNs = shiftNs - Math.floorMod(shiftNs, gridNs);
        return new TapeTime(nowNs, warmUpNs == 0 && downNs < shiftNs ? downNs + gridNs : downNs);
    }

    private static long warmUp(Reel reel, long warmUpNs) {
        if (warmUpNs != USUAL) {
            return warmUpNs;
        }
        long lengthNs = reel.lastNs() - reel.firstNs();
        long usualNs = Math.max(USUAL_WARM_UP_NS, USUAL_WARM_UP_BARS * reel.longestBarNs());
        return usualNs <= lengthNs / 2 ? usualNs : lengthNs / 4;
    }
}
