package io.gradsheet.classroom.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gradsheet.classroom.Student;
import io.gradsheet.lesson.frame.Slip.Kind;
import io.gradsheet.recalc.Engine;
import io.gradsheet.recalc.RequiredProgram;
import io.gradsheet.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks as they came back from programs that compute, or take what is typed, in ways of their own. */
class ReturnedByOtherProgramsTest {
    @TempDir
    private Path folder;

    private Marked marked(String file, HandedOut handouts, String engine) throws IOException {
        return marks(file, handouts, engine).marked().get(0);
    }

    private Marks marks(String file, HandedOut handouts, String engine) throws IOException {
        var returned = Files.createDirectories(folder.resolve("returned"));
        try (var in = getClass().getResourceAsStream("/marking/" + file)) {
            Files.copy(in, returned.resolve(file));
        }
        try (var graded = GradedClass.gather(returned, folder)) {
            graded.mark(
                    handouts,
                    Optional.empty(),
                    new MarkingRules(Engine.named(engine).orElseThrow(), Optional.empty()),
                    done -> {});
            return graded.marks();
        }
    }

    private static HandedOut ofClass(String template, String id) {
        return HandedOut.toClass(
                Template.builtIn(template), List.of(), List.of(new Student(id, "Student")), "our secret");
    }

    private static List<Answer> with(Marked marked, Verdict... verdicts) {
        return marked.answers().stream()
                .filter(answer -> List.of(verdicts).contains(answer.verdict()))
                .toList();
    }

    /** A formula with LET, which none of these knows, and others that follow from it. */
    @ParameterizedTest
    @ValueSource(strings = {"poi", "libreoffice", "gnumeric", "saved"})
    void whatTheEngineCannotComputeStandsAsItWasSaved(String engine) throws IOException {
        RequiredProgram.of(Engine.named(engine).orElseThrow());
        var marks = marks("let.xlsx", HandedOut.practice(), engine);
        assertThat(marks.total(marks.marked().get(0))).isEqualTo(marks.most());
        assertThat(marks.facts())
                .extracting(Fact::kind, Fact::other, Fact::where)
                .containsExactly(tuple(Fact.Kind.NOT_COMPUTED, "LET", "Training!E19"));
    }

    @Test
    void anArrayFormulaIsMarkedByWhatItsProgramSaved() throws IOException {
        var marks = marks("array-formula.xlsx", HandedOut.practice(), "poi");
        assertThat(marks.refusals()).isEmpty();
        assertThat(marks.total(marks.marked().get(0))).isEqualTo(marks.most());
        assertThat(marks.facts())
                .extracting(Fact::kind, Fact::other, Fact::where)
                .contains(tuple(Fact.Kind.NOT_COMPUTED, "{SUM}", "Training!E19"));
    }

    /** F9 is wrong; H9 is what follows from F9, a text. */
    @Test
    void aTextIsTheSameNumberAsAnAnswerAndForWhatFollows() throws IOException {
        var marked = marked("comma-text.xlsx", ofClass("mazur", "0012345"), "poi");
        assertThat(with(marked, Verdict.WRONG, Verdict.EMPTY))
                .extracting(answer -> answer.blank().place().toString(), answer -> answer.slip())
                .containsExactly(tuple("Training!F9", Optional.of(Kind.BIAS_FORGOTTEN)));
        assertThat(with(marked, Verdict.FOLLOWS))
                .extracting(answer -> answer.blank().place().toString())
                .contains("Training!H9");
    }

    /** Two sums are wrong, and a step of them is 0. */
    @Test
    void aNoughtThatFollowsCounts() throws IOException {
        var marked = marked("zero.xlsx", ofClass("1.2-neuron", "0012347"), "poi");
        assertThat(with(marked, Verdict.WRONG)).hasSize(2);
        assertThat(with(marked, Verdict.FOLLOWS))
                .extracting(
                        answer -> answer.blank().place().toString(),
                        answer -> answer.number().getAsDouble())
                .contains(tuple("Patterns!F15", 0.0), tuple("Bias!E13", 0.0));
    }
}
