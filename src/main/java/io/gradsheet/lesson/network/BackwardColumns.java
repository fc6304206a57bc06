package io.gradsheet.lesson.network;

import static io.gradsheet.sheet.Function.SUM;
import static io.gradsheet.sheet.Function.SUMPRODUCT;

import io.gradsheet.lesson.frame.Captions;
import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.network.Network;
import io.gradsheet.network.SampleTrace;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A sample's errors δ, in columns that follow those of its way forward, and a gradient in the column of each parameter. The output
 * layer's errors come first: that is the order in which they are computed. The parameters stand on the same sheet.
 */
public final class BackwardColumns {
    private final Network network;
    private final ForwardLayout forward;
    private final ParameterColumns parameters;
    private final FunctionWords functions;

    public BackwardColumns(Network network, ForwardLayout forward, ParameterColumns parameters, Texts texts) {
        this.network = network;
        this.forward = forward;
        this.parameters = parameters;
        this.functions = new FunctionWords(network, texts);
    }

    /** Puts the captions over the columns. */
    public void putCaptions(Captions captions) {
        for (var layer = network.layers(); layer >= 2; layer--) {
            var words = functions.error("words", layer);
            captions.group(
                    Role.ERROR,
                    forward.delta(layer, 1),
                    network.size(layer),
                    "backward.delta",
                    Cell.label(words, Role.NOTE),
                    layer);
            for (var j = 1; j <= network.size(layer); j++) {
                captions.symbol(Role.ERROR, forward.delta(layer, j), Notation.delta(layer, j));
            }
        }
    }

    /**
     * The errors of a sample.
     *
     * @param row where the cells stand
     * @param parameterRow the row of the parameters
     */
    public List<Cell> cells(SampleTrace trace, int row, int parameterRow) {
        var cells = new ArrayList<Cell>();
        for (var layer = network.layers(); layer >= 2; layer--) {
            for (var j = 1; j <= network.size(layer); j++) {
                var z = Ref.at(row, forward.weightedInput(layer, j));
                var a = Ref.at(row, forward.activation(layer, j));
                var formula = layer == network.layers()
                        ? outputError(j, row, z, a)
                        : Formulas.error(
                                network.activation(layer), slopeFromNextLayer(layer, j, row, parameterRow), z, a);
                cells.add(Cell.computed(formula, trace.delta(layer, j), Role.ERROR));
            }
        }
        return cells;
    }

    private Formula outputError(int j, int row, Ref weightedInput, Ref activation) {
        return Formulas.outputError(
                network,
                Ref.at(row, forward.target(j)),
                weightedInput,
                activation,
                across(row, forward.target(1)).fixColumns(),
                across(row, forward.activation(network.layers(), 1)).fixColumns());
    }

    private Range across(int row, int column) {
        return Range.of(Ref.at(row, column), 1, network.outputs());
    }

    /** Σ over the next layer of δ times the weight that leads there. */
    private Formula slopeFromNextLayer(int layer, int j, int row, int parameterRow) {
        var terms = new ArrayList<Formula>();
        for (var to = 1; to <= network.size(layer + 1); to++) {
            var delta = Ref.at(row, forward.delta(layer + 1, to)).fixColumn();
            terms.add(delta.times(
                    Ref.at(parameterRow, parameters.weight(layer + 1, to, j)).fixRow()));
        }
        return Formula.sum(terms);
    }

    /** The gradients of a sample, from its errors. */
    public List<Cell> gradients(SampleTrace trace, int row) {
        var cells = new ArrayList<Cell>();
        for (var layer = 2; layer <= network.layers(); layer++) {
            for (var j = 1; j <= network.size(layer); j++) {
                var delta = Ref.at(row, forward.delta(layer, j)).fixColumn();
                for (var i = 1; i <= network.size(layer - 1); i++) {
                    var formula = delta.times(Ref.at(row, forward.activation(layer - 1, i)));
                    cells.add(Cell.computed(formula, trace.weightGradient(layer, j, i), Role.GRADIENT));
                }
                cells.add(Cell.computed(delta, trace.biasGradient(layer, j), Role.GRADIENT));
            }
        }
        return cells;
    }

    /**
     * The sums of the gradients of samples, at once from their errors and what flowed in, in the order of the parameters: for samples
     * that have no gradients of their own.
     *
     * @param first the row of the first sample
     * @param rows how many there are
     * @param share turns a sum into what is asked for, such as a mean
     */
    public List<Formula> sums(int first, int rows, UnaryOperator<Formula> share) {
        var formulas = new ArrayList<Formula>();
        for (var layer = 2; layer <= network.layers(); layer++) {
            for (var j = 1; j <= network.size(layer); j++) {
                var delta = Range.of(Ref.at(first, forward.delta(layer, j)), rows, 1)
                        .fixColumns();
                for (var i = 1; i <= network.size(layer - 1); i++) {
                    var before = Range.of(Ref.at(first, forward.activation(layer - 1, i)), rows, 1);
                    formulas.add(share.apply(SUMPRODUCT.of(delta, before)));
                }
                formulas.add(share.apply(SUM.of(delta)));
            }
        }
        return formulas;
    }
}
