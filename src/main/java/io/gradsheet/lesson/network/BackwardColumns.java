package io.gradsheet.lesson.network;

import static io.gradsheet.sheet.Formula.number;
import static io.gradsheet.sheet.Function.IF;
import static io.gradsheet.sheet.Function.SUM;
import static io.gradsheet.sheet.Function.SUMPRODUCT;

import io.gradsheet.lesson.frame.Captions;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.network.Layer;
import io.gradsheet.network.Network;
import io.gradsheet.network.Parameter;
import io.gradsheet.network.Pooling;
import io.gradsheet.network.SampleTrace;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final Symbols symbols;
    private final Map<Integer, List<List<Layer.Reader>>> readers = new HashMap<>();

    public BackwardColumns(Network network, ForwardLayout forward, ParameterColumns parameters, Texts texts) {
        this.network = network;
        this.forward = forward;
        this.parameters = parameters;
        this.functions = new FunctionWords(network, texts);
        this.symbols = new Symbols(network);
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
                captions.symbol(Role.ERROR, forward.delta(layer, j), symbols.delta(layer, j));
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

    /** Σ over the next layer of δ times the weight that leads there; through a pooling, δ of where the unit was taken. */
    private Formula slopeFromNextLayer(int layer, int j, int row, int parameterRow) {
        var next = network.layer(layer + 1);
        var read = readers.computeIfAbsent(layer, this::readers).get(j - 1);
        if (next instanceof Pooling pooling) {
            return unpooled(pooling, layer + 1, read.get(0), row);
        }
        var terms = new ArrayList<Formula>();
        for (var reader : read) {
            var delta = Ref.at(row, forward.delta(layer + 1, reader.unit())).fixColumn();
            terms.add(delta.times(
                    Ref.at(parameterRow, parameters.weight(layer + 1, next.group(reader.unit()), reader.weight()))
                            .fixRow()));
        }
        // What is beyond the last stride of a convolution flows nowhere.
        return terms.isEmpty() ? number(0) : Formula.sum(terms);
    }

    /** Of each unit of a layer, where it is read; in pooled windows, which place of the window it is. */
    private List<List<Layer.Reader>> readers(int layer) {
        var next = network.layer(layer + 1);
        var readers = new ArrayList<List<Layer.Reader>>();
        for (var unit = 1; unit <= network.size(layer); unit++) {
            readers.add(new ArrayList<>());
        }
        for (var unit = 1; unit <= next.size(); unit++) {
            var place = 0;
            for (var term : next.terms(unit)) {
                place++;
                readers.get(term.source().unit() - 1)
                        .add(new Layer.Reader(unit, next instanceof Pooling ? place : term.weight()));
            }
        }
        return readers;
    }

    private Formula unpooled(Pooling pooling, int layer, Layer.Reader reader, int row) {
        var delta = Ref.at(row, forward.delta(layer, reader.unit()));
        return pooling.isMax()
                ? IF.of(
                        Ref.at(row, forward.place(layer, reader.unit())).isEqualTo(number(reader.weight())),
                        delta,
                        number(0))
                : delta.over(pooling.rows() * pooling.columns());
    }

    /** The gradients of a sample, from its errors. */
    public List<Cell> gradients(SampleTrace trace, int row) {
        var cells = new ArrayList<Cell>();
        for (var parameter : network.parameters()) {
            cells.add(Cell.computed(gradient(parameter, row), trace.gradient(parameter), Role.GRADIENT));
        }
        return cells;
    }

    private Formula gradient(Parameter parameter, int row) {
        if (parameter.isBias()) {
            var errors = errors(parameter, row, 1);
            return errors.columns() == 1 ? errors.first() : SUM.of(errors);
        }
        var terms = new ArrayList<Formula>();
        for (var run : runs(parameter)) {
            terms.add(
                    run.length() == 1
                            ? run.firsts(row, 1)
                                    .first()
                                    .fixColumn()
                                    .times(run.others(row, 1).first())
                            : SUMPRODUCT.of(run.firsts(row, 1).fixColumns(), run.others(row, 1)));
        }
        return Formula.sum(terms);
    }

    /** The columns of the errors and of what flowed in wherever a weight is used. */
    private List<Run> runs(Parameter parameter) {
        var layer = parameter.layer();
        return Run.of(network.layer(layer).uses(parameter.to(), parameter.from()).stream()
                .map(use -> new Run.Pair(forward.delta(layer, use.unit()), forward.source(layer, use.source())))
                .toList());
    }

    /** The errors of the units that have a bias, which lie side by side. */
    private Range errors(Parameter bias, int row, int rows) {
        var units = network.layer(bias.layer()).biased(bias.to());
        return Range.of(Ref.at(row, forward.delta(bias.layer(), units.get(0))), rows, units.size())
                .fixColumns();
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
        for (var parameter : network.parameters()) {
            formulas.add(share.apply(
                    parameter.isBias()
                            ? SUM.of(errors(parameter, first, rows))
                            : Formula.sum(runs(parameter).stream()
                                    .map(run -> SUMPRODUCT.of(
                                            run.firsts(first, rows).fixColumns(), run.others(first, rows)))
                                    .toList())));
        }
        return formulas;
    }
}
