package io.gradsheet.classroom.marking;

import io.gradsheet.classroom.Blank;
import io.gradsheet.classroom.Exercise;
import io.gradsheet.classroom.Task;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.Assignment.Tolerance;
import io.gradsheet.template.WorksheetExperiment;
import io.gradsheet.testing.Workbooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.ptg.AreaPtgBase;
import org.apache.poi.ss.formula.ptg.Pxg;
import org.apache.poi.ss.formula.ptg.RefPtgBase;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFEvaluationWorkbook;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Marks once more, and shares nothing with the marker: it knows what was meant by what was typed, has the teacher's workbook open in Apache
 * POI's user model, and asks there what follows. Where an answer is neither clearly close nor clearly off, it says nothing.
 */
final class SecondMarker implements AutoCloseable {
    private static final double CLOSE = 1e-7;

    private final Exercise exercise;
    private final XSSFWorkbook teacher;
    private final XSSFFormulaEvaluator evaluator;
    private final Map<Address, String> formulas = new HashMap<>();
    private final Map<Address, Double> numbers = new HashMap<>();
    private final Set<Address> texts = new HashSet<>();

    SecondMarker(Exercise exercise, Path file) throws IOException {
        this.exercise = exercise;
        Workbooks.write(exercise.plan(), file);
        try (var in = Files.newInputStream(file)) {
            this.teacher = new XSSFWorkbook(in);
        }
        this.evaluator = teacher.getCreationHelper().createFormulaEvaluator();
        for (var blank : Learner.blanks(exercise)) {
            formulas.put(blank.place(), cell(blank.place()).getCellFormula());
            cell(blank.place()).setBlank();
        }
    }

    private XSSFCell cell(Address place) {
        return teacher.getSheet(place.sheet()).getRow(place.row()).getCell(place.column());
    }

    void has(Blank blank, double number) {
        numbers.put(blank.place(), number);
        cell(blank.place()).setCellValue(number);
        evaluator.clearAllCachedResultValues();
    }

    /** Has what a learner has, whose formulas are computed here. */
    void has(Learner learner) {
        var blanks = Learner.blanks(exercise);
        for (var blank : blanks) {
            if (learner.at(blank) instanceof Cell.Computed written) {
                cell(blank.place()).setCellFormula(written.text());
            } else if (learner.at(blank) instanceof Cell.Input input && input.value() instanceof Value.Figure typed) {
                cell(blank.place()).setCellValue(typed.number());
            }
        }
        evaluator.clearAllCachedResultValues();
        var computed = new HashMap<Blank, Double>();
        for (var blank : blanks) {
            var value = evaluator.evaluate(cell(blank.place()));
            if (value != null && value.getCellType() == CellType.NUMERIC) {
                computed.put(blank, value.getNumberValue());
            }
        }
        blanks.forEach(blank -> cell(blank.place()).setBlank());
        computed.forEach(this::has);
    }

    void hasText(Blank blank) {
        texts.add(blank.place());
    }

    /** What follows in a cell from the learner's numbers, if all are there that it is worked out from. */
    OptionalDouble following(Blank blank) {
        var needs = needs(blank.place());
        if (!numbers.keySet().containsAll(needs)) {
            return OptionalDouble.empty();
        }
        var cell = cell(blank.place());
        var before = Optional.ofNullable(numbers.get(blank.place()));
        cell.setCellFormula(formulas.get(blank.place()));
        evaluator.clearAllCachedResultValues();
        CellValue value = evaluator.evaluate(cell);
        cell.removeFormula();
        before.ifPresentOrElse(cell::setCellValue, cell::setBlank);
        evaluator.clearAllCachedResultValues();
        return value != null && value.getCellType() == CellType.NUMERIC
                ? OptionalDouble.of(value.getNumberValue())
                : OptionalDouble.empty();
    }

    /** The blanks that a blank is worked out from, over formulas that are none. */
    private Set<Address> needs(Address place) {
        var found = new HashSet<Address>();
        collect(place, formulas.get(place), found, new HashSet<>());
        return found;
    }

    private void collect(Address place, String formula, Set<Address> found, Set<Address> seen) {
        for (var read : references(place, formula)) {
            if (formulas.containsKey(read)) {
                found.add(read);
            } else if (seen.add(read)) {
                var row = teacher.getSheet(read.sheet()).getRow(read.row());
                var cell = row == null ? null : row.getCell(read.column());
                if (cell != null && cell.getCellType() == CellType.FORMULA) {
                    collect(read, cell.getCellFormula(), found, seen);
                }
            }
        }
    }

    private List<Address> references(Address place, String formula) {
        var read = new ArrayList<Address>();
        var sheet = teacher.getSheetIndex(place.sheet());
        for (var token :
                FormulaParser.parse(formula, XSSFEvaluationWorkbook.create(teacher), FormulaType.CELL, sheet, 0)) {
            var on = token instanceof Pxg named ? named.getSheetName() : place.sheet();
            if (token instanceof RefPtgBase ref) {
                read.add(new Address(on, ref.getRow(), ref.getColumn()));
            } else if (token instanceof AreaPtgBase area) {
                for (var row = area.getFirstRow(); row <= area.getLastRow(); row++) {
                    for (var column = area.getFirstColumn(); column <= area.getLastColumn(); column++) {
                        read.add(new Address(on, row, column));
                    }
                }
            }
        }
        return read;
    }

    /** Close enough, off, or neither: then it is not for a test to say. */
    private static Optional<Boolean> accepts(double found, double expected, double reach) {
        var off = Math.abs(found - expected);
        if (off <= CLOSE * Math.max(Math.abs(expected), 1e-3)) {
            return Optional.of(true);
        }
        return off > reach ? Optional.of(false) : Optional.empty();
    }

    private static double reach(double expected, OptionalDouble start, Tolerance tolerance) {
        if (start.isEmpty()) {
            return tolerance.absolute() + tolerance.relative() * Math.abs(expected);
        }
        return Math.abs(expected - start.getAsDouble()) / 2;
    }

    /** Where a step begins: the first cell that its end is worked out from. */
    private Optional<Address> start(Blank blank) {
        var isEndOfStep = !(exercise.experiment() instanceof WorksheetExperiment)
                && (blank.symbol().startsWith("next") || blank.symbol().contains("n+1"))
                && blank.answer().role() != Role.COST;
        return isEndOfStep
                ? references(blank.place(), formulas.get(blank.place())).stream()
                        .findFirst()
                : Optional.empty();
    }

    private OptionalDouble number(Address place) {
        if (formulas.containsKey(place)) {
            return numbers.containsKey(place) ? OptionalDouble.of(numbers.get(place)) : OptionalDouble.empty();
        }
        var value = evaluator.evaluate(cell(place));
        return value != null && value.getCellType() == CellType.NUMERIC
                ? OptionalDouble.of(value.getNumberValue())
                : OptionalDouble.empty();
    }

    /** What an answer is, counted or not; empty where it is neither clearly one thing nor another. */
    Optional<Verdict> verdict(Task task, Blank blank) {
        if (!numbers.containsKey(blank.place())) {
            return Optional.of(texts.contains(blank.place()) ? Verdict.WRONG : Verdict.EMPTY);
        }
        var found = numbers.get(blank.place());
        var start = start(blank);
        var own = start.map(this::number).orElse(OptionalDouble.empty());
        var right = accepts(found, blank.value(), reach(blank.value(), OptionalDouble.empty(), task.tolerance()));
        var following = following(blank);
        var follows = following.isEmpty()
                ? Optional.of(false)
                : accepts(found, following.getAsDouble(), reach(following.getAsDouble(), own, task.tolerance()));
        if (right.isEmpty() || (!right.get() && follows.isEmpty())) {
            return Optional.empty();
        }
        if (!right.get() && !follows.get()) {
            return Optional.of(Verdict.WRONG);
        }
        return Optional.of(task.formula() ? Verdict.TYPED : right.get() ? Verdict.RIGHT : Verdict.FOLLOWS);
    }

    /** Whether a number merely repeats one that it follows from. */
    boolean repeats(Blank blank) {
        return needs(blank.place()).stream()
                .anyMatch(need -> numbers.getOrDefault(need, Double.NaN).equals(numbers.get(blank.place())));
    }

    double number(Blank blank) {
        return numbers.getOrDefault(blank.place(), Double.NaN);
    }

    @Override
    public void close() throws IOException {
        teacher.close();
    }
}
