package org.gradus.adapters.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.agrona.DirectBuffer;
import org.gradus.engine.strategy.Strategy;
import org.ta4j.core.BarSeries;

/// Compiles and packs sources as a user would, with the engine and ta4j on the class path.
public final class UserCode {
    private UserCode() {
    }

    /// @param sources by class name
    public static Path jar(Path folder, Map<String, String> sources) {
        try {
            Path classes = Files.createDirectories(folder.resolve("classes"));
            compile(folder.resolve("src"), sources, classes);
            Path jar = folder.resolve("strategies.jar");
            pack(classes, jar);
            return jar;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static void compile(Path folder, Map<String, String> sources, Path classes) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", classes.toString(), "-cp", classPath()));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve(source.getKey().replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
            arguments.add(file.toString());
        }
        try (var files = ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
            StringWriter said = new StringWriter();
            List<Path> units = sources.keySet().stream()
                    .map(name -> folder.resolve(name.replace('.', '/') + ".java")).toList();
            boolean good = ToolProvider.getSystemJavaCompiler().getTask(said, files, null,
                    arguments.subList(0, 5), null, files.getJavaFileObjectsFromPaths(units)).call();
            assertEquals("compiles", good ? "compiles" : said.toString());
        }
    }

    private static String classPath() {
        return String.join(java.io.File.pathSeparator, location(Strategy.class), location(BarSeries.class),
                location(DirectBuffer.class));
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar); JarOutputStream packed = new JarOutputStream(out);
             Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                packed.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                packed.write(Files.readAllBytes(file));
                packed.closeEntry();
            }
        }
    }
}
