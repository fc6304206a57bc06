package io.gradsheet.xlsx;

import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.SheetPlan;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.formula.SheetNameFormatter;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The workbook without the rows that stream: everything that is small enough to be built in memory. */
final class Skeleton {
    private final Plan plan;
    private final XSSFWorkbook workbook;
    private final CellWriter cells;

    private Skeleton(Plan plan, XSSFWorkbook workbook, Styles styles) {
        this.plan = plan;
        this.workbook = workbook;
        this.cells = CellWriter.resident(styles);
    }

    /** Builds all of the plan except the bodies into an empty workbook. */
    static void build(Plan plan, XSSFWorkbook workbook, Styles styles) {
        var skeleton = new Skeleton(plan, workbook, styles);
        skeleton.properties();
        // All sheets are there before the first feature points at one.
        plan.sheets().forEach(sheet -> workbook.createSheet(sheet.name()));
        plan.names().forEach(skeleton::name);
        plan.sheets().forEach(skeleton::sheet);
        skeleton.visibility();
        workbook.setForceFormulaRecalculation(true);
    }

    private void properties() {
        var core = workbook.getProperties().getCoreProperties();
        core.setTitle(Texts.plain(plan.title()));
        core.setSubjectProperty(Texts.plain(plan.subject()));
        var all = core.getUnderlyingProperties();
        all.setLanguageProperty(plan.language());
        // Neither a person nor a moment is in the file: the same plan gives the same bytes.
        all.setCreatorProperty(Optional.empty());
        all.setCreatedProperty(Optional.empty());
        var program = workbook.getProperties().getExtendedProperties().getUnderlyingProperties();
        program.setApplication("GradSheet");
    }

    private void name(Plan.Name name) {
        var defined = workbook.createName();
        defined.setNameName(name.name());
        var cell = name.cell();
        defined.setRefersToFormula(SheetNameFormatter.format(cell.sheet()) + "!"
                + Ref.at(cell.row(), cell.column()).fix());
    }

    private void sheet(SheetPlan planned) {
        var sheet = RowHeights.inLines(planned);
        var target = workbook.getSheet(sheet.name());
        var heights = RowHeights.of(sheet);
        grid(sheet, target);
        sheet.head().forEach(row -> row(row, heights, target));
        PageSetup.apply(sheet, plan.title() + " · " + plan.subject(), target);
        var features = new FeatureWriter(target, new Geometry(sheet, heights));
        sheet.features().forEach(features::write);
    }

    private static void grid(SheetPlan sheet, XSSFSheet target) {
        for (var column = 0; column < sheet.widths().size(); column++) {
            target.setColumnWidth(
                    column, (int) Math.round(Geometry.fileWidth(sheet.widths().get(column)) * 256));
        }
        var format = target.getCTWorksheet().getSheetFormatPr();
        format.setDefaultColWidth(Geometry.fileWidth(Geometry.COLUMN_WIDTH));
        // Said to be chosen, the height is that of every row without one, and shapes lie where they were meant to.
        format.setDefaultRowHeight(Geometry.ROW_HEIGHT);
        format.setCustomHeight(true);
        if (sheet.outlineLevels() > 0) {
            format.setOutlineLevelRow((short) sheet.outlineLevels());
        }
        if (sheet.rows() > 0 && sheet.columns() > 0) {
            target.setDimensionOverride(new CellRangeAddress(0, (int) sheet.rows() - 1, 0, (int) sheet.columns() - 1));
        }
        if (sheet.frozen().rows() > 0 || sheet.frozen().columns() > 0) {
            target.createFreezePane(sheet.frozen().columns(), sheet.frozen().rows());
        }
        target.setDisplayGridlines(false);
    }

    private void row(Row row, Map<Integer, Double> heights, XSSFSheet target) {
        var line = target.createRow(row.index());
        look(row.look(), line);
        if (heights.containsKey(row.index())) {
            line.setHeightInPoints(heights.get(row.index()).floatValue());
        }
        cells.write(row, line);
    }

    private static void look(Row.Look look, XSSFRow line) {
        if (look.outlineLevel() > 0) {
            line.getCTRow().setOutlineLevel((short) look.outlineLevel());
        }
        if (look.folded()) {
            line.getCTRow().setHidden(true);
        }
        if (look.endsFold()) {
            line.getCTRow().setCollapsed(true);
        }
    }

    private void visibility() {
        var first = true;
        for (var i = 0; i < plan.sheets().size(); i++) {
            if (plan.sheets().get(i).hidden()) {
                workbook.setSheetVisibility(i, SheetVisibility.VERY_HIDDEN);
            } else if (first) {
                workbook.setActiveSheet(i);
                workbook.setSelectedTab(i);
                workbook.setFirstVisibleTab(i);
                first = false;
            }
        }
    }
}
