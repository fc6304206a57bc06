package io.gradsheet.lesson.forward;

import static io.gradsheet.sheet.Formula.number;

import io.gradsheet.lesson.frame.Check;
import io.gradsheet.lesson.frame.Inputs;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.lesson.network.DataSheet;
import io.gradsheet.lesson.network.PassSheet;
import io.gradsheet.network.SampleTrace;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Quantity;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import java.util.List;

/**
 * The sample that a learner has chosen on a sheet.
 *
 * @param number from 1
 * @param trace its way through the network
 */
record ChosenSample(int number, SampleTrace trace) {
    private static final Ref CELL = Ref.at(3, 1);

    ChosenSample(int number, PassSheet pass) {
        this(number, pass.trace().samples().get(number - 1));
    }

    /** The number as it stands in the file now. */
    static int read(Inputs file, String sheet, int samples) {
        return file.whole(CELL.address(sheet), 1, samples);
    }

    /** Puts the cell in which it is chosen, and says what it offers. */
    Feature put(Grid grid, DataSheet data, Texts texts) {
        grid.put(CELL.plus(0, -1), texts.label(Role.CAPTION, "chosen.sample"));
        grid.put(CELL, Cell.input(number));
        return new Feature.ChoiceFrom(CELL.to(CELL), DataSheet.NAME, data.numberRange(), texts.get("chosen.hint"));
    }

    /** Says what the cell is. */
    void call(Grid grid, Texts texts) {
        grid.called(CELL.to(CELL), (place, cell) -> Quantity.of(texts.get("chosen.sample"), ""));
    }

    /** A column of it, as a formula on its sheet. */
    Formula of(PassSheet pass, int column) {
        return pass.ofSample(column, CELL.fix());
    }

    /** Compares it with that of a new workbook. */
    void watch(Check check, String sheet, int recorded) {
        check.inputs("k", sheet, CELL.to(CELL), List.of((double) recorded), List.of((double) number));
    }
}
