package io.gradsheet.xlsx;

import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Range;
import org.apache.poi.ss.usermodel.ConditionalFormattingThreshold.RangeType;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDxf;

/** Looks that follow the values of cells. The figures stay legible on every colour. */
final class Conditions {
    private static final String ORANGE = "F2A26B";
    private static final String BLUE = "7FAAE6";

    /** The colour of inputs, which pixels mostly are. */
    private static final String PAPER = "FFFBDC";

    /** As dark as ink can be under a figure that must stay legible. */
    private static final String INK = "A9B3BD";

    private static final String EXPONENT = "0.00E+0";
    private static final String WHOLE = "0";
    private static final String NOTHING = ";;;";

    private final XSSFSheet sheet;
    private final XSSFSheetConditionalFormatting formatting;

    Conditions(XSSFSheet sheet) {
        this.sheet = sheet;
        this.formatting = sheet.getSheetConditionalFormatting();
    }

    void colours(Feature.Colours colours) {
        var range = colours.range();
        var span = colours.span();
        switch (colours.palette()) {
            case INK -> add(range, scale(new double[] {0, span}, PAPER, INK));
            case DIVERGING -> add(range, scale(new double[] {-span, 0, span}, ORANGE, "FFFFFF", BLUE));
            case HALVES -> add(range, scale(new double[] {0, span / 2, span}, ORANGE, "FFFFFF", BLUE));
            case DEPTH -> add(range, depth());
        }
    }

    void signal(Feature.Signal signal) {
        var rule = formatting.createConditionalFormattingRule(signal.condition().text());
        switch (signal.tone()) {
            case GOOD -> {
                fill(rule, "C6E5C3");
                verdict(rule, "1B5E20");
            }
            case BAD -> {
                fill(rule, "F8C9C4");
                verdict(rule, "8B1A10");
            }
            case RIGHT -> {
                fill(rule, "C6E5C3");
                figures(rule, "1B5E20");
            }
            case WRONG -> {
                fill(rule, "F8C9C4");
                figures(rule, "8B1A10");
            }
            case HIDDEN -> {
                fill(rule, "FFFFFF");
                figures(rule, "FFFFFF");
            }
            case START -> fill(rule, "FFFFFF");
            case END -> fill(rule, "000000");
            case PATH -> fill(rule, "E07B28");
            case YES -> fill(rule, "10284F");
            case NO -> fill(rule, "C04A00");
            case LARGE, WHOLE -> {}
        }
        add(signal.range(), rule);
        switch (signal.tone()) {
            case LARGE -> format(EXPONENT);
            case WHOLE -> format(WHOLE);
            case RIGHT -> format("0.0000\" ✓\"");
            case WRONG -> format("0.0000\" ✗\";-0.0000\" ✗\";0.0000\" ✗\";@\" ✗\"");
            case HIDDEN -> format(NOTHING);
            default -> {}
        }
    }

    private static void fill(XSSFConditionalFormattingRule rule, String colour) {
        var fill = rule.createPatternFormatting();
        fill.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
        fill.setFillBackgroundColor(Styles.colour(colour));
    }

    /** Gives the rule that was added last a number format, for which POI has no method. */
    private void format(String code) {
        var workbook = sheet.getWorkbook();
        var styles = workbook.getStylesSource();
        var all = sheet.getCTWorksheet();
        var rule = all.getConditionalFormattingArray(all.sizeOfConditionalFormattingArray() - 1)
                .getCfRuleArray(0);
        if (!rule.isSetDxfId()) {
            rule.setDxfId(styles.putDxf(CTDxf.Factory.newInstance()) - 1L);
        }
        var format = styles.getDxfAt((int) rule.getDxfId()).addNewNumFmt();
        format.setFormatCode(code);
        format.setNumFmtId(workbook.createDataFormat().getFormat(code));
    }

    /** Bold, so that it is legible without colour. */
    private static void verdict(XSSFConditionalFormattingRule rule, String colour) {
        rule.createFontFormatting().setFontStyle(false, true);
        figures(rule, colour);
    }

    /** A colour for each number, those between mixed; without numbers, from the lowest value to the highest. */
    private XSSFConditionalFormattingRule scale(double[] numbers, String... colours) {
        var rule = formatting.createConditionalFormattingColorScaleRule();
        var scale = rule.getColorScaleFormatting();
        scale.setNumControlPoints(colours.length);
        var thresholds = scale.getThresholds();
        for (var i = 0; i < colours.length; i++) {
            if (numbers.length > 0) {
                thresholds[i].setRangeType(RangeType.NUMBER);
                thresholds[i].setValue(numbers[i]);
            } else {
                thresholds[i].setRangeType(i == 0 ? RangeType.MIN : RangeType.MAX);
            }
        }
        scale.setThresholds(thresholds);
        var colors = new XSSFColor[colours.length];
        for (var i = 0; i < colours.length; i++) {
            colors[i] = Styles.colour(colours[i]);
        }
        scale.setColors(colors);
        return rule;
    }

    /** Half of the values below the middle colour, half above: a single high corner does not make all else one colour. */
    private XSSFConditionalFormattingRule depth() {
        var rule = scale(new double[0], "2F6DB5", "BFD9F2", "FFFDF5");
        var scale = rule.getColorScaleFormatting();
        var thresholds = scale.getThresholds();
        thresholds[1].setRangeType(RangeType.PERCENTILE);
        thresholds[1].setValue(40d);
        scale.setThresholds(thresholds);
        return rule;
    }

    private static void figures(XSSFConditionalFormattingRule rule, String colour) {
        var font = rule.createFontFormatting();
        // POI writes the first colour of a font without its opacity, which the format demands; the second is whole.
        font.setFontColorIndex((short) 0);
        font.setFontColor(Styles.colour(colour));
    }

    private void add(Range range, XSSFConditionalFormattingRule... rules) {
        formatting.addConditionalFormatting(new CellRangeAddress[] {FeatureWriter.cells(range)}, rules);
    }
}
