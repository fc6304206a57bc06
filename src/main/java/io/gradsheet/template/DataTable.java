package io.gradsheet.template;

import io.gradsheet.expression.Digits;
import io.gradsheet.table.Table;
import io.gradsheet.table.TableException;
import io.gradsheet.table.TableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A table as data: the names of its columns if its head or its first row has them, and its rows, which are read anew each time so that
 * a long text is in memory only once. Every value knows its place.
 */
final class DataTable {
    /** What stands for a number that nobody knows. */
    private static final Set<String> MISSING = Set.of("", "?", "NA", "N/A", "#N/A", "NaN");

    private final Table table;
    private final TableText text;
    private final Form form;
    private final List<Numerals> numerals = new ArrayList<>();
    private final List<ColumnWords> words = new ArrayList<>();
    private List<String> first = List.of();
    private Place firstPlace;
    private String firstLine = "";
    private int count;

    /**
     * What a template says of the form of a table.
     *
     * @param named whether the first row names the columns
     * @param hints how its lines are written
     * @param decimal the sign before decimals, {@code .} or {@code ,}; left out, what the numbers of a column leave no doubt about
     */
    record Form(boolean named, Table.Hints hints, Optional<Character> decimal) {
        /** A row of column names, and nothing more is said. */
        static final Form USUAL = new Form(true, Table.Hints.NONE, Optional.empty());
    }

    /**
     * Looks through a text.
     *
     * @throws TemplateException if it is no table
     */
    DataTable(TableText text, Form form) {
        this.text = text;
        this.form = form;
        this.firstPlace = wholePlace();
        try {
            this.table = new Table(text, form.hints());
        } catch (TableException e) {
            throw new TemplateException(e.getMessage());
        }
        if (!table.declared().isEmpty()) {
            setFirst(table.declared());
        }
        table.forEach(this::lookAt);
    }

    private void setFirst(List<String> values) {
        first = values;
        for (var column = 0; column < first.size(); column++) {
            numerals.add(numerals());
            words.add(new ColumnWords());
        }
    }

    private Numerals numerals() {
        return new Numerals(table.separator() == ';' || table.separator() == ' ', form.decimal());
    }

    /** Whether the names of the columns stand in a row of their own. */
    private boolean hasNamesRow() {
        return form.named() && table.declared().isEmpty();
    }

    /** One row of data. */
    final class Row {
        private final Table.Row row;

        private Row(Table.Row row) {
            this.row = row;
        }

        /** The value of a column, counted from 0, without the spaces around it. */
        String text(int column) {
            return row.text(column);
        }

        /** Whether nobody knows the value of a column. */
        boolean isMissing(int column) {
            return MISSING.contains(text(column));
        }

        /**
         * The number in a column.
         *
         * @throws TemplateException if it is none, or none that a spreadsheet can calculate with
         */
        double number(int column) {
            var text = text(column);
            if (numerals.get(column).isDoubtful(text)) {
                throw place(column)
                        .complaint(Wording.shown(columnName(column)) + " may be a number with decimals or with"
                                + " thousands here: " + Wording.quoted(text)
                                + "; say data.decimal: point or comma, or write all numbers of the column alike");
            }
            var number = numerals.get(column).parse(text);
            if (number.isPresent() && Digits.isInRange(number.getAsDouble())) {
                return number.getAsDouble();
            }
            throw place(column)
                    .complaint(Wording.shown(columnName(column)) + " must be " + needed(number) + ", but is "
                            + (text.isEmpty() ? "empty" : Wording.quoted(text)));
        }

        private static String needed(OptionalDouble found) {
            return found.isEmpty()
                    ? "a number"
                    : Double.isFinite(found.getAsDouble()) ? Digits.RANGE : "a finite number";
        }

        /** The number in a column, if it is one, and not what stands for a missing one. */
        OptionalDouble find(int column) {
            return isMissing(column)
                    ? OptionalDouble.empty()
                    : numerals.get(column).parse(text(column));
        }

        /** What complaints call a column, counted from 0. */
        String columnName(int column) {
            return DataTable.this.columnName(column);
        }

        Place place(int column) {
            return new Place(row.place(column));
        }

        /** The row as it is written, without its line break. */
        String line() {
            return row.line();
        }
    }

    /** Whether the text has a head of its own that names the columns. */
    boolean hasHead() {
        return !table.declared().isEmpty();
    }

    /** How many rows of data there are. */
    int rows() {
        return count;
    }

    /** How many columns there are; none if the text is empty. */
    int columns() {
        return first.size();
    }

    /** The names of the columns, no two alike; empty if the table has none. */
    List<String> names() {
        return form.named()
                ? IntStream.range(0, columns()).mapToObj(this::distinctName).toList()
                : List.of();
    }

    /** A name that another column before has too is followed by which of them it is. */
    private String distinctName(int column) {
        var name = first.get(column);
        var before = first.subList(0, column).stream().filter(name::equals).count();
        return before == 0 || name.isBlank() ? name : name + " (" + (before + 1) + ")";
    }

    /** What complaints call a column, counted from 0. */
    String columnName(int column) {
        return form.named() && !first.get(column).isBlank() ? distinctName(column) : "column " + (column + 1);
    }

    /** The column, counted from 0, that an entry means: that of the name, or of the number, counted from 1. */
    int column(Entry entry) {
        return column(entry.place() + ": " + entry.name(), entry.text());
    }

    /** The same of a name that stands elsewhere, which complaints begin with. */
    int column(String where, String text) {
        var name = text.strip();
        var alike = IntStream.range(0, columns())
                .filter(column -> form.named() && first.get(column).equals(name))
                .toArray();
        if (alike.length > 1) {
            throw new TemplateException(where + " may be column " + (alike[0] + 1) + " or column " + (alike[1] + 1)
                    + " of " + this.text.label() + ", which have the same name; write the number of the column");
        }
        return found(name).orElseThrow(() -> {
            var known = names();
            return new TemplateException(where + " is no column of " + this.text.label() + "; "
                    + Wording.didYouMean(name, known)
                    + (form.named()
                            ? "there are: " + Wording.shown(String.join(", ", known), 200)
                            : "its columns are numbered from 1 to " + columns()));
        });
    }

    private OptionalInt found(String name) {
        var byName = names().indexOf(name);
        return byName >= 0 || !name.matches("\\d{1,9}")
                ? IntStream.of(byName).filter(column -> column >= 0).findFirst()
                : IntStream.of(Integer.parseInt(name) - 1)
                        .filter(column -> column >= 0 && column < columns())
                        .findFirst();
    }

    /** The words of a column that has no number, in order, if there are at least two, and not too many. */
    List<String> words(int column) {
        return words.get(column).all(table.declaredWords(column));
    }

    /** Hands out the rows of data in order. */
    void forEach(Consumer<Row> action) {
        var isNames = new boolean[] {hasNamesRow()};
        table.forEach(row -> {
            if (!isNames[0]) {
                action.accept(new Row(row));
            }
            isNames[0] = false;
        });
    }

    /** The row of column names as it is written; empty if there is none. */
    String header() {
        return hasNamesRow() ? firstLine : "";
    }

    /** Whether the rows say the same, each as it is written, whatever other rows are left out. */
    boolean isPlain(List<Integer> numbers) {
        return table.isPlain()
                && numbers.stream().allMatch(column -> numerals.get(column).arePlain());
    }

    /** The place of the first row. */
    Place place() {
        return firstPlace;
    }

    /** The whole file, for complaints about it. */
    Place wholePlace() {
        return new Place(text.label());
    }

    /** What to do if the first line of two that do not fit, or the other, is a comment. */
    private String commentsHint(Table.Row row) {
        return form.hints().comment().isEmpty()
                        && (firstLine.startsWith("#") || row.line().startsWith("#"))
                ? ", or write data.comments: \"#\" if lines that begin with # are no data"
                : "";
    }

    private void lookAt(Table.Row row) {
        if (first.isEmpty()) {
            setFirst(row.values());
            firstPlace = new Place(row.place(0));
            firstLine = row.line();
            checkFirst();
            if (form.named()) {
                return;
            }
        }
        if (row.size() != first.size()) {
            throw new Place(row.place(0))
                    .complaint("this row has " + Wording.count(row.size(), "value") + ", but "
                            + (form.named()
                                    ? (table.declared().isEmpty() ? "the first row" : "the head") + " names "
                                            + Wording.count(first.size(), "column")
                                    : "the first row has " + first.size())
                            + "; make them as many" + commentsHint(row));
        }
        for (var column = 0; column < first.size(); column++) {
            var value = row.text(column);
            numerals.get(column).note(value);
            if (!MISSING.contains(value)) {
                words.get(column).note(value, numerals.get(column));
            }
        }
        count++;
    }

    private void checkFirst() {
        if (form.named()
                && first.stream().allMatch(name -> numerals().parse(name).isPresent())) {
            throw place().complaint(
                            "the first row must name the columns, but holds numbers; put a row such as x1,x2,label"
                                    + " before, or say header: false");
        }
    }
}
