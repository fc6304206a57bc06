package io.gradsheet.lesson.backpropagation;

import static io.gradsheet.sheet.Formula.quoted;
import static io.gradsheet.sheet.Function.IF;
import static io.gradsheet.sheet.Function.INDEX;

import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Value;

/** Cells of the Zoom sheet that look something up on the Training sheet, each shown or not as a switch says. */
final class ZoomCells {
    private final TrainingLayout layout;
    private final boolean compact;
    private final Choices choices;

    ZoomCells(Moment moment) {
        this.layout = moment.training();
        this.compact = moment.experiment().detail().compact();
        this.choices = moment.choices();
    }

    /** A column of Training in the row of the chosen epoch's parameters. */
    Formula ofEpoch(int column) {
        return index(column, ZoomLayout.rowNumber(ZoomLayout.EPOCH_ROW));
    }

    /** A column of Training in the row of the chosen sample. */
    Formula ofSample(int column) {
        return index(column, ZoomLayout.rowNumber(ZoomLayout.SAMPLE_ROW));
    }

    /** The chosen sample's gradient of a weight, which Training may not have. */
    Formula gradient(int layer, int j, int i) {
        return compact
                ? ofSample(layout.delta(layer, j)).times(ofSample(layout.activation(layer - 1, i)))
                : ofSample(layout.weight(layer, j, i));
    }

    /** The chosen sample's gradient of a bias. */
    Formula gradient(int layer, int j) {
        return ofSample(compact ? layout.delta(layer, j) : layout.bias(layer, j));
    }

    private Formula index(int column, Ref row) {
        return INDEX.of(layout.wholeColumn(column), row);
    }

    /** What flows forward. */
    Cell forward(Formula formula, double value, Role role) {
        return shownIf(ZoomLayout.FORWARD_ROW, choices.forward(), formula, value, role);
    }

    /** What flows backward. */
    Cell backward(Formula formula, double value, Role role) {
        return shownIf(ZoomLayout.BACKWARD_ROW, choices.backward(), formula, value, role);
    }

    private static Cell shownIf(int switchRow, boolean shown, Formula formula, double value, Role role) {
        return new Cell.Computed(
                IF.of(ZoomLayout.choice(switchRow).fix().isEqualTo(1), formula, quoted("")),
                shown ? Value.of(value) : Value.of(""),
                role);
    }
}
