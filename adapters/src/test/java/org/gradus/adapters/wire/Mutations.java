package org.gradus.adapters.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Makes hostile messages out of valid ones: cut, doubled, flipped, with numbers and words no one expects. The same
/// seed makes the same messages.
public final class Mutations {
    private static final List<String> INSERTS = List.of("null", "\"\"", "-", "1e999999999", "1e-999999999", "[", "]",
            "{", "}", ",", ":", "\"", "\\u0000", "99999999999999999999999999", "-0.0000000000001", "NaN", "true",
            "\u00ff", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "9223372036854775808", "1969-12-31T23:59:59Z",
            "+999999999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "2026-02-30T00:00:00Z");

    private final RandomGenerator random;
    private final List<byte[]> valid;

    public Mutations(long seed, List<byte[]> valid) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.valid = valid;
    }

    public static Mutations ofTexts(long seed, List<String> valid) {
        return new Mutations(seed, valid.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList());
    }

    public byte[] next() {
        byte[] message = valid.get(random.nextInt(valid.size())).clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            message = mutated(message);
        }
        return message;
    }

    public String nextText() {
        return new String(next(), StandardCharsets.UTF_8);
    }

    private byte[] mutated(byte[] message) {
        int at = random.nextInt(message.length + 1);
        int to = Math.min(message.length, at + 1 + random.nextInt(12));
        return switch (random.nextInt(7)) {
            case 0 -> Arrays.copyOf(message, at);
            case 1 -> joined(message, at, new byte[0], to);
            case 2 -> joined(message, at, Arrays.copyOfRange(message, at, to), at);
            case 3 -> joined(message, at, INSERTS.get(random.nextInt(INSERTS.size())).getBytes(StandardCharsets.UTF_8),
                    random.nextBoolean() ? at : to);
            case 4 -> flipped(message, at);
            case 5 -> joined(message, at, new byte[] {(byte) random.nextInt(256)}, at);
            default -> valueReplaced(message);
        };
    }

    private byte[] flipped(byte[] message, int at) {
        if (at < message.length) {
            message[at] ^= (byte) (1 << random.nextInt(8));
        }
        return message;
    }

    /// Puts something else behind one of the colons, so that the frame stays whole and a field is wrong.
    private byte[] valueReplaced(byte[] message) {
        String text = new String(message, StandardCharsets.UTF_8);
        int colon = text.indexOf(':', random.nextInt(text.length() + 1));
        if (colon < 0) {
            return message;
        }
        int end = colon + 1;
        while (end < text.length() && ",}]".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String value = INSERTS.get(random.nextInt(INSERTS.size()));
        String quoted = random.nextBoolean() ? value : '"' + value.replace("\"", "") + '"';
        return (text.substring(0, colon + 1) + quoted + text.substring(end)).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] message, int at, byte[] between, int from) {
        byte[] result = Arrays.copyOf(message, at + between.length + message.length - from);
        System.arraycopy(between, 0, result, at, between.length);
        System.arraycopy(message, from, result, at + between.length, message.length - from);
        return result;
    }
}
