package io.gradsheet.classroom;

import io.gradsheet.recalc.FormulaText;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Ref;
import io.gradsheet.template.Assignment.Tolerance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The formula that judges an answer: it compares the learner's number with the formula that the cell has in the teacher's workbook, which
 * reads the learner's other numbers. So an earlier slip is not held against what follows from it, and changed givens are followed.
 */
record Mark(Flow flow, Tolerance tolerance) {
    /**
     * A formula for the sheet of the exercise.
     *
     * @param value the learner's number, on that sheet
     */
    String formula(Blank blank, Ref value) {
        var expected = "("
                + FormulaText.elsewhere(blank.answer().formula(), blank.place().sheet()) + ")";
        var bound = new ArrayList<String>();
        bound.add(number(tolerance.absolute()));
        if (tolerance.relative() > 0) {
            bound.add(number(tolerance.relative()) + "*ABS" + expected);
        }
        var verdict = "IF(ABS(" + value + "-" + expected + ")<=" + String.join("+", bound) + ",\"" + ExerciseSheet.RIGHT
                + "\",\"" + ExerciseSheet.WRONG + "\")";
        return "IFERROR(IF(" + ready(flow.needs(blank.place()), value) + "," + verdict + ",\"\"),\"\")";
    }

    /** Whether everything that the answer is worked out from is there. */
    private static String ready(List<Address> needs, Ref value) {
        var isNumber = "ISNUMBER(" + value + ")";
        if (needs.isEmpty()) {
            return isNumber;
        }
        var bySheet = needs.stream().collect(Collectors.groupingBy(Address::sheet, TreeMap::new, Collectors.toList()));
        var ranges = new ArrayList<String>();
        bySheet.forEach((sheet, cells) -> Rectangles.of(cells).forEach(range -> ranges.add(range.on(sheet))));
        return "AND(" + isNumber + ",COUNT(" + String.join(",", ranges) + ")=" + needs.size() + ")";
    }

    /** A number as a formula or a reader likes it, 0.0001 and not 1.0E-4. */
    static String number(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
