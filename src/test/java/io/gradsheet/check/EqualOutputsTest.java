package io.gradsheet.check;

import static io.gradsheet.check.CheckAssertions.assertAgrees;
import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.recalc.Engine;
import io.gradsheet.recalc.RequiredProgram;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.testing.Experiments;
import io.gradsheet.testing.NumbersData;
import io.gradsheet.testing.PlannedCells;
import io.gradsheet.testing.Workbooks;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Outputs that are equal but for the last digit, which every program rounds in its own way: all name the same class. */
class EqualOutputsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"poi", "libreoffice", "gnumeric"})
    void outputsThatAreOneButForTheLastDigitNameTheFirstClassInEveryEngine(String name) {
        assertEngineAgrees(name, NumbersData.read("ties-forward"));
        assertEngineAgrees(name, NumbersData.read("ties-training"));
    }

    @Test
    void answersOfAsManyClassesAsADataSetHasAreFoundToo() {
        // More than the functions that Excel takes inside one another.
        var classes = 60;
        var labels = new StringBuilder("x,label\n");
        for (var k = 1; k <= classes; k++) {
            labels.append(k / 10.0).append(",").append(k).append('\n');
        }
        assertEngineAgrees("poi", Experiments.of("""
                lesson: 3.2-forward
                title: Very many classes
                network: {sizes: [1, %d], activations: softmax}
                cost: cross-entropy
                data: {file: samples.csv}
                eta: 0.1
                epochs: 1
                initial: {normal: {seed: 1}}
                """.formatted(classes), labels.toString()));
    }

    @Test
    void theFormulaOfAnAnswerAsksOneOutputAfterTheOther() {
        var planned =
                PlannedCells.of(Lessons.of(Experiments.builtIn("epochs=1")).plan());
        assertThat(((Cell.Computed) planned.at(new Address("Training", 8, 26))).text())
                .isEqualTo("IF(IF(X9>=MAX(X9:Y9)-1E-9,1,2)=MATCH(MAX(N9:O9),N9:O9,0),1,0)");
    }

    private void assertEngineAgrees(String name, NetworkExperiment experiment) {
        var engine = Engine.named(name).orElseThrow();
        RequiredProgram.of(engine);
        assertAgrees(Workbooks.write(experiment, folder.resolve(name + ".xlsx")), engine);
    }
}
