package org.gradus.adapters.strategy;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.gradus.adapters.ta4j.Ta4jBridge;
import org.gradus.adapters.ta4j.Ta4jMaker;
import org.gradus.engine.runtime.StartedRecord;
import org.gradus.engine.runtime.StrategyConfig;
import org.gradus.engine.strategy.BuiltIn;
import org.gradus.engine.strategy.Parameters;
import org.gradus.engine.strategy.Strategy;
import org.gradus.engine.strategy.StrategyFactory;
import org.gradus.engine.strategy.UnusableStrategy;

/// Makes the built-in strategies, and a user's own by class name: out of a jar, or from the class path when no jar is
/// named. A ta4j strategy comes wrapped into its bridge. Each jar is read once, so that every instance runs the code
/// whose hash the journal records.
public final class UserStrategies implements StrategyFactory {
    private static final String PROJECT = "{project}";

    private final Path workingFolder;
    private final Path projectRoot;
    private final Map<String, JarClasses> jars = new HashMap<>();

    /// @param workingFolder where relative jars are looked for
    /// @param projectRoot   what `{project}` stands for
    public UserStrategies(Path workingFolder, Path projectRoot) {
        this.workingFolder = workingFolder.toAbsolutePath().normalize();
        this.projectRoot = projectRoot.toAbsolutePath().normalize();
    }

    @Override
    public Strategy create(String kind, String jar, Parameters parameters) {
        if (jar.isEmpty() && BuiltIn.named(kind).isPresent()) {
            return BuiltIn.named(kind).get().create(parameters);
        }
        Class<?> type = load(kind, jar);
        try {
            if (Strategy.class.isAssignableFrom(type)) {
                return (Strategy) make(type, parameters);
            }
            return new Ta4jBridge(Ta4jMaker.of(type, () -> make(type, parameters)), parameters);
        } catch (LinkageError broken) {
            throw new UnusableStrategy("kind", kind + " cannot be linked: " + broken, broken);
        }
    }

    /// The hash of each strategy's code: of its jar, or of the build where it comes with it.
    public StartedRecord.CodeHashes codeHashes(String buildHash) {
        return strategy -> codeHash(strategy, buildHash);
    }

    private String codeHash(StrategyConfig strategy, String buildHash) {
        return strategy.jar().isEmpty() ? buildHash : jar(strategy.jar()).sha256();
    }

    private Class<?> load(String kind, String jar) {
        try {
            if (jar.isEmpty()) {
                return Class.forName(kind, true, UserStrategies.class.getClassLoader());
            }
            JarClasses classes = jar(jar);
            if (!classes.holds(kind)) {
                throw new UnusableStrategy("kind", "no class " + kind + " in " + jar);
            }
            return Class.forName(kind, true, classes);
        } catch (ClassNotFoundException missing) {
            throw new UnusableStrategy("kind", "unknown strategy " + kind, missing);
        } catch (LinkageError broken) {
            throw new UnusableStrategy("kind", kind + " cannot be loaded: " + broken, broken);
        }
    }

    private JarClasses jar(String name) {
        return jars.computeIfAbsent(name, _ -> new JarClasses(path(name), UserStrategies.class.getClassLoader()));
    }

    private Path path(String name) {
        return name.startsWith(PROJECT) ? projectRoot.resolve(name.substring(PROJECT.length()).replaceFirst("^/+", ""))
                : workingFolder.resolve(name);
    }

    private static Object make(Class<?> type, Parameters parameters) {
        if (!Modifier.isPublic(type.getModifiers()) || Modifier.isAbstract(type.getModifiers())) {
            throw new UnusableStrategy("kind", type.getName()
                    + " cannot be made: expected a public class, not abstract");
        }
        try {
            for (Constructor<?> constructor : type.getConstructors()) {
                if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Parameters.class) {
                    return constructor.newInstance(parameters);
                }
            }
            return type.getConstructor().newInstance();
        } catch (NoSuchMethodException missing) {
            throw new UnusableStrategy("kind", type.getName()
                    + " has no suitable constructor: expected a public one with ("
                    + Parameters.class.getSimpleName() + ") or ()", missing);
        } catch (InvocationTargetException thrown) {
            throw explained(type, thrown.getCause());
        } catch (ReflectiveOperationException refused) {
            throw new UnusableStrategy("kind", type.getName() + " cannot be made: " + refused, refused);
        }
    }

    /// What a constructor says about its parameters passes through as it is.
    private static RuntimeException explained(Class<?> type, Throwable thrown) {
        return thrown instanceof IllegalArgumentException about ? about
                : new UnusableStrategy("kind", "the constructor of " + type.getName() + " throws " + thrown, thrown);
    }
}
