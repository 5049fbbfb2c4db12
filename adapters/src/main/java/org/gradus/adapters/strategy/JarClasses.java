package org.gradus.adapters.strategy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import org.gradus.engine.strategy.UnusableStrategy;

/// The classes of one jar, read whole at once: what is hashed is what runs, whatever happens to the file later.
final class JarClasses extends ClassLoader {
    private final Map<String, byte[]> entries = new HashMap<>();
    private final String sha256;

    /// @throws UnusableStrategy when there is no such jar
    JarClasses(Path jar, ClassLoader parent) {
        super(parent);
        if (!Files.isRegularFile(jar)) {
            throw new UnusableStrategy("jar", "no such file: " + jar);
        }
        try {
            byte[] bytes = Files.readAllBytes(jar);
            sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            read(bytes);
        } catch (IOException refused) {
            throw new UnusableStrategy("jar", "cannot read " + jar + ": " + refused.getMessage(), refused);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this JDK has no SHA-256", missing);
        }
        if (entries.isEmpty()) {
            throw new UnusableStrategy("jar", "not a jar, or an empty one: " + jar);
        }
    }

    private void read(byte[] bytes) throws IOException {
        try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(bytes))) {
            for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
                if (!entry.isDirectory()) {
                    entries.put(entry.getName(), in.readAllBytes());
                }
            }
        }
    }

    String sha256() {
        return sha256;
    }

    boolean holds(String className) {
        return entries.containsKey(entryOf(className));
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] code = entries.get(entryOf(name));
        if (code == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, code, 0, code.length);
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        byte[] content = entries.get(name);
        return content == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(content);
    }

    private static String entryOf(String className) {
        return className.replace('.', '/') + ".class";
    }
}
