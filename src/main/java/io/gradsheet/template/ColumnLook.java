package io.gradsheet.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What stands in a column of a table that nobody has said anything about.
 *
 * @param number of the column, from 0
 * @param name what complaints call it
 * @param numbers its numbers, in the order of the rows
 * @param texts how often each text stands in it that is no number, in order
 * @param missing how many values are missing
 */
record ColumnLook(int number, String name, List<Double> numbers, Map<String, Integer> texts, int missing) {
    private static final double NEARLY_ALL = 0.9;
    private static final int MOST_CLASSES = 10;
    private static final int MOST_KINDS = 20;

    static List<ColumnLook> of(DataTable table) {
        var looks = new ArrayList<ColumnLook>();
        var missing = new int[table.columns()];
        for (var column = 0; column < table.columns(); column++) {
            looks.add(new ColumnLook(column, table.columnName(column), new ArrayList<>(), new LinkedHashMap<>(), 0));
        }
        table.forEach(row -> {
            for (var look : looks) {
                if (row.isMissing(look.number)) {
                    missing[look.number]++;
                } else {
                    row.find(look.number)
                            .ifPresentOrElse(
                                    look.numbers::add, () -> look.texts.merge(row.text(look.number), 1, Integer::sum));
                }
            }
        });
        return looks.stream()
                .map(look -> new ColumnLook(look.number, look.name, look.numbers, look.texts, missing[look.number]))
                .toList();
    }

    int known() {
        return numbers.size() + texts.values().stream().mapToInt(count -> count).sum();
    }

    /** Whether it is one of numbers, a few of which may be mistyped. */
    boolean isNumeric() {
        return !numbers.isEmpty() && numbers.size() >= NEARLY_ALL * known();
    }

    /** Whether it has words of few kinds, and no number. */
    boolean isKinds() {
        return numbers.isEmpty() && texts.size() > 1 && texts.size() <= MOST_KINDS && known() >= 2 * texts.size();
    }

    /** Whether the same stands in all rows. */
    boolean isConstant() {
        return known() > 0 && texts.size() + numbers.stream().distinct().count() == 1;
    }

    /** Whether it numbers the rows: it says so by its name, or has none and counts. */
    boolean isNumbering(boolean named) {
        var counts = numbers.size() > 2 && texts.isEmpty() && missing == 0;
        for (var i = 1; counts && i < numbers.size(); i++) {
            counts = numbers.get(i) == numbers.get(i - 1) + 1;
        }
        return named
                ? name.matches("(?i)id|.*[_ ]id|[a-z]+Id|no\\.?|nr\\.?|index|row|#|编号|序号|学号")
                        || (counts && name.equals("column " + (number + 1)))
                : counts;
    }

    /** Whether its numbers are the names of classes more likely than something to come close to. */
    boolean isNumbersOfClasses() {
        var kinds = new TreeSet<>(numbers);
        return texts.isEmpty()
                && kinds.size() > 1
                && kinds.size() <= MOST_CLASSES
                && numbers.size() >= 3 * kinds.size()
                && kinds.stream().allMatch(kind -> kind == Math.rint(kind));
    }

    double largest() {
        return numbers.stream().mapToDouble(Math::abs).max().orElse(0);
    }
}
