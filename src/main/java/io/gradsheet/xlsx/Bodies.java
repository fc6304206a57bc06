package io.gradsheet.xlsx;

import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.RowSource;
import io.gradsheet.sheet.SheetPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Sends the bodies of a plan through a streaming workbook, one row in memory at a time. */
final class Bodies {
    private final CellWriter cells;
    private final Progress progress;
    private long done;

    private Bodies(Styles styles, Progress progress) {
        this.cells = CellWriter.streaming(styles);
        this.progress = progress;
    }

    /** Joins the bodies to the skeleton: they are asked for their rows when the workbook is written. */
    static StreamedWorkbook join(Plan plan, XSSFWorkbook skeleton, Styles styles, Progress progress) {
        var bodies = new Bodies(styles, progress);
        var workbook = new StreamedWorkbook(skeleton);
        for (var sheet : plan.sheets()) {
            if (sheet.body() == RowSource.NONE) {
                bodies.done += sheet.rows();
            } else {
                workbook.getStreamingSheet(sheet.name()).setRowGenerator(target -> bodies.write(sheet, target));
            }
        }
        progress.rows(bodies.done);
        return workbook;
    }

    private void write(SheetPlan sheet, SXSSFSheet target) throws IOException {
        try {
            sheet.body().pushTo(row -> {
                write(row, sheet, target);
                progress.rows(done + row.index() + 1);
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        done += sheet.rows();
    }

    private void write(Row row, SheetPlan sheet, SXSSFSheet target) {
        var look = row.look();
        if (row.index() >= sheet.rows() || look.outlineLevel() > sheet.outlineLevels()) {
            throw new IllegalArgumentException("sheet " + sheet.name() + " announced " + sheet.rows() + " rows and "
                    + sheet.outlineLevels() + " levels of groups, and pushes row " + row.index() + " of level "
                    + look.outlineLevel());
        }
        var line = target.createRow(row.index());
        if (look.height() > 0) {
            line.setHeightInPoints((float) look.height());
        }
        if (look.outlineLevel() > 0) {
            target.setRowOutlineLevel(row.index(), look.outlineLevel());
        }
        if (look.folded()) {
            line.setHidden(true);
        }
        if (look.endsFold()) {
            line.setCollapsed(true);
        }
        cells.write(row, line);
        try {
            target.flushRows(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
