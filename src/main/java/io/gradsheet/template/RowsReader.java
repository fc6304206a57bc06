package io.gradsheet.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads what a table has a row for, and the columns that say it. */
final class RowsReader {
    /** More rows are no lesson, and a sheet ends at 1,048,576. */
    private static final int MOST_ROWS = 100_000;

    private static final int MOST_PATTERN_INPUTS = 10;
    private static final String NUMBER = "k";
    private static final String CAPTIONS = "captions";
    private static final Pattern RANGE = Pattern.compile("(-?[0-9]{1,9})\\s*\\.\\.\\s*(-?[0-9]{1,9})");

    private final Names names;
    private final WorksheetTexts texts;
    private final Sources sources;

    RowsReader(Names names, WorksheetTexts texts, Sources sources) {
        this.names = names;
        this.texts = texts;
        this.sources = sources;
    }

    /**
     * The rows of a table.
     *
     * @param variable what formulas write for the row, as in {@code a[n-1]}; empty if rows have no number
     * @param step by which the variable grows from row to row; 0 if it does not count
     * @param columns those that say what there is a row for, the first of them in front
     * @param vectors the symbols of those that are vectors, even of one element
     */
    record Rows(int count, String variable, int step, List<Column> columns, Set<String> vectors) {}

    Rows read(Entry entry, String table) {
        var section = entry.section();
        if (section.has("patterns")) {
            return patterns(section.only(List.of("patterns")).entry("patterns"), table);
        }
        if (section.has("csv")) {
            return captioned(section, csv(section.only(List.of("csv", "vectors", CAPTIONS)), table));
        }
        if (section.has("images")) {
            return captioned(section, images(section.only(List.of("images", "image", CAPTIONS)), table));
        }
        if (section.all().size() != 1) {
            throw entry.complaint("must say one thing that there is a row for, such as {n: 1..10}");
        }
        var variable = section.all().keySet().iterator().next();
        var content = section.entry(variable);
        DefinitionReader.checkName(variable, content);
        if (content.isSection()) {
            return interval(content.section().only(List.of("from", "to", "steps")), table, variable);
        }
        return content.isList() ? list(content, table, variable) : range(content, table, variable);
    }

    private static Rows range(Entry entry, String table, String variable) {
        var range = RANGE.matcher(entry.text().strip());
        if (!range.matches()) {
            throw entry.complaint("must be a range such as 1..10, a list of numbers, or {from: …, to: …, steps: …}");
        }
        var from = Integer.parseInt(range.group(1));
        var to = Integer.parseInt(range.group(2));
        var step = from <= to ? 1 : -1;
        var count = checked(Math.abs((long) to - from) + 1, entry);
        var numbers = IntStream.range(0, count)
                .mapToObj(i -> (double) (from + i * step))
                .toList();
        return new Rows(count, variable, step, List.of(index(table, variable, numbers)), Set.of());
    }

    private static Rows list(Entry entry, String table, String variable) {
        var numbers = entry.items("number", 1, 1, MOST_ROWS).stream()
                .map(Entry::finite)
                .toList();
        var column = new Column(
                table + "." + variable,
                List.of(DefinitionReader.lowered(variable)),
                "",
                Definition.Kind.VALUE,
                new Column.Figures(Matrix.column(numbers)));
        return new Rows(numbers.size(), variable, 0, List.of(column), Set.of());
    }

    private Rows interval(Section section, String table, String variable) {
        var from = FormulaReader.number(section.entry("from"), names.view());
        var to = FormulaReader.number(section.entry("to"), names.view());
        var steps = section.entry("steps").integer(1, MOST_ROWS - 1);
        var fixed = from.expression().operands().isEmpty()
                && to.expression().operands().isEmpty();
        var column = new Column(
                table + "." + variable,
                List.of(DefinitionReader.lowered(variable)),
                "",
                Definition.Kind.VALUE,
                fixed ? figures(from, to, steps) : new Column.Steps(from, to, steps));
        return new Rows(steps + 1, variable, 0, List.of(column), Set.of());
    }

    private static Column.Figures figures(WorksheetFormula from, WorksheetFormula to, int steps) {
        var low = from.evaluate(reading -> Double.NaN);
        var high = to.evaluate(reading -> Double.NaN);
        return new Column.Figures(Matrix.filled(steps + 1, 1, i -> low + i * (high - low) / steps));
    }

    /** All patterns of zeros and ones in the order of the numbers that they are in the binary system. */
    private static Rows patterns(Entry entry, String table) {
        var section = entry.section();
        if (section.all().size() != 1) {
            throw entry.complaint("must be one vector and its length, such as {x: 3}");
        }
        var symbol = section.all().keySet().iterator().next();
        var length = section.entry(symbol).integer(1, MOST_PATTERN_INPUTS);
        DefinitionReader.checkName(symbol, section.entry(symbol));
        var bits = Matrix.filled(1 << length, length, i -> (i / length) >> (length - 1 - i % length) & 1);
        return new Rows(
                bits.height(),
                "",
                0,
                List.of(vector(table, symbol, length, new Column.Figures(bits), Definition.Kind.VALUE)),
                Set.of(symbol));
    }

    private Rows csv(Section section, String table) {
        var file = section.entry("csv");
        var data = new NumberTable(sources.data(file));
        var columns = new ArrayList<Column>();
        var vectors = section.optional("vectors").map(Entry::section);
        columns.add(index(
                table,
                NUMBER,
                IntStream.rangeClosed(1, checked(data.rows(), file))
                        .mapToObj(i -> (double) i)
                        .toList()));
        var inVectors = new java.util.HashSet<Integer>();
        vectors.ifPresent(all -> all.all().forEach((symbol, entry) -> {
            DefinitionReader.checkName(symbol, entry);
            var ends = entry.items("name", 1, 2, "the first and the last column");
            var first = data.column(ends.get(0));
            var last = data.column(ends.get(1));
            if (last < first) {
                throw entry.complaint("must name the first column before the last");
            }
            IntStream.rangeClosed(first, last).forEach(inVectors::add);
            columns.add(
                    vector(table, symbol, last - first + 1, givens(data.columns(first, last)), Definition.Kind.VALUE));
        }));
        for (var i = 0; i < data.names().size(); i++) {
            if (!inVectors.contains(i)) {
                var symbol = data.names().get(i);
                DefinitionReader.checkName(symbol, file);
                columns.add(new Column(
                        table + "." + symbol,
                        List.of(DefinitionReader.lowered(symbol)),
                        "",
                        Definition.Kind.VALUE,
                        givens(data.columns(i, i))));
            }
        }
        return rows(data.rows(), columns, vectors.map(all -> all.all().keySet()).orElse(Set.of()), file);
    }

    private Rows images(Section section, String table) {
        var file = section.entry("images");
        var data = new NumberTable(sources.data(file));
        var shape = section.entry("image").section().only(List.of("rows", "columns"));
        var pixels =
                shape.entry("rows").integer(1, 100) * shape.entry("columns").integer(1, 100);
        if (data.names().size() != pixels + 1) {
            throw section.entry("image")
                    .complaint("has " + Wording.count(pixels, "pixel") + ", but the file has "
                            + Wording.count(data.names().size(), "column")
                            + "; it must have one for each pixel and one for the label");
        }
        var columns = List.of(
                index(
                        table,
                        NUMBER,
                        IntStream.rangeClosed(1, checked(data.rows(), file))
                                .mapToObj(i -> (double) i)
                                .toList()),
                vector(table, "x", pixels, givens(data.columns(0, pixels - 1)), Definition.Kind.VALUE),
                new Column(
                        table + ".label",
                        List.of("label"),
                        "",
                        Definition.Kind.VALUE,
                        givens(data.columns(pixels, pixels))));
        return rows(data.rows(), columns, Set.of("x"), file);
    }

    /** The columns of a file, with captions of the template's own where it gives them. */
    private Rows captioned(Section section, Rows rows) {
        var captions =
                section.optional(CAPTIONS).map(entry -> entry.section().all()).orElse(Map.of());
        var symbols = rows.columns().stream().map(Column::symbol).toList();
        captions.forEach((symbol, entry) -> {
            if (!symbols.contains(symbol)) {
                throw entry.complaint("is for no column of the file; it has " + String.join(", ", symbols));
            }
        });
        var columns = rows.columns().stream()
                .map(column -> captions.containsKey(column.symbol())
                        ? captioned(column, texts.of(captions.get(column.symbol())), rows.vectors())
                        : column)
                .toList();
        return new Rows(rows.count(), rows.variable(), rows.step(), columns, rows.vectors());
    }

    private static Column captioned(Column column, String caption, Set<String> vectors) {
        var captions = vectors.contains(column.symbol()) ? elements(caption, column.width()) : List.of(caption);
        return new Column(column.id(), captions, column.meaning(), column.kind(), column.content());
    }

    private static List<String> elements(String caption, int length) {
        return IntStream.rangeClosed(1, length)
                .mapToObj(i -> caption + "_{" + i + "}")
                .toList();
    }

    private static Rows rows(int count, List<Column> columns, Set<String> vectors, Entry file) {
        var ids = columns.stream().map(Column::id).toList();
        ids.stream()
                .filter(id -> ids.indexOf(id) != ids.lastIndexOf(id))
                .findFirst()
                .ifPresent(id -> {
                    throw file.complaint("has two columns called " + Wording.quoted(id.substring(id.indexOf('.') + 1))
                            + "; rename one of them");
                });
        return new Rows(count, NUMBER, 1, List.copyOf(columns), Set.copyOf(vectors));
    }

    private static Column.Givens givens(Matrix values) {
        return new Column.Givens(values, Input.Bounds.NONE);
    }

    private static Column index(String table, String symbol, List<Double> numbers) {
        return new Column(
                table + "." + symbol,
                List.of(DefinitionReader.lowered(symbol)),
                "",
                Definition.Kind.INDEX,
                new Column.Figures(Matrix.column(numbers)));
    }

    private static Column vector(
            String table, String symbol, int length, Column.Content content, Definition.Kind kind) {
        return new Column(table + "." + symbol, elements(symbol, length), "", kind, content);
    }

    private static int checked(long rows, Entry entry) {
        if (rows > MOST_ROWS) {
            throw entry.complaint(String.format(
                    Locale.ROOT, "makes a table of %,d rows, but it may have %,d; take fewer", rows, MOST_ROWS));
        }
        return (int) rows;
    }
}
