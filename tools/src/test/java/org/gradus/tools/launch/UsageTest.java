package org.gradus.tools.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class UsageTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "rnu", "run", "run config/demo.conf --sped 3", "run config/none.conf", "status", "halt",
            "journal", "journal tail --home x --from 3", "run config/demo.conf --speed 0", "veto zz --home x",
            "venue --speed 0", "venue --tape none.csv", "venue --key alone", "venue --clock sun", "venue --warm-up 3",
            "venue --model kind", "venue --port 70000", "venue --budget -1"})
    void leavesWithTwoOnBadUsage(String line) {
        assertEquals(2, Gradus.execute(line.isEmpty() ? new String[0] : line.split(" ")));
    }

    @Test
    void startsNothingOnABadConfiguration() throws Exception {
        Path config = Files.writeString(folder.resolve("bad.conf"), "include \"demo.conf\"\nrisk.trade-size = 5\n");
        assertEquals(2, Gradus.execute("run", config.toString(), "--home", folder.resolve("home").toString()));
        assertFalse(Files.exists(folder.resolve("home")), "no run folder is made");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run config/demo.conf", "status", "halt", "journal verify"})
    void refusesARunFolderWithoutAName(String line) {
        List<String> words = new ArrayList<>(List.of(line.split(" ")));
        words.addAll(List.of("--home", ""));
        Commands.Answer answer = Commands.said(words.toArray(String[]::new));
        assertEquals(2, answer.code(), answer::text);
        assertTrue(answer.text().contains("the name is empty, expected a folder"), answer::text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-V", "run -V", "journal verify --version"})
    void everyCommandTellsTheVersion(String line) {
        assertEquals("gradus 0.1.0\n", Commands.said(line.split(" ")).text());
    }

    @Test
    void refusesARunFolderThatHoldsOtherThings() throws Exception {
        Path home = Files.createDirectory(folder.resolve("mine"));
        Files.writeString(home.resolve("letter.txt"), "dear");
        Commands.Answer answer = Commands.said("run", Path.of(System.getProperty("gradus.root"), "config/demo.conf")
                .toString(), "--home", home.toString());
        assertEquals(2, answer.code(), answer::text);
        assertEquals("gradus: " + home + " is not empty and not the folder of a run: choose another --home\n",
                answer.text());
    }

    @Test
    void describesEachCommandAndEachOption() {
        for (CommandLine command : List.copyOf(new CommandLine(new Gradus()).getSubcommands().values())) {
            describes(command);
            command.getSubcommands().values().forEach(UsageTest::describes);
        }
    }

    private static void describes(CommandLine command) {
        String name = command.getCommandSpec().qualifiedName();
        assertTrue(command.getCommandSpec().usageMessage().description().length > 0, name);
        command.getCommandSpec().args().forEach(argument -> assertTrue(argument.description().length > 0
                && !argument.description()[0].isBlank(), () -> name + " " + argument.paramLabel()));
    }
}
