package org.gradus.adapters.venue.fault;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Everything that can go wrong, where, and what must be said about it.
public enum FaultKind {
    /// The answer comes late.
    DELAY(Place.REQUEST, Argument.DURATION),
    /// No answer, and nothing took effect.
    DROP(Place.REQUEST, Argument.NONE),
    /// It took effect, and no answer.
    DROP_AFTER(Place.REQUEST, Argument.NONE),
    /// An error of this status in JSON, and nothing took effect.
    ANSWER(Place.REQUEST, Argument.STATUS),
    /// It took effect, and yet an error.
    ANSWER_AFTER(Place.REQUEST, Argument.STATUS),
    /// An error of this status as a page in HTML, and nothing took effect.
    PAGE(Place.REQUEST, Argument.STATUS),
    /// It took effect, and yet a page in HTML.
    PAGE_AFTER(Place.REQUEST, Argument.STATUS),
    /// The connection is reset, and nothing took effect.
    RESET(Place.REQUEST, Argument.NONE),
    /// It took effect, and then the connection is reset.
    RESET_AFTER(Place.REQUEST, Argument.NONE),
    /// The stream stays open and says nothing for a while; what it would have said is lost.
    SILENCE(Place.STREAM, Argument.DURATION),
    /// The stream's connection ends without a word.
    CUT(Place.STREAM, Argument.NONE),
    /// Authentication ends with 406, connection limit exceeded.
    REFUSE(Place.STREAM, Argument.NONE),
    /// Authentication ends with this error of the stream's.
    REFUSE_WITH(Place.STREAM, Argument.STATUS),
    /// An order update never arrives.
    LOSE(Place.UPDATE, Argument.NONE),
    /// An order update arrives twice.
    DOUBLE(Place.UPDATE, Argument.NONE),
    /// An order update changes places with the next one.
    SWAP(Place.UPDATE, Argument.NONE),
    /// An order update arrives once more after the order has ended.
    REPEAT(Place.UPDATE, Argument.NONE),
    /// The venue's clock says another time.
    SKEW(Place.CLOCK, Argument.DURATION),
    /// An order is answered with 200, and then rejected.
    REJECT(Place.ORDER, Argument.NONE),
    /// An order fills in part, and then the venue cancels the rest.
    PARTIAL_THEN_CANCEL(Place.ORDER, Argument.NONE),
    /// A cancel stays pending for a while before it is done.
    PENDING_CANCEL(Place.ORDER, Argument.DURATION),
    /// An asset is shown with increments that are not those its orders are held to.
    WRONG_INCREMENTS(Place.ASSET, Argument.NONE),
    /// A stock is halted for a while.
    HALT(Place.MARKET, Argument.DURATION),
    /// A stock is paused for a while, its price having moved too fast.
    PAUSE(Place.MARKET, Argument.DURATION),
    /// A print is told so much later.
    LATE(Place.MARKET, Argument.DURATION),
    /// A print of a stock is corrected so much later.
    CORRECT(Place.MARKET, Argument.DURATION),
    /// A print of a stock is taken back so much later.
    BUST(Place.MARKET, Argument.DURATION);

    /// What a rule is about: a method and a path, a stream's path, the event of an update, the clock, or a symbol.
    enum Place { REQUEST, STREAM, UPDATE, CLOCK, ORDER, ASSET, MARKET }

    /// What must be said about a fault.
    enum Argument { NONE, DURATION, STATUS }

    private final Place place;
    private final Argument argument;

    FaultKind(Place place, Argument argument) {
        this.place = place;
        this.argument = argument;
    }

    Place place() {
        return place;
    }

    Argument argument() {
        return argument;
    }

    /// As scripts write it.
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<FaultKind> of(String word) {
        return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
