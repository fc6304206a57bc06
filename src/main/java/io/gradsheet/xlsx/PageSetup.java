package io.gradsheet.xlsx;

import io.gradsheet.sheet.SheetPlan;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** How a sheet is printed: on A4, title rows and frozen columns on every page, lesson and page number in the footer. */
final class PageSetup {
    private static final double SIDE = 0.5;
    private static final double TOP = 0.6;
    private static final double BOTTOM = 0.8;
    private static final double FOOTER = 0.4;

    /** The sides of A4, in inches. */
    private static final double LONG_SIDE = 297 / 25.4;

    private static final double SHORT_SIDE = 210 / 25.4;

    /** LibreOffice prints columns by a twentieth wider than Excel: so much of a page is sure to hold them. */
    private static final double SURE = 0.92;

    /** In per cent; programs take no less. */
    private static final int LEAST_SCALE = 10;

    private PageSetup() {}

    /** The title is that of the lesson. */
    static void apply(SheetPlan sheet, Geometry geometry, String title, XSSFSheet target) {
        var page = sheet.page();
        var workbook = target.getWorkbook();
        target.setFitToPage(true);
        target.setHorizontallyCenter(true);
        var print = target.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(page.isLandscape());
        print.setFitWidth((short) page.across());
        print.setFitHeight((short) page.down());
        if (page.across() > 1 && !page.groups().isEmpty()) {
            breakAtGroups(sheet, geometry, target);
        }
        if (page.columns() > 0 || page.rows() > 0) {
            var columns = page.columns() > 0 ? page.columns() : (int) sheet.columns();
            var rows = page.rows() > 0 ? page.rows() : (int) sheet.rows();
            workbook.setPrintArea(workbook.getSheetIndex(target), 0, columns - 1, 0, rows - 1);
        }
        if (page.titleRows() > 0) {
            target.setRepeatingRows(new CellRangeAddress(0, page.titleRows() - 1, -1, -1));
        }
        if (page.across() > 1 && sheet.frozen().columns() > 0) {
            target.setRepeatingColumns(
                    new CellRangeAddress(-1, -1, 0, sheet.frozen().columns() - 1));
        }
        target.setMargin(PageMargin.LEFT, SIDE);
        target.setMargin(PageMargin.RIGHT, SIDE);
        target.setMargin(PageMargin.TOP, TOP);
        target.setMargin(PageMargin.BOTTOM, BOTTOM);
        target.setMargin(PageMargin.FOOTER, FOOTER);
        target.getFooter().setLeft(Texts.footer(title));
        target.getFooter().setRight("&P / &N");
    }

    /** A program that fits a sheet to pages ignores where they should begin: so the scale is said. */
    private static void breakAtGroups(SheetPlan sheet, Geometry geometry, XSSFSheet target) {
        var pages = new PageBreaks(sheet, geometry::width);
        var breaks = pages.of(sheet.page().across());
        var room = ((sheet.page().isLandscape() ? LONG_SIDE : SHORT_SIDE) - 2 * SIDE) * Units.EMU_PER_INCH;
        var scale = (int) (100 * SURE * room / pages.widest(breaks));
        target.setFitToPage(false);
        target.getPrintSetup().setScale((short) Math.max(LEAST_SCALE, Math.min(100, scale)));
        breaks.forEach(column -> target.setColumnBreak(column - 1));
    }
}
