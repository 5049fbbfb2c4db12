package org.gradus.adapters.tape;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineReaderTest {
    @Test
    void splitsTheSameLinesHoweverTheBytesArrive() throws IOException {
        for (long seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            List<String> lines = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 400; i++) {
                String line = "x".repeat(random.nextInt(5) == 0 ? random.nextInt(4_000) : random.nextInt(40));
                lines.add(i + 1 + " " + line);
                text.append(line).append(random.nextBoolean() ? "\n" : "\r\n");
            }
            assertEquals(lines, read(text.toString(), random), "seed " + seed);
        }
    }

    @Test
    void keepsALoneReturnInsideALine() throws IOException {
        assertEquals(List.of("1 a\rb", "2 \r", "3 c"), read("a\rb\n\r\r\nc", new Random(1)));
    }

    private static List<String> read(String text, Random random) throws IOException {
        List<String> lines = new ArrayList<>();
        try (LineReader reader = new LineReader(dripping(text, random))) {
            while (reader.next()) {
                String line = new String(reader.bytes(), reader.from(), reader.to() - reader.from(), UTF_8);
                lines.add(reader.number() + " " + line);
            }
        }
        return lines;
    }

    private static InputStream dripping(String text, Random random) {
        return new ByteArrayInputStream(text.getBytes(UTF_8)) {
            @Override
            public int read(byte[] bytes, int offset, int length) {
                return super.read(bytes, offset, Math.min(length, 1 + random.nextInt(50_000)));
            }
        };
    }
}
