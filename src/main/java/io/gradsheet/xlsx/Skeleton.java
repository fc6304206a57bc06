package io.gradsheet.xlsx;

import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.SheetPlan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.ss.formula.SheetNameFormatter;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.LocaleUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The workbook without its rows: everything that Apache POI writes around the cells. */
final class Skeleton {
    private final Plan plan;
    private final XSSFWorkbook workbook;

    private Skeleton(Plan plan, XSSFWorkbook workbook) {
        this.plan = plan;
        this.workbook = workbook;
    }

    /** Writes the workbook of a plan, whose rows are asked for as they are written. */
    static void write(Plan plan, Progress progress, OutputStream out) throws IOException {
        var workbook = new XSSFWorkbook();
        try {
            var styles = new Styles(workbook);
            // POI marks the titles of charts with a language: that of the machine, unless told that of the texts.
            LocaleUtil.setUserLocale(Locale.forLanguageTag(plan.language()));
            try {
                new Skeleton(plan, workbook).build();
            } finally {
                LocaleUtil.resetUserLocale();
            }
            var parts = new HashMap<String, SheetPlan>();
            for (var sheet : plan.sheets()) {
                var part = workbook.getSheet(sheet.name()).getPackagePart();
                parts.put(part.getPartName().getName(), sheet);
            }
            var skeleton = new ByteArrayOutputStream();
            workbook.write(skeleton);
            new Binding(parts, styles, progress).write(skeleton.toByteArray(), out);
        } finally {
            // To close it would save it once more.
            workbook.getPackage().revert();
        }
    }

    private void build() {
        properties();
        // All sheets are there before the first feature points at one.
        plan.sheets().forEach(sheet -> workbook.createSheet(sheet.name()));
        plan.names().forEach(this::name);
        plan.sheets().forEach(this::sheet);
        visibility();
        workbook.setForceFormulaRecalculation(true);
        if (plan.iteration() != Plan.Iteration.NONE) {
            var calculation = workbook.getCTWorkbook().getCalcPr();
            calculation.setIterate(true);
            calculation.setIterateCount(1);
        }
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
        var cells = name.cells().fix();
        defined.setRefersToFormula(SheetNameFormatter.format(name.sheet()) + "!"
                + (cells.first().equals(cells.last()) ? cells.first() : cells));
    }

    private void sheet(SheetPlan planned) {
        var sheet = RowHeights.inLines(planned);
        var target = workbook.getSheet(sheet.name());
        var heights = RowHeights.of(sheet);
        grid(sheet, target);
        var geometry = new Geometry(sheet, heights);
        PageSetup.apply(sheet, geometry, plan.title() + " · " + plan.subject(), target);
        var features = new FeatureWriter(target, geometry);
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
