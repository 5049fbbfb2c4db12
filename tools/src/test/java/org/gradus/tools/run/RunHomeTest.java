package org.gradus.tools.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.gradus.tools.operator.HaltMarker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which folders become run folders, and what is done to them.
class RunHomeTest {
    @TempDir
    private Path folder;
    private Path home;

    @BeforeEach
    void nameIt() {
        home = folder.resolve("home");
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private void makeShared() throws IOException {
        Files.createDirectory(home);
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void opens() {
        try (RunHome opened = RunHome.open(home)) {
            assertEquals(home, opened.folder());
        }
    }

    @Test
    void oneThatIsMadeIsItsOwnersOnly() throws IOException {
        opens();
        assertEquals("rwx------", mode(home));
    }

    @Test
    void oneThatWasThereKeepsItsModeAndItsQueueIsItsOwnersOnly() throws IOException {
        makeShared();
        opens();
        assertEquals("rwxr-xr-x", mode(home));
        assertEquals("rwx------", mode(home.resolve("operator")));
        Files.setPosixFilePermissions(home.resolve("operator"), PosixFilePermissions.fromString("rwxr-xr-x"));
        opens();
        assertEquals("rwxr-xr-x", mode(home));
        assertEquals("rwx------", mode(home.resolve("operator")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"holiday.jpg", "journal", "lock", "operator"})
    void oneWithOtherThingsInItIsRefusedAndNothingIsDoneToIt(String name) throws IOException {
        makeShared();
        if (name.equals("journal") || name.equals("operator")) {
            Files.writeString(Files.createDirectory(home.resolve(name)).resolve("monday.txt"), "dear diary");
        } else {
            Files.writeString(home.resolve(name), "something else");
        }
        String message = assertThrows(IllegalArgumentException.class, () -> RunHome.open(home)).getMessage();
        assertEquals(home + " is not empty and not the folder of a run: choose another --home", message);
        assertEquals("rwxr-xr-x", mode(home));
        try (Stream<Path> left = Files.list(home)) {
            assertEquals(1, left.count());
        }
    }

    @Test
    void whatARunHasLeftIsTakenUp() throws IOException {
        Files.createDirectories(home.resolve("journal"));
        Files.writeString(home.resolve("journal/20260101F.cq4"), "");
        Files.writeString(home.resolve("notes.txt"), "mine");
        opens();
        Files.delete(home.resolve("journal/20260101F.cq4"));
        opens();
    }

    @Test
    void aHaltMarkerAloneMakesAFolderARuns() throws IOException {
        makeShared();
        new HaltMarker(home).place("ada");
        opens();
        assertTrue(new HaltMarker(home).present());
    }

    @Test
    void aFreshDiskCountsAsEmpty() throws IOException {
        Files.createDirectories(home.resolve("lost+found"));
        opens();
    }

    @Test
    void aFileIsRefused() throws IOException {
        Files.writeString(home, "");
        String message = assertThrows(IllegalArgumentException.class, () -> RunHome.open(home)).getMessage();
        assertEquals(home + " is not a folder: choose another --home", message);
    }
}
