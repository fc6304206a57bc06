package io.gradsheet.lesson.backpropagation;

import static io.gradsheet.sheet.Function.AVERAGE;
import static io.gradsheet.sheet.Function.SUM;

import io.gradsheet.lesson.frame.Captions;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.lesson.network.BackwardColumns;
import io.gradsheet.network.Network;
import io.gradsheet.network.Parameter;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Function;
import io.gradsheet.sheet.Quantity.Place;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Row;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.training.Evaluation;
import io.gradsheet.training.Hyperparameters;
import io.gradsheet.training.Optimiser;
import io.gradsheet.training.Schedule;
import io.gradsheet.training.StepTrace;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rows below the samples of a step: the total of each gradient, what decay adds to it, what the optimiser remembers, and the next
 * value of each parameter.
 */
final class UpdateRows {
    private final Hyperparameters hyperparameters;
    private final Optimiser optimiser;
    private final TrainingLayout layout;
    private final UpdateWords words;
    private final BackwardColumns backward;
    private final boolean compact;
    private final BitSet biases = new BitSet();
    private final boolean classes;
    private final int firstColumn;
    private final int count;

    UpdateRows(NetworkExperiment experiment, TrainingLayout layout, BackwardColumns backward, Texts texts) {
        this.hyperparameters = experiment.hyperparameters();
        this.optimiser = hyperparameters.optimiser();
        this.backward = backward;
        this.compact = experiment.detail().compact();
        this.layout = layout;
        this.words = new UpdateWords(hyperparameters, layout.steps(), texts);
        this.classes = experiment.data().hasClasses();
        this.firstColumn = layout.parameters().first();
        this.count = experiment.network().parameterCount();
        markBiases(experiment.network());
    }

    private void markBiases(Network network) {
        network.parameters().stream().filter(Parameter::isBias).forEach(bias -> biases.set(bias.place()));
    }

    /** Whether formulas ask for the number of the step. */
    boolean hasStepNumber() {
        return optimiser instanceof Optimiser.Adam || hasRate();
    }

    private boolean hasRate() {
        return !(hyperparameters.schedule() instanceof Schedule.Constant);
    }

    /** The rows of a step, which counts from 1 in its epoch. */
    List<Row> of(int epoch, int step, StepTrace trace, boolean isFolded, List<Place> places, Captions captions) {
        var rows = new ArrayList<Row>();
        rows.add(captions.named(totalRow(epoch, step, trace, isFolded), words.totals(places)));
        if (hyperparameters.decay().changesGradients()) {
            rows.add(captions.named(decayRow(epoch, step, trace), words.decayed(places)));
        }
        for (var memory = 0; memory < optimiser.memories(); memory++) {
            rows.add(captions.named(memoryRow(epoch, step, memory, trace), words.memory(memory, places)));
        }
        rows.add(captions.named(nextRow(epoch, step, trace), words.next(places)));
        return rows;
    }

    private Row totalRow(int epoch, int step, StepTrace trace, boolean isFolded) {
        var row = layout.totalRow(epoch, step);
        var line = new Line(words.total(epoch, step));
        if (hasRate()) {
            var formula = UpdateFormulas.rate(hyperparameters.schedule(), number(epoch, step), layout.steps());
            line.put(layout.stepFigure() - 1, words.rate());
            line.put(layout.stepFigure(), Cell.computed(formula, trace.rate(), Role.UPDATE));
        }
        line.put(layout.cost(), Cell.computed(total(epoch, step, layout.cost()), trace.cost(), Role.COST));
        if (classes) {
            line.put(layout.hit(), Cell.computed(SUM.of(cells(epoch, step, layout.hit())), trace.hits(), Role.INDEX));
        }
        var totals = trace.total().toArray();
        var sums = compact
                ? backward.sums(layout.sampleRow(epoch, step, 1), layout.samples(step), sum -> share(sum, step))
                : List.<Formula>of();
        for (var i = 0; i < count; i++) {
            var formula = compact ? sums.get(i) : total(epoch, step, firstColumn + i);
            line.put(firstColumn + i, Cell.computed(formula, totals[i], Role.GRADIENT));
        }
        return new Row(row, line.list(), new Row.Look(0, 0, false, isFolded));
    }

    /** The cost of all samples with the parameters after the last epoch. */
    Row result(Evaluation after) {
        var line = new Line(words.totalAfter(hyperparameters.epochs()));
        var costs = summary().of(layout.resultCells(layout.cost()));
        line.put(layout.cost(), Cell.computed(costs, after.cost(), Role.COST));
        if (classes) {
            line.put(layout.hit(), Cell.computed(SUM.of(layout.resultCells(layout.hit())), after.hits(), Role.INDEX));
        }
        return Row.of(layout.resultTotalRow(), line.list());
    }

    private Function summary() {
        return hyperparameters.mean() ? AVERAGE : SUM;
    }

    /** A sum over the samples of a step, or a mean. */
    private Formula share(Formula sum, int step) {
        return hyperparameters.mean() ? sum.over(layout.samples(step)) : sum;
    }

    private Formula total(int epoch, int step, int column) {
        return summary().of(cells(epoch, step, column));
    }

    private Range cells(int epoch, int step, int column) {
        return Range.of(Ref.at(layout.sampleRow(epoch, step, 1), column), layout.samples(step), 1);
    }

    private Row decayRow(int epoch, int step, StepTrace trace) {
        var row = layout.gradientRow(epoch, step);
        var line = new Line(words.decayed());
        var gradient = trace.gradient().toArray();
        trained().forEach(i -> {
            var total = Ref.at(row - 1, firstColumn + i);
            var formula = decays(i)
                    ? UpdateFormulas.decayed(total, hyperparameters.decay().strength(), value(epoch, step, i))
                    : total;
            line.put(firstColumn + i, Cell.computed(formula, gradient[i], Role.GRADIENT));
        });
        return Row.of(row, line.list());
    }

    private boolean decays(int parameter) {
        return hyperparameters.decay().ofBiases() || !biases.get(parameter);
    }

    private Row memoryRow(int epoch, int step, int memory, StepTrace trace) {
        var row = layout.memoryRow(epoch, step, memory);
        var line = new Line(words.memory(memory));
        var values = trace.memory().get(memory).toArray();
        trained().forEach(i -> {
            var formula = UpdateFormulas.memory(
                    optimiser, memory, before(epoch, step, memory, i), gradient(epoch, step, i), rate(epoch, step));
            line.put(firstColumn + i, Cell.computed(formula, values[i], Role.UPDATE));
        });
        return Row.of(row, line.list());
    }

    /** The same after the step before; before the first it is 0. */
    private Formula before(int epoch, int step, int memory, int parameter) {
        if (step > 1) {
            return Ref.at(layout.memoryRow(epoch, step - 1, memory), firstColumn + parameter);
        }
        return epoch == 1
                ? Formula.number(0)
                : Ref.at(layout.memoryRow(epoch - 1, layout.steps(), memory), firstColumn + parameter);
    }

    private Row nextRow(int epoch, int step, StepTrace trace) {
        var row = layout.nextRow(epoch, step);
        var line = new Line(words.next());
        var next = trace.next().toArray();
        for (var i = 0; i < count; i++) {
            var formula = isFrozen(i) ? value(epoch, step, i) : nextFormula(epoch, step, i);
            line.put(firstColumn + i, Cell.computed(formula, next[i], Role.UPDATE));
        }
        return Row.of(row, line.list());
    }

    private Formula nextFormula(int epoch, int step, int parameter) {
        var memory = IntStream.range(0, optimiser.memories())
                .mapToObj(m -> Ref.at(layout.memoryRow(epoch, step, m), firstColumn + parameter))
                .toList();
        var value = value(epoch, step, parameter);
        var rate = rate(epoch, step);
        var isShrunk = hyperparameters.decay().shrinks() && decays(parameter);
        return UpdateFormulas.next(
                optimiser,
                isShrunk
                        ? UpdateFormulas.shrunk(
                                value, rate, hyperparameters.decay().strength())
                        : value,
                gradient(epoch, step, parameter),
                memory,
                rate,
                number(epoch, step),
                (long) hyperparameters.epochs() * layout.steps());
    }

    private Ref value(int epoch, int step, int parameter) {
        return Ref.at(layout.valueRow(epoch, step), firstColumn + parameter);
    }

    private Ref gradient(int epoch, int step, int parameter) {
        return Ref.at(layout.gradientRow(epoch, step), firstColumn + parameter);
    }

    private Formula rate(int epoch, int step) {
        return hasRate()
                ? Ref.at(layout.totalRow(epoch, step), layout.stepFigure()).fixColumn()
                : Formula.named("eta");
    }

    /** The cell of the step's number. */
    private Ref number(int epoch, int step) {
        return Ref.at(layout.valueRow(epoch, step), layout.stepFigure()).fixColumn();
    }

    private boolean isFrozen(int parameter) {
        return hyperparameters.frozen().has(parameter);
    }

    private IntStream trained() {
        return IntStream.range(0, count).filter(i -> !isFrozen(i));
    }
}
