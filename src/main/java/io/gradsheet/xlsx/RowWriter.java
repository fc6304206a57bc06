package io.gradsheet.xlsx;

import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.RichText.Script;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.Value;
import io.gradsheet.xlsx.Look.Pen;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes rows as the file format has them. Texts stand in their cells, not in a table: rows stream, and may be millions. */
final class RowWriter {
    private final Styles styles;
    private final Writer out;
    private final List<String> columnNames = new ArrayList<>();

    RowWriter(Styles styles, Writer out) {
        this.styles = styles;
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
            label(label.text(), Looks.of(label).pen());
        } else {
            out.write("/>");
        }
    }

    private void computed(Cell.Computed cell) throws IOException {
        if (cell.value() instanceof Value.Figure figure) {
            formula("n", cell.formula());
            out.write(Double.toString(figure.number()));
        } else if (cell.value() instanceof Value.Failure failure) {
            formula("e", cell.formula());
            out.write(failure.code());
        } else if (cell.value() instanceof Value.Truth truth) {
            formula("b", cell.formula());
            out.write(truth.truth() ? "1" : "0");
        } else if (cell.value() instanceof Value.Text text) {
            formula("str", cell.formula());
            escaped(Texts.cell(text.text()));
        } else {
            // Nothing is known of its value, and programs calculate it when they open the file.
            out.write("><f>");
            escaped(cell.formula());
            out.write("</f></c>");
            return;
        }
        out.write("</v></c>");
    }

    private void formula(String type, String formula) throws IOException {
        out.write(" t=\"");
        out.write(type);
        out.write("\"><f>");
        escaped(formula);
        out.write("</f><v>");
    }

    private void number(double number) throws IOException {
        out.write("><v>");
        out.write(Double.toString(number));
        out.write("</v></c>");
    }

    private void input(Value value) throws IOException {
        if (value instanceof Value.Figure figure) {
            number(figure.number());
        } else if (value instanceof Value.Text text) {
            out.write(" t=\"inlineStr\"><is>");
            text(text.text());
            out.write("</is></c>");
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

    private void label(RichText label, Pen pen) throws IOException {
        out.write(" t=\"inlineStr\"><is>");
        if (label.isPlain()) {
            text(label.text());
        } else {
            for (var run : label.runs()) {
                out.write("<r><rPr>");
                font(new Pen(pen.points(), pen.bold() || run.bold(), pen.underlined(), pen.colour()), run.script());
                out.write("</rPr>");
                text(run.text());
                out.write("</r>");
            }
        }
        out.write("</is></c>");
    }

    private void font(Pen pen, Script script) throws IOException {
        if (pen.bold()) {
            out.write("<b/>");
        }
        if (pen.underlined()) {
            out.write("<u/>");
        }
        switch (script) {
            case NORMAL -> {}
            case SUPER -> out.write("<vertAlign val=\"superscript\"/>");
            case SUB -> out.write("<vertAlign val=\"subscript\"/>");
        }
        out.write("<sz val=\"");
        out.write(Double.toString(pen.points()));
        out.write("\"/><color rgb=\"");
        out.write(Styles.OPAQUE);
        out.write(pen.colour());
        out.write("\"/><rFont val=\"");
        out.write(Styles.FONT);
        out.write("\"/><family val=\"2\"/>");
    }

    private void text(String text) throws IOException {
        var kept = Texts.cell(text);
        out.write(kept.equals(kept.strip()) ? "<t>" : "<t xml:space=\"preserve\">");
        escaped(kept);
        out.write("</t>");
    }

    private void escaped(String text) throws IOException {
        var written = 0;
        for (var i = 0; i < text.length(); i++) {
            var entity = switch (text.charAt(i)) {
                case '&' -> "&amp;";
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                default -> "";
            };
            if (!entity.isEmpty()) {
                out.write(text, written, i - written);
                out.write(entity);
                written = i + 1;
            }
        }
        out.write(text, written, text.length() - written);
    }

    private String columnName(int column) {
        while (columnNames.size() <= column) {
            columnNames.add(Ref.columnName(columnNames.size()));
        }
        return columnNames.get(column);
    }
}
