package io.gradsheet.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import org.hipparchus.exception.LocalizedCoreFormats;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer.Formula;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.util.Pair;

/**
 * Minimises a function by a method that needs no learning rate: what Excel's Solver does for a sheet (Wakui 3.5). The methods are
 * Hipparchus's; the function and its derivatives are those of this room.
 */
public final class Solver {
    /** A round that lowers the value by no more than this share of it is the last. */
    private static final double LEAST_SHARE = 1e-10;

    /** So is one that lowers it by no more than this. */
    private static final double LEAST_STEP = 1e-14;

    /** How a line is searched: its tolerances, and the length of the first step on it. */
    private static final double LINE_TOLERANCE = 1e-8;

    private static final double FIRST_STEP = 1;

    /** A method, by what users call it. */
    public enum Method {
        /** For half a sum of squares: between Gauss–Newton and gradient descent, with the derivatives of every residual. */
        LEVENBERG_MARQUARDT("levenberg-marquardt"),
        /** For any function: the directions of Polak and Ribière, and a search along each. */
        CONJUGATE_GRADIENT("conjugate-gradient");

        private final String word;

        Method(String word) {
            this.word = word;
        }

        /** Its name on the command line. */
        public String word() {
            return word;
        }
    }

    /** More numbers than this, residuals times unknowns, are not kept at a time. */
    private static final long MOST_DERIVATIVES = 4_000_000;

    private final Objective objective;
    private final int mostEvaluations;
    private final double target;
    private final LongConsumer progress;
    private final List<Minimum.Lower> descent = new ArrayList<>();
    private double[] lowest;
    private double value = Double.POSITIVE_INFINITY;
    private int iterations;
    private int evaluations;
    private int gradients;

    private Solver(Objective objective, int mostEvaluations, double target, LongConsumer progress) {
        this.objective = objective;
        this.mostEvaluations = mostEvaluations;
        this.target = target;
        this.progress = progress;
        this.lowest = objective.start();
    }

    /** The method for a function: the first where residuals and unknowns are not too many, else the second. */
    public static Method methodFor(Objective objective) {
        return objective
                        .residuals()
                        .filter(residuals -> (long) residuals.count() * objective.start().length <= MOST_DERIVATIVES)
                        .isPresent()
                ? Method.LEVENBERG_MARQUARDT
                : Method.CONJUGATE_GRADIENT;
    }

    /**
     * Minimises a function.
     *
     * @param mostEvaluations how often it may be evaluated
     * @param target a value low enough to stop at
     * @param progress is told how often it has been evaluated
     * @throws SolverException if the method is for sums of squares and the function is none, or if it has no value at the start
     * @throws PathException if it has no gradient where the method needs it
     */
    public static Minimum minimise(
            Objective objective, Method method, int mostEvaluations, double target, LongConsumer progress) {
        return new Solver(objective, mostEvaluations, target, progress).minimise(method);
    }

    private Minimum minimise(Method method) {
        if (!Double.isFinite(objective.value(lowest))) {
            throw new SolverException(
                    "the solver cannot begin: at the start there is no finite value; take another start");
        }
        var ending = switch (method) {
            case LEVENBERG_MARQUARDT -> minimiseSquares();
            case CONJUGATE_GRADIENT -> minimiseAnything();
        };
        return new Minimum(
                Arrays.stream(lowest).boxed().toList(),
                value,
                value <= target ? Minimum.Ending.TARGET : ending,
                iterations,
                evaluations,
                gradients,
                descent);
    }

    private Minimum.Ending minimiseAnything() {
        var optimizer = new NonLinearConjugateGradientOptimizer(
                Formula.POLAK_RIBIERE,
                (iteration, before, now) -> isDone(iteration, before.getValue(), now.getValue()),
                LINE_TOLERANCE,
                LINE_TOLERANCE,
                FIRST_STEP);
        return ending(() -> optimizer.optimize(
                GoalType.MINIMIZE,
                new InitialGuess(objective.start()),
                new MaxEval(mostEvaluations),
                new ObjectiveFunction(point -> seen(point, objective.value(point))),
                new ObjectiveFunctionGradient(point -> {
                    gradients++;
                    return objective.gradient(point);
                })));
    }

    private Minimum.Ending minimiseSquares() {
        var residuals = objective
                .residuals()
                .orElseThrow(() -> new SolverException(Method.LEVENBERG_MARQUARDT.word()
                        + " is for sums of squares, which this is not; take --method "
                        + Method.CONJUGATE_GRADIENT.word()));
        var problem = new LeastSquaresBuilder()
                .model(point -> linearised(residuals, point.toArray()))
                .target(new double[residuals.count()])
                .start(objective.start())
                .maxEvaluations(mostEvaluations)
                .maxIterations(Integer.MAX_VALUE)
                .checker((iteration, before, now) -> isDone(iteration, half(before.getCost()), half(now.getCost())))
                .build();
        return ending(() -> new LevenbergMarquardtOptimizer().optimize(problem));
    }

    /** All residuals and their derivatives. */
    private Pair<RealVector, RealMatrix> linearised(Objective.Residuals residuals, double[] point) {
        var found = residuals.at(point);
        // Half the sum of their squares may part from the value in its last bit, and then a lower point would not be
        // lower.
        seen(point, objective.value(point));
        gradients++;
        return new Pair<>(
                new ArrayRealVector(found, false), new Array2DRowRealMatrix(residuals.jacobian(point), false));
    }

    private boolean isDone(int iteration, double before, double now) {
        iterations = iteration;
        return now <= target || before - now <= Math.max(LEAST_STEP, LEAST_SHARE * Math.abs(now));
    }

    /** Hipparchus speaks of the root of Σ r². */
    private static double half(double root) {
        return root * root / 2;
    }

    /** Notes a value, and where it is. */
    private double seen(double[] point, double found) {
        evaluations++;
        progress.accept(evaluations);
        if (found < value) {
            value = found;
            lowest = point.clone();
            descent.add(new Minimum.Lower(evaluations + gradients, found));
        }
        return found;
    }

    private static Minimum.Ending ending(Runnable search) {
        try {
            search.run();
            return Minimum.Ending.CONVERGED;
        } catch (MathIllegalStateException e) {
            // Every other complaint is that rounding hides any further progress.
            return e.getSpecifier() == LocalizedCoreFormats.MAX_COUNT_EXCEEDED
                    ? Minimum.Ending.EVALUATIONS
                    : Minimum.Ending.CONVERGED;
        }
    }
}
