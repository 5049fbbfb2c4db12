package org.gradus.adapters.alpaca.rest;

import java.util.function.Function;
import org.gradus.adapters.wire.Unreadable;
import org.gradus.engine.message.NotSentReason;
import org.gradus.engine.message.UnknownReason;

/// What became of a request. Nothing else can become of it: an expected failure is a value.
public sealed interface Answer<T> {
    /// The venue did as asked.
    ///
    /// @param requestId the venue's name for the exchange, for its support; empty when it gave none
    record Given<T>(T value, String requestId) implements Answer<T> {
    }

    /// The venue understood, and said no.
    record Refused<T>(Refusal refusal) implements Answer<T> {
    }

    /// Not a byte of it reached the venue, or the venue says that it did not look at it.
    record NotSent<T>(NotSentReason reason, String detail) implements Answer<T> {
    }

    /// The venue may have done it or not.
    record Unknown<T>(UnknownReason reason, String detail) implements Answer<T> {
    }

    /// An answer that cannot be read proves nothing.
    default <R> Answer<R> map(Function<? super T, ? extends R> reader) {
        return switch (this) {
            case Given<T>(T value, String requestId) -> given(value, requestId, reader);
            case Refused<T>(Refusal refusal) -> new Refused<>(refusal);
            case NotSent<T>(NotSentReason reason, String detail) -> new NotSent<>(reason, detail);
            case Unknown<T>(UnknownReason reason, String detail) -> new Unknown<>(reason, detail);
        };
    }

    private static <T, R> Answer<R> given(T value, String requestId, Function<? super T, ? extends R> reader) {
        try {
            return new Given<>(reader.apply(value), requestId);
        } catch (Unreadable e) {
            return new Unknown<>(UnknownReason.UNPARSABLE, e.getMessage() + ", request " + requestId);
        }
    }

    /// In words, for whoever can only tell it.
    default String failure() {
        return switch (this) {
            case Given<T> _ -> "ok";
            case Refused<T>(Refusal refusal) -> refusal.toString();
            case NotSent<T>(NotSentReason reason, String detail) -> "not sent, " + reason.label() + ": " + detail;
            case Unknown<T>(UnknownReason reason, String detail) -> reason.label() + ": " + detail;
        };
    }
}
