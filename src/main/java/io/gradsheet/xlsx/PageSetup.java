package io.gradsheet.xlsx;

import io.gradsheet.sheet.SheetPlan;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** How a sheet is printed: on A4, as wide as the page, its title rows on every page, lesson and page number in the footer. */
final class PageSetup {
    private static final double SIDE = 0.5;
    private static final double TOP = 0.6;
    private static final double BOTTOM = 0.8;
    private static final double FOOTER = 0.4;

    private PageSetup() {}

    /** The title is that of the lesson. */
    static void apply(SheetPlan sheet, String title, XSSFSheet target) {
        var page = sheet.page();
        target.setFitToPage(true);
        target.setHorizontallyCenter(true);
        var print = target.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(page.landscape());
        print.setFitWidth((short) 1);
        print.setFitHeight((short) (page.onePage() ? 1 : 0));
        if (page.titleRows() > 0) {
            target.setRepeatingRows(new CellRangeAddress(0, page.titleRows() - 1, -1, -1));
        }
        target.setMargin(PageMargin.LEFT, SIDE);
        target.setMargin(PageMargin.RIGHT, SIDE);
        target.setMargin(PageMargin.TOP, TOP);
        target.setMargin(PageMargin.BOTTOM, BOTTOM);
        target.setMargin(PageMargin.FOOTER, FOOTER);
        target.getFooter().setLeft(Texts.footer(title));
        target.getFooter().setRight("&P / &N");
    }
}
