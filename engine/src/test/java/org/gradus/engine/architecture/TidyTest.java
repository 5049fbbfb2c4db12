package org.gradus.engine.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What the house style asks of every source file, without exceptions.
class TidyTest {
    private static final int FILE_LINES = 500;
    private static final int METHOD_LINES = 60;
    private static final int COLUMNS = 120;
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b");
    private static final Pattern SILENCED = Pattern.compile("@Dis" + "abled|Thread\\.sl" + "eep");
    private static final Pattern EMPTY_WORDS = Pattern.compile(
            "(^|/)(util|utils|common|impl|helper|helpers|misc)/|(Impl|Manager|Helper|Utils?)\\.java$");
    private static final Pattern PRINTS = Pattern.compile("System\\.out|printStackTrace");

    @Test
    void filesStayBelowTheirLimit() throws IOException {
        assertEquals(List.of(), everyFile(text -> text.lines().count() > FILE_LINES
                ? List.of(text.lines().count() + " lines") : List.of()));
    }

    @Test
    void linesFitTheirColumns() throws IOException {
        assertEquals(List.of(), everyLine(line -> line.codePointCount(0, line.length()) > COLUMNS));
    }

    @Test
    void linesHoldNoTabsAndEndWithTheirLastWord() throws IOException {
        assertEquals(List.of(), everyLine(line -> line.indexOf('\t') >= 0 || !line.equals(line.stripTrailing())));
    }

    @Test
    void filesEndWithOneLineBreak() throws IOException {
        assertEquals(List.of(), everyFile(text -> text.endsWith("\n") && !text.endsWith("\n\n") && !text.contains("\r")
                ? List.of() : List.of("its end")));
    }

    @Test
    void nothingIsLeftUnfinishedOrSwitchedOff() throws IOException {
        assertEquals(List.of(), everyLine(line -> UNFINISHED.matcher(line).find() || SILENCED.matcher(line).find()));
    }

    @Test
    void methodsFitAScreenAndNoCatchIsEmpty() throws IOException {
        assertEquals(List.of(), ParsedSources.faults(SourceTree.files(), METHOD_LINES));
    }

    @Test
    void namesSayWhatThingsAre() throws IOException {
        assertEquals(List.of(), SourceTree.files().stream().map(SourceTree::name)
                .filter(name -> EMPTY_WORDS.matcher(name).find()).toList());
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        TreeSet<Path> folders = SourceTree.files().stream().filter(SourceTree::isMain).map(Path::getParent)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(List.of(), folders.stream().filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                .map(SourceTree::name).toList());
    }

    @Test
    void theEngineAndTheAdaptersDoNotPrint() throws IOException {
        assertEquals(List.of(), everyLine(line -> PRINTS.matcher(line).find()).stream()
                .filter(place -> place.matches("(engine|adapters)/src/main/.*")).toList());
    }

    @Test
    void theWholeTreeIsLookedAt() throws IOException {
        List<Path> files = SourceTree.files();
        for (String module : List.of("engine", "adapters", "tools")) {
            assertTrue(files.stream().map(SourceTree::name).anyMatch(name -> name.startsWith(module)), module);
        }
    }

    private static List<String> everyLine(Predicate<String> wrong) throws IOException {
        return everyFile(text -> {
            List<String> found = new ArrayList<>();
            List<String> lines = text.lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (wrong.test(lines.get(i))) {
                    found.add((i + 1) + ": " + lines.get(i));
                }
            }
            return found;
        });
    }

    private static List<String> everyFile(Function<String, List<String>> look) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : SourceTree.files()) {
            look.apply(Files.readString(file, UTF_8)).forEach(what -> found.add(SourceTree.name(file) + ":" + what));
        }
        return found;
    }
}
