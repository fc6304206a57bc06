package io.gradsheet.lesson.backpropagation;

import static io.gradsheet.sheet.Formula.number;
import static io.gradsheet.sheet.Function.INDEX;

import io.gradsheet.lesson.backpropagation.PlanePanels.Panel;
import io.gradsheet.lesson.frame.Inputs;
import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.lesson.network.DataSheet;
import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.Sample;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Quantity;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.template.NetworkExperiment;
import java.util.ArrayList;
import java.util.List;

/**
 * What a network of two inputs makes of the plane: a map for each neuron, a cell of it the neuron's activation at that point, by
 * formula from the maps of the layer before. The output's has the samples over it.
 */
final class BoundarySheet {
    static final String NAME = "Boundary";

    private static final int CAPTION_ROW = 3;
    private static final int LEGEND_ROW = 5;
    private static final Ref EPOCH = PlanePanels.choice(0);

    /** Its value is the row, as INDEX counts, in which Training has the parameters after the chosen epoch. */
    private static final Ref ROW = PlanePanels.choice(1);

    private static final int LABEL_EVERY = PlanePanels.INTERVALS / 2;
    private static final double CELL_WIDTH = 0.86;
    static final double CELL_HEIGHT = 8.25;
    private static final double SAMPLE_WIDTH = 16;

    private final NetworkExperiment experiment;
    private final Network network;
    private final TrainingLayout layout;
    private final DataSheet data;
    private final Texts texts;
    private final PlanePanels panels;
    private final PlaneMaps maps;

    BoundarySheet(NetworkExperiment experiment, TrainingLayout layout, DataSheet data, Texts texts) {
        this.experiment = experiment;
        this.network = experiment.network();
        this.layout = layout;
        this.data = data;
        this.texts = texts;
        this.panels = new PlanePanels(network);
        this.maps = new PlaneMaps(experiment, data, panels);
    }

    boolean isShown() {
        return experiment.hasPlane();
    }

    /** What is looked at in the file now. */
    PlaneView read(Inputs file) {
        return isShown()
                ? new PlaneView(
                        file.whole(EPOCH.address(NAME), 1, experiment.epochs()),
                        file.number(PlanePanels.bound(0).address(NAME)),
                        file.number(PlanePanels.bound(1).address(NAME)),
                        file.number(PlanePanels.bound(2).address(NAME)),
                        file.number(PlanePanels.bound(3).address(NAME)))
                : PlaneView.initial(experiment);
    }

    /** The points of a map, as the network reads them. */
    List<Sample> points(PlaneView view) {
        return maps.points(view);
    }

    // The sheet -----------------------------------------------------------------------------------------------------

    /**
     * The sheet.
     *
     * @param parameters after the chosen epoch
     * @param list the sheet on which the numbers of the epochs are listed
     * @param epochs where on that sheet
     * @throws io.gradsheet.lesson.frame.UnrepresentableException if the answer to a point leaves the range of a spreadsheet
     */
    SheetPlan sheet(PlaneView view, Parameters parameters, String list, Range epochs) {
        var grid = new Grid();
        var features = new ArrayList<Feature>();
        grid.put(0, 0, texts.label(Role.TITLE, "boundary.title")).height(0, 26);
        grid.put(1, 0, texts.label(Role.TEXT, "boundary.text"));
        features.add(new Feature.Merge(Range.of(Ref.at(0, 0), 1, PlanePanels.WIDTH)));
        features.add(new Feature.Merge(Range.of(Ref.at(1, 0), 1, PlanePanels.WIDTH)));
        putChoices(grid, features, view);
        features.add(new Feature.ChoiceFrom(EPOCH.to(EPOCH), list, epochs, texts.get("zoom.hint.epoch")));
        putAxes(grid, features, view);
        putSamples(grid, features);
        var traces = maps.traces(view, parameters);
        for (var panel : panels.all()) {
            putHeading(grid, features, panel);
            if (panels.hasParameters(panel)) {
                putParameters(grid, features, panel, parameters);
            }
            maps.put(grid, panel, traces);
            grid.called(
                    panels.mapRange(panel),
                    (place, cell) -> Quantity.inMap(symbol(panel), panels.mapRange(panel), place));
            features.addAll(maps.looks(panel, traces));
        }
        return SheetPlan.named(NAME)
                .widths(13)
                .widths(PlanePanels.WIDTH, CELL_WIDTH)
                .widths(2)
                .widths(maps.sampleColumns(), SAMPLE_WIDTH)
                .head(grid.rows())
                .page((panels.all().size() <= PlanePanels.ACROSS
                                ? SheetPlan.Page.landscape()
                                : SheetPlan.Page.portrait())
                        .ofColumns(PlanePanels.WIDTH)
                        .ofRows(panels.rows()))
                .with(features)
                .build();
    }

    private void putChoices(Grid grid, List<Feature> features, PlaneView view) {
        var row = layout.valueRow(1);
        put(grid, features, 0, texts.label(Role.CAPTION, "boundary.epoch"), Cell.input(view.epoch()));
        put(
                grid,
                features,
                1,
                texts.label(Role.NOTE, "boundary.row"),
                Cell.computed(
                        number(row).plus(EPOCH.times(layout.epochRows())),
                        row + view.epoch() * layout.epochRows(),
                        Role.INDEX));
        var bounds = List.of(view.left(), view.right(), view.bottom(), view.top());
        for (var i = 0; i < bounds.size(); i++) {
            var caption =
                    texts.label(Role.CAPTION, i % 2 == 0 ? "boundary.from" : "boundary.to", Notation.input(1 + i / 2));
            put(grid, features, 2 + i, caption, Cell.input(bounds.get(i)));
        }
        putClasses(grid, features);
        grid.height(CAPTION_ROW, 28);
        grid.put(LEGEND_ROW, PlanePanels.FIRST_COLUMN, texts.label(Role.NOTE, legend()));
        features.add(new Feature.Merge(
                Range.of(Ref.at(LEGEND_ROW, PlanePanels.FIRST_COLUMN), 1, PlanePanels.ACROSS * PlanePanels.SIDE)));
    }

    private void put(Grid grid, List<Feature> features, int number, Cell caption, Cell value) {
        var place = PlanePanels.choice(number);
        grid.calledAbove(place.to(place), CAPTION_ROW);
        var above = place.plus(CAPTION_ROW - PlanePanels.CHOICE_ROW, 0);
        grid.put(above, caption).put(place, value);
        features.add(new Feature.Merge(Range.of(above, 1, PlanePanels.CHOICE_SPAN)));
        features.add(new Feature.Merge(Range.of(place, 1, PlanePanels.CHOICE_SPAN)));
    }

    /** What the two ends of a single output stand for; several outputs have their classes over their maps. */
    private void putClasses(Grid grid, List<Feature> features) {
        var classes = experiment.classes();
        if (network.outputs() == 1 && !classes.isEmpty()) {
            put(grid, features, 6, texts.label(Role.CAPTION, "boundary.no"), DataSheet.classCell(classes.get(0)));
            put(grid, features, 7, texts.label(Role.CAPTION, "boundary.yes"), DataSheet.classCell(classes.get(1)));
        }
    }

    private String legend() {
        return network.outputs() > 1 && experiment.data().hasClasses() ? "boundary.legend.classes" : "boundary.legend";
    }

    private void putAxes(Grid grid, List<Feature> features, PlaneView view) {
        var labels = panels.answer().row() + PlanePanels.SIDE;
        var width = PlanePanels.FIRST_COLUMN + PlanePanels.SIDE;
        for (var row : List.of(PlanePanels.AXIS_ROW, PlanePanels.AXIS_ROW + 1, labels)) {
            grid.called(
                    Range.of(Ref.at(row, PlanePanels.FIRST_COLUMN), 1, width),
                    (place, cell) ->
                            Quantity.of(Notation.input(1), data.inputName(1).text()));
        }
        grid.called(
                Range.of(panels.down(0), PlanePanels.SIDE, PlanePanels.FIRST_COLUMN),
                (place, cell) ->
                        Quantity.of(Notation.input(2), data.inputName(2).text()));
        for (var j = 0; j <= PlanePanels.INTERVALS; j++) {
            var x = view.x(j);
            grid.put(panels.across(j), Cell.computed(step(PlanePanels.bound(0), j, PlanePanels.bound(1)), x, Role.MAP));
            if (data.scalesInputs()) {
                var scaled = experiment.data().inputScale(1).of(x);
                grid.put(maps.readAcross(j), Cell.computed(data.scaledInput(1, panels.across(j)), scaled, Role.MAP));
            }
            if (j % LABEL_EVERY == 0) {
                // The outermost labels stay inside.
                var first = Math.min(Math.max(j - PlanePanels.SPAN / 2, 0), PlanePanels.SIDE - PlanePanels.SPAN);
                var place = Ref.at(labels, panels.answer().column() + first);
                grid.put(place, Cell.computed(panels.across(j), x, Role.INDEX));
                features.add(new Feature.Merge(Range.of(place, 1, PlanePanels.SPAN)));
            }
        }
        for (var i = 0; i <= PlanePanels.INTERVALS; i++) {
            var y = view.y(i);
            // The figures that are shown are a few; the others only serve the formulas.
            grid.put(
                    panels.down(i),
                    Cell.computed(
                            step(PlanePanels.bound(3), i, PlanePanels.bound(2)),
                            y,
                            i % LABEL_EVERY == 0 ? Role.INDEX : Role.MAP));
            if (data.scalesInputs()) {
                var scaled = experiment.data().inputScale(2).of(y);
                grid.put(maps.readDown(i), Cell.computed(data.scaledInput(2, panels.down(i)), scaled, Role.MAP));
            }
        }
        grid.height(PlanePanels.AXIS_ROW, CELL_HEIGHT).height(PlanePanels.AXIS_ROW + 1, CELL_HEIGHT);
        grid.put(panels.down(0).plus(-1, 0), new Cell.Label(data.inputName(2), Role.INDEX));
        var name = Ref.at(labels + 1, panels.answer().column());
        grid.put(name, new Cell.Label(data.inputName(1), Role.INDEX));
        features.add(new Feature.Merge(Range.of(name, 1, PlanePanels.SIDE)));
    }

    /** A part of the way from one bound to the other. */
    private static Formula step(Ref from, int number, Ref to) {
        return from.fix().plus(number(number).times(to.fix().minus(from.fix())).over(PlanePanels.INTERVALS));
    }

    private void putSamples(Grid grid, List<Feature> features) {
        var place = Ref.at(CAPTION_ROW, PlanePanels.SAMPLES_COLUMN);
        grid.put(place, texts.label(Role.NOTE, "boundary.samples"));
        features.add(new Feature.Merge(Range.of(place, 1, maps.sampleColumns())));
        maps.putSamples(grid);
    }

    // Panels --------------------------------------------------------------------------------------------------------

    private static String symbol(Panel panel) {
        return panel.isActivation()
                ? Notation.activation(panel.layer(), panel.neuron())
                : Notation.weightedInput(panel.layer(), panel.neuron());
    }

    private void putHeading(Grid grid, List<Feature> features, Panel panel) {
        var place = panels.heading(panel);
        var role = panel.isActivation() ? Role.ACTIVATION : Role.WEIGHTED_INPUT;
        var runs = new ArrayList<>(RichText.of(symbol(panel) + "  ").runs());
        if (panels.isAnswer(panel)) {
            runs.addAll(texts.rich("boundary.output").runs());
            var name = outputName(panel.neuron());
            runs.addAll(RichText.plain(name.isEmpty() ? "" : ": " + name).runs());
        }
        grid.put(place, new Cell.Label(new RichText(runs), role));
        for (var j = 1; j < PlanePanels.SIDE; j++) {
            grid.put(place.plus(0, j), Cell.label("", role));
        }
        features.add(new Feature.Merge(Range.of(place, 1, PlanePanels.SIDE)));
    }

    /** The class that one of several outputs says yes to, or what the data calls the number. */
    private String outputName(int j) {
        if (experiment.data().hasClasses()) {
            return network.outputs() == 1 ? "" : data.yesClass(j);
        }
        var names = experiment.data().meaning().targets();
        return names.isEmpty() ? "" : names.get(j - 1);
    }

    private void putParameters(Grid grid, List<Feature> features, Panel panel, Parameters parameters) {
        var layer = panel.layer();
        var j = panel.neuron();
        var inputs = network.size(layer - 1);
        for (var number = 1; number <= inputs + 1; number++) {
            var isBias = number > inputs;
            var place = panels.parameter(panel, number);
            var symbol = isBias ? Notation.bias(layer, j) : Notation.weight(layer, j, number);
            var column = isBias ? layout.bias(layer, j) : layout.weight(layer, j, number);
            var value = isBias ? parameters.bias(layer, j) : parameters.weight(layer, j, number);
            var formula = INDEX.of(layout.wholeColumn(column), ROW.fix());
            grid.put(place.plus(-1, 0), Cell.label(symbol, Role.PARAMETER));
            grid.put(place, Cell.computed(formula, value, Role.PARAMETER).as(Quantity.of(symbol, "")));
            features.add(new Feature.Merge(Range.of(place.plus(-1, 0), 1, PlanePanels.SPAN)));
            features.add(new Feature.Merge(Range.of(place, 1, PlanePanels.SPAN)));
        }
    }
}
