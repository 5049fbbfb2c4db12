package org.gradus.engine.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The Java sources of every module, as they lie in the checkout.
final class SourceTree {
    private static final Path ROOT = Path.of(System.getProperty("gradus.root"));

    private SourceTree() {
    }

    static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String module : List.of("engine", "adapters", "tools", "bench")) {
            Path sources = ROOT.resolve(module).resolve("src");
            if (Files.isDirectory(sources)) {
                try (Stream<Path> found = Files.walk(sources)) {
                    found.filter(file -> file.toString().endsWith(".java")).sorted().forEach(files::add);
                }
            }
        }
        return files;
    }

    static boolean isMain(Path file) {
        return file.toString().contains("/src/main/");
    }

    static String name(Path file) {
        return ROOT.relativize(file).toString();
    }
}
