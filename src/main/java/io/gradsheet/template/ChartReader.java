package io.gradsheet.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads charts, maps and images: what shows cells and holds no numbers that others use. */
final class ChartReader {
    static final List<String> CHART =
            List.of("x", "y", "lines", "points", "paths", "columns", "gap", "height", "width");
    static final List<String> MAP = List.of("formula", "over", "cells", "palette", "span", "marks");
    static final List<String> IMAGE = List.of("of", "rows", "columns", "palette", "span");

    private static final Map<String, Block.Mark> MARKS = Map.of(
            "lines", Block.Mark.LINE,
            "points", Block.Mark.POINTS,
            "paths", Block.Mark.PATH,
            "columns", Block.Mark.COLUMNS);
    private static final int MOST_SERIES = 20;
    private static final int CHART_HEIGHT = 18;
    private static final int CHART_WIDTH = 6;
    private static final int MOST_MAP_CELLS = 61;
    private static final int MAP_CELLS = 31;
    private static final int MOST_PIXELS = 64;

    private static final List<String> AXIS = List.of("title", "from", "to", "scale");

    private final Names names;
    private final WorksheetTexts texts;

    ChartReader(Names names, WorksheetTexts texts) {
        this.names = names;
        this.texts = texts;
    }

    // Charts ----------------------------------------------------------------------------------------------------------

    Block.Chart chart(Section section) {
        var series = new ArrayList<Block.Series>();
        for (var key : List.of("columns", "lines", "paths", "points")) {
            section.optional(key)
                    .ifPresent(entry -> entry.items("series", 1, 1, MOST_SERIES)
                            .forEach(item -> series.add(series(item.called("series"), MARKS.get(key)))));
        }
        if (series.isEmpty()) {
            throw section.complaint("shows nothing; add 'lines', 'points', 'paths' or 'columns'");
        }
        if (section.has("columns") && section.has("paths")) {
            throw section.entry("paths").complaint("does not go with 'columns'; make a chart for each");
        }
        return new Block.Chart(
                texts.of(section.entry("chart")),
                axis(section.optional("x")),
                axis(section.optional("y")),
                series,
                section.optional("gap").map(Entry::truth).orElse(true),
                section.optional("height").map(entry -> entry.integer(6, 60)).orElse(CHART_HEIGHT),
                section.optional("width").map(entry -> entry.integer(2, 20)).orElse(CHART_WIDTH));
    }

    private Block.Axis axis(Optional<Entry> entry) {
        if (entry.isEmpty()) {
            return new Block.Axis("", OptionalDouble.empty(), OptionalDouble.empty(), false);
        }
        if (!entry.get().isSection() || isInLanguages(entry.get().section())) {
            return new Block.Axis(texts.of(entry.get()), OptionalDouble.empty(), OptionalDouble.empty(), false);
        }
        var section = entry.get().section().only(AXIS);
        var logarithmic = section.optional("scale")
                .map(scale ->
                        scale.choice(List.of("linear", "log"), word -> word).equals("log"))
                .orElse(false);
        var bounds = DefinitionReader.bounds(section);
        if (logarithmic && bounds.from().orElse(1) <= 0) {
            throw section.entry("from").complaint("must be larger than 0 on a logarithmic axis");
        }
        return new Block.Axis(texts.of(section.optional("title")), bounds.from(), bounds.to(), logarithmic);
    }

    /** Whether it is a title in several languages; {@code to} is the code of one, too. */
    private static boolean isInLanguages(Section section) {
        return AXIS.stream().noneMatch(section::has)
                && Language.codes().stream().anyMatch(section::has);
    }

    private Block.Series series(Entry entry, Block.Mark mark) {
        var section = entry.section().only(List.of("x", "y", "name"));
        var y = line(section.entry("y"));
        var x = section.has("x") ? line(section.entry("x")) : firstColumn(section, y);
        if (length(x) != length(y)) {
            throw entry.complaint("has " + Wording.count(length(x), "value") + " for x and "
                    + Wording.count(length(y), "value") + " for y; make them as many");
        }
        var name = section.optional("name")
                .map(texts::of)
                .orElse(section.entry("y").text());
        return new Block.Series(name, x, y, mark, entry.place().toString());
    }

    private WorksheetFormula.Reading line(Entry entry) {
        var cells = FormulaReader.cells(entry, names.view());
        if (Readings.rows(cells) > 1 && Readings.columns(cells) > 1) {
            throw entry.complaint("is a matrix; a chart takes one column or row of it, such as a[,1]");
        }
        if (names.hasGaps(cells.id())) {
            throw entry.complaint(
                    "is empty in some rows ('gaps'), which programs would draw as 0; take a column without gaps");
        }
        return cells;
    }

    private static int length(WorksheetFormula.Reading cells) {
        return Readings.rows(cells) * Readings.columns(cells);
    }

    private WorksheetFormula.Reading firstColumn(Section series, WorksheetFormula.Reading y) {
        var first = names.firstColumnBeside(y.id())
                .orElseThrow(() -> series.complaint("has no x; add the cells that y stands over"));
        return FormulaReader.cells(series.entry("y"), first, names.view());
    }

    // Maps ------------------------------------------------------------------------------------------------------------

    Block.Relief relief(Section section) {
        var over = section.entry("over").section();
        var variables = List.copyOf(over.all().keySet());
        if (variables.size() != 2) {
            throw section.entry("over").complaint("must have two variables, such as {x: [-4, 4], y: [-4, 4]}");
        }
        for (var variable : variables) {
            DefinitionReader.checkName(variable, over.entry(variable));
        }
        var view = names.view()
                .withCell(variables.get(0), Block.Relief.HORIZONTAL)
                .withCell(variables.get(1), Block.Relief.VERTICAL);
        var cells = section.optional("cells")
                .map(entry -> entry.integer(6, MOST_MAP_CELLS))
                .orElse(MAP_CELLS);
        return new Block.Relief(
                texts.of(section.entry("map")),
                heights(section.entry("formula"), view, cells),
                extent(variables.get(0), over),
                extent(variables.get(1), over),
                cells,
                isDiverging(section, "depth"),
                section.optional("span").map(Entry::positive).orElse(1.0),
                section.optional("marks")
                        .map(entry -> entry.items("mark", 1, 1, MOST_SERIES).stream()
                                .map(item -> spot(item.called("mark")))
                                .toList())
                        .orElse(List.of()));
    }

    /** What the map shows: a function of its variables, or a matrix with an element for each of its points. */
    private static List<List<WorksheetFormula>> heights(Entry entry, Names.View view, int cells) {
        var rows = FormulaReader.elements(entry, view);
        var width = rows.get(0).size();
        if (rows.size() * width > 1 && (rows.size() != cells || width != cells)) {
            throw entry.complaint(String.format(
                    Locale.ROOT,
                    "gives %1$d × %2$d values, but the map has %3$d × %3$d cells; it must give a number, or a matrix of"
                            + " that size",
                    rows.size(),
                    width,
                    cells));
        }
        if (rows.get(0).get(0).isTruth()) {
            throw entry.complaint("gives TRUE or FALSE, but must give a number; write IF(…, 1, 0)");
        }
        return rows;
    }

    private Block.Extent extent(String variable, Section over) {
        var ends = over.entry(variable).items("end", 1, 2, "a low and a high one");
        return new Block.Extent(
                DefinitionReader.lowered(variable),
                FormulaReader.number(ends.get(0), names.view()),
                FormulaReader.number(ends.get(1), names.view()));
    }

    private Block.Spot spot(Entry entry) {
        var section = entry.section().only(List.of("x", "y"));
        return new Block.Spot(
                FormulaReader.number(section.entry("x"), names.view()),
                FormulaReader.number(section.entry("y"), names.view()));
    }

    private static boolean isDiverging(Section section, String other) {
        return section.optional("palette")
                .map(entry ->
                        entry.choice(List.of(other, "diverging"), word -> word).equals("diverging"))
                .orElse(false);
    }

    // Images ----------------------------------------------------------------------------------------------------------

    Block.Image image(Section section) {
        var of = FormulaReader.cells(section.entry("of"), names.view());
        var count = Readings.rows(of) * Readings.columns(of);
        var rows = section.optional("rows")
                .map(entry -> entry.integer(1, MOST_PIXELS))
                .orElse(Readings.rows(of));
        var columns = section.optional("columns")
                .map(entry -> entry.integer(1, MOST_PIXELS))
                .orElse(count / rows);
        if (rows * columns != count || rows > MOST_PIXELS || columns > MOST_PIXELS) {
            throw section.complaint("has " + Wording.count(count, "value")
                    + ", which do not fill its rows and columns; its rows times its columns must be as many, and neither"
                    + " more than " + MOST_PIXELS);
        }
        var diverging = isDiverging(section, "ink");
        return new Block.Image(
                texts.of(section.entry("image")),
                of,
                rows,
                columns,
                diverging,
                section.optional("span").map(Entry::positive).orElse(1.0));
    }
}
