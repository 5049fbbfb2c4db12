package org.gradus.adapters.venue.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gradus.adapters.venue.fault.FaultKind;
import org.gradus.adapters.venue.fault.Faults;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What goes wrong with order updates: lost, doubled, swapped with the next, said again after the order's end. Calls
/// come one at a time.
final class UpdateFaults {
    private static final Set<String> ENDS = Set.of("fill", "canceled", "expired", "replaced", "rejected");
    private static final int REMEMBERED_MAX = 10_000;

    private final Faults faults;
    private final Map<String, ObjectNode> heldBack = new HashMap<>();
    private final Map<String, List<ObjectNode>> repeats = new HashMap<>();

    UpdateFaults(Faults faults) {
        this.faults = faults;
    }

    /// What arrives at the clients of this account instead of the update.
    List<ObjectNode> pass(String account, ObjectNode data) {
        String event = data.path("event").asString("");
        String order = data.path("order").path("id").asString("");
        List<ObjectNode> arriving = new ArrayList<>();
        if (faults.strike(FaultKind.LOSE, event).isEmpty()) {
            arriving.add(data);
        }
        if (faults.strike(FaultKind.DOUBLE, event).isPresent()) {
            arriving.add(data);
        }
        if (faults.strike(FaultKind.REPEAT, event).isPresent() && repeats.size() < REMEMBERED_MAX) {
            repeats.computeIfAbsent(order, _ -> new ArrayList<>()).add(data);
        }
        boolean swapped = faults.strike(FaultKind.SWAP, event).isPresent();
        @Nullable ObjectNode before = heldBack.remove(account);
        if (before != null) {
            arriving.add(before);
        } else if (swapped && !arriving.isEmpty()) {
            heldBack.put(account, arriving.removeFirst());
        }
        if (ENDS.contains(event)) {
            arriving.addAll(repeats.getOrDefault(order, List.of()));
            repeats.remove(order);
        }
        return arriving;
    }

    /// Whether one waits for the next.
    boolean holds(String account) {
        return heldBack.containsKey(account);
    }

    /// What waited for a next one that has not come.
    @Nullable ObjectNode release(String account) {
        return heldBack.remove(account);
    }
}
