package org.gradus.engine.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/// What the classes of a package may not do. Each rule is asked of the classes it is about, and of an example that
/// breaks it.
enum Boundary {
    /// Everything the core knows of the JDK and of libraries stands here: what is not listed is a decision to be made.
    KNOWS_ONLY_VALUES {
        @Override
        ArchRule over(DescribedPredicate<JavaClass> who) {
            return noClasses().that(who).should().dependOnClassesThat(not(describe("plain values and buffers",
                    (JavaClass c) -> c.isPrimitive() || c.getBaseComponentType().isPrimitive()
                            || c.getPackageName().startsWith("org.gradus.engine.")
                            || ALLOWED.contains(c.getBaseComponentType().getName()))));
        }
    },
    READS_NO_CLOCK {
        @Override
        ArchRule over(DescribedPredicate<JavaClass> who) {
            return noClasses().that(who).should().accessTargetWhere(describe("a clock is read", (JavaAccess<?> a) ->
                    a.getName().equals("now") || a.getTargetOwner().getName().equals("java.time.Clock")
                    || CLOCKS.contains(a.getTargetOwner().getName() + "." + a.getName())));
        }
    },
    /// `System` is a door to everything outside: clocks, properties, the environment, streams, the collector.
    ASKS_THE_SYSTEM_FOR_NOTHING {
        @Override
        ArchRule over(DescribedPredicate<JavaClass> who) {
            return noClasses().that(who).should().accessTargetWhere(describe("more than arraycopy is wanted of System",
                    (JavaAccess<?> a) -> a.getTargetOwner().getName().equals("java.lang.System")
                            && !a.getName().equals("arraycopy")));
        }
    },
    DRAWS_NOTHING_AND_HASHES_NO_IDENTITY {
        @Override
        ArchRule over(DescribedPredicate<JavaClass> who) {
            return noClasses().that(who).should().accessTargetWhere(describe("chance has a say", (JavaAccess<?> a) ->
                    CHANCE.contains(a.getTargetOwner().getName() + "." + a.getName())));
        }
    },
    FORMATS_WITHOUT_A_LOCALE {
        @Override
        ArchRule over(DescribedPredicate<JavaClass> who) {
            return noClasses().that(who).should().accessTargetWhere(describe("the default locale decides",
                    (JavaAccess<?> a) -> LOCAL.contains(a.getTargetOwner().getName() + "." + a.getName())
                            && !a.getTarget().getFullName().contains("(java.util.Locale")));
        }
    },
    /// `Math` may use the processor's own approximations, whose last bit differs between machines, except in what is
    /// exact by definition.
    COMPUTES_EXACTLY {
        @Override
        ArchRule over(DescribedPredicate<JavaClass> who) {
            return noClasses().that(who).should().accessTargetWhere(describe("a result depends on the machine",
                    (JavaAccess<?> a) -> a.getTargetOwner().getName().equals("java.lang.Math")
                            && !EXACT.contains(a.getName())));
        }
    },
    /// The order of what `Map.of`, `Set.of` and their copies hold changes from one JVM to the next.
    ITERATES_IN_A_DEFINED_ORDER {
        @Override
        ArchRule over(DescribedPredicate<JavaClass> who) {
            return noClasses().that(who).should().accessTargetWhere(describe("hashes give the order",
                    (JavaAccess<?> a) -> HASHED.contains(a.getTargetOwner().getName())
                            || UNORDERED.contains(a.getTargetOwner().getName() + "." + a.getName())));
        }
    },
    HAS_NO_MUTABLE_STATICS {
        @Override
        ArchRule over(DescribedPredicate<JavaClass> who) {
            return fields().that().areDeclaredInClassesThat(who).and().areStatic().should().beFinal();
        }
    },
    COUNTS_MONEY_IN_LONGS {
        @Override
        ArchRule over(DescribedPredicate<JavaClass> who) {
            return noFields().that().areDeclaredInClassesThat(who)
                    .and(describe("are instance fields", f -> !f.getModifiers().contains(JavaModifier.STATIC)))
                    .should().haveRawType(describe("floating point", (JavaClass c) ->
                            Set.of("double", "float").contains(c.getBaseComponentType().getName())));
        }
    },
    DOES_NOT_PRINT {
        @Override
        ArchRule over(DescribedPredicate<JavaClass> who) {
            return noClasses().that(who).should().accessField(System.class, "out")
                    .orShould().accessTargetWhere(describe("a stack trace is printed",
                            (JavaAccess<?> a) -> a.getName().equals("printStackTrace")));
        }
    },
    KNOWS_NO_CHRONICLE {
        @Override
        ArchRule over(DescribedPredicate<JavaClass> who) {
            return noClasses().that(who).should().dependOnClassesThat(resideInAnyPackage("net.openhft.chronicle.."));
        }
    },
    KNOWS_NO_ADAPTED_LIBRARY {
        @Override
        ArchRule over(DescribedPredicate<JavaClass> who) {
            return noClasses().that(who).should().dependOnClassesThat(resideInAnyPackage("okhttp3..", "okio..",
                    "kotlin..", "tools.jackson..", "com.fasterxml..", "org.ta4j..", "picocli..", "com.typesafe..",
                    "org.gradus.adapters..", "org.gradus.tools.."));
        }
    };

    private static final Set<String> CLOCKS = Set.of("java.lang.System.nanoTime", "java.lang.System.currentTimeMillis",
            "java.util.Date.<init>", "java.util.Calendar.getInstance", "java.time.ZoneId.systemDefault",
            "java.util.TimeZone.getDefault", "org.agrona.concurrent.SystemEpochClock.time",
            "org.agrona.concurrent.SystemNanoClock.nanoTime");
    private static final Set<String> CHANCE = Set.of("java.lang.Math.random", "java.util.UUID.randomUUID",
            "java.util.Random.<init>", "java.util.SplittableRandom.<init>", "java.security.SecureRandom.<init>",
            "java.util.concurrent.ThreadLocalRandom.current", "java.util.random.RandomGenerator.of",
            "java.util.random.RandomGenerator.getDefault", "java.util.Collections.shuffle",
            "java.lang.System.identityHashCode", "java.lang.Object.hashCode", "java.util.Objects.hash");
    private static final Set<String> LOCAL = Set.of("java.lang.String.format", "java.lang.String.formatted",
            "java.lang.String.toUpperCase", "java.lang.String.toLowerCase", "java.util.Locale.getDefault",
            "java.text.NumberFormat.getInstance", "java.text.DecimalFormat.<init>");
    private static final Set<String> EXACT = Set.of("abs", "min", "max", "sqrt", "clamp", "floorDiv", "floorMod",
            "ceilDiv", "multiplyHigh", "unsignedMultiplyHigh", "addExact", "subtractExact", "multiplyExact",
            "negateExact", "toIntExact", "absExact", "signum", "floor", "ceil", "rint");
    private static final Set<String> HASHED = Set.of("java.util.HashMap", "java.util.HashSet",
            "java.util.IdentityHashMap", "java.util.WeakHashMap", "java.util.Hashtable",
            "java.util.concurrent.ConcurrentHashMap");
    private static final Set<String> UNORDERED = Set.of("java.util.Map.of", "java.util.Map.ofEntries",
            "java.util.Map.copyOf", "java.util.Set.of", "java.util.Set.copyOf",
            "java.util.stream.Collectors.toSet", "java.util.stream.Collectors.toMap",
            "java.util.stream.Collectors.groupingBy", "java.util.stream.Collectors.toUnmodifiableMap",
            "java.util.stream.BaseStream.parallel", "java.util.Collection.parallelStream");
    private static final Set<String> ALLOWED = Set.copyOf(List.of(
            "java.lang.Object", "java.lang.Enum", "java.lang.Record", "java.lang.Class", "java.lang.Comparable",
            "java.lang.Override", "java.lang.Deprecated", "java.lang.SuppressWarnings", "java.lang.FunctionalInterface",
            "java.lang.annotation.Annotation", "java.lang.AutoCloseable", "java.lang.Iterable", "java.lang.Runnable",
            "java.lang.String", "java.lang.CharSequence", "java.lang.StringBuilder", "java.lang.Character",
            "java.lang.Boolean", "java.lang.Byte", "java.lang.Short", "java.lang.Integer", "java.lang.Long",
            "java.lang.Float", "java.lang.Double", "java.lang.Number", "java.lang.Math", "java.lang.StrictMath",
            "java.lang.System", "java.lang.Throwable", "java.lang.Exception", "java.lang.RuntimeException",
            "java.lang.Error", "java.lang.AssertionError", "java.lang.MatchException", "java.lang.ArithmeticException",
            "java.lang.IllegalArgumentException", "java.lang.IllegalStateException",
            "java.lang.IndexOutOfBoundsException", "java.lang.NumberFormatException", "java.lang.NoSuchFieldError",
            "java.lang.StackOverflowError", "java.lang.StackTraceElement", "java.lang.LinkageError",
            "java.math.BigDecimal",
            "java.lang.UnsupportedOperationException", "java.lang.invoke.MethodHandles",
            "java.lang.runtime.ObjectMethods", "java.lang.runtime.SwitchBootstraps",
            "java.nio.ByteBuffer", "java.nio.ByteOrder", "java.nio.charset.Charset",
            "java.nio.charset.StandardCharsets", "java.util.Arrays", "java.util.ArrayList", "java.util.ArrayDeque",
            "java.util.BitSet", "java.util.Collection", "java.util.Collections", "java.util.Comparator",
            "java.util.EnumMap", "java.util.HexFormat", "java.util.Iterator", "java.util.LinkedHashMap",
            "java.util.LinkedHashSet", "java.util.List", "java.util.Locale", "java.util.Map", "java.util.Map$Entry",
            "java.util.NoSuchElementException", "java.util.Objects", "java.util.Optional", "java.util.OptionalInt",
            "java.util.OptionalLong", "java.util.Set", "java.util.SortedMap", "java.util.TreeMap", "java.util.TreeSet",
            "java.util.function.BiConsumer", "java.util.function.BiFunction", "java.util.function.BooleanSupplier",
            "java.util.function.Consumer", "java.util.function.DoubleUnaryOperator", "java.util.function.Function",
            "java.util.function.IntFunction", "java.util.function.IntPredicate", "java.util.function.IntUnaryOperator",
            "java.util.function.LongSupplier", "java.util.function.LongUnaryOperator", "java.util.function.Predicate",
            "java.util.function.Supplier", "java.util.function.ToIntFunction", "java.util.function.ToLongFunction",
            "java.util.function.UnaryOperator", "java.util.stream.BaseStream", "java.util.stream.Collector",
            "java.util.stream.Collectors", "java.util.stream.IntStream", "java.util.stream.LongStream",
            "java.util.stream.Stream", "org.agrona.DirectBuffer", "org.agrona.MutableDirectBuffer",
            "org.agrona.concurrent.UnsafeBuffer", "org.jspecify.annotations.NullMarked",
            "org.jspecify.annotations.NullUnmarked", "org.jspecify.annotations.Nullable",
            "org.jspecify.annotations.NonNull"));

    abstract ArchRule over(DescribedPredicate<JavaClass> who);
}
