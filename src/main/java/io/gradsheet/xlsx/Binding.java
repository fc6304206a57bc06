package io.gradsheet.xlsx;

import io.gradsheet.sheet.SheetPlan;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Puts the rows of a plan into the workbook that Apache POI wrote around them, one row in memory at a time. */
final class Binding {
    private static final String NO_ROWS = "<sheetData/>";
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String TEXTS = "xl/sharedStrings.xml";

    /**
     * A moment that the format knows: the same plan gives the same bytes at any time. Beside its very first one, Java would put down
     * the time zone of the machine.
     */
    private static final LocalDateTime DAWN = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final Map<String, SheetPlan> sheets;
    private final Styles styles;
    private final Progress progress;
    private final SharedTexts texts = new SharedTexts();
    private long done;

    /**
     * Begins a binding.
     *
     * @param sheets by the names of their parts in the file
     */
    Binding(Map<String, SheetPlan> sheets, Styles styles, Progress progress) {
        this.sheets = sheets;
        this.styles = styles;
        this.progress = progress;
    }

    /** Writes the whole file. */
    void write(byte[] skeleton, OutputStream file) throws IOException {
        try (var parts = new ZipInputStream(new ByteArrayInputStream(skeleton));
                var out = new ZipOutputStream(file)) {
            for (var part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                if (part.getName().equals(TEXTS)) {
                    continue;
                }
                out.putNextEntry(entry(part.getName()));
                var sheet = sheets.get("/" + part.getName());
                if (sheet != null) {
                    write(sheet, new String(parts.readAllBytes(), StandardCharsets.UTF_8), out);
                } else if (part.getName().equals(WORKBOOK)) {
                    var names = SolverNames.hidden(new String(parts.readAllBytes(), StandardCharsets.UTF_8));
                    out.write(names.getBytes(StandardCharsets.UTF_8));
                } else {
                    parts.transferTo(out);
                }
                out.closeEntry();
            }
            // Known only when all sheets are written.
            out.putNextEntry(entry(TEXTS));
            texts.write(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
            out.closeEntry();
        }
    }

    private static ZipEntry entry(String part) {
        var entry = new ZipEntry(part);
        entry.setTimeLocal(DAWN);
        return entry;
    }

    private void write(SheetPlan sheet, String around, OutputStream part) throws IOException {
        var rows = around.indexOf(NO_ROWS);
        if (rows < 0) {
            throw new IllegalStateException("sheet " + sheet.name() + " has no place for its rows");
        }
        var out = new BufferedWriter(new OutputStreamWriter(part, StandardCharsets.UTF_8), 1 << 16);
        out.write(around, 0, rows);
        out.write("<sheetData>");
        rows(sheet, out);
        out.write("</sheetData>");
        out.write(around, rows + NO_ROWS.length(), around.length() - rows - NO_ROWS.length());
        out.flush();
    }

    private void rows(SheetPlan sheet, Writer out) throws IOException {
        new SheetRows(sheet, styles).write(new RowWriter(styles, texts, out), rows -> progress.rows(done + rows));
        done += sheet.rows();
    }
}
