package org.gradus.tools.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gradus.engine.message.Hash256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same code is the same build, whoever packed it.
class BuildIdentityTest {
    @TempDir
    private Path folder;

    @Test
    void aJarPackedByAnotherJdkIsTheSameBuild() throws IOException {
        assertEquals(packed("one.jar", "17", "code"), packed("other.jar", "25", "code"));
        assertNotEquals(packed("one.jar", "17", "code"), packed("changed.jar", "17", "cade"));
    }

    @Test
    void aJarAndTheFolderItWasPackedFromAreTheSameBuild() throws IOException {
        Path classes = folder.resolve("classes");
        Files.createDirectories(classes.resolve("org"));
        Files.writeString(classes.resolve("org/A.class"), "code");
        Files.writeString(classes.resolve("org/B.class"), "more");
        assertEquals(packed("one.jar", "17", "code"), BuildIdentity.ofClasses(classes));
        Files.move(classes.resolve("org/B.class"), classes.resolve("org/C.class"));
        assertNotEquals(packed("one.jar", "17", "code"), BuildIdentity.ofClasses(classes));
    }

    private Hash256 packed(String name, String jdk, String code) throws IOException {
        Path jar = folder.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            add(out, "META-INF/MANIFEST.MF", "Build-Tool-Jdk-Spec: " + jdk);
            add(out, "org/B.class", "more");
            add(out, "org/A.class", code);
        }
        return BuildIdentity.ofClasses(jar);
    }

    private static void add(ZipOutputStream out, String name, String content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content.getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
    }
}
