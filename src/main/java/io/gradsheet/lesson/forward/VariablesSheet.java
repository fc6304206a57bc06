package io.gradsheet.lesson.forward;

import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.lesson.network.DataSheet;
import io.gradsheet.lesson.network.FunctionWords;
import io.gradsheet.lesson.network.PassSheet;
import io.gradsheet.network.Network;
import io.gradsheet.network.SampleTrace;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Quantity;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import java.util.ArrayList;
import java.util.List;

/** Every variable of a sample of the learner's choice: its symbol, what it is, where it stands, and its value. */
final class VariablesSheet {
    static final String NAME = "Variables";

    private static final int CAPTION_ROW = 5;
    private static final int FIRST_ROW = CAPTION_ROW + 1;
    private static final List<String> CAPTIONS = List.of("symbol", "value", "meaning", "how", "column");

    /** After the value comes an empty column. */
    private static final int MEANING = 3;

    private static final int COLUMN = MEANING + 2;

    private final Network network;
    private final ChosenSample chosen;
    private final PassSheet pass;
    private final DataSheet data;
    private final Texts texts;
    private final Grid grid = new Grid();
    private final List<Feature> features = new ArrayList<>();
    private int row = FIRST_ROW;

    VariablesSheet(Network network, ChosenSample chosen, PassSheet pass, DataSheet data, Texts texts) {
        this.network = network;
        this.chosen = chosen;
        this.pass = pass;
        this.data = data;
        this.texts = texts;
    }

    SheetPlan sheet() {
        grid.put(0, 0, texts.label(Role.TITLE, "variables.title")).height(0, 26);
        grid.put(1, 0, texts.label(Role.TEXT, "variables.text"));
        features.add(chosen.put(grid, data, texts));
        for (var i = 0; i < CAPTIONS.size(); i++) {
            var column = i < 2 ? i : i + 1;
            grid.put(CAPTION_ROW, column, texts.label(Role.CAPTION, "variables." + CAPTIONS.get(i)));
        }
        putAll();
        chosen.call(grid, texts);
        return SheetPlan.named(NAME)
                .widths(12, 12, 1.5, 44, 36, 14)
                .head(grid.rows())
                .freeze(FIRST_ROW, 1)
                .page(SheetPlan.Page.portrait().tall(FIRST_ROW))
                .with(new Feature.Merge(Range.of(Ref.at(0, 0), 1, COLUMN + 1)))
                .with(new Feature.Merge(Range.of(Ref.at(1, 0), 1, COLUMN + 1)))
                .with(features)
                .build();
    }

    private void putAll() {
        var trace = chosen.trace();
        var at = pass.forward();
        for (var i = 1; i <= network.inputs(); i++) {
            put(Notation.input(i), Role.DATA, "x", texts.get("words.x"), at.input(i), trace.activation(1, i), 1, i);
        }
        for (var j = 1; j <= network.outputs(); j++) {
            put(
                    Notation.target(j),
                    Role.DATA,
                    "t",
                    texts.get("words.t"),
                    at.target(j),
                    trace.sample().target(j),
                    1,
                    j);
        }
        for (var layer = 2; layer <= network.layers(); layer++) {
            putLayer(trace, layer);
        }
        var words = new FunctionWords(network, texts).cost("words");
        put(texts.get("symbol.cost"), Role.COST, "cost", words, at.cost(), trace.cost(), 1, 1);
    }

    private void putLayer(SampleTrace trace, int layer) {
        var at = pass.forward();
        for (var j = 1; j <= network.size(layer); j++) {
            put(
                    Notation.weightedInput(layer, j),
                    Role.WEIGHTED_INPUT,
                    "z",
                    texts.get("words.z"),
                    at.weightedInput(layer, j),
                    trace.weightedInput(layer, j),
                    layer,
                    j);
        }
        for (var j = 1; j <= network.size(layer); j++) {
            put(
                    Notation.activation(layer, j),
                    Role.ACTIVATION,
                    layer == network.layers() ? "output" : "a",
                    new FunctionWords(network, texts).activation("words", layer),
                    at.activation(layer, j),
                    trace.activation(layer, j),
                    layer,
                    j);
        }
    }

    private void put(
            String symbol, Role role, String meaning, String how, int column, double value, int layer, int number) {
        grid.put(row, 0, Cell.label(symbol, role));
        grid.put(row, MEANING, texts.label(Role.TEXT, "variables." + meaning + ".meaning", layer, number));
        grid.put(row, MEANING + 1, Cell.label(how, Role.NOTE));
        grid.put(row, COLUMN, new Cell.Label(RichText.plain(pass.name() + " " + Ref.columnName(column)), Role.LINK));
        features.add(new Feature.Link(
                Ref.at(row, COLUMN), Ref.at(pass.row(1), column).address(pass.name())));
        grid.put(
                row,
                1,
                Cell.computed(chosen.of(pass, column), value, role)
                        .as(Quantity.of(symbol, texts.get("variables." + meaning + ".meaning", layer, number))));
        row++;
    }
}
