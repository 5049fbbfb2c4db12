package org.gradus.engine.architecture;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.LongSupplier;
import net.openhft.chronicle.bytes.Bytes;
import org.ta4j.core.BarSeries;

/// One class for each boundary that does what the boundary forbids, to show that it would be noticed.
final class Trespassers {
    private Trespassers() {
    }

    static Class<?> of(Boundary boundary) {
        return switch (boundary) {
            case KNOWS_ONLY_VALUES -> File.class;
            case READS_NO_CLOCK -> Clock.class;
            case ASKS_THE_SYSTEM_FOR_NOTHING -> Asker.class;
            case DRAWS_NOTHING_AND_HASHES_NO_IDENTITY -> Dice.class;
            case FORMATS_WITHOUT_A_LOCALE -> Tourist.class;
            case COMPUTES_EXACTLY -> Approximation.class;
            case ITERATES_IN_A_DEFINED_ORDER -> Hashes.class;
            case HAS_NO_MUTABLE_STATICS -> Global.class;
            case COUNTS_MONEY_IN_LONGS -> Cents.class;
            case DOES_NOT_PRINT -> Talker.class;
            case KNOWS_NO_CHRONICLE -> Queue.class;
            case KNOWS_NO_ADAPTED_LIBRARY -> Chart.class;
        };
    }

    record File(Path path) {
    }

    static final class Clock {
        long now() {
            return Instant.now().toEpochMilli();
        }
    }

    static final class Asker {
        static final int QUESTIONS = 8;

        long ask(Object object) {
            LongSupplier clock = System::nanoTime;
            System.gc();
            System.err.print(System.lineSeparator());
            return clock.getAsLong() + System.currentTimeMillis() + System.identityHashCode(object)
                    + System.getProperty("user.dir").length() + System.getenv().size();
        }
    }

    static final class Dice {
        private final Random random = new Random(1);

        int roll() {
            return random.nextInt(6);
        }
    }

    static final class Tourist {
        String greet(String name) {
            return name.toUpperCase();
        }
    }

    static final class Approximation {
        double power(double base) {
            return Math.pow(base, 1.5);
        }
    }

    static final class Hashes {
        private final Map<String, String> names = new HashMap<>();

        String all() {
            return names.toString();
        }
    }

    static final class Global {
        static long counter;

        private Global() {
        }
    }

    record Cents(double dollars) {
    }

    static final class Talker {
        void talk() {
            System.out.println("talks");
        }
    }

    record Queue(Bytes<?> bytes) {
    }

    record Chart(BarSeries series) {
    }
}
