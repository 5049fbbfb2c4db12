package org.gradus.tools.launch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.gradus.tools.launch.Commands.Answer;
import org.gradus.tools.run.RunHome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every command on a journal that somebody, or a disk, has damaged: one clear line, never the library's own words on a
/// stack trace, and never "intact" for what is not.
class DamagedJournalTest {
    private static final long SEED = 20_261;
    private static final int DAMAGES = 50;
    private static final int KINDS = 6;

    @TempDir
    private Path folder;

    private RunSample sample;
    private Path file;
    private byte[] whole;
    private int used;
    private String exported;
    private int reads;

    @BeforeEach
    void runsAnEngineForAWhile() throws IOException {
        sample = new RunSample(folder, "20 m");
        assertEquals(0, sample.say("run", sample.config().toString(), "--until", "150").code());
        try (Stream<Path> files = Files.list(RunHome.journal(sample.home))) {
            file = files.filter(each -> each.toString().endsWith(".cq4")).findFirst().orElseThrow();
        }
        whole = Files.readAllBytes(file);
        used = whole.length;
        while (whole[used - 1] == 0) {
            used--;
        }
        exported = sample.say("journal", "export").text();
    }

    @Test
    void aTailCutOffWithTheSealsInItIsRefusedByARestartToo() throws IOException {
        Arrays.fill(whole, documentAt(100), used, (byte) 0);
        Files.write(file, whole);
        Answer verified = said("cut", "journal", "verify", "--json");
        assertEquals(1, verified.code());
        assertTrue(verified.text().contains("\"reason\":\"cut-tail\""), verified::text);
        byte[] kept = Files.readAllBytes(RunHome.keptSeal(sample.home));
        Answer run = said("cut", "run", sample.config().toString());
        assertEquals(1, run.code());
        assertTrue(run.text().contains("its tail was cut off") && run.text().contains("accepts the loss"), run::text);
        assertArrayEquals(kept, Files.readAllBytes(RunHome.keptSeal(sample.home)));
        Files.delete(RunHome.keptSeal(sample.home));
        assertEquals(1, said("cut", "journal", "verify").code(), "the file itself knows of later records");
        run = said("cut", "run", sample.config().toString());
        assertEquals(0, run.code(), "the loss is accepted");
        assertTrue(run.text().contains("the journal's tail was damaged") && run.text().contains("records before it are "
            + "whole and go on"), run::text);
    }

    @Test
    void aTailTornByAPowerCutIsDroppedAndTold() throws IOException {
        Files.delete(RunHome.keptSeal(sample.home));
        Arrays.fill(whole, documentAt(100), documentAt(101), (byte) 0);
        Files.write(file, whole);
        Answer run = said("torn", "run", sample.config().toString());
        assertEquals(0, run.code(), run::text);
        assertTrue(run.text().contains("the damaged journal is kept in " + sample.home.resolve("archive")), run::text);
    }

    @Test
    void whatAKilledEngineBeganIsNoDamageToAnyCommandAndGoneBehindTheNextStart() throws IOException {
        int begun = documentAt(Integer.MAX_VALUE) + Integer.BYTES;
        Arrays.fill(whole, begun, begun + 200, (byte) 7);
        Files.write(file, whole);
        String unfinished = "unfinished at its end, 204 bytes: an engine was killed here";
        for (String command : List.of("journal verify", "journal export", "journal tail", "journal replay", "status")) {
            Answer answer = said("killed", command.split(" "));
            assertEquals(0, answer.code(), answer::text);
            assertTrue(answer.text().contains(unfinished), answer::text);
        }
        assertTrue(said("killed", "journal", "verify", "--json").text().contains("\"unfinished_bytes\":204"));
        Path lock = Files.writeString(sample.home.resolve("lock"), Long.toString(ProcessHandle.current().pid()));
        assertFalse(said("running", "journal", "verify").text().contains("unfinished"), "it may be finished by now");
        Files.delete(lock);
        Answer run = said("killed", "run", sample.config().toString());
        assertEquals(0, run.code(), run::text);
        assertTrue(run.text().contains("behind that record 204 bytes had been begun and never finished"), run::text);
        assertArrayEquals(new String[0], sample.home.resolve("archive").toFile().list(), "nothing was put aside");
        assertFalse(said("gone on", "journal", "verify").text().contains("unfinished"));
    }

    @Test
    void damageWithWholeRecordsBehindItIsLeftForAPersonToJudge() throws IOException {
        Files.delete(RunHome.keptSeal(sample.home));
        whole[documentAt(100) + 60] ^= 1;
        Files.write(file, whole);
        Answer run = said("flipped", "run", sample.config().toString());
        assertEquals(1, run.code());
        assertTrue(run.text().contains("is damaged behind record ") && run.text().contains("(checksum)"), run::text);
        assertArrayEquals(whole, Files.readAllBytes(file));
    }

    @Test
    void aMissingCopyOfTheLastSealIsNotIntact() throws IOException {
        Files.move(RunHome.keptSeal(sample.home), folder.resolve("elsewhere"));
        Answer verified = said("no copy", "journal", "verify", "--json");
        assertEquals(1, verified.code());
        assertTrue(verified.text().contains("\"reason\":\"seal-copy-missing\""), verified::text);
        Files.writeString(RunHome.keptSeal(sample.home), "junk\n");
        verified = said("junk copy", "journal", "verify");
        assertTrue(verified.text().contains("(seal-copy)") && verified.text().contains("expected: segment sequence"),
            verified::text);
    }

    @Test
    void aMissingJournalBesideAKeptSealIsRefused() throws IOException {
        Files.move(RunHome.journal(sample.home), folder.resolve("elsewhere"));
        Answer run = said("no journal", "run", sample.config().toString());
        assertEquals(1, run.code());
        assertTrue(run.text().contains("holds no record, but "), run::text);
    }

    @Test
    void junkInTheFolderIsToldByName() throws IOException {
        Path table = RunHome.journal(sample.home).resolve("metadata.cq4t");
        byte[] good = Files.readAllBytes(table);
        byte[] junk = new byte[4_096];
        new Random(SEED).nextBytes(junk);
        for (byte[] bad : List.of(junk, new byte[0], "text".getBytes(StandardCharsets.US_ASCII))) {
            Files.write(table, bad);
            everyCommand("junk of " + bad.length + " bytes in the table");
        }
        Files.write(table, good);
        for (String name : List.of("garbage.cq4", "2026F.cq4", "20261131F.cq4")) {
            Path garbage = Files.write(RunHome.journal(sample.home).resolve(name), junk);
            everyCommand(name);
            Files.delete(garbage);
        }
        Path unreadable = Files.createDirectory(RunHome.journal(sample.home).resolve("20260101F.cq4"));
        everyCommand("a folder instead of a file");
        assertTrue(said("folder", "journal", "export").text().contains(unreadable.toString()));
        Files.delete(unreadable);
        assertEquals(0, said("clean", "journal", "verify").code());
    }

    @Test
    void anyDamageIsToldInOneLineByEveryCommand() throws IOException {
        Random random = new Random(SEED);
        for (int i = 0; i < DAMAGES; i++) {
            byte[] damaged = whole.clone();
            String damage = "damage " + i + ": " + damage(damaged, random);
            Files.write(file, damaged);
            if (random.nextBoolean()) {
                Files.deleteIfExists(sample.home.resolve("status.json"));
            }
            everyCommand(damage);
            Files.write(file, whole);
        }
        assertEquals(0, sample.say("journal", "verify").code());
    }

    private void everyCommand(String damage) {
        Answer verified = said(damage, "journal", "verify");
        Answer export = said(damage, "journal", "export");
        if (verified.code() == 0) {
            assertEquals(exported, export.text(), damage);
        } else {
            assertEquals(1, said(damage, "run", sample.config().toString(), "--until", "1").code(), damage);
        }
        if (verified.code() == 0 || reads++ % 4 == 0) {
            said(damage, "journal", "tail", "--type", "seal");
            said(damage, "journal", "replay");
        }
        said(damage, "status");
    }

    private Answer said(String damage, String... words) {
        Answer answer = sample.say(words);
        String context = damage + ", " + String.join(" ", words) + ": ";
        List<String> lines = answer.text().lines().filter(line -> !line.startsWith("{")).toList();
        assertTrue(answer.code() == 0 || answer.code() == 1, () -> context + answer.code() + answer.text());
        assertFalse(lines.stream().anyMatch(line -> line.contains("Exception") || line.startsWith("\tat ")
            || line.contains("out of bounds") || line.contains("null")), () -> context + lines);
        assertTrue(answer.code() == 0 || words[0].equals("status") || lines.size() <= 4, () -> context + lines);
        assertTrue(lines.stream().filter(line -> line.startsWith("gradus: ")).count() <= 1, () -> context + lines);
        return answer;
    }

    /// Somewhere in what was written.
    private String damage(byte[] bytes, Random random) {
        int at = random.nextInt(used);
        int kind = random.nextInt(KINDS);
        switch (kind) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> fill(bytes, at, 1 + random.nextInt(600), (byte) 0);
            case 2 -> fill(bytes, at, 1 + random.nextInt(600), (byte) -1);
            case 3 -> random.ints(1 + random.nextInt(16)).forEach(value -> bytes[at] = (byte) value);
            case 4 -> header(bytes, random, random.nextInt());
            default -> header(bytes, random, 0);
        }
        return "kind " + kind + " at byte " + at;
    }

    private void fill(byte[] bytes, int at, int length, byte value) {
        for (int i = at; i < Math.min(used, at + length); i++) {
            bytes[i] = value;
        }
    }

    /// Overwrites the length and flags before one of the queue's documents.
    private void header(byte[] bytes, Random random, int value) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(documentAt(random.nextInt(150)), value);
    }

    private int documentAt(int number) {
        ByteBuffer buffer = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        for (int i = 0; i < number && buffer.getInt(at) > 0; i++) {
            at += Integer.BYTES + (buffer.getInt(at) & 0x3FFF_FFFF) + Integer.BYTES - 1 & -Integer.BYTES;
        }
        return at;
    }
}
