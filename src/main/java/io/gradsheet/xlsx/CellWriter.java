package io.gradsheet.xlsx;

import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.Value;
import org.apache.poi.ss.usermodel.FormulaError;

/** Writes the cells of a row, in the memory of Apache POI or streaming through it. */
final class CellWriter {
    private final Styles styles;
    private final boolean streaming;

    private CellWriter(Styles styles, boolean streaming) {
        this.styles = styles;
        this.streaming = streaming;
    }

    /** For rows that stay in memory. */
    static CellWriter resident(Styles styles) {
        return new CellWriter(styles, false);
    }

    /** For rows that stream, whose labels are plain. */
    static CellWriter streaming(Styles styles) {
        return new CellWriter(styles, true);
    }

    void write(Row row, org.apache.poi.ss.usermodel.Row target) {
        var cells = row.cells();
        for (var column = 0; column < cells.size(); column++) {
            var cell = cells.get(column);
            if (!(cell instanceof Cell.Empty)) {
                write(cell, target.createCell(column));
            }
        }
    }

    private void write(Cell cell, org.apache.poi.ss.usermodel.Cell target) {
        // The most frequent kind first: a body may hold millions of formulas.
        if (cell instanceof Cell.Computed computed) {
            target.setCellFormula(computed.formula());
            result(computed.value(), target);
            target.setCellStyle(styles.of(Looks.Kind.RESULT, computed.role()));
        } else if (cell instanceof Cell.Figure figure) {
            target.setCellValue(figure.value());
            target.setCellStyle(styles.of(Looks.Kind.RESULT, figure.role()));
        } else if (cell instanceof Cell.Input input) {
            input(input, target);
        } else if (cell instanceof Cell.Label label) {
            label(label, target);
        }
    }

    private void label(Cell.Label label, org.apache.poi.ss.usermodel.Cell target) {
        var text = label.text().text();
        if (label.text().isPlain()) {
            target.setCellValue(Texts.cell(text));
        } else if (streaming) {
            throw new IllegalArgumentException("a row that streams holds plain labels only, not \"" + text + '"');
        } else {
            target.setCellValue(styles.rich(label.text(), Looks.of(label).pen()));
        }
        target.setCellStyle(styles.of(Looks.Kind.LABEL, label.role(), text));
    }

    private void input(Cell.Input input, org.apache.poi.ss.usermodel.Cell target) {
        var style = styles.of(Looks.Kind.INPUT, input.role());
        if (input.value() instanceof Value.Figure figure) {
            target.setCellValue(figure.number());
        } else if (input.value() instanceof Value.Text text) {
            target.setCellValue(Texts.cell(text.text()));
            style = styles.of(Looks.Kind.INPUT, input.role(), text.text());
        } else if (input.value() instanceof Value.Failure failure) {
            target.setCellErrorValue(code(failure));
        }
        target.setCellStyle(style);
    }

    /** The value that a formula's cell carries until a spreadsheet program calculates. A formula never yields nothing at all. */
    private static void result(Value value, org.apache.poi.ss.usermodel.Cell target) {
        if (value instanceof Value.Figure figure) {
            target.setCellValue(figure.number());
        } else if (value instanceof Value.Text text) {
            target.setCellValue(Texts.cell(text.text()));
        } else if (value instanceof Value.Failure failure) {
            target.setCellErrorValue(code(failure));
        } else {
            target.setCellValue("");
        }
    }

    private static byte code(Value.Failure failure) {
        return FormulaError.forString(failure.code()).getCode();
    }
}
