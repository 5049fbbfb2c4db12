package org.gradus.engine.runtime;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.egress.SendingDesk;
import org.gradus.engine.egress.Settlement;
import org.gradus.engine.egress.VenueConnection;
import org.gradus.engine.egress.VenueSnapshot;
import org.gradus.engine.ingress.ArrivalQueue;
import org.gradus.engine.ingress.EngineClock;
import org.gradus.engine.ingress.VenueFeed;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.VenueDownReason;
import org.jspecify.annotations.Nullable;

/// Says whether the venue is up, and reads its books: at the start, after each interruption and each minute. It is up
/// while all feeds are, its calls answer and its clock is near ours; and again only when every order that may be there
/// has been looked up and the books were compared. A snapshot counts when no report arrived while it was taken and
/// nothing was being sent; the publishing thread compares it. Its own thread works; feeds and the publishing thread
/// call in.
final class VenueWatch {
    /// However much happens beside us, the books are not compared again sooner.
    private static final long SOON_NS = 5_000_000_000L;

    private static final long MILLISECOND_NS = 1_000_000L;

    private final VenueConnection connection;
    private final Settlement settlement;
    private final SendingDesk desk;
    private final ArrivalQueue arrivals;
    private final EngineClock clock;
    private final LiveRules rules;
    private final Consumer<String> notes;
    private final @Nullable VenueDownReason[] feeds;
    private int failures;
    private boolean skewed;
    private boolean up;
    /// Why it is down, as told last; null while it is up.
    private @Nullable VenueDownReason told;
    private Step step = Step.WAITING;
    private long sinceNs;
    private long notBeforeNs;
    private int differing;
    private long nextClockNs;
    private long nextReconcileNs;
    private long comparedNs;
    /// Something of others happened since the last snapshot began.
    private boolean changed;
    private @Nullable Taken taken;
    private String toldFailure = "";

    private enum Step { WAITING, SETTLING, TAKEN }

    /// A snapshot for the publishing thread to compare.
    ///
    /// @param reports  that had arrived before and after it was taken
    /// @param lastTime it is entered as it is, whether it agrees or not
    record Taken(VenueSnapshot.Taken books, long reports, boolean lastTime) {
    }

    VenueWatch(Settlement settlement, SendingDesk desk, ArrivalQueue arrivals,
            EngineClock clock, LiveRules rules, LiveVenue venue) {
        connection = venue.connection();
        notes = venue.notes();
        this.settlement = settlement;
        this.desk = desk;
        this.arrivals = arrivals;
        this.clock = clock;
        this.rules = rules;
        feeds = new VenueDownReason[venue.feeds().size()];
        Arrays.fill(feeds, VenueDownReason.NOT_CONNECTED);
    }

    /// No feed is up when an engine starts.
    synchronized void begin() {
        tellDown(VenueDownReason.NOT_CONNECTED);
    }

    /// What the feed with this number tells of itself.
    VenueFeed.State feed(int number) {
        return new VenueFeed.State() {
            @Override
            public void up() {
                feed(number, null);
            }

            @Override
            public void down(VenueDownReason reason) {
                feed(number, reason);
            }

            @Override
            public void booksChanged() {
                changed();
            }
        };
    }

    private synchronized void changed() {
        changed = true;
    }

    private synchronized void feed(int number, @Nullable VenueDownReason down) {
        feeds[number] = down;
        VenueDownReason trouble = down == null ? null : trouble();
        if (trouble != null) {
            tellDown(trouble);
        }
    }

    /// @return false when there was nothing to do
    boolean work() {
        long nowNs = clock.nowNs();
        boolean read = nowNs >= nextClockNs;
        if (read) {
            nextClockNs = nowNs + rules.clockNs();
            readClock();
        }
        synchronized (this) {
            VenueDownReason trouble = trouble();
            if (trouble != null) {
                tellDown(trouble);
                return read;
            }
            if (!mayTake(clock.nowNs())) {
                return read;
            }
        }
        take();
        return true;
    }

    private void readClock() {
        long beforeNs = clock.nowNs();
        OptionalLong venue = venueTime();
        long afterNs = clock.nowNs();
        synchronized (this) {
            answered(venue.isPresent());
            if (venue.isPresent()) {
                long middleNs = beforeNs + (afterNs - beforeNs) / 2;
                long mostNs = rules.skewNs() + (afterNs - beforeNs) / 2;
                long offNs = venue.getAsLong() - middleNs;
                boolean before = skewed;
                skewed = !clock.venueSays(venue.getAsLong()) && Math.abs(offNs) > mostNs;
                if (skewed && !before) {
                    notes.accept("its clock is " + FixedPoint.format(Math.abs(offNs) / MILLISECOND_NS * MILLISECOND_NS)
                        + " s " + (offNs < 0 ? "behind" : "ahead of") + " ours: entries wait until they agree");
                }
            }
        }
    }

    private OptionalLong venueTime() {
        try {
            return connection.timeNs();
        } catch (RuntimeException thrown) {
            return OptionalLong.empty();
        }
    }

    private void answered(boolean answer) {
        failures = answer ? 0 : failures + 1;
    }

    private @Nullable VenueDownReason trouble() {
        for (VenueDownReason feed : feeds) {
            if (feed != null) {
                return feed;
            }
        }
        if (failures >= rules.restFailures()) {
            return VenueDownReason.REST_FAILING;
        }
        return skewed ? VenueDownReason.CLOCK_SKEW : null;
    }

    /// Also while it is down: what keeps it down may no longer be what took it down.
    private void tellDown(VenueDownReason reason) {
        if (told != reason) {
            up = false;
            told = reason;
            desk.venueUp(false);
            arrivals.own(new Input.VenueDown(reason));
        }
        step = Step.WAITING;
        taken = null;
    }

    /// The door had to leave reports waiting: the books are compared before anything is entered again.
    synchronized void reportsWaited() {
        up = false;
        told = VenueDownReason.REPORTS_WAITING;
        desk.venueUp(false);
    }

    /// Brings the next reconciliation forward by a step; true when its snapshot is to be taken now.
    private boolean mayTake(long nowNs) {
        boolean soon = changed && nowNs - comparedNs >= SOON_NS;
        if (step == Step.WAITING && (!up || soon || nowNs >= nextReconcileNs)) {
            step = Step.SETTLING;
            changed = false;
            sinceNs = nowNs;
            differing = 0;
            if (!up) {
                settlement.lookUpAll();
            }
        }
        if (step != Step.SETTLING || nowNs < notBeforeNs || arrivals.reportsWait()) {
            return false;
        }
        boolean asked = up && differing == 0 || settlement.answeredSince(sinceNs);
        boolean patient = nowNs - sinceNs < rules.patienceNs();
        return asked && settlement.settled() || !patient;
    }

    private void take() {
        long reports = arrivals.reportsArrived();
        VenueSnapshot snapshot = snapshot();
        synchronized (this) {
            answered(snapshot instanceof VenueSnapshot.Taken);
            tellFailure(snapshot);
            boolean still = step == Step.SETTLING && arrivals.reportsArrived() == reports;
            if (snapshot instanceof VenueSnapshot.Taken books && still) {
                step = Step.TAKEN;
                taken = new Taken(books, reports, differing >= rules.confirmations());
            } else {
                notBeforeNs = clock.nowNs() + rules.confirmNs();
            }
        }
    }

    /// Once for each reason: it may be asked again many times.
    private void tellFailure(VenueSnapshot snapshot) {
        String failure = switch (snapshot) {
            case VenueSnapshot.Failed(String detail) -> "the venue's books cannot be read: " + detail;
            case VenueSnapshot.Taken books -> books.foreign().isEmpty() ? ""
                : "the account also holds what this run does not trade: " + words(books.foreign());
        };
        if (!failure.equals(toldFailure) && !failure.isEmpty()) {
            notes.accept(failure);
        }
        toldFailure = failure;
    }

    private static String words(List<Input.ForeignPosition> held) {
        return held.stream().map(each -> each.symbol() + " " + FixedPoint.format(each.quantity()))
            .collect(Collectors.joining(", "));
    }

    private VenueSnapshot snapshot() {
        try {
            return connection.snapshot();
        } catch (RuntimeException thrown) {
            return new VenueSnapshot.Failed("the adapter threw " + thrown.getClass().getSimpleName());
        }
    }

    /// A snapshot to compare; null when there is none.
    synchronized @Nullable Taken taken() {
        return taken;
    }

    /// The books differ: perhaps reports are late or lost, so every order is looked up and they are read again.
    synchronized void differs() {
        differing++;
        settlement.lookUpAll();
        again();
    }

    /// The snapshot has been overtaken.
    synchronized void again() {
        taken = null;
        if (step == Step.TAKEN) {
            long nowNs = clock.nowNs();
            step = Step.SETTLING;
            sinceNs = nowNs;
            notBeforeNs = nowNs + rules.confirmNs();
        }
    }

    /// The snapshot is about to be entered. What happens at the venue from now on is told behind it.
    ///
    /// @return whether the venue comes up with it; null when the snapshot no longer counts
    synchronized @Nullable Boolean entering(Taken books) {
        if (taken != books || arrivals.reportsArrived() != books.reports()) {
            return null;
        }
        boolean comesUp = !up;
        taken = null;
        step = Step.WAITING;
        up = true;
        told = null;
        desk.venueUp(true);
        comparedNs = clock.nowNs();
        nextReconcileNs = comparedNs + rules.reconcileNs();
        return comesUp;
    }
}
