package io.gradsheet.template;

import io.gradsheet.table.Table;
import io.gradsheet.table.TableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What the columns of a table are likely to be.
 *
 * @param comment the sign with which comments begin, if there are any
 * @param hasNames whether the first row names them
 * @param columns all of them
 * @param inputs those to learn from
 * @param answers the label, or the targets
 * @param kind what the answers are
 * @param left the columns that are left out, with the reason
 * @param rows how many rows of data there are
 * @param incomplete how many of them miss a value that is used
 */
record DataGuess(
        Optional<Character> comment,
        boolean hasNames,
        List<ColumnLook> columns,
        List<ColumnLook> inputs,
        List<ColumnLook> answers,
        Kind kind,
        List<Left> left,
        int rows,
        int incomplete) {
    /** What the comments of most files of data begin with. */
    private static final String COMMENT = "#";

    /** What the answers are. */
    enum Kind {
        /** A column of names of classes. */
        LABEL,
        /** A column for each class, of which each row has a single 1. */
        SHARES,
        /** Numbers to come close to. */
        NUMBERS
    }

    /** A column that is left out, and why. */
    record Left(ColumnLook column, String why) {}

    /** Looks at a table. */
    static DataGuess of(TableText text, DataStarter.Wish wish) {
        try {
            return of(text, wish, Table.Hints.NONE);
        } catch (TemplateException e) {
            // Only then: # may as well begin the name of a column.
            if (text.text().lines().noneMatch(line -> line.startsWith(COMMENT))) {
                throw e;
            }
            try {
                return of(text, wish, new Table.Hints(Optional.empty(), Optional.of(COMMENT.charAt(0))));
            } catch (TemplateException other) {
                throw e;
            }
        }
    }

    private static DataGuess of(TableText text, DataStarter.Wish wish, Table.Hints hints) {
        var hasNames = wish.hasNames().orElseGet(() -> hasNames(text, hints));
        var table = new DataTable(text, form(hasNames, hints));
        if (table.rows() < 2) {
            throw table.wholePlace().complaint("there must be at least two rows of data to learn from");
        }
        var looks = ColumnLook.of(table);
        var answers = wish.answers().isEmpty()
                ? List.of(looks.get(looks.size() - 1))
                : wish.answers().stream()
                        .map(name -> looks.get(table.column("--label " + name, name)))
                        .distinct()
                        .toList();
        var left = new ArrayList<Left>();
        var inputs = new ArrayList<ColumnLook>();
        for (var look : looks) {
            if (!answers.contains(look)) {
                reason(look, hasNames).ifPresentOrElse(why -> left.add(new Left(look, why)), () -> inputs.add(look));
            }
        }
        if (inputs.isEmpty()) {
            throw table.wholePlace().complaint("no column is left to learn from: " + said(left));
        }
        var incomplete = new int[1];
        table.forEach(row -> incomplete[0] += inputs.stream().anyMatch(look -> row.isMissing(look.number())) ? 1 : 0);
        return new DataGuess(
                hints.comment(),
                hasNames,
                looks,
                inputs,
                answers,
                kind(table, answers, wish.areTargets()),
                left,
                table.rows(),
                incomplete[0]);
    }

    private static DataTable.Form form(boolean hasNames, Table.Hints hints) {
        return new DataTable.Form(hasNames, hints, Optional.empty());
    }

    /** Where columns of numbers begin with a number, the first row is data. */
    private static boolean hasNames(TableText text, Table.Hints hints) {
        var table = new DataTable(text, form(false, hints));
        if (table.hasHead()) {
            return true;
        }
        var starts = new ArrayList<Boolean>();
        var numbers = new int[table.columns()];
        table.forEach(row -> {
            for (var column = 0; column < numbers.length; column++) {
                var isNumber = row.find(column).isPresent();
                numbers[column] += isNumber ? 1 : 0;
                if (starts.size() < numbers.length) {
                    starts.add(isNumber || row.isMissing(column));
                }
            }
        });
        var numeric = IntStream.range(0, numbers.length)
                .filter(column -> 2 * numbers[column] >= table.rows())
                .boxed()
                .toList();
        return numeric.isEmpty() || 2 * numeric.stream().filter(starts::get).count() < numeric.size();
    }

    private static Optional<String> reason(ColumnLook look, boolean hasNames) {
        if (look.known() == 0) {
            return Optional.of("is empty");
        }
        if (look.isConstant()) {
            return Optional.of("is the same in all rows");
        }
        if (look.isNumbering(hasNames)) {
            return Optional.of("numbers the rows");
        }
        return look.isNumeric() || look.isKinds() ? Optional.empty() : Optional.of("has texts of too many kinds");
    }

    private static Kind kind(DataTable table, List<ColumnLook> answers, boolean areTargets) {
        var first = answers.get(0);
        if (answers.size() == 1 && !areTargets && (!first.isNumeric() || first.isNumbersOfClasses())) {
            var classes = new TreeSet<>(first.texts().keySet());
            var count = classes.size() + first.numbers().stream().distinct().count();
            if (count < 2 || count > Math.max(20, table.rows() / 3)) {
                throw table.wholePlace()
                        .complaint("the label " + Wording.quoted(first.name()) + " has "
                                + Wording.count((int) count, "kind")
                                + ", and classes must be a few, at least two; name another column with --label");
            }
            return Kind.LABEL;
        }
        for (var answer : answers) {
            if (!answer.isNumeric() || !answer.texts().isEmpty()) {
                throw table.wholePlace()
                        .complaint(Wording.quoted(answer.name()) + " is no column of numbers to come close to; name one"
                                + " column of classes, or columns of numbers");
            }
        }
        return !areTargets && answers.size() > 1 && areShares(table, answers) ? Kind.SHARES : Kind.NUMBERS;
    }

    private static boolean areShares(DataTable table, List<ColumnLook> answers) {
        var all = new boolean[] {true};
        table.forEach(row -> {
            var ones = answers.stream()
                    .filter(look -> row.find(look.number()).orElse(2) == 1)
                    .count();
            var zeros = answers.stream()
                    .filter(look -> row.find(look.number()).orElse(2) == 0)
                    .count();
            all[0] &= ones == 1 && ones + zeros == answers.size();
        });
        return all[0];
    }

    private static String said(List<Left> left) {
        return String.join(
                ", ",
                left.stream()
                        .map(column -> Wording.shown(column.column().name()) + " " + column.why())
                        .toList());
    }

    /** What somebody should know who gave only the file. */
    List<String> remarks() {
        return left.stream()
                .map(column -> "left out: " + Wording.shown(column.column().name()) + " " + column.why())
                .toList();
    }
}
