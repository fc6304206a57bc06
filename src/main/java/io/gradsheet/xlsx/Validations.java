package io.gradsheet.xlsx;

import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.RichText;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFDataValidationConstraint;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** What may be entered into inputs; anything else is refused with a hint. */
final class Validations {
    private static final int MAX_HINT = 255;

    /** Of the lines of a message, in ems. */
    private static final double MESSAGE_WIDTH = 30;

    /** The largest number that a person can type into a spreadsheet. */
    private static final double MAX_NUMBER = 9.99999999999999e307;

    private final XSSFSheet sheet;
    private final XSSFDataValidationHelper helper;

    Validations(XSSFSheet sheet) {
        this.sheet = sheet;
        this.helper = new XSSFDataValidationHelper(sheet);
    }

    void choice(Feature.Choice choice) {
        var values = choice.values().toArray(String[]::new);
        add(choice.range(), helper.createExplicitListConstraint(values), choice.hint());
    }

    void choice(Feature.ChoiceFrom choice) {
        var list = FeatureWriter.absolute(choice.sheet(), choice.list());
        add(choice.range(), helper.createFormulaListConstraint(list), choice.hint());
    }

    void bounds(Feature.Bounds bounds) {
        var least = number(bounds.least());
        var most = number(bounds.most());
        var between = bounds.whole()
                ? helper.createIntegerConstraint(OperatorType.BETWEEN, least, most)
                : helper.createDecimalConstraint(OperatorType.BETWEEN, least, most);
        add(bounds.range(), between, bounds.hint());
    }

    void message(Feature.Message message) {
        var cells = new CellRangeAddressList();
        cells.addCellRangeAddress(FeatureWriter.cells(message.range()));
        var anything = new XSSFDataValidationConstraint(ValidationType.ANY, "");
        var validation = helper.createValidation(anything, cells);
        // LibreOffice shows a message without breaks in one line, beyond the edge of the window.
        var text = LineBreaks.wrapped(RichText.plain(message.text()), MESSAGE_WIDTH)
                .text();
        validation.createPromptBox("", Texts.plain(text, MAX_HINT));
        validation.setShowPromptBox(true);
        validation.setShowErrorBox(false);
        sheet.addValidationData(validation);
    }

    private void add(Range range, DataValidationConstraint constraint, String hint) {
        var cells = new CellRangeAddressList();
        cells.addCellRangeAddress(FeatureWriter.cells(range));
        var validation = helper.createValidation(constraint, cells);
        validation.createErrorBox("", Texts.plain(hint, MAX_HINT));
        validation.setShowErrorBox(true);
        // What POI calls suppressing is showing in this format.
        validation.setSuppressDropDownArrow(true);
        sheet.addValidationData(validation);
    }

    private static String number(double bound) {
        return Double.toString(Math.max(-MAX_NUMBER, Math.min(MAX_NUMBER, bound)));
    }
}
