package org.gradus.tools.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gradus.engine.message.Hash256;
import org.gradus.engine.runtime.SimulatedEngine;
import org.gradus.tools.config.TapeSource;

/// Hashes that say which program, configuration and data made a journal.
public final class BuildIdentity {
    private BuildIdentity() {
    }

    /// Of the engine's code.
    public static Hash256 ofEngine() {
        return ofClasses(Path.of(URIs.of(SimulatedEngine.class)));
    }

    /// Of the class files in a jar or a build folder, by name; not of the jar, whose manifest names the JDK that Maven
    /// itself ran on.
    static Hash256 ofClasses(Path code) {
        try {
            if (!Files.isRegularFile(code)) {
                return digestOf(code);
            }
            try (FileSystem jar = FileSystems.newFileSystem(code)) {
                return digestOf(jar.getPath("/"));
            }
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot read the engine's code at " + code, refused);
        }
    }

    static Hash256 ofText(String text) {
        return Hash256.of(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    static Hash256 ofTapes(List<TapeSource> tapes) {
        try {
            MessageDigest digest = sha256();
            for (TapeSource tape : tapes) {
                switch (tape) {
                    case TapeSource.Csv csv -> add(digest, csv.path());
                    case TapeSource.Synthetic made -> digest.update(made.script().toString()
                        .getBytes(StandardCharsets.UTF_8));
                }
            }
            return Hash256.of(digest.digest());
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot read a tape: " + refused.getMessage(), refused);
        }
    }

    private static Hash256 digestOf(Path root) throws IOException {
        SortedMap<String, Path> classes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(file -> file.toString().endsWith(".class")).forEach(file ->
                classes.put(root.relativize(file).toString().replace('\\', '/'), file));
        }
        MessageDigest digest = sha256();
        for (Map.Entry<String, Path> each : classes.entrySet()) {
            digest.update(each.getKey().getBytes(StandardCharsets.UTF_8));
            add(digest, each.getValue());
        }
        return Hash256.of(digest.digest());
    }

    private static void add(MessageDigest digest, Path file) throws IOException {
        byte[] chunk = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this JDK has no SHA-256", missing);
        }
    }

    /// Where classes come from.
    private static final class URIs {
        static java.net.URI of(Class<?> type) {
            try {
                return type.getProtectionDomain().getCodeSource().getLocation().toURI();
            } catch (java.net.URISyntaxException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
