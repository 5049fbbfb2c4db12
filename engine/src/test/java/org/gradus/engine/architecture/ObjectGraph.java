package org.gradus.engine.architecture;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The mutable objects that can be reached from an object through fields, arrays and collections. Whatever is not
/// known to be immutable counts as mutable. Statics are not followed: a boundary of its own keeps them final.
final class ObjectGraph {
    /// Leaves that never change, or that belong to the machine and not to us.
    private static final Set<Class<?>> LEAVES = Set.of(String.class, Class.class, Boolean.class, Byte.class,
            Short.class, Character.class, Integer.class, Long.class, Float.class, Double.class);
    /// Handles of the JDK: class loaders, threads and their groups; and what of it never changes.
    private static final List<Class<?>> HANDLES = List.of(ClassLoader.class, Thread.class,
            ThreadGroup.class, java.nio.ByteOrder.class, java.nio.file.Path.class, java.nio.charset.Charset.class,
            java.util.regex.Pattern.class, java.lang.invoke.MethodHandle.class,
            java.time.format.DateTimeFormatter.class);

    private final Set<Object> reached = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Object> mutable = Collections.newSetFromMap(new IdentityHashMap<>());
    private final ArrayDeque<Object> open = new ArrayDeque<>();

    private ObjectGraph() {
    }

    static Set<Object> mutableFrom(Object... roots) {
        ObjectGraph graph = new ObjectGraph();
        for (Object root : roots) {
            graph.add(root);
        }
        while (!graph.open.isEmpty()) {
            graph.visit(graph.open.pop());
        }
        return graph.mutable;
    }

    private void add(Object object) {
        if (object != null && !isLeaf(object) && reached.add(object)) {
            open.push(object);
        }
    }

    private static boolean isLeaf(Object object) {
        return LEAVES.contains(object.getClass()) || object instanceof Enum<?>
                || object.getClass().getName().equals("sun.misc.Unsafe")
                || HANDLES.stream().anyMatch(handle -> handle.isInstance(object));
    }

    private void visit(Object object) {
        Class<?> type = object.getClass();
        boolean followed = follow(object, type);
        if (!followed || isMutable(type)) {
            mutable.add(object);
        }
    }

    private boolean follow(Object object, Class<?> type) {
        if (type.isArray()) {
            for (int i = 0; !type.getComponentType().isPrimitive() && i < Array.getLength(object); i++) {
                add(Array.get(object, i));
            }
        } else if (object instanceof Collection<?> collection) {
            collection.forEach(this::add);
        } else if (object instanceof Map<?, ?> map) {
            map.keySet().forEach(this::add);
            map.values().forEach(this::add);
        } else {
            return followFields(object, type);
        }
        return true;
    }

    /// @return false when the JDK does not let us look inside
    private boolean followFields(Object object, Class<?> type) {
        boolean seen = true;
        for (Class<?> at = type; at != Object.class; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) || field.getType().isPrimitive()) {
                    continue;
                }
                seen &= field.trySetAccessible();
                if (field.canAccess(object)) {
                    add(value(field, object));
                }
            }
        }
        return seen;
    }

    private static Object value(Field field, Object object) {
        try {
            return field.get(object);
        } catch (IllegalAccessException refused) {
            throw new AssertionError(refused);
        }
    }

    /// Records, lambdas and classes of final fields only are as immutable as what they hold, which is followed.
    private static boolean isMutable(Class<?> type) {
        if (type.isArray()) {
            return true;
        }
        if (type.getName().startsWith("java.util.ImmutableCollections$")) {
            return false;
        }
        for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                int modifiers = field.getModifiers();
                if (!Modifier.isStatic(modifiers) && !Modifier.isFinal(modifiers)) {
                    return true;
                }
            }
        }
        return false;
    }
}
