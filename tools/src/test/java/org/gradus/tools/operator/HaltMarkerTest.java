package org.gradus.tools.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The file that halts without an engine.
class HaltMarkerTest {
    @TempDir
    private Path home;

    @Test
    void namesWhoHaltedAndGoesWhenTakenAway() throws IOException {
        HaltMarker marker = new HaltMarker(home);
        assertEquals(Optional.empty(), marker.place("ada"));
        assertEquals("halted by ada\n", Files.readString(home.resolve("HALT")));
        marker.remove();
        assertTrue(!marker.present());
    }

    /// Nothing can be written into a folder of that name, but it is there, and whoever looks for a marker finds it.
    @Test
    void countsAsPlacedWhenItStandsThereThoughNothingCanBeWrittenIntoIt() throws IOException {
        Files.createDirectory(home.resolve("HALT"));
        HaltMarker marker = new HaltMarker(home);
        assertEquals(Optional.of("Is a directory"), marker.place("ada"));
        assertTrue(marker.present());
    }

    @Test
    void namesTheCauseWhenItCannotBePlaced() {
        HaltMarker marker = new HaltMarker(home.resolve("nowhere"));
        String message = assertThrows(UncheckedIOException.class, () -> marker.place("ada")).getMessage();
        assertEquals("cannot place the halt marker at " + home.resolve("nowhere/HALT")
                + ": No such file or directory", message);
    }
}
