package io.gradsheet.lesson.difference;

import io.gradsheet.lesson.frame.Check;
import io.gradsheet.lesson.frame.Inputs;
import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.lesson.network.DataSheet;
import io.gradsheet.lesson.network.FunctionWords;
import io.gradsheet.lesson.network.PassSheet;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Quantity;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.template.NetworkExperiment;
import java.util.ArrayList;
import java.util.List;

/** The errors of all neurons for a sample of the learner's choice: by differences, and by formula. */
final class ErrorsSheet {
    static final String NAME = "Errors";

    /** The cell of the sample's number. */
    static final Ref SAMPLE = Ref.at(3, 1);

    /** The cell of h. */
    static final Ref STEP = SAMPLE.plus(1, 0);

    private static final int CAPTION_ROW = 7;
    private static final int FIRST_ROW = CAPTION_ROW + 1;
    private static final List<String> CAPTIONS = List.of("neuron", "up", "down", "difference", "formula", "apart");
    private static final int UP = 1;
    private static final int DIFFERENCE = 3;
    private static final int FORMULA = 4;

    /** After the figures comes an empty column, and one before the picture. */
    private static final int WORDS = 7;

    private static final int PICTURE_COLUMN = WORDS + 2;

    private final NetworkExperiment experiment;
    private final Neurons neurons;
    private final PassSheet pass;
    private final NeuronShiftsSheet shifts;
    private final StepWidth step;
    private final DataSheet data;
    private final Texts texts;
    private final List<Feature> features = new ArrayList<>();

    ErrorsSheet(
            NetworkExperiment experiment,
            Neurons neurons,
            PassSheet pass,
            NeuronShiftsSheet shifts,
            StepWidth step,
            DataSheet data,
            Texts texts) {
        this.experiment = experiment;
        this.neurons = neurons;
        this.pass = pass;
        this.shifts = shifts;
        this.step = step;
        this.data = data;
        this.texts = texts;
    }

    /** The number of the sample as it stands in the file now. */
    static int readSample(Inputs file, int samples) {
        return file.whole(SAMPLE.address(NAME), 1, samples);
    }

    SheetPlan sheet() {
        var grid = new Grid();
        grid.put(0, 0, texts.label(Role.TITLE, "errors.title")).height(0, 26);
        grid.put(1, 0, texts.label(Role.TEXT, "errors.text"));
        grid.put(SAMPLE.plus(0, -1), texts.label(Role.CAPTION, "errors.sample"));
        grid.put(SAMPLE, Cell.input(neurons.sample()));
        grid.put(STEP.plus(0, -1), texts.label(Role.CAPTION, "errors.h"));
        grid.put(STEP, Cell.input(step.h()));
        features.add(new Feature.ChoiceFrom(
                SAMPLE.to(SAMPLE), DataSheet.NAME, data.numberRange(), texts.get("errors.hint")));
        features.add(new Feature.Bounds(STEP.to(STEP), StepWidth.LEAST, StepWidth.MOST, texts.get("hint.h")));
        for (var i = 0; i < CAPTIONS.size(); i++) {
            grid.put(CAPTION_ROW, i, texts.label(Role.CAPTION, "errors." + CAPTIONS.get(i)));
        }
        grid.put(CAPTION_ROW, WORDS, texts.label(Role.CAPTION, "errors.words"));
        for (var neuron = 0; neuron < neurons.all().size(); neuron++) {
            putNeuron(grid, neuron);
        }
        if (experiment.data().hasClasses()) {
            putLabel(grid);
        }
        var image = experiment.image();
        if (image.isPicture()) {
            putImage(grid);
        }
        grid.calledBefore(Range.of(SAMPLE, 3, 1), 0);
        grid.calledByBoth(Range.of(Ref.at(FIRST_ROW, UP), neurons.all().size(), WORDS - UP), CAPTION_ROW, 0);
        var width = WORDS + 1;
        return SheetPlan.named(NAME)
                .widths(14, 12, 12, 14, 12, 12, 1.5, 42, 2)
                .widths(image.isPicture() ? image.columns() : 0, 3.4)
                .head(grid.rows())
                .freeze(FIRST_ROW, 1)
                .page(SheetPlan.Page.landscape())
                .with(new Feature.Merge(Range.of(Ref.at(0, 0), 1, width)))
                .with(new Feature.Merge(Range.of(Ref.at(1, 0), 1, width)))
                .with(features)
                .build();
    }

    private void putNeuron(Grid grid, int place) {
        var row = FIRST_ROW + place;
        var neuron = neurons.all().get(place);
        var up = Ref.at(row, UP);
        var column = pass.forward().delta(neuron.layer(), neuron.number());
        grid.put(row, 0, Cell.label(Notation.delta(neuron.layer(), neuron.number()), Role.ERROR));
        grid.put(
                up,
                Cell.computed(
                        shifts.cost(place, true), neurons.shifted(place, true).cost(), Role.COST));
        grid.put(
                up.plus(0, 1),
                Cell.computed(
                        shifts.cost(place, false), neurons.shifted(place, false).cost(), Role.COST));
        grid.put(
                row,
                DIFFERENCE,
                Cell.computed(StepWidth.difference(up, up.plus(0, 1)), neurons.difference(place), Role.ERROR));
        grid.put(row, FORMULA, Cell.computed(ofSample(column), neurons.delta(place), Role.ERROR));
        grid.put(
                row,
                FORMULA + 1,
                Cell.computed(
                        StepWidth.apart(Ref.at(row, DIFFERENCE), Ref.at(row, FORMULA)),
                        Math.abs(neurons.difference(place) - neurons.delta(place)),
                        Role.DIFFERENCE));
        var words = new FunctionWords(experiment.network(), texts).error("words", neuron.layer());
        grid.put(row, WORDS, Cell.label(words, Role.NOTE)).height(row, 18);
    }

    private Formula ofSample(int column) {
        return pass.ofSample(column, SAMPLE.fix());
    }

    private void putLabel(Grid grid) {
        var at = STEP.plus(1, 0);
        grid.put(at.plus(0, -1), texts.label(Role.CAPTION, "errors.label"));
        grid.put(
                at,
                new Cell.Computed(
                        data.labelRange().item(DataSheet.NAME, SAMPLE.fix()),
                        DataSheet.classValue(data.label(neurons.trace().sample())),
                        Role.DATA));
    }

    private void putImage(Grid grid) {
        var image = experiment.image();
        var corner = Ref.at(FIRST_ROW, PICTURE_COLUMN);
        for (var i = 1; i <= experiment.network().inputs(); i++) {
            grid.put(
                    corner.plus((i - 1) / image.columns(), (i - 1) % image.columns()),
                    Cell.computed(
                                    ofSample(pass.forward().input(i)),
                                    neurons.trace().activation(1, i),
                                    Role.MAP)
                            .as(Quantity.of(Notation.input(i), "")));
        }
        if (data.isInk()) {
            features.add(new Feature.Colours(Range.of(corner, image.rows(), image.columns()), Feature.Palette.INK, 1));
        }
    }

    /** Compares the errors with Java's, and the choices with those of a new workbook. */
    void check(Check check, Neurons recorded) {
        for (var place = 0; place < neurons.all().size(); place++) {
            var neuron = neurons.all().get(place);
            var symbol = Notation.delta(neuron.layer(), neuron.number());
            var row = FIRST_ROW + place;
            check.result(symbol, Ref.at(row, FORMULA).address(NAME), neurons.delta(place), recorded.delta(place));
            check.result(
                    symbol + " ± h",
                    Ref.at(row, DIFFERENCE).address(NAME),
                    neurons.difference(place),
                    recorded.difference(place));
        }
        check.inputs(
                "k", NAME, SAMPLE.to(SAMPLE), List.of((double) recorded.sample()), List.of((double) neurons.sample()));
        step.watch(check, STEP.address(NAME));
    }
}
