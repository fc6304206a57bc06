package io.gradsheet.lesson.backpropagation;

import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.lesson.network.FunctionWords;
import io.gradsheet.network.FrozenParameters;
import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.SampleTrace;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Quantity;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The layers on the Zoom sheet: a panel for each neuron, in rows of as many as fit. */
final class ZoomPanels {
    private static final double ARROW_ROW_HEIGHT = 24;

    /** What is said of weights and their gradients takes so many points. */
    private static final double WORDS_HEIGHT = 62;

    /** Weights and gradients of these sizes have the full colour, in every epoch, so that epochs can be compared. */
    private static final double WEIGHT_SPAN = 2;

    private static final double GRADIENT_SPAN = 0.1;

    private final ZoomLayout zoom;
    private final ZoomCells cells;
    private final Network network;
    private final FrozenParameters frozen;
    private final TrainingLayout layout;
    private final FunctionWords functions;
    private final Texts texts;
    private final Parameters parameters;
    private final SampleTrace trace;
    private final Grid grid;
    private final List<Feature> features = new ArrayList<>();

    /**
     * Prepares the panels.
     *
     * @param grid what they are put on
     */
    ZoomPanels(ZoomLayout zoom, Moment moment, ZoomCells cells, Texts texts, Grid grid) {
        this.zoom = zoom;
        this.cells = cells;
        this.network = moment.network();
        this.frozen = moment.experiment().hyperparameters().frozen();
        this.layout = moment.training();
        this.functions = new FunctionWords(network, texts);
        this.texts = texts;
        this.parameters = moment.step().parameters();
        this.trace = moment.trace();
        this.grid = grid;
    }

    /** What lies on the cells. */
    List<Feature> features() {
        return features;
    }

    /** Arrows into the first panels of a layer: forward down into it, backward up out of it. */
    int putArrows(int row, int layer) {
        grid.height(row, ARROW_ROW_HEIGHT);
        for (var place = 1; place <= Math.min(zoom.drawn(layer), zoom.panelsAcross()); place++) {
            putWide(row, zoom.forwardColumn(place), zoom.half(), Cell.label("↓", Role.FORWARD));
            putWide(row, zoom.backwardColumn(place), zoom.half(), Cell.label("↑", Role.BACKWARD));
        }
        return row + 1;
    }

    /** Puts a layer, from a row on, and says which row comes after it. */
    int putLayer(int top, int layer) {
        var isOutput = layer == network.layers();
        var heading = isOutput ? "zoom.layer.output" : "zoom.layer.hidden";
        grid.put(top, ZoomLayout.WORDS_COLUMN, texts.label(Role.HEADING, heading, layer));
        var row = top;
        for (var first = 1; first <= zoom.drawn(layer); first += zoom.panelsAcross()) {
            var last = Math.min(first + zoom.panelsAcross() - 1, zoom.drawn(layer));
            putLineWords(row, layer);
            for (var j = first; j <= last; j++) {
                putPanel(row, layer, j);
            }
            row += lineRows(layer) + 1;
        }
        if (network.size(layer) > zoom.drawn(layer)) {
            var more = texts.label(Role.NOTE, "zoom.more", zoom.drawn(layer) + 1, network.size(layer));
            putWide(row - 1, zoom.forwardColumn(1), zoom.columns() - zoom.forwardColumn(1), more);
        }
        return row;
    }

    /** The rows of a line of panels: caption, symbols, weights, then b, z, a, and t in the output layer. */
    private int lineRows(int layer) {
        return 2 + zoom.weightRows(layer) + (layer == network.layers() ? 4 : 3);
    }

    private void putLineWords(int top, int layer) {
        var weights = top + 2;
        var values = weights + zoom.weightRows(layer);
        putWords(weights, "zoom.words.w", "zoom.words.gradient");
        merge(weights, ZoomLayout.WORDS_COLUMN, zoom.weightRows(layer), 1);
        for (var row = weights; row < values; row++) {
            grid.height(row, Math.max(zoom.cellHeight(), WORDS_HEIGHT / zoom.weightRows(layer)));
        }
        putLines(values, biasWords(layer), texts.get("zoom.words.gradient.bias"));
        putLines(values + 1, texts.get("zoom.words.z"), functions.error("zoom.words", layer));
        putLines(values + 2, functions.activation("zoom.words", layer));
        if (layer == network.layers()) {
            putWords(values + 3, "zoom.words.t");
        }
    }

    private void putPanel(int top, int layer, int j) {
        var place = zoom.place(j);
        putWide(top, zoom.forwardColumn(place), 2 * zoom.half() + 1, texts.label(Role.CAPTION, "zoom.neuron", j));
        var weights = "w^{" + layer + "}_{" + j + "i}";
        putWide(top + 1, zoom.forwardColumn(place), zoom.half(), Cell.label(weights, Role.PARAMETER));
        putWide(
                top + 1,
                zoom.backwardColumn(place),
                zoom.half(),
                Cell.label(Notation.gradient(weights), Role.GRADIENT));
        putWeights(top + 2, layer, j);
        var values = top + 2 + zoom.weightRows(layer);
        putForward(
                values,
                place,
                Notation.bias(layer, j),
                Role.PARAMETER,
                cells.ofEpoch(layout.bias(layer, j)),
                parameters.bias(layer, j));
        putBackward(
                values,
                place,
                Notation.gradient(Notation.bias(layer, j)),
                Role.GRADIENT,
                cells.gradient(layer, j),
                trace.biasGradient(layer, j));
        putForward(
                values + 1,
                place,
                Notation.weightedInput(layer, j),
                Role.WEIGHTED_INPUT,
                cells.ofSample(layout.weightedInput(layer, j)),
                trace.weightedInput(layer, j));
        putBackward(
                values + 1,
                place,
                Notation.delta(layer, j),
                Role.ERROR,
                cells.ofSample(layout.delta(layer, j)),
                trace.delta(layer, j));
        putForward(
                values + 2,
                place,
                Notation.activation(layer, j),
                Role.ACTIVATION,
                cells.ofSample(layout.activation(layer, j)),
                trace.activation(layer, j));
        if (layer == network.layers()) {
            putForward(
                    values + 3,
                    place,
                    Notation.target(j),
                    zoom.targetRole(),
                    cells.ofSample(layout.target(j)),
                    trace.sample().target(j));
        }
    }

    /** Weights and their gradients, each where what flows in comes from. */
    private void putWeights(int top, int layer, int j) {
        var columns = zoom.weightColumns(layer);
        var forward = Ref.at(top, zoom.forwardColumn(zoom.place(j)));
        var backward = Ref.at(top, zoom.backwardColumn(zoom.place(j)));
        var role = zoom.showsFigures() ? Role.HEAT : Role.MAP;
        for (var i = 1; i <= network.size(layer - 1); i++) {
            var down = (i - 1) / columns;
            var right = (i - 1) % columns;
            var source = layout.weight(layer, j, i);
            var symbol = Notation.weight(layer, j, i);
            grid.put(
                    forward.plus(down, right),
                    cells.forward(cells.ofEpoch(source), parameters.weight(layer, j, i), role)
                            .as(Quantity.of(symbol, "")));
            grid.put(
                    backward.plus(down, right),
                    cells.backward(cells.gradient(layer, j, i), trace.weightGradient(layer, j, i), role)
                            .as(Quantity.of(Notation.gradient(symbol), "")));
        }
        var rows = zoom.weightRows(layer);
        features.add(new Feature.Colours(Range.of(forward, rows, columns), Feature.Palette.DIVERGING, WEIGHT_SPAN));
        features.add(new Feature.Colours(Range.of(backward, rows, columns), Feature.Palette.DIVERGING, GRADIENT_SPAN));
    }

    /** The cost, and whether the answer is right if there is one. */
    void putCost(int row, boolean classes) {
        putLines(row, functions.cost("zoom.words"), texts.get("zoom.words.backward"));
        putForward(row, 1, texts.get("zoom.cost"), Role.COST, cells.ofSample(layout.cost()), trace.cost());
        if (classes) {
            var hit = cells.forward(cells.ofSample(layout.hit()), trace.hit() ? 1 : 0, Role.INDEX);
            putValue(row, zoom.backwardColumn(1), texts.rich("zoom.hit"), Role.INDEX, hit);
        }
    }

    // Cells ---------------------------------------------------------------------------------------------------------

    /** What a row shows, in words: a line for each text. */
    void putWords(int row, String... keys) {
        putLines(row, Stream.of(keys).map(key -> texts.get(key)).toArray(String[]::new));
    }

    private void putLines(int row, String... lines) {
        grid.put(row, ZoomLayout.WORDS_COLUMN, Cell.label(String.join("\n", lines), Role.TEXT));
    }

    /** What a bias is, and which of a layer stay as they are. */
    private String biasWords(int layer) {
        var fixed = IntStream.rangeClosed(1, network.size(layer))
                .filter(j -> frozen.hasBias(layer, j))
                .mapToObj(j -> Notation.bias(layer, j))
                .toList();
        if (fixed.isEmpty()) {
            return texts.get("zoom.words.b");
        }
        return fixed.size() == network.size(layer)
                ? texts.get("zoom.words.b.fixed")
                : texts.get("zoom.words.b.partly", String.join(", ", fixed));
    }

    private void putForward(int row, int place, String symbol, Role role, Formula formula, double value) {
        putValue(row, zoom.forwardColumn(place), RichText.of(symbol), role, cells.forward(formula, value, role));
    }

    private void putBackward(int row, int place, String symbol, Role role, Formula formula, double value) {
        putValue(row, zoom.backwardColumn(place), RichText.of(symbol), role, cells.backward(formula, value, role));
    }

    /** A symbol and beside it its value, over half a panel. */
    void putValue(int row, int column, RichText symbol, Role role, Cell cell) {
        putWide(row, column, zoom.symbolColumns(), new Cell.Label(symbol, role));
        var named = cell.as(Quantity.of(symbol.markup(), ""));
        putWide(row, column + zoom.symbolColumns(), zoom.half() - zoom.symbolColumns(), named);
    }

    /** A cell over several columns. */
    void putWide(int row, int column, int columns, Cell cell) {
        grid.put(row, column, cell);
        merge(row, column, 1, columns);
    }

    void merge(int row, int column, int rows, int columns) {
        if (rows > 1 || columns > 1) {
            features.add(new Feature.Merge(Range.of(Ref.at(row, column), rows, columns)));
        }
    }
}
