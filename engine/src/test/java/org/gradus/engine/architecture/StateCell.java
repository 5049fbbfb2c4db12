package org.gradus.engine.architecture;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A place of a state that may change: a field that is not final, or an array of values.
///
/// @param field null for an array
record StateCell(String path, Object holder, @Nullable Field field) {
    private static final int MOST_ELEMENTS = 40;

    static List<StateCell> of(String path, Object holder) {
        if (holder.getClass().isArray()) {
            return List.of(new StateCell(path, holder, null));
        }
        return StateFields.fields(holder.getClass()).filter(field -> !Modifier.isFinal(field.getModifiers()))
                .filter(field -> field.getType().isPrimitive() || field.getType().isEnum())
                .map(field -> new StateCell(path + "." + field.getName(), holder, field)).toList();
    }

    static Object get(Field field, Object holder) {
        try {
            field.setAccessible(true);
            return field.get(holder);
        } catch (IllegalAccessException refused) {
            throw new AssertionError(refused);
        }
    }

    private void set(Object value) {
        try {
            field.set(holder, value);
        } catch (IllegalAccessException refused) {
            throw new AssertionError(refused);
        }
    }

    /// For comparisons: an array's is a hash of its elements.
    @Nullable Object value() {
        return switch (field == null ? holder : field) {
            case Field known -> get(known, holder);
            case long[] many -> Arrays.hashCode(many);
            case int[] many -> Arrays.hashCode(many);
            case double[] many -> Arrays.hashCode(many);
            case byte[] many -> Arrays.hashCode(many);
            case boolean[] many -> Arrays.hashCode(many);
            default -> throw new AssertionError("a state of " + holder.getClass());
        };
    }

    private Stream<Integer> elements() {
        return IntStream.range(0, Array.getLength(holder)).boxed();
    }

    /// Whether a small change here, or in one of the elements that are in use, is noticed. All is as before then.
    boolean anyChange(BooleanSupplier noticed) {
        if (field != null) {
            return anyChange(get(field, holder), this::set, noticed);
        }
        return elements().filter(i -> !isZero(Array.get(holder, i))).limit(MOST_ELEMENTS).anyMatch(i ->
                anyChange(Array.get(holder, i), value -> Array.set(holder, i, value), noticed));
    }

    private static boolean isZero(Object value) {
        return value instanceof Number number && number.doubleValue() == 0 || value.equals(false);
    }

    /// A visit that trips over an impossible value has looked at it as little as one that does not.
    private static boolean anyChange(Object value, Consumer<Object> setter, BooleanSupplier noticed) {
        try {
            return neighbours(value).anyMatch(each -> {
                setter.accept(each);
                try {
                    return noticed.getAsBoolean();
                } catch (RuntimeException impossible) {
                    return false;
                }
            });
        } finally {
            setter.accept(value);
        }
    }

    private static Stream<?> neighbours(@Nullable Object value) {
        return switch (value) {
            case null -> Stream.empty();
            case Boolean known -> Stream.of(!known);
            case Long known -> Stream.of(known + 1, known - 1);
            case Integer known -> Stream.of(known + 1, known - 1);
            case Byte known -> Stream.of((byte) (known + 1));
            case Double known -> Stream.of(known == 0.5 ? 0.25 : 0.5);
            case Enum<?> known -> Stream.of(known.getDeclaringClass().getEnumConstants()).filter(each -> each != known);
            default -> throw new AssertionError("a state of " + value.getClass());
        };
    }
}
