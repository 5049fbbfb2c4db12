package org.gradus.adapters.venue.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Keeps the books of a venue over its end, also a sudden one: each step appends one line with all that it changed
/// before anybody hears of it, so that a process killed at any moment has told nothing that is not here. A power cut
/// is not its business. Open until the process ends. Guarded by the lock of [Exchange].
final class StateFile {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String NAME = "venue-state.jsonl";

    private final Path path;
    private final FileChannel channel;

    /// Goes on with what is there: the old lines are written together, then new ones follow.
    StateFile(Path directory, Kept kept) {
        path = directory.resolve(NAME);
        try {
            Path whole = directory.resolve(NAME + ".new");
            Files.write(whole, kept.lines());
            Files.move(whole, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            channel = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the venue's state in " + path, e);
        }
    }

    /// All that earlier lines said, the last word on each account and order.
    record Kept(long draws, long lastNs, Map<String, JsonNode> accounts, Map<String, JsonNode> orders,
                List<JsonNode> activities) {
        List<String> lines() {
            ObjectNode all = line(draws, lastNs);
            accounts.values().forEach(((ArrayNode) all.get("accounts"))::add);
            orders.values().forEach(((ArrayNode) all.get("orders"))::add);
            activities.forEach(((ArrayNode) all.get("activities"))::add);
            return draws == 0 ? List.of() : List.of(all.toString());
        }
    }

    static Kept read(Path directory) {
        Map<String, JsonNode> accounts = new LinkedHashMap<>();
        Map<String, JsonNode> orders = new LinkedHashMap<>();
        List<JsonNode> activities = new ArrayList<>();
        long draws = 0;
        long lastNs = 0;
        for (String line : lines(directory)) {
            @Nullable JsonNode node = parsed(line);
            if (node == null) {
                // Killed while it wrote: nobody was told of this line.
                break;
            }
            draws = node.get("draws").longValue();
            lastNs = node.get("time").longValue();
            node.get("accounts").forEach(each -> accounts.put(OrderRecord.text(each, "key"), each));
            node.get("orders").forEach(each -> orders.put(OrderRecord.text(each, "id"), each));
            node.get("activities").forEach(activities::add);
        }
        return new Kept(draws, lastNs, accounts, orders, activities);
    }

    void append(Changes changes, long draws, long lastNs) {
        ObjectNode line = line(draws, lastNs);
        changes.accounts().forEach(each -> ((ArrayNode) line.get("accounts")).add(AccountRecord.of(each)));
        changes.orders().forEach(each -> ((ArrayNode) line.get("orders")).add(OrderRecord.of(each)));
        changes.activities().forEach(each -> ((ArrayNode) line.get("activities")).add(AccountRecord.of(each)));
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            long before = channel.size();
            write(bytes, before);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the venue's state to " + path, e);
        }
    }

    /// Half a line would hide those behind it.
    private void write(ByteBuffer bytes, long before) throws IOException {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            channel.truncate(before);
            throw e;
        }
    }

    private static ObjectNode line(long draws, long lastNs) {
        ObjectNode line = JsonNodeFactory.instance.objectNode().put("draws", draws).put("time", lastNs);
        line.putArray("accounts");
        line.putArray("orders");
        line.putArray("activities");
        return line;
    }

    private static List<String> lines(Path directory) {
        try {
            Files.createDirectories(directory);
            Path path = directory.resolve(NAME);
            // The last line may end within a character.
            return Files.exists(path) ? new String(Files.readAllBytes(path), StandardCharsets.UTF_8).lines().toList()
                : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the venue's state in " + directory, e);
        }
    }

    private static @Nullable JsonNode parsed(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (JacksonException e) {
            return null;
        }
    }
}
