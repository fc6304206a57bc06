package io.gradsheet.lesson.worksheet;

import io.gradsheet.lesson.frame.InputException;
import io.gradsheet.lesson.frame.Inputs;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.Block;
import io.gradsheet.template.Column;
import io.gradsheet.template.Input;
import io.gradsheet.template.Matrix;
import io.gradsheet.template.WorksheetExperiment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The inputs of a worksheet as they stand in a workbook now. */
final class Givens {
    private final WorksheetExperiment experiment;
    private final Places places;

    Givens(WorksheetExperiment experiment, Places places) {
        this.experiment = experiment;
        this.places = places;
    }

    /** All of them, by id. */
    Map<String, Matrix> read(Inputs file) {
        var givens = new HashMap<String, Matrix>();
        for (var page : experiment.pages()) {
            Evaluation.flat(page.content()).forEach(block -> {
                if (block instanceof Block.Inputs inputs) {
                    inputs.inputs().forEach(input -> givens.put(input.id(), read(input, file)));
                } else if (block instanceof Block.Table table) {
                    for (var column : table.columns()) {
                        if (column.content() instanceof Column.Givens content) {
                            givens.put(column.id(), numbers(places.of(column.id()), content.bounds(), file));
                        }
                    }
                }
            });
        }
        return givens;
    }

    private Matrix read(Input input, Inputs file) {
        var area = places.of(input.id());
        return input.content() instanceof Input.Choice choice
                ? new Matrix(List.of(List.of((double) chosen(choice, address(area, area.cells(), 0, 0), file))))
                : numbers(area, ((Input.Numbers) input.content()).bounds(), file);
    }

    private static int chosen(Input.Choice choice, Address cell, Inputs file) {
        var found = file.value(cell);
        for (var i = 0; i < choice.options().size(); i++) {
            // A spreadsheet compares texts so, too.
            if (found instanceof Value.Text text
                    && text.text().equalsIgnoreCase(choice.options().get(i))) {
                return i;
            }
        }
        throw new InputException(cell, found, "one of: " + String.join(", ", choice.options()));
    }

    private static Matrix numbers(Places.Area area, Input.Bounds bounds, Inputs file) {
        var rows = new ArrayList<List<Double>>();
        for (var row = 0; row < area.cells().rows(); row++) {
            var numbers = new ArrayList<Double>();
            for (var column = 0; column < area.cells().columns(); column++) {
                numbers.add(number(address(area, area.cells(), row, column), bounds, file));
            }
            rows.add(numbers);
        }
        return new Matrix(rows);
    }

    private static double number(Address cell, Input.Bounds bounds, Inputs file) {
        var number = file.number(cell);
        if (!bounds.allows(number)) {
            throw new InputException(cell, file.value(cell), words(bounds));
        }
        return number;
    }

    private static String words(Input.Bounds bounds) {
        var words = new StringBuilder(bounds.whole() ? "a whole number" : "a number");
        bounds.from().ifPresent(from -> words.append(" from ").append(Value.of(from)));
        bounds.to()
                .ifPresent(to -> words.append(bounds.from().isPresent() ? " to " : " up to ")
                        .append(Value.of(to)));
        return words.toString();
    }

    private static Address address(Places.Area area, Range cells, int row, int column) {
        return cells.first().plus(row, column).address(area.sheet());
    }
}
