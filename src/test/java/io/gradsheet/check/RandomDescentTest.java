package io.gradsheet.check;

import static io.gradsheet.check.CheckAssertions.assertAgrees;

import io.gradsheet.recalc.Calculators;
import io.gradsheet.template.DescentExperiment;
import io.gradsheet.testing.Descents;
import io.gradsheet.testing.Workbooks;
import io.gradsheet.training.PathDescent;
import io.gradsheet.training.PathException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Polynomials of one to three variables, with rates that lead down and rates that lead out of the range of numbers. */
class RandomDescentTest {
    @Provide
    Arbitrary<DescentExperiment> polynomials() {
        return Descents.anyPolynomial();
    }

    @Property(seed = "1", tries = 25)
    void theEmbeddedEngineAgreesInEveryCell(@ForAll("polynomials") DescentExperiment experiment) throws IOException {
        assertEngineAgrees("poi", experiment);
    }

    // A run of a program takes seconds: few are tried, and none is shrunk.

    @Property(seed = "1", tries = 3, shrinking = ShrinkingMode.OFF)
    void libreOfficeAgreesInEveryCell(@ForAll("polynomials") DescentExperiment experiment) throws IOException {
        assertEngineAgrees("libreoffice", experiment);
    }

    @Property(seed = "1", tries = 5, shrinking = ShrinkingMode.OFF)
    void gnumericAgreesInEveryCell(@ForAll("polynomials") DescentExperiment experiment) throws IOException {
        assertEngineAgrees("gnumeric", experiment);
    }

    private static void assertEngineAgrees(String name, DescentExperiment experiment) throws IOException {
        Assume.that(staysModerate(experiment));
        var engine = Calculators.named(name);
        var file = Files.createTempFile("gradsheet-random-", ".xlsx");
        try {
            assertAgrees(Workbooks.write(experiment, file), engine);
        } finally {
            Files.delete(file);
        }
    }

    /**
     * Whether the main descent keeps to numbers of which programs get nine decimals right: the sheets show absolute differences from
     * Java. Downhill of a saddle, even a small rate leads far away.
     */
    private static boolean staysModerate(DescentExperiment experiment) {
        var descent = new PathDescent(experiment.function(), experiment.start(), experiment.learningRate());
        try {
            return Stream.generate(descent::next)
                    .limit(experiment.steps() + 1L)
                    .allMatch(step -> Math.abs(step.value()) < 1e3);
        } catch (PathException e) {
            return false;
        }
    }
}
