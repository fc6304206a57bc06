package io.gradsheet.classroom.marking;

import io.gradsheet.classroom.Blank;
import io.gradsheet.classroom.Edition;
import io.gradsheet.classroom.EditionPlan;
import io.gradsheet.classroom.Exercise;
import io.gradsheet.classroom.Identity;
import io.gradsheet.classroom.Student;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.sheet.Value;
import io.gradsheet.testing.TypedCells;
import io.gradsheet.xlsx.WorkbookFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** Somebody who fills in a workbook: with the teacher's formulas, but for what is told otherwise. */
final class Learner {
    private final Exercise exercise;
    private final Student student;
    private final String code;
    private final Map<Address, Cell> cells = new HashMap<>();
    private Optional<String> secret = Optional.empty();

    Learner(Exercise exercise, String id, String name) {
        this(exercise, id, name, "");
    }

    Learner(Exercise exercise, String id, String name, String code) {
        this.exercise = exercise;
        this.student = new Student(id, name);
        this.code = code;
        blanks(exercise).forEach(blank -> writes(blank, blank.answer().text()));
    }

    /** In a workbook whose texts a seed proves. */
    Learner withSeed(String secret) {
        this.secret = Optional.of(secret);
        return this;
    }

    static List<Blank> blanks(Exercise exercise) {
        return exercise.tasks().stream().flatMap(task -> task.blanks().stream()).toList();
    }

    Learner writes(Blank blank, String formula) {
        return puts(blank.place(), TypedCells.computed(formula, Value.NOTHING, Role.VALUE));
    }

    Learner types(Blank blank, double number) {
        return puts(blank.place(), new Cell.Input(Value.of(number), Role.INPUT));
    }

    Learner types(Blank blank, String text) {
        return puts(blank.place(), new Cell.Input(Value.of(text), Role.INPUT));
    }

    /** Types a number that follows from the right one everywhere. */
    Learner typesAll(DoubleUnaryOperator number) {
        blanks(exercise).forEach(blank -> types(blank, number.applyAsDouble(blank.value())));
        return this;
    }

    Learner leaves(Blank blank) {
        return puts(blank.place(), Cell.EMPTY);
    }

    /** Puts anything anywhere. */
    Learner puts(Address place, Cell cell) {
        cells.put(place, cell);
        return this;
    }

    /** What is written or typed there; empty where nothing is. */
    Cell at(Blank blank) {
        return cells.getOrDefault(blank.place(), Cell.EMPTY);
    }

    Path saves(Edition edition, Path file) {
        var identity = new Identity(exercise.experiment().provenance().name(), edition, Optional.of(student), code);
        var handout = EditionPlan.of(exercise, secret.map(identity::sealed).orElse(identity));
        new WorkbookFile(file, true).write(filled(handout), done -> {});
        return file;
    }

    private Plan filled(Plan plan) {
        return new Plan(
                plan.title(),
                plan.subject(),
                plan.language(),
                plan.sheets().stream().map(this::filled).toList(),
                plan.names());
    }

    private SheetPlan filled(SheetPlan sheet) {
        return new SheetPlan(
                sheet.name(),
                sheet.widths(),
                sheet.head().stream().map(row -> filled(sheet.name(), row)).toList(),
                sink -> sheet.body().pushTo(row -> sink.row(filled(sheet.name(), row))),
                sheet.rows(),
                sheet.columns(),
                sheet.frozen(),
                sheet.page(),
                sheet.features(),
                sheet.hidden(),
                sheet.outlineLevels());
    }

    private Row filled(String sheet, Row row) {
        var line = new ArrayList<>(row.cells());
        for (var column = 0; column < line.size(); column++) {
            var place = new Address(sheet, row.index(), column);
            line.set(column, cells.getOrDefault(place, line.get(column)));
        }
        return new Row(row.index(), line, row.look());
    }
}
