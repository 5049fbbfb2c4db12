package org.gradus.adapters.venue.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.gradus.adapters.venue.VenueJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What clients send is read or refused, whatever it is.
class HostileFramesTest {
    private static final int MESSAGES = 10_000;
    private static final String[] VALID = {"{\"action\":\"auth\",\"key\":\"K\",\"secret\":\"S\"}",
        "{\"action\":\"subscribe\",\"trades\":[\"BTC/USD\",\"*\"],\"quotes\":null,\"bars\":[]}",
        "{\"action\":\"listen\",\"data\":{\"streams\":[\"trade_updates\"]}}"};

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void readsOrRefusesTenThousandDamagedMessages(Encoding encoding) {
        Random random = new Random(17);
        int read = 0;
        for (int i = 0; i < MESSAGES; i++) {
            byte[] bytes = damaged(encoding.frame(VenueJson.read(VALID[i % VALID.length].getBytes(UTF_8))).bytes(),
                    random);
            try {
                changed(encoding.read(bytes, encoding == Encoding.JSON_TEXT));
                read++;
            } catch (IllegalArgumentException refused) {
                assertTrue(refused.getMessage().startsWith("not "), refused::toString);
            }
        }
        assertTrue(read > 0 && read < MESSAGES, read + " were read");
    }

    /// A subscription takes any message, or refuses it by a code.
    private static void changed(JsonNode message) {
        for (FeedKind kind : FeedKind.values()) {
            Subscriptions subscriptions = new Subscriptions(kind, StreamRules.USUAL);
            subscriptions.change(message, true);
            assertEquals(kind.channels().size() + 1, subscriptions.reply().size());
        }
    }

    private static byte[] damaged(byte[] valid, Random random) {
        byte[] bytes = random.nextInt(4) == 0 ? Arrays.copyOf(valid, random.nextInt(valid.length * 2) + 1) : valid;
        for (int flips = random.nextInt(4); flips > 0; flips--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dd7fffffff", "ddffffffff", "df7fffffff", "dbffffffff", "c1", "c403414141",
            "d6ff00000000", "81c0c0", "9292", "c0c0"})
    void refusesMessagePackThatClaimsMoreThanItHolds(String hex) {
        assertThrows(IllegalArgumentException.class, () -> MessagePack.read(HexFormat.of().parseHex(hex)));
    }

    @Test
    void refusesWhatIsNestedWithoutEnd() {
        byte[] arrays = new byte[1 << 20];
        Arrays.fill(arrays, (byte) 0x91);
        assertThrows(IllegalArgumentException.class, () -> MessagePack.read(arrays));
        Arrays.fill(arrays, (byte) '[');
        assertThrows(IllegalArgumentException.class, () -> Encoding.JSON_TEXT.read(arrays, true));
    }
}
