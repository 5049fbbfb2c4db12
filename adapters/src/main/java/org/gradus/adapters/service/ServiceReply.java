package org.gradus.adapters.service;

import java.util.function.Function;
import org.gradus.adapters.wire.Unreadable;

/// What became of a question to a service. An expected failure is a value.
public sealed interface ServiceReply<T> {
    record Given<T>(T value) implements ServiceReply<T> {
    }

    /// It was not asked: its limits, or its last refusal, leave no room before this has passed.
    record Later<T>(long waitNs) implements ServiceReply<T> {
    }

    /// @param status of HTTP; 0 where it did not come to that
    /// @param why    in words, without a key
    record Failed<T>(int status, String why) implements ServiceReply<T> {
    }

    /// What cannot be read is a failure too.
    default <R> ServiceReply<R> map(Function<? super T, ? extends R> reader) {
        return switch (this) {
            case Given<T>(T value) -> given(value, reader);
            case Later<T>(long waitNs) -> new Later<>(waitNs);
            case Failed<T>(int status, String why) -> new Failed<>(status, why);
        };
    }

    private static <T, R> ServiceReply<R> given(T value, Function<? super T, ? extends R> reader) {
        try {
            return new Given<>(reader.apply(value));
        } catch (Unreadable e) {
            return new Failed<>(200, "an answer that cannot be read: " + e.getMessage());
        }
    }
}
