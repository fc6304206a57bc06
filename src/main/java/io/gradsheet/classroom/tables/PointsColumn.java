package io.gradsheet.classroom.tables;

import io.gradsheet.classroom.ExerciseException;
import io.gradsheet.classroom.roster.ColumnKind;
import io.gradsheet.classroom.roster.Platform;
import io.gradsheet.classroom.roster.Roster;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A column of the roster that points go to. An assignment has a maximum of its own there: 18 of 20 points are 9 where the most is 10.
 *
 * @param index of the column
 * @param name of the column
 * @param most points of it, where the roster says so
 */
record PointsColumn(int index, String name, Optional<BigDecimal> most) {
    private static final Pattern BRIGHTSPACE = Pattern.compile("MaxPoints:\\s*([\\d.,]+)");
    private static final Pattern BLACKBOARD = Pattern.compile("Total Pts:\\s*(?:up to\\s*)?([\\d.,]+)");
    private static final int DECIMALS = 2;

    /**
     * The column of that name; in a worksheet, the one of grades unless another is named.
     *
     * @throws ExerciseException if there is none
     */
    static Optional<PointsColumn> of(Roster roster, Format format, Optional<String> name) {
        if (name.isEmpty() && format != Format.MOODLE_WORKSHEET) {
            return Optional.empty();
        }
        var index = name.isPresent() ? roster.column(name.get()) : roster.column(ColumnKind.GRADE);
        if (index.isEmpty()) {
            throw new ExerciseException(roster.file() + ": there is no column called '" + name.orElse("Grade")
                    + "'; the columns are: "
                    + String.join(
                            ", ",
                            roster.head().stream().filter(one -> !one.isBlank()).toList()));
        }
        if (roster.identifying().contains(index.get())) {
            throw new ExerciseException(
                    roster.file() + ": the column '" + roster.head().get(index.get())
                            + "' says who a student is; name one for points with --points-column");
        }
        return Optional.of(new PointsColumn(index.get(), roster.head().get(index.get()), most(roster, index.get())));
    }

    private static Optional<BigDecimal> most(Roster roster, int column) {
        return switch (roster.platform()) {
            case MOODLE_WORKSHEET ->
                roster.column(ColumnKind.MAXIMUM)
                        .flatMap(maximum -> roster.students().stream()
                                .flatMap(student -> number(roster.row(student).get(maximum)).stream())
                                .findFirst());
            case CANVAS ->
                roster.above().stream()
                        .filter(row -> isPointsPossible(row))
                        .findFirst()
                        .flatMap(row -> number(row.get(column)));
            case BRIGHTSPACE -> found(BRIGHTSPACE, roster.head().get(column));
            case BLACKBOARD -> found(BLACKBOARD, roster.head().get(column));
            case OTHER -> Optional.empty();
        };
    }

    static boolean isPointsPossible(List<String> row) {
        return row.get(0).strip().equalsIgnoreCase(Platform.POINTS_POSSIBLE);
    }

    private static Optional<BigDecimal> found(Pattern pattern, String head) {
        var matcher = pattern.matcher(head);
        return matcher.find() ? number(matcher.group(1)) : Optional.empty();
    }

    /** A positive number; a comma is that of decimals. */
    private static Optional<BigDecimal> number(String text) {
        var plain = text.strip().replace(',', '.');
        return plain.matches("\\d+(\\.\\d+)?|\\.\\d+")
                ? Optional.of(new BigDecimal(plain)).filter(number -> number.signum() > 0)
                : Optional.empty();
    }

    /** Points of so many as points of this column. */
    double scaled(double points, double of) {
        return most.isEmpty() || of == 0
                ? points
                : BigDecimal.valueOf(points)
                        .multiply(most.get())
                        .divide(BigDecimal.valueOf(of), DECIMALS, RoundingMode.HALF_UP)
                        .doubleValue();
    }

    /** What a teacher should know where the most points differ, or that of the column is not known. */
    Optional<String> remark(double of) {
        if (most.isEmpty()) {
            return Optional.of("the roster does not say how many points the column '" + name + "' gives: it must be "
                    + Cells.number(of));
        }
        return most.get().compareTo(BigDecimal.valueOf(of)) == 0
                ? Optional.empty()
                : Optional.of("the column '" + name + "' gives "
                        + most.get().stripTrailingZeros().toPlainString() + " points, the exercise " + Cells.number(of)
                        + ": the points are written as shares of the former");
    }
}
