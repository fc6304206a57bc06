package io.gradsheet.classroom;

import io.gradsheet.recalc.FormulaText;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The formulas that judge the answers in a practice workbook: a row of the hidden sheet for each blank, in the order of the tasks. An answer
 * is held against Java's value, and against what the formula of the teacher's workbook gives in its place, which reads the learner's other
 * numbers. So an earlier slip is not held against what follows from it, and changed givens are followed. The marker has the same rules.
 */
final class Mark {
    private static final int NUMBER = 3;
    private static final int LEAST = 4;
    private static final int MOST = 5;
    private static final int EXPECTED = 6;
    private static final int VERDICT = 7;
    private static final int FOLLOWING = 8;
    private static final int COUNTED = 9;

    /** How many of the answers that follow count. */
    private static final Ref LIMIT = Ref.at(0, COUNTED + 1).fix();

    /** Verdicts as numbers: those from 1 on are good, those below 0 are not. */
    private static final int RIGHT = 2;

    private static final int FOLLOWS = 1;
    private static final int EMPTY = 0;
    private static final int WRONG = -1;
    /** Not right, and what it may follow from is not all there. */
    private static final int WAITS = -2;

    private static final int NO_NUMBER = -3;

    private final Criteria criteria;
    private final FollowThrough followThrough;
    private final List<Blank> blanks;

    Mark(Exercise exercise, Criteria criteria) {
        this.criteria = criteria;
        this.followThrough = exercise.followThrough();
        this.blanks = exercise.tasks().stream()
                .flatMap(task -> task.blanks().stream())
                .toList();
    }

    /** The sign of a blank's verdict, for another sheet. */
    String sign(Blank blank, String right, String wrong, String noNumber) {
        var verdict = Ref.at(blanks.indexOf(blank), VERDICT).on(Hints.NAME);
        return "IF(" + verdict + ">0,\"" + right + "\",IF(" + verdict + "=" + WRONG + ",\"" + wrong + "\",IF(" + verdict
                + "=" + NO_NUMBER + ",\"" + noNumber + "\",\"\")))";
    }

    /** How many answers of a task count, for another sheet. */
    String counted(Task task) {
        var first = blanks.indexOf(task.blanks().get(0));
        return "SUM("
                + Range.of(Ref.at(first, COUNTED), task.blanks().size(), 1).on(Hints.NAME) + ")";
    }

    /**
     * Puts the rows.
     *
     * @param values where the learner's numbers are on the sheet of the exercise
     */
    void putInto(Grid grid, Map<Address, Ref> values) {
        for (var row = 0; row < blanks.size(); row++) {
            var blank = blanks.get(row);
            var criterion = criteria.of(blank);
            put(grid, row, NUMBER, values.get(blank.place()).on(ExerciseSheet.NAME).text(), Value.of(""));
            grid.put(row, LEAST, new Cell.Figure(least(blank, criterion), Role.VALUE));
            grid.put(row, MOST, new Cell.Figure(most(blank, criterion), Role.VALUE));
            var sheet = blank.place().sheet();
            put(
                    grid,
                    row,
                    EXPECTED,
                    "IFERROR(" + FormulaText.elsewhere(blank.answer().text(), sheet) + ",\"\")",
                    Value.NOTHING);
            put(grid, row, VERDICT, verdict(row, blank, criterion), Value.of(EMPTY));
            put(grid, row, FOLLOWING, following(row, criterion), Value.of(0));
            put(grid, row, COUNTED, counted(row), Value.of(0));
        }
        put(grid, LIMIT.row(), LIMIT.column(), limit(), Value.of(0));
    }

    private static void put(Grid grid, int row, int column, String formula, Value value) {
        grid.put(row, column, new Cell.Computed(formula, value, Role.INDEX));
    }

    private double start(Criterion criterion) {
        return criterion.start().map(criteria::number).orElse(Double.NaN);
    }

    private double least(Blank blank, Criterion criterion) {
        return blank.value() - criterion.below() * criterion.reach(blank.value(), start(criterion));
    }

    private double most(Blank blank, Criterion criterion) {
        return blank.value() + criterion.above() * criterion.reach(blank.value(), start(criterion));
    }

    private String verdict(int row, Blank blank, Criterion criterion) {
        var number = Ref.at(row, NUMBER);
        var expected = Ref.at(row, EXPECTED);
        var reach = reach(expected.toString(), criterion);
        var follows = "IFERROR(IF(AND(" + number + ">=" + expected + "-" + share(criterion.below()) + reach + ","
                + number
                + "<=" + expected + "+" + share(criterion.above()) + reach + ")," + FOLLOWS + "," + WRONG + ")," + WRONG
                + ")";
        var judged = "IF(AND(" + number + ">=" + Ref.at(row, LEAST) + "," + number + "<=" + Ref.at(row, MOST) + "),"
                + RIGHT + "," + ready(criterion.needs(), follows) + ")";
        var cell = Ref.at(blank.place().row(), blank.place().column())
                .on(blank.place().sheet());
        return "IF(ISNUMBER(" + number + ")," + judged + ",IF(ISERROR(" + cell + ")," + NO_NUMBER + ",IF(LEN(TRIM("
                + cell + "))=0," + EMPTY + "," + NO_NUMBER + ")))";
    }

    private static String share(double share) {
        return share == 1 ? "" : number(share) + "*";
    }

    private static String reach(String expected, Criterion criterion) {
        var tolerance = criterion.tolerance();
        UnaryOperator<String> bound =
                size -> number(tolerance.absolute()) + "+" + number(tolerance.relative()) + "*ABS(" + size + ")";
        return criterion
                .start()
                .map(start ->
                        expected + "-" + Ref.at(start.row(), start.column()).on(start.sheet()))
                .map(step -> "MIN(" + bound.apply(step) + ",ABS(" + step + ")/2)")
                .orElseGet(() -> "(" + bound.apply(expected) + ")");
    }

    /** Nothing follows before everything is there that the answer is worked out from. */
    private static String ready(List<Address> needs, String verdict) {
        return needs.isEmpty()
                ? verdict
                : "IF(COUNT(" + String.join(",", ranges(needs)) + ")=" + needs.size() + "," + verdict + "," + WAITS
                        + ")";
    }

    private static List<String> ranges(List<Address> cells) {
        var bySheet = cells.stream().collect(Collectors.groupingBy(Address::sheet, TreeMap::new, Collectors.toList()));
        var ranges = new ArrayList<String>();
        bySheet.forEach((sheet, some) -> Rectangles.of(some).forEach(range -> ranges.add(range.on(sheet).text())));
        return ranges;
    }

    private Range column(int column) {
        return Range.of(Ref.at(0, column), blanks.size(), 1).fix();
    }

    /** 1 for an answer that follows, unless it repeats a number that is wrong in several cells. */
    private String following(int row, Criterion criterion) {
        var verdict = Ref.at(row, VERDICT);
        var number = Ref.at(row, NUMBER);
        if (criterion.needs().isEmpty() || followThrough.isUnlimited()) {
            return "IF(" + verdict + "=" + FOLLOWS + ",1,0)";
        }
        var repeated = ranges(criterion.needs()).stream()
                .map(range -> "COUNTIF(" + range + "," + number + ")")
                .collect(Collectors.joining("+"));
        return "IF(" + verdict + "=" + FOLLOWS + ",IF(COUNTIFS(" + column(VERDICT) + ",\"<0\"," + column(NUMBER) + ","
                + number + ")>" + FollowThrough.MOST_ALIKE + ",IF(" + repeated + ">0,0,1),1),0)";
    }

    private String limit() {
        var all = "SUM(" + column(FOLLOWING) + ")";
        return followThrough.isUnlimited()
                ? all
                : "MAX(0," + all + "-MAX(0,COUNTIF(" + column(VERDICT) + ",\"<0\")-" + followThrough.free()
                        + "-COUNTIF(" + column(VERDICT) + "," + RIGHT + ")))";
    }

    private static String counted(int row) {
        var following = Ref.at(row, FOLLOWING);
        return "IF(" + Ref.at(row, VERDICT) + "=" + RIGHT + ",1,IF(" + following + "=1,IF(SUM("
                + Ref.at(0, FOLLOWING).fix() + ":" + following + ")<=" + LIMIT + ",1,0),0))";
    }

    /** A number as a formula or a reader likes it, 0.0001 and not 1.0E-4. */
    static String number(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
