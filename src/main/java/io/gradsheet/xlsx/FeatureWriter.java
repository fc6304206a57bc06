package io.gradsheet.xlsx;

import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Chart;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.formula.SheetNameFormatter;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Writes what lies on, around and behind the cells of one sheet. */
final class FeatureWriter {
    private final XSSFSheet sheet;
    private final Validations validations;
    private final Conditions conditions;
    private final ChartWriter charts;
    private final ShapeWriter shapes;

    FeatureWriter(XSSFSheet sheet, Geometry geometry) {
        this.sheet = sheet;
        this.validations = new Validations(sheet);
        this.conditions = new Conditions(sheet);
        this.charts = new ChartWriter(sheet);
        this.shapes = new ShapeWriter(sheet, geometry);
    }

    void write(Feature feature) {
        if (feature instanceof Feature.Merge merge) {
            sheet.addMergedRegionUnsafe(cells(merge.range()));
        } else if (feature instanceof Feature.Link link) {
            link(link);
        } else if (feature instanceof Feature.Choice choice) {
            validations.choice(choice);
        } else if (feature instanceof Feature.ChoiceFrom choice) {
            validations.choice(choice);
        } else if (feature instanceof Feature.Message message) {
            validations.message(message);
        } else if (feature instanceof Feature.Bounds bounds) {
            validations.bounds(bounds);
        } else if (feature instanceof Feature.Colours colours) {
            conditions.colours(colours);
        } else if (feature instanceof Feature.Signal signal) {
            conditions.signal(signal);
        } else if (feature instanceof Chart chart) {
            charts.write(chart);
        } else if (feature instanceof Feature.Drawing drawing) {
            shapes.write(drawing);
        } else if (feature instanceof Feature.Solver solver) {
            SolverNames.write(solver, sheet);
        }
    }

    static CellRangeAddress cells(Range range) {
        return new CellRangeAddress(
                range.first().row(),
                range.last().row(),
                range.first().column(),
                range.last().column());
    }

    /** A range as any sheet may write it, quoted where needed and held in both directions. */
    static String absolute(String sheet, Range range) {
        return range.fix().on(SheetNameFormatter.format(sheet)).text();
    }

    /** A cell as any sheet may write it, quoted where needed and held in both directions. */
    static String absolute(Address cell) {
        return Ref.at(cell.row(), cell.column())
                .fix()
                .on(SheetNameFormatter.format(cell.sheet()))
                .text();
    }

    private void link(Feature.Link link) {
        var hyperlink = sheet.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        hyperlink.setAddress(place(link.to()));
        hyperlink.setCellReference(
                Ref.at(link.from().row(), link.from().column()).toString());
        sheet.addHyperlink(hyperlink);
    }

    private static String place(Address to) {
        return Ref.at(to.row(), to.column())
                .on(SheetNameFormatter.format(to.sheet()))
                .text();
    }
}
