package io.gradsheet.lesson.forward;

import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.lesson.network.PassSheet;
import io.gradsheet.network.Network;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Quantity;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.RowSink;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.template.NetworkExperiment;
import java.util.ArrayList;
import java.util.List;

/** Every parameter: its symbol, what its indices say, where it stands, and its value. */
final class ParametersSheet {
    static final String NAME = "Parameters";

    private static final int CAPTION_ROW = 3;
    private static final int FIRST_ROW = CAPTION_ROW + 1;
    private static final List<String> CAPTIONS =
            List.of("number", "symbol", "layer", "to", "from", "meaning", "cell", "value");
    private static final int CELL = 6;

    /** Of more parameters, the cells are named and not linked. */
    private static final int MOST_LINKS = 500;

    private final NetworkExperiment experiment;
    private final Network network;
    private final PassSheet pass;
    private final Texts texts;

    ParametersSheet(NetworkExperiment experiment, PassSheet pass, Texts texts) {
        this.experiment = experiment;
        this.network = experiment.network();
        this.pass = pass;
        this.texts = texts;
    }

    private int count() {
        return network.parameterCount();
    }

    /** The numbers of all parameters, which a formula on another sheet counts. */
    Formula numbers() {
        return Range.of(Ref.at(FIRST_ROW, 0), count(), 1).on(NAME);
    }

    SheetPlan sheet() {
        var grid = new Grid();
        grid.put(0, 0, texts.label(Role.TITLE, "parameters.title", count())).height(0, 26);
        grid.put(1, 0, texts.label(Role.TEXT, "parameters.text"));
        for (var i = 0; i < CAPTIONS.size(); i++) {
            grid.put(CAPTION_ROW, i, texts.label(Role.CAPTION, "parameters." + CAPTIONS.get(i)));
        }
        return SheetPlan.named(NAME)
                .widths(7, 10, 8, 14, 16, 46, 16, 12)
                .head(grid.rows())
                .body(this::pushRows, FIRST_ROW + count() - 1L, CAPTIONS.size())
                .freeze(FIRST_ROW, 2)
                .page(SheetPlan.Page.portrait().tall(FIRST_ROW))
                .with(new Feature.Merge(Range.of(Ref.at(0, 0), 1, CAPTIONS.size())))
                .with(new Feature.Merge(Range.of(Ref.at(1, 0), 1, CAPTIONS.size())))
                .with(links())
                .build();
    }

    private List<Feature> links() {
        var links = new ArrayList<Feature>();
        for (var place = 0; place < count() && count() <= MOST_LINKS; place++) {
            links.add(new Feature.Link(Ref.at(FIRST_ROW + place, CELL), cell(place)));
        }
        return links;
    }

    private Address cell(int place) {
        return Ref.at(PassSheet.PARAMETER_ROW, pass.parameters().first() + place)
                .address(pass.name());
    }

    private void pushRows(RowSink sink) {
        var place = 0;
        for (var layer = 2; layer <= network.layers(); layer++) {
            for (var j = 1; j <= network.size(layer); j++) {
                for (var i = 1; i <= network.size(layer - 1); i++) {
                    sink.row(row(place++, Notation.weight(layer, j, i), layer, j, i));
                }
                sink.row(row(place++, Notation.bias(layer, j), layer, j, 0));
            }
        }
    }

    /** The row of a parameter; a bias comes from no neuron. */
    private Row row(int place, String symbol, int layer, int to, int from) {
        var cells = new ArrayList<Cell>();
        cells.add(new Cell.Figure(place + 1, Role.INDEX));
        cells.add(Cell.label(symbol, Role.PARAMETER));
        cells.add(new Cell.Figure(layer, Role.INDEX));
        cells.add(new Cell.Figure(to, Role.INDEX));
        cells.add(from == 0 ? Cell.label("–", Role.INDEX) : new Cell.Figure(from, Role.INDEX));
        cells.add(Cell.label(meaning(layer, to, from), Role.TEXT));
        cells.add(
                new Cell.Label(RichText.plain(cell(place).toString()), count() <= MOST_LINKS ? Role.LINK : Role.TEXT));
        cells.add(Cell.computed(pass.parameter(place), experiment.initial().toArray()[place], Role.PARAMETER)
                .as(Quantity.of(symbol, meaning(layer, to, from))));
        return Row.of(FIRST_ROW + place, cells);
    }

    private String meaning(int layer, int to, int from) {
        if (from == 0) {
            return texts.get("parameters.bias", Notation.weightedInput(layer, to));
        }
        var source = layer == 2 ? Notation.input(from) : Notation.activation(layer - 1, from);
        return texts.get("parameters.weight", source, Notation.weightedInput(layer, to));
    }
}
