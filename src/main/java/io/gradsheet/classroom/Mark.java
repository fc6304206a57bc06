package io.gradsheet.classroom;

import static io.gradsheet.sheet.Formula.number;
import static io.gradsheet.sheet.Formula.quoted;
import static io.gradsheet.sheet.Function.ABS;
import static io.gradsheet.sheet.Function.AND;
import static io.gradsheet.sheet.Function.COUNT;
import static io.gradsheet.sheet.Function.COUNTIF;
import static io.gradsheet.sheet.Function.COUNTIFS;
import static io.gradsheet.sheet.Function.IF;
import static io.gradsheet.sheet.Function.IFERROR;
import static io.gradsheet.sheet.Function.ISERROR;
import static io.gradsheet.sheet.Function.ISNUMBER;
import static io.gradsheet.sheet.Function.LEN;
import static io.gradsheet.sheet.Function.MAX;
import static io.gradsheet.sheet.Function.MIN;
import static io.gradsheet.sheet.Function.SUM;
import static io.gradsheet.sheet.Function.TRIM;

import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Formula;
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
    Formula sign(Blank blank, String right, String wrong, String noNumber) {
        var verdict = Ref.at(blanks.indexOf(blank), VERDICT).on(Hints.NAME);
        var others = IF.of(verdict.isEqualTo(NO_NUMBER), quoted(noNumber), quoted(""));
        return IF.of(verdict.isGreater(0), quoted(right), IF.of(verdict.isEqualTo(WRONG), quoted(wrong), others));
    }

    /** How many answers of a task count, for another sheet. */
    Formula counted(Task task) {
        var first = blanks.indexOf(task.blanks().get(0));
        return SUM.of(Range.of(Ref.at(first, COUNTED), task.blanks().size(), 1).on(Hints.NAME));
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
            put(grid, row, NUMBER, values.get(blank.place()).on(ExerciseSheet.NAME), Value.of(""));
            grid.put(row, LEAST, new Cell.Figure(least(blank, criterion), Role.VALUE));
            grid.put(row, MOST, new Cell.Figure(most(blank, criterion), Role.VALUE));
            var sheet = blank.place().sheet();
            var expected = blank.answer().formula().from(sheet);
            put(grid, row, EXPECTED, IFERROR.of(expected, quoted("")), Value.NOTHING);
            put(grid, row, VERDICT, verdict(row, blank, criterion), Value.of(EMPTY));
            put(grid, row, FOLLOWING, following(row, criterion), Value.of(0));
            put(grid, row, COUNTED, counted(row), Value.of(0));
        }
        put(grid, LIMIT.row(), LIMIT.column(), limit(), Value.of(0));
    }

    private static void put(Grid grid, int row, int column, Formula formula, Value value) {
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

    private Formula verdict(int row, Blank blank, Criterion criterion) {
        var number = Ref.at(row, NUMBER);
        var expected = Ref.at(row, EXPECTED);
        var reach = reach(expected, criterion);
        var isNear = AND.of(
                number.isAtLeast(expected.minus(share(criterion.below(), reach))),
                number.isAtMost(expected.plus(share(criterion.above(), reach))));
        var follows = IFERROR.of(IF.of(isNear, number(FOLLOWS), number(WRONG)), number(WRONG));
        var isRight = AND.of(number.isAtLeast(Ref.at(row, LEAST)), number.isAtMost(Ref.at(row, MOST)));
        var judged = IF.of(isRight, number(RIGHT), ready(criterion.needs(), follows));
        var cell = Ref.at(blank.place().row(), blank.place().column())
                .on(blank.place().sheet());
        var isEmpty = LEN.of(TRIM.of(cell)).isEqualTo(0);
        var other = IF.of(ISERROR.of(cell), number(NO_NUMBER), IF.of(isEmpty, number(EMPTY), number(NO_NUMBER)));
        return IF.of(ISNUMBER.of(number), judged, other);
    }

    private static Formula share(double share, Formula reach) {
        return share == 1 ? reach : number(share).times(reach);
    }

    private static Formula reach(Formula expected, Criterion criterion) {
        return criterion
                .start()
                .map(start -> expected.minus(Ref.at(start.row(), start.column()).on(start.sheet())))
                .map(step -> MIN.of(bound(step, criterion), ABS.of(step).over(2)))
                .orElseGet(() -> bound(expected, criterion));
    }

    private static Formula bound(Formula size, Criterion criterion) {
        var tolerance = criterion.tolerance();
        return number(tolerance.absolute()).plus(number(tolerance.relative()).times(ABS.of(size)));
    }

    /** Nothing follows before everything is there that the answer is worked out from. */
    private static Formula ready(List<Address> needs, Formula verdict) {
        return needs.isEmpty()
                ? verdict
                : IF.of(COUNT.of(ranges(needs)).isEqualTo(needs.size()), verdict, number(WAITS));
    }

    private static List<Formula> ranges(List<Address> cells) {
        var bySheet = cells.stream().collect(Collectors.groupingBy(Address::sheet, TreeMap::new, Collectors.toList()));
        var ranges = new ArrayList<Formula>();
        bySheet.forEach((sheet, some) -> Rectangles.of(some).forEach(range -> ranges.add(range.on(sheet))));
        return ranges;
    }

    private Range column(int column) {
        return Range.of(Ref.at(0, column), blanks.size(), 1).fix();
    }

    /** 1 for an answer that follows, unless it repeats a number that is wrong in several cells. */
    private Formula following(int row, Criterion criterion) {
        var follows = Ref.at(row, VERDICT).isEqualTo(FOLLOWS);
        if (criterion.needs().isEmpty() || followThrough.isUnlimited()) {
            return IF.of(follows, number(1), number(0));
        }
        var number = Ref.at(row, NUMBER);
        var repeated = Formula.sum(ranges(criterion.needs()).stream()
                .map(range -> COUNTIF.of(range, number))
                .toList());
        var isOften = COUNTIFS.of(column(VERDICT), quoted("<0"), column(NUMBER), number)
                .isGreater(FollowThrough.MOST_ALIKE);
        var isCounted = IF.of(isOften, IF.of(repeated.isGreater(0), number(0), number(1)), number(1));
        return IF.of(follows, isCounted, number(0));
    }

    private Formula limit() {
        var all = SUM.of(column(FOLLOWING));
        if (followThrough.isUnlimited()) {
            return all;
        }
        var wrong = COUNTIF.of(column(VERDICT), quoted("<0"))
                .minus(followThrough.free())
                .minus(COUNTIF.of(column(VERDICT), number(RIGHT)));
        return MAX.of(number(0), all.minus(MAX.of(number(0), wrong)));
    }

    private static Formula counted(int row) {
        var following = Ref.at(row, FOLLOWING);
        var sofar = SUM.of(Ref.at(0, FOLLOWING).fix().to(following));
        var isWithin = IF.of(sofar.isAtMost(LIMIT), number(1), number(0));
        return IF.of(
                Ref.at(row, VERDICT).isEqualTo(RIGHT), number(1), IF.of(following.isEqualTo(1), isWithin, number(0)));
    }

    /** A number as a formula or a reader likes it, 0.0001 and not 1.0E-4. */
    static String plain(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
