package io.gradsheet.classroom;

import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A workbook that somebody has worked in. */
final class Filled {
    private final Map<Address, Double> numbers = new HashMap<>();

    /** The templates that have an exercise: all but the one whose cells calculate in circles. */
    static List<String> lessons() {
        return Template.builtIns().stream()
                .filter(name -> !name.equals("4.3-live"))
                .toList();
    }

    /** Every blank has Java's value. */
    static Filled right(Exercise exercise) {
        var filled = new Filled();
        exercise.tasks().forEach(task -> task.blanks().forEach(blank -> filled.put(blank.place(), blank.value())));
        return filled;
    }

    Filled put(Address place, double number) {
        numbers.put(place, number);
        return this;
    }

    Filled remove(Address place) {
        numbers.remove(place);
        return this;
    }

    /** The plan with these numbers in its inputs. */
    Plan in(Plan plan) {
        return new Plan(
                plan.title(),
                plan.subject(),
                plan.language(),
                plan.sheets().stream().map(this::in).toList(),
                plan.names());
    }

    private SheetPlan in(SheetPlan sheet) {
        return new SheetPlan(
                sheet.name(),
                sheet.widths(),
                sheet.head().stream().map(row -> in(sheet.name(), row)).toList(),
                sink -> sheet.body().pushTo(row -> sink.row(in(sheet.name(), row))),
                sheet.rows(),
                sheet.columns(),
                sheet.frozen(),
                sheet.page(),
                sheet.features(),
                sheet.hidden(),
                sheet.outlineLevels());
    }

    private Row in(String sheet, Row row) {
        var cells = new ArrayList<>(row.cells());
        for (var column = 0; column < cells.size(); column++) {
            var number = numbers.get(new Address(sheet, row.index(), column));
            if (number != null && cells.get(column) instanceof Cell.Input input) {
                cells.set(column, new Cell.Input(Value.of(number), input.role()));
            }
        }
        return new Row(row.index(), cells, row.look());
    }
}
