package io.gradsheet.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.testing.Experiments;
import io.gradsheet.testing.Experiments.Functions;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What the solver is told of any network is what gradient descent is told; and it never makes C_T larger. */
class NetworkObjectivePropertyTest {
    @Provide
    Arbitrary<Functions> functions() {
        return Functions.any();
    }

    private static NetworkExperiment network(
            List<Integer> sizes, Functions functions, String train, int samples, long seed) {
        return Experiments.small(sizes, functions, train, samples, 1, 0.1, seed, "en");
    }

    private static NetworkObjective objective(NetworkExperiment of) {
        var hyperparameters = of.hyperparameters();
        return new NetworkObjective(
                of.network(), of.samples(), of.initial(), hyperparameters.frozen(), hyperparameters.mean());
    }

    @Property(tries = 200)
    void valueAndGradientAreThoseOfTheFirstEpoch(
            @ForAll @Size(min = 2, max = 4) List<@IntRange(min = 1, max = 4) Integer> sizes,
            @ForAll("functions") Functions functions,
            @ForAll @IntRange(min = 1, max = 70) int samples,
            @ForAll boolean mean,
            @ForAll long seed) {
        var train = mean ? "train: {gradient: mean, frozen: [w2_11]}" : "train: {frozen: [w2_11]}";
        var lesson = network(sizes, functions, train, samples, seed);
        var objective = objective(lesson);
        var epoch = new GradientDescent(lesson.network(), lesson.samples(), lesson.initial(), lesson.hyperparameters())
                .next();
        assertThat(objective.value(objective.start()))
                .isCloseTo(epoch.cost(), within(1e-9 * Math.max(1, epoch.cost())));
        var gradient = epoch.steps().get(0).gradient().toArray();
        var found = objective.gradient(objective.start());
        assertThat(found).hasSize(gradient.length - 1);
        for (var i = 0; i < found.length; i++) {
            // The first parameter is frozen.
            assertThat(found[i]).isCloseTo(gradient[i + 1], within(1e-9 * Math.max(1, Math.abs(gradient[i + 1]))));
        }
        objective.residuals().ifPresent(residuals -> {
            var r = residuals.at(objective.start());
            var jacobian = residuals.jacobian(objective.start());
            assertThat(r).hasSize(residuals.count());
            for (var i = 0; i < found.length; i++) {
                var sum = 0.0;
                for (var k = 0; k < r.length; k++) {
                    sum += jacobian[k][i] * r[k];
                }
                assertThat(sum).isCloseTo(found[i], within(1e-9 * Math.max(1, Math.abs(found[i]))));
            }
        });
    }

    @Property(tries = 100)
    void theSolverNeverMakesTheCostLarger(
            @ForAll @Size(min = 2, max = 4) List<@IntRange(min = 1, max = 4) Integer> sizes,
            @ForAll("functions") Functions functions,
            @ForAll @IntRange(min = 1, max = 20) int samples,
            @ForAll long seed) {
        var lesson = network(sizes, functions, "train: {frozen: [w2_11]}", samples, seed);
        var objective = objective(lesson);
        for (var method : Solver.Method.values()) {
            if (method == Solver.Method.LEVENBERG_MARQUARDT
                    && objective.residuals().isEmpty()) {
                continue;
            }
            var minimum = Solver.minimise(objective, method, 300, 1e-6, done -> {});
            assertThat(minimum.value()).isLessThanOrEqualTo(objective.value(objective.start()));
            assertThat(minimum.value()).isCloseTo(objective.value(minimum.point()), within(1e-9));
            assertThat(objective.parameters(minimum.point()).weight(2, 1, 1))
                    .isEqualTo(lesson.initial().weight(2, 1, 1));
            assertThat(objective.parameters(minimum.point()).isFinite()).isTrue();
        }
    }
}
