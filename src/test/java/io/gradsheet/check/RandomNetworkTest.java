package io.gradsheet.check;

import static io.gradsheet.check.CheckAssertions.assertAgrees;
import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.lesson.frame.UnrepresentableException;
import io.gradsheet.network.TotalCost;
import io.gradsheet.recalc.Engine;
import io.gradsheet.recalc.RequiredProgram;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.testing.Experiments;
import io.gradsheet.testing.Workbooks;
import io.gradsheet.training.DivergenceException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Networks of any small shape, of any functions, trained in any way: what Java trains, the workbook's formulas compute. */
class RandomNetworkTest {
    @Provide
    Arbitrary<NetworkExperiment> networks() {
        return Experiments.anySmall();
    }

    @Property(seed = "1", tries = 30)
    void theEmbeddedEngineAgreesInEveryCell(@ForAll("networks") NetworkExperiment experiment) throws IOException {
        assertEngineAgrees("poi", experiment);
    }

    @Property(seed = "1", tries = 20)
    void theLessonsThatTrainNothingAgreeAsWell(
            @ForAll("networks") NetworkExperiment experiment, @ForAll("lessons") String lesson) throws IOException {
        var other = Experiments.as(lesson, experiment);
        // Differences of costs beyond this are refused: they are nothing but rounding.
        Assume.that(new TotalCost(other.network(), other.samples())
                        .at(other.initial())
                        .cost()
                < 1000);
        assertEngineAgrees("poi", other);
    }

    @Provide
    Arbitrary<String> lessons() {
        return Arbitraries.of("3.1-parameters", "3.2-forward", "4.1-gradient-review", "4.2-neuron-error");
    }

    // A run of a program takes seconds: few are tried, and none is shrunk.

    @Property(seed = "1", tries = 5, shrinking = ShrinkingMode.OFF)
    void libreOfficeAgreesInEveryCell(@ForAll("networks") NetworkExperiment experiment) throws IOException {
        assertEngineAgrees("libreoffice", experiment);
    }

    @Property(seed = "1", tries = 5, shrinking = ShrinkingMode.OFF)
    void gnumericAgreesInEveryCell(@ForAll("networks") NetworkExperiment experiment) throws IOException {
        assertEngineAgrees("gnumeric", experiment);
    }

    @Provide
    Arbitrary<NetworkExperiment> carelessNetworks() {
        return Experiments.anyCareless();
    }

    @Property(seed = "1", tries = 40, shrinking = ShrinkingMode.OFF)
    void aCarelessTemplateEndsInAgreementOrInARefusalOrInAWarning(
            @ForAll("carelessNetworks") NetworkExperiment experiment) throws IOException {
        assertNoSilentDifference("poi", experiment);
    }

    @Property(seed = "2", tries = 4, shrinking = ShrinkingMode.OFF)
    void itDoesInLibreOfficeToo(@ForAll("carelessNetworks") NetworkExperiment experiment) throws IOException {
        assertNoSilentDifference("libreoffice", experiment);
    }

    @Property(seed = "3", tries = 6, shrinking = ShrinkingMode.OFF)
    void itDoesInGnumericToo(@ForAll("carelessNetworks") NetworkExperiment experiment) throws IOException {
        assertNoSilentDifference("gnumeric", experiment);
    }

    @Provide
    Arbitrary<NetworkExperiment> carelessTargets() {
        return Experiments.anyCarelessTargets();
    }

    @Property(seed = "4", tries = 40, shrinking = ShrinkingMode.OFF)
    void soItDoesWhereTargetsAreNumbersThatAreScaled(@ForAll("carelessTargets") NetworkExperiment experiment)
            throws IOException {
        assertNoSilentDifference("poi", experiment);
    }

    @Property(seed = "5", tries = 4, shrinking = ShrinkingMode.OFF)
    void andInLibreOfficeToo(@ForAll("carelessTargets") NetworkExperiment experiment) throws IOException {
        assertNoSilentDifference("libreoffice", experiment);
    }

    private static void assertNoSilentDifference(String name, NetworkExperiment experiment) throws IOException {
        var lesson = Lessons.of(experiment);
        List<String> warnings;
        try {
            lesson.plan();
            warnings = lesson.cautions();
        } catch (DivergenceException | UnrepresentableException e) {
            assertThat(e).hasMessageContaining("take ");
            return;
        }
        if (warnings.stream().noneMatch(warning -> warning.startsWith("rounding grows"))) {
            assertEngineAgrees(name, experiment);
        }
    }

    private static void assertEngineAgrees(String name, NetworkExperiment experiment) throws IOException {
        var engine = Engine.named(name).orElseThrow();
        RequiredProgram.of(engine);
        var file = Files.createTempFile("gradsheet-random-", ".xlsx");
        try {
            assertAgrees(Workbooks.write(experiment, file), engine);
        } finally {
            Files.delete(file);
        }
    }
}
