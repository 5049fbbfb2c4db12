package org.gradus.engine.codec;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Derived;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.jspecify.annotations.Nullable;

/// Draws messages of every kind with content from a seed, by looking at the components of their records: a new message
/// or field is drawn
/// without a change here.
final class RandomMessages {
    /// Numbers that travel as one byte.
    private static final Set<String> ONE_BYTE =
            Set.of("phase", "fromPhase", "toPhase", "contract", "releases", "released", "rationale");
    /// One, two, three and four bytes of UTF-8.
    private static final String[] LETTERS = {"a", "Z", "7", "=", " ", "é", "Ω", "€", "語", "😀"};
    private static final int MOST_LETTERS = 40;
    private static final int MOST_MEMBERS = 4;

    private final Random random;

    RandomMessages(long seed) {
        random = new Random(seed);
    }

    /// Every kind of message that can be written.
    static Stream<Class<?>> kinds() {
        return Stream.of(Input.class, Derived.class, Decision.class)
                .flatMap(kind -> Arrays.<Class<?>>stream(kind.getPermittedSubclasses()))
                .filter(kind -> kind != Input.Unrecognised.class);
    }

    static Stream<Class<?>> kinds(Class<?> of) {
        return kinds().filter(of::isAssignableFrom);
    }

    <T> T next(Class<T> kind) {
        try {
            RecordComponent[] components = kind.getRecordComponents();
            Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<T> constructor = kind.getDeclaredConstructor(types);
            return constructor.newInstance(Arrays.stream(components).map(this::value).toArray());
        } catch (ReflectiveOperationException fault) {
            throw new AssertionError("cannot make a " + kind, fault);
        }
    }

    Journaled journaled() {
        return new Journaled(next(Journaled.Header.class), some(Input.class), list(Derived.class),
                             list(Decision.class));
    }

    private <T> List<T> list(Class<T> of) {
        return Stream.generate(() -> some(of)).limit(random.nextInt(MOST_MEMBERS)).toList();
    }

    private <T> T some(Class<T> of) {
        List<Class<?>> kinds = kinds(of).toList();
        return of.cast(next(kinds.get(random.nextInt(kinds.size()))));
    }

    private @Nullable Object value(RecordComponent component) {
        AnnotatedType type = component.getAnnotatedType();
        if (type.isAnnotationPresent(Nullable.class) && random.nextInt(3) == 0) {
            return null;
        }
        if (ONE_BYTE.contains(component.getName())) {
            return random.nextInt(Byte.MAX_VALUE);
        }
        return component.getName().equals("flags") ? random.nextInt(1 << 16) : value(component.getGenericType());
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == Map.class ? parameters() : members(generic.getActualTypeArguments()[0]);
        }
        Class<?> simple = (Class<?>) type;
        if (simple.isEnum()) {
            return simple.getEnumConstants()[random.nextInt(simple.getEnumConstants().length)];
        }
        if (simple == Instrument.class) {
            return instrument();
        }
        return simple.isRecord() ? next(simple) : scalar(simple);
    }

    private Object scalar(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "int" -> random.nextInt();
            case "long", "Long" -> random.nextLong();
            case "double", "Double" -> random.nextInt(5) == 0 ? Double.NaN : random.nextGaussian();
            case "boolean" -> random.nextBoolean();
            case "String" -> text(random.nextInt(MOST_LETTERS));
            default -> throw new AssertionError("no way to draw a " + type);
        };
    }

    private List<Object> members(Type type) {
        List<Object> members = new ArrayList<>();
        for (int i = random.nextInt(MOST_MEMBERS); i > 0; i--) {
            members.add(type == String.class ? text(1 + random.nextInt(MOST_LETTERS)) : value(type));
        }
        return members;
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new TreeMap<>();
        for (int i = random.nextInt(MOST_MEMBERS); i > 0; i--) {
            parameters.put("key" + i, text(random.nextInt(MOST_LETTERS)));
        }
        return parameters;
    }

    private Instrument instrument() {
        AssetClass kind = AssetClass.values()[random.nextInt(AssetClass.values().length)];
        return new Instrument(random.nextInt(1_000), "AB/" + random.nextInt(99), kind, "AB", "USD",
                              1 + random.nextInt(99),
                1 + random.nextInt(99), random.nextInt(99), 1_000L + random.nextInt(99), random.nextInt(19));
    }

    private String text(int letters) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < letters; i++) {
            text.append(LETTERS[random.nextInt(LETTERS.length)]);
        }
        return text.toString();
    }
}
