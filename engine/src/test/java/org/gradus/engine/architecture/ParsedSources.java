package org.gradus.engine.architecture;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Source files as the compiler reads them, for what cannot be told from their lines: methods that are too long, and
/// catch blocks with nothing in them.
final class ParsedSources extends TreeScanner<Void, CompilationUnitTree> {
    private final int methodLines;
    private final SourcePositions positions;
    private final List<String> found = new ArrayList<>();

    private ParsedSources(int methodLines, SourcePositions positions) {
        this.methodLines = methodLines;
        this.positions = positions;
    }

    static List<String> faults(List<Path> sources, int methodLines) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null,
                    files.getJavaFileObjects(sources.toArray(Path[]::new)));
            ParsedSources scanner = new ParsedSources(methodLines, Trees.instance(task).getSourcePositions());
            for (CompilationUnitTree unit : task.parse()) {
                unit.accept(scanner, unit);
            }
            return scanner.found;
        }
    }

    @Override
    public Void visitMethod(MethodTree method, CompilationUnitTree unit) {
        long end = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, method));
        long lines = end - line(method, unit) + 1;
        if (lines > methodLines) {
            found.add(place(method, unit) + method.getName() + " has " + lines + " lines");
        }
        return super.visitMethod(method, unit);
    }

    @Override
    public Void visitCatch(CatchTree caught, CompilationUnitTree unit) {
        if (caught.getBlock().getStatements().isEmpty() && isBlank(caught.getBlock(), unit)) {
            found.add(place(caught, unit) + "an empty catch");
        }
        return super.visitCatch(caught, unit);
    }

    /// Not even a sentence that says why nothing is to be done.
    private boolean isBlank(Tree block, CompilationUnitTree unit) {
        try {
            return unit.getSourceFile().getCharContent(true).subSequence(
                    (int) positions.getStartPosition(unit, block) + 1,
                    (int) positions.getEndPosition(unit, block) - 1).toString().isBlank();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private String place(Tree tree, CompilationUnitTree unit) {
        return SourceTree.name(Path.of(unit.getSourceFile().toUri())) + ":" + line(tree, unit) + ": ";
    }

    private long line(Tree tree, CompilationUnitTree unit) {
        return unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
    }
}
