package org.gradus.engine.architecture;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gradus.engine.state.StateHasher;
import org.gradus.engine.state.Stateful;

/// What of an object's state its visit leaves out: each mutable value is changed a little, and the hash must tell. A
/// value stands for its path of field names, so that one live order of a pool speaks for its place.
public final class StateFields {
    private static final int MOST_OF_A_POOL = 40;

    private final Predicate<String> apart;
    private final Predicate<Class<?>> followed;
    private final Map<String, Integer> first = new TreeMap<>();
    private final Set<String> moved = new TreeSet<>();
    private final Set<String> visited = new TreeSet<>();

    /// @param followed whose fields are looked at
    /// @param apart    paths that need no visit, and what lies behind them
    public StateFields(Predicate<Class<?>> followed, Predicate<String> apart) {
        this.followed = followed;
        this.apart = apart;
    }

    /// Another run begins: what moves in it is measured from its own first look.
    public void begin() {
        first.clear();
    }

    private record Place(String path, Object holder) {
    }

    /// Looks at the object as it is now and leaves it so. What has changed since the first look counts as moved.
    public void look(String name, Stateful root) {
        Map<String, List<StateCell>> cells = cells(name, root);
        cells.keySet().removeIf(apart);
        long hash = hash(root);
        cells.forEach((path, places) -> {
            int value = Arrays.deepHashCode(places.stream().map(StateCell::value).toArray());
            if (value != first.computeIfAbsent(path, unseen -> value)) {
                moved.add(path);
            }
            if (moved.contains(path) && !visited.contains(path)
                    && places.stream().anyMatch(cell -> cell.anyChange(() -> hash(root) != hash))) {
                visited.add(path);
            }
        });
    }

    /// The values behind the paths that begin so, to compare two objects.
    public Map<String, List<Object>> values(String name, Stateful root, Set<String> beginnings) {
        Map<String, List<Object>> values = new TreeMap<>();
        cells(name, root).forEach((path, places) -> {
            if (beginnings.stream().anyMatch(path::startsWith)) {
                values.put(path, places.stream().map(StateCell::value).toList());
            }
        });
        return values;
    }

    private Map<String, List<StateCell>> cells(String name, Stateful root) {
        Map<String, List<StateCell>> cells = new TreeMap<>();
        for (Place place : reach(name, root)) {
            for (StateCell cell : StateCell.of(place.path(), place.holder())) {
                cells.computeIfAbsent(cell.path(), path -> new ArrayList<>()).add(cell);
            }
        }
        return cells;
    }

    private static long hash(Stateful root) {
        StateHasher hasher = new StateHasher();
        root.visitState(hasher);
        return hasher.hash();
    }

    /// Paths of what changed and no visit shows.
    public Set<String> unvisited() {
        Set<String> left = new TreeSet<>(moved);
        left.removeAll(visited);
        return left;
    }

    public Set<String> visited() {
        return visited;
    }

    private List<Place> reach(String name, Object root) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        ArrayDeque<Place> open = new ArrayDeque<>(List.of(new Place(name, root)));
        List<Place> places = new ArrayList<>();
        while (!open.isEmpty()) {
            Place place = open.poll();
            if (!seen.add(place.holder())) {
                continue;
            }
            if (place.holder() instanceof Collection<?> many) {
                many.forEach(each -> follow(place.path() + "[]", Object.class, each, open));
            } else if (place.holder() instanceof Object[] many) {
                Stream.of(many).limit(MOST_OF_A_POOL).forEach(each ->
                        follow(place.path() + "[]", Object.class, each, open));
            } else {
                places.add(place);
                fields(place.holder().getClass()).filter(field -> !field.getType().isPrimitive()).forEach(field ->
                        follow(place.path() + "." + field.getName(), field.getType(),
                                StateCell.get(field, place.holder()), open));
            }
        }
        return places;
    }

    /// Where the declared type leaves open what an object is, its own type belongs to the path.
    private void follow(String path, Class<?> declared, Object object, ArrayDeque<Place> open) {
        if (object == null || object instanceof Enum<?>) {
            return;
        }
        Class<?> type = object.getClass();
        if (object instanceof Object[] || object instanceof Collection<?> || type.isArray()) {
            open.add(new Place(path, object));
        } else if (followed.test(type)) {
            open.add(new Place(type == declared ? path : path + type.getSimpleName(), object));
        }
    }

    static Stream<Field> fields(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> at = type; at != null && at != Object.class && !at.isArray(); at = at.getSuperclass()) {
            fields.addAll(List.of(at.getDeclaredFields()));
        }
        return fields.stream().filter(field -> !Modifier.isStatic(field.getModifiers()));
    }
}
