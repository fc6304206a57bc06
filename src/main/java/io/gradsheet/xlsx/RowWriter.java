package io.gradsheet.xlsx;

import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.Value;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes rows as the file format has them. */
final class RowWriter {
    private final Styles styles;
    private final SharedTexts texts;
    private final Writer out;
    private final List<String> columnNames = new ArrayList<>();

    RowWriter(Styles styles, SharedTexts texts, Writer out) {
        this.styles = styles;
        this.texts = texts;
        this.out = out;
    }

    /**
     * Writes a row.
     *
     * @param height in points; 0 for that of any row
     * @param merged the styles of cells that are shown as one with another, by column
     */
    void write(Row row, double height, Map<Integer, Integer> merged) throws IOException {
        var number = Integer.toString(row.index() + 1);
        out.write("<row r=\"");
        out.write(number);
        out.write('"');
        if (height > 0) {
            out.write(" ht=\"");
            out.write(Double.toString(height));
            out.write("\" customHeight=\"1\"");
        }
        look(row.look());
        out.write('>');
        var cells = row.cells();
        var columns =
                merged.keySet().stream().mapToInt(column -> column + 1).max().orElse(0);
        for (var column = 0; column < Math.max(cells.size(), columns); column++) {
            var cell = column < cells.size() ? cells.get(column) : Cell.EMPTY;
            var style = merged.getOrDefault(column, -1);
            if (style >= 0 || !(cell instanceof Cell.Empty)) {
                out.write("<c r=\"");
                out.write(columnName(column));
                out.write(number);
                out.write("\" s=\"");
                out.write(Integer.toString(style >= 0 ? style : styles.of(cell)));
                out.write('"');
                content(cell);
            }
        }
        out.write("</row>");
    }

    private void look(Row.Look look) throws IOException {
        if (look.outlineLevel() > 0) {
            out.write(" outlineLevel=\"");
            out.write(Integer.toString(look.outlineLevel()));
            out.write('"');
        }
        if (look.folded()) {
            out.write(" hidden=\"1\"");
        }
        if (look.endsFold()) {
            out.write(" collapsed=\"1\"");
        }
    }

    private void content(Cell cell) throws IOException {
        // The most frequent kind first.
        if (cell instanceof Cell.Computed computed) {
            computed(computed);
        } else if (cell instanceof Cell.Figure figure) {
            number(figure.value());
        } else if (cell instanceof Cell.Input input) {
            input(input.value());
        } else if (cell instanceof Cell.Label label) {
            text(texts.of(label.text(), Looks.of(label).pen()));
        } else {
            out.write("/>");
        }
    }

    private void computed(Cell.Computed cell) throws IOException {
        if (cell.value() instanceof Value.Figure figure) {
            formula("n", cell.text());
            out.write(digits(figure.number()));
        } else if (cell.value() instanceof Value.Failure failure) {
            formula("e", cell.text());
            out.write(failure.code());
        } else if (cell.value() instanceof Value.Truth truth) {
            formula("b", cell.text());
            out.write(truth.truth() ? "1" : "0");
        } else if (cell.value() instanceof Value.Text text) {
            formula("str", cell.text());
            out.write(Texts.xml(Texts.cell(text.text())));
        } else {
            // Nothing is known of its value, and programs calculate it when they open the file.
            out.write("><f>");
            out.write(Texts.xml(cell.text()));
            out.write("</f></c>");
            return;
        }
        out.write("</v></c>");
    }

    private void formula(String type, String formula) throws IOException {
        out.write(" t=\"");
        out.write(type);
        out.write("\"><f>");
        out.write(Texts.xml(formula));
        out.write("</f><v>");
    }

    private void number(double number) throws IOException {
        out.write("><v>");
        out.write(digits(number));
        out.write("</v></c>");
    }

    private void input(Value value) throws IOException {
        if (value instanceof Value.Figure figure) {
            number(figure.number());
        } else if (value instanceof Value.Text text) {
            text(texts.of(text.text()));
        } else if (value instanceof Value.Truth truth) {
            out.write(truth.truth() ? " t=\"b\"><v>1</v></c>" : " t=\"b\"><v>0</v></c>");
        } else if (value instanceof Value.Failure failure) {
            out.write(" t=\"e\"><v>");
            out.write(failure.code());
            out.write("</v></c>");
        } else {
            out.write("/>");
        }
    }

    private void text(int number) throws IOException {
        out.write(" t=\"s\"><v>");
        out.write(Integer.toString(number));
        out.write("</v></c>");
    }

    /** Zero has no sign in a spreadsheet. */
    private static String digits(double number) {
        return number == 0 ? "0.0" : Double.toString(number);
    }

    private String columnName(int column) {
        while (columnNames.size() <= column) {
            columnNames.add(Ref.columnName(columnNames.size()));
        }
        return columnNames.get(column);
    }
}
