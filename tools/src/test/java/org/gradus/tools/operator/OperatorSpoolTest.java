package org.gradus.tools.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gradus.engine.message.OperatorAction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The operator's folder: what is a command arrives, what is none harms nobody.
class OperatorSpoolTest {
    private static final long SEED = 7;

    @TempDir
    private Path home;
    private OperatorSpool spool;
    private final List<String> refusals = new ArrayList<>();

    @BeforeEach
    void open() {
        spool = new OperatorSpool(home.resolve("operator"));
        spool.open();
    }

    private List<OperatorCommand> arrived() {
        return spool.arrived(refusals::add).stream().map(OperatorSpool.Arrived::command).toList();
    }

    @Test
    void theFolderIsForItsOwnerOnly() throws IOException {
        assertEquals("rwx------",
            PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("operator"))));
    }

    @Test
    void aCommandArrivesAsItWasGiven() {
        OperatorCommand command = OperatorCommand.of(OperatorAction.RESUME, 5, 0, 41);
        spool.submit(command);
        assertEquals(List.of(command), arrived());
    }

    @Test
    void aCommandOfAnEarlierVersionHasNoLookToHoldTo() throws IOException {
        Files.writeString(home.resolve("operator/0-old.command"), "a b resume 8 0 ada");
        assertEquals(List.of(new OperatorCommand(10, 11, OperatorAction.RESUME, 8, 0, "ada", 0)), arrived());
    }

    @Test
    void aCommandStaysUntilItIsDone() {
        spool.submit(OperatorCommand.of(OperatorAction.HALT, 0, 0));
        OperatorSpool.Arrived halt = spool.arrived(refusals::add).getFirst();
        assertEquals(1, arrived().size());
        spool.done(halt);
        assertEquals(List.of(), arrived());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u0000\u0001\u0002", "1 2 halt 0 0", "1 2 halt 0 0 ada extra",
        "1 2 explode 0 0 ada", "g 2 halt 0 0 ada", "11111111111111111 2 halt 0 0 ada",
        "1 2 halt 99 0 ada", "1 2 halt -1 0 ada",
        "1 2 halt 0 -5 ada", "1 2 halt 0 x ada", "1 2 halt 0 99999999999999999999 ada", "1 2 halt 0 0 a;b"})
    void whatIsNoCommandIsSetAsideAndTold(String content) throws IOException {
        Files.writeString(home.resolve("operator/1-bad.command"), content);
        OperatorCommand good = OperatorCommand.of(OperatorAction.FLATTEN, 0, 0);
        spool.submit(good);
        assertEquals(List.of(good), arrived());
        assertEquals(1, refusals.size());
        assertTrue(refusals.getFirst().contains("refused a command"), refusals::getFirst);
        assertTrue(Files.exists(home.resolve("operator/refused/1-bad.command")));
        assertEquals(1, arrived().size());
    }

    @Test
    void noiseAndFoldersNeverDoMoreThanBeRefused() throws IOException {
        Random random = new Random(SEED);
        for (int i = 0; i < 50; i++) {
            byte[] noise = new byte[random.nextInt(6_000)];
            random.nextBytes(noise);
            Files.write(home.resolve("operator/" + i + ".command"), noise);
        }
        Files.createDirectories(home.resolve("operator/folder.command"));
        assertEquals(List.of(), arrived(), "seed " + SEED);
        assertEquals(51, refusals.size());
        assertEquals(List.of(), arrived());
    }

    @Test
    void aFolderWhereNoEngineEverRanTakesNoCommand() {
        OperatorSpool nowhere = new OperatorSpool(home.resolve("nowhere/operator"));
        OperatorCommand halt = OperatorCommand.of(OperatorAction.HALT, 0, 0);
        assertThrows(IllegalArgumentException.class, () -> nowhere.submit(halt));
    }
}
