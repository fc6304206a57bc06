package io.gradsheet.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a learner reads comes from the bundles: a text written into the code of a lesson would be in one language only. */
class TextsOnlyInBundlesTest {
    private static final Path LESSONS = Path.of("src/main/java/io/gradsheet/lesson");

    /** Where a text becomes visible. */
    private static final Set<String> CALLS = Set.of(
            "Cell.label",
            "RichText.of",
            "RichText.plain",
            "Value.of",
            "Chart.of",
            "Chart.Series.of",
            "Chart.Axis.fixed",
            "Chart.Axis.fitting");

    /** What names a text in a bundle. */
    private static final Pattern KEY = Pattern.compile("[a-z]+(\\.\\w*)+");

    private static final Set<String> OBJECTS = Set.of(
            "Cell.Label",
            "Cell.Input",
            "Feature.Choice",
            "Feature.ChoiceFrom",
            "Feature.Bounds",
            "Chart.Text",
            "Chart.Categories",
            "Shape.Node",
            "Shape.Caption");

    @Test
    void noLessonHasATextOfItsOwn() throws IOException {
        assertThat(literals(sources()))
                .filteredOn(text -> EnglishText.isIn(text) || text.matches(".*\\p{IsHan}.*"))
                .isEmpty();
    }

    @TempDir
    private Path folder;

    @Test
    void aTextInTheCodeWouldBeFound() throws IOException {
        var literals = new Literals();
        parse(List.of(Files.writeString(folder.resolve("Sample.java"), """
                        class Sample {
                            Object a = Cell.label("the total cost", Role.NOTE);
                            Object b = new Cell.Label(RichText.plain(x ? "误差" : "w"), Role.NOTE);
                            Object c = grid.put("not shown");
                        }
                        """)), literals);
        assertThat(literals.found).contains("the total cost", "误差", "w").doesNotContain("not shown");
        assertThat(EnglishText.isIn("the total cost")).isTrue();
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(LESSONS)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static List<String> literals(List<Path> sources) throws IOException {
        var literals = new Literals();
        parse(sources, literals);
        assertThat(literals.found).as("literals looked at").hasSizeGreaterThan(5);
        return literals.found;
    }

    private static void parse(List<Path> sources, Literals literals) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask)
                    compiler.getTask(null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(sources));
            for (var unit : task.parse()) {
                literals.scan(unit, false);
            }
        }
    }

    /** Gathers the literals within arguments that become visible. */
    private static final class Literals extends TreeScanner<Void, Boolean> {
        private final List<String> found = new ArrayList<>();

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Boolean visible) {
            var select = call.getMethodSelect().toString();
            // The key of a text is no text.
            scanArguments(call.getArguments(), CALLS.contains(select) || (visible && !select.startsWith("texts.")));
            return scan(call.getMethodSelect(), visible);
        }

        @Override
        public Void visitNewClass(NewClassTree object, Boolean visible) {
            scanArguments(
                    object.getArguments(),
                    visible || OBJECTS.contains(object.getIdentifier().toString()));
            return scan(object.getClassBody(), false);
        }

        private void scanArguments(List<? extends ExpressionTree> arguments, boolean visible) {
            arguments.forEach(argument -> scan(argument, visible));
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Boolean visible) {
            if (visible
                    && literal.getValue() instanceof String text
                    && !KEY.matcher(text).matches()) {
                found.add(text);
            }
            return null;
        }
    }
}
