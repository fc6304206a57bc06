package io.gradsheet.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFConnector;
import org.apache.poi.xssf.usermodel.XSSFDataValidation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSimpleShape;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTPlotArea;
import org.openxmlformats.schemas.drawingml.x2006.chart.STCrosses;
import org.openxmlformats.schemas.drawingml.x2006.chart.STDispBlanksAs;
import org.openxmlformats.schemas.drawingml.x2006.main.STPresetLineDashVal;

/** What the plan says is in the workbook that another reader opens. */
class WrittenWorkbookTest {
    @TempDir
    static Path folder;

    private static XSSFWorkbook workbook;

    @BeforeAll
    static void writeAndOpen() throws Exception {
        var file = folder.resolve("everything.xlsx");
        new WorkbookFile(file, false).write(EverythingPlan.plan(), Progress.SILENT);
        workbook = new XSSFWorkbook(file.toFile());
    }

    @AfterAll
    static void close() throws Exception {
        workbook.close();
    }

    private static XSSFCell cell(String sheet, int row, int column) {
        return workbook.getSheet(sheet).getRow(row).getCell(column);
    }

    @Test
    void aStreamedFormulaCarriesItsFormulaAndJavasValue() {
        var cell = cell("Training", 4, 4);
        assertThat(cell.getCellFormula()).isEqualTo("1/(1+EXP(-D5))");
        assertThat(cell.getNumericCellValue()).isEqualTo(1 / (1 + Math.exp(-1.0)));
        assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("0.0000");
    }

    @Test
    void aFormulaInTheHeadCarriesItsFormulaAndJavasValue() {
        var cell = cell("Cost", 2, 3);
        assertThat(cell.getCellFormula()).isEqualTo("ABS(B3-C3)");
        assertThat(cell.getNumericCellValue()).isCloseTo(0.93, within(1e-12));
        assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("0E+0;-0E+0;0");
    }

    @Test
    void aFormulaMayYieldAnErrorOrAnEmptyText() {
        assertThat(cell("Training", 3, 11).getCachedFormulaResultType()).isEqualTo(CellType.ERROR);
        assertThat(cell("Training", 3, 11).getErrorCellString()).isEqualTo("#NUM!");
        assertThat(cell("Training", 3, 10).getCachedFormulaResultType()).isEqualTo(CellType.STRING);
        assertThat(cell("Training", 3, 10).getStringCellValue()).isEmpty();
    }

    @Test
    void headRowsComeBeforeTheRowsThatStream() {
        var training = workbook.getSheet("Training");
        assertThat(training.getLastRowNum()).isEqualTo(2 + EverythingPlan.EPOCHS - 1);
        assertThat(cell("Training", 1, 0).getStringCellValue()).isEqualTo("k");
        assertThat(cell("Training", 2, 0).getNumericCellValue()).isEqualTo(1);
        assertThat(training.getDimension().formatAsString()).isEqualTo("A1:L14");
    }

    @Test
    void indicesAreSuperscriptsAndSubscriptsInTheFontOfTheRole() {
        var rich = cell("Training", 1, 2).getRichStringCellValue();
        assertThat(rich.getString()).isEqualTo("w211");
        assertThat(rich.numFormattingRuns()).isEqualTo(3);
        assertThat(rich.getFontOfFormattingRun(1).getTypeOffset()).isEqualTo(Font.SS_SUPER);
        assertThat(rich.getFontOfFormattingRun(2).getTypeOffset()).isEqualTo(Font.SS_SUB);
        assertThat(rich.getFontOfFormattingRun(2).getBold()).isTrue();
        assertThat(rich.getFontOfFormattingRun(2).getFontName()).isEqualTo("Arial");
    }

    @Test
    void inputsAloneAreBlueOnPaleYellow() {
        var style = cell("Training", 0, 2).getCellStyle();
        assertThat(style.getFont().getXSSFColor().getARGBHex()).isEqualTo("FF0000C0");
        assertThat(style.getFillForegroundColorColor().getARGBHex()).isEqualTo("FFFFFBDD");
        var result = cell("Training", 2, 2).getCellStyle();
        assertThat(result.getFont().getXSSFColor().getARGBHex()).isEqualTo("FF000000");
    }

    @Test
    void aNumberThatFindsNoRoomIsDrawnSmallerAndATitleIsNot() {
        assertThat(cell("Training", 4, 4).getCellStyle().getShrinkToFit()).isTrue();
        assertThat(cell("Training", 0, 2).getCellStyle().getShrinkToFit()).isTrue();
        assertThat(cell("Guide", 0, 0).getCellStyle().getShrinkToFit()).isFalse();
    }

    @Test
    void groupedRowsAreFoldedAndTheSheetKnowsItsLevels() {
        var training = workbook.getSheet("Training");
        assertThat(training.getRow(2).getZeroHeight()).isFalse();
        assertThat(training.getRow(3).getZeroHeight()).isTrue();
        assertThat(training.getRow(3).getOutlineLevel()).isEqualTo(1);
        assertThat(training.getCTWorksheet().getSheetFormatPr().getOutlineLevelRow())
                .isEqualTo((short) 1);
    }

    @Test
    void entriesAreChecked() {
        var bounds = first("Training").getValidationConstraint();
        assertThat(bounds.getValidationType()).isEqualTo(ValidationType.DECIMAL);
        assertThat(bounds.getFormula1()).isEqualTo("0.0");
        assertThat(bounds.getFormula2()).isEqualTo("10.0");
        assertThat(first("Training").getErrorBoxText()).isEqualTo("η is a number from 0 to 10.");
        assertThat(first("Training").getShowErrorBox()).isTrue();
        assertThat(workbook.getSheet("Training")
                        .getDataValidations()
                        .get(1)
                        .getValidationConstraint()
                        .getValidationType())
                .isEqualTo(ValidationType.INTEGER);
        assertThat(first("Looks").getValidationConstraint().getExplicitListValues())
                .containsExactly("sigmoid", "tanh");
        assertThat(first("Pictures").getValidationConstraint().getFormula1()).isEqualTo("Store!$A$1:$A$3");
    }

    private static XSSFDataValidation first(String sheet) {
        return workbook.getSheet(sheet).getDataValidations().get(0);
    }

    @Test
    void linksLeadToPlacesInTheWorkbook() {
        var link = workbook.getSheet("Guide").getHyperlink(5, 0);
        assertThat(link.getType()).isEqualTo(HyperlinkType.DOCUMENT);
        assertThat(link.getLocation()).isEqualTo("Cost!B3");
    }

    @Test
    void coloursAndSignalsFollowTheValues() {
        var formatting = workbook.getSheet("Pictures").getSheetConditionalFormatting();
        assertThat(formatting.getNumConditionalFormattings()).isEqualTo(6);
        var diverging = formatting.getConditionalFormattingAt(1).getRule(0).getColorScaleFormatting();
        assertThat(diverging.getThresholds())
                .extracting(threshold -> threshold.getValue())
                .containsExactly(-2.0, 0.0, 2.0);
        var signal = formatting.getConditionalFormattingAt(3).getRule(0);
        assertThat(signal.getFormula1()).isEqualTo("$K$2=2");
        assertThat(signal.getFontFormatting().isBold()).isTrue();
        var large = formatting.getConditionalFormattingAt(5).getRule(0);
        assertThat(large.getFormula1()).isEqualTo("ABS(K4)>=1000");
        assertThat(large.getNumberFormat().getFormat()).isEqualTo("0.00E+0");
    }

    @Test
    void chartsNameTheirAxesAndShowFoldedRows() {
        var charts = workbook.getSheet("Cost").getDrawingPatriarch().getCharts();
        assertThat(charts).hasSize(2);
        var line = charts.get(0).getCTChart();
        assertThat(charts.get(0).getTitleText().getString()).isEqualTo("Cost by epoch");
        assertThat(line.getPlotVisOnly().getVal()).isFalse();
        assertThat(line.getDispBlanksAs().getVal()).isEqualTo(STDispBlanksAs.GAP);
        assertThat(line.getPlotArea()
                        .getLineChartArray(0)
                        .getSerArray(1)
                        .getVal()
                        .getNumRef()
                        .getF())
                .isEqualTo("Cost!$C$3:$C$32");
        assertThat(line.getPlotArea()
                        .getCatAxArray(0)
                        .getTitle()
                        .getTx()
                        .getRich()
                        .getPArray(0)
                        .getRArray(0)
                        .getT())
                .isEqualTo("epoch");
        assertThat(charts.get(1)
                        .getCTChart()
                        .getPlotArea()
                        .getScatterChartArray(0)
                        .sizeOfSerArray())
                .isEqualTo(3);
    }

    private static CTPlotArea plotArea(int chart) {
        return workbook.getSheet("Charts")
                .getDrawingPatriarch()
                .getCharts()
                .get(chart)
                .getCTChart()
                .getPlotArea();
    }

    @Test
    void seriesAreNamedByCellsAndToldApartWithoutColour() {
        var series = plotArea(0).getScatterChartArray(0).getSerList();
        assertThat(series).extracting(drawn -> drawn.getTx().getStrRef().getF()).contains("Charts!$B$2");
        assertThat(series.get(0).getSpPr().getLn().getPrstDash().getVal()).isEqualTo(STPresetLineDashVal.SOLID);
        assertThat(series.get(1).getSpPr().getLn().getPrstDash().getVal()).isEqualTo(STPresetLineDashVal.DASH);
        assertThat(series.get(2).getSpPr().getLn().isSetNoFill()).isTrue();
        assertThat(series)
                .extracting(drawn -> drawn.getMarker().getSymbol().getVal())
                .doesNotHaveDuplicates();
    }

    @Test
    void anAxisMayBeBoundAtOneEndAndHaveNoTitle() {
        var x = plotArea(0).getValAxArray(0);
        assertThat(x.getScaling().getMin().getVal()).isEqualTo(-1);
        assertThat(x.getScaling().isSetMax()).isFalse();
        assertThat(x.isSetTitle()).isTrue();
        assertThat(plotArea(0).getValAxArray(1).isSetTitle()).isFalse();
    }

    @Test
    void logarithmicAxesCrossAtTheirLowerEnds() {
        for (var axis : plotArea(1).getValAxArray()) {
            assertThat(axis.getScaling().getLogBase().getVal()).isEqualTo(10);
            assertThat(axis.getCrosses().getVal()).isEqualTo(STCrosses.MIN);
        }
        assertThat(plotArea(1).getValAxArray(1).getScaling().getMin().getVal()).isEqualTo(1e-12);
    }

    @Test
    void columnsOfAHistogramTouchAndALineLiesOverThem() {
        var columns = plotArea(2).getBarChartArray(0);
        assertThat(columns.getGapWidth().getVal()).hasToString("0");
        assertThat(columns.getSerArray(0).getCat().getNumRef().getF()).isEqualTo("Charts!$E$3:$E$14");
        var line = plotArea(2).getLineChartArray(0);
        assertThat(line.getSerArray(0).getOrder().getVal()).isEqualTo(1);
        assertThat(line.getAxIdArray(0).getVal())
                .isEqualTo(columns.getAxIdArray(0).getVal());
        assertThat(plotArea(3).getBarChartArray(0).getGapWidth().getVal()).isNotEqualTo(0);
        assertThat(plotArea(3).getBarChartArray(0).sizeOfSerArray()).isEqualTo(2);
    }

    @Test
    void shapesCarryRichTextAndArrowsMayPointBack() {
        var shapes = workbook.getSheet("Guide").getDrawingPatriarch().getShapes();
        var node = shapes.stream()
                .filter(XSSFSimpleShape.class::isInstance)
                .map(XSSFSimpleShape.class::cast)
                .filter(shape -> shape.getText().equals("a21"))
                .findFirst()
                .orElseThrow();
        assertThat(node.getTextParagraphs().get(0).getTextRuns().get(1).isSuperscript())
                .isTrue();
        assertThat(node.getTextParagraphs().get(0).getTextRuns().get(2).isSubscript())
                .isTrue();
        var back = shapes.stream()
                .filter(XSSFConnector.class::isInstance)
                .map(shape -> ((XSSFConnector) shape).getCTConnector().getSpPr())
                .filter(shape -> shape.getLn().getW() == 38_100)
                .findFirst()
                .orElseThrow();
        assertThat(back.getXfrm().getFlipH()).isTrue();
        assertThat(back.getXfrm().getFlipV()).isFalse();
        assertThat(back.getLn().isSetTailEnd()).isTrue();
    }

    @Test
    void namesPanesAndPagesAreSetUp() {
        assertThat(workbook.getName("eta").getRefersToFormula()).isEqualTo("Training!$C$1");
        XSSFSheet training = workbook.getSheet("Training");
        assertThat(training.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 2);
        assertThat(training.getPaneInformation().getVerticalSplitPosition()).isEqualTo((short) 1);
        assertThat(training.getRepeatingRows().formatAsString()).isEqualTo("1:2");
        assertThat(training.getPrintSetup().getLandscape()).isTrue();
        assertThat(training.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
        assertThat(training.getPrintSetup().getFitHeight()).isZero();
        assertThat(training.getFooter().getLeft()).isEqualTo("Backpropagation && friends · 4.3-backpropagation");
        assertThat(workbook.getSheet("Guide").getPrintSetup().getFitHeight()).isEqualTo((short) 1);
        assertThat(workbook.getForceFormulaRecalculation()).isTrue();
        var calculation = workbook.getCTWorkbook().getCalcPr();
        assertThat(calculation.getIterate()).isTrue();
        assertThat(calculation.getIterateCount()).isEqualTo(1);
    }

    @Test
    void aHiddenSheetIsInNoMenu() {
        assertThat(workbook.getSheetVisibility(workbook.getSheetIndex("Store"))).isEqualTo(SheetVisibility.VERY_HIDDEN);
        assertThat(workbook.getActiveSheetIndex()).isZero();
    }

    @Test
    void mergedCellsAreFramedAsOne() {
        assertThat(workbook.getSheet("Pictures").getMergedRegion(0).formatAsString())
                .isEqualTo("K1:N1");
        assertThat(cell("Pictures", 0, 13).getCellStyle())
                .isEqualTo(cell("Pictures", 0, 10).getCellStyle());
    }

    @Test
    void aTextOverMergedCellsGetsTheHeightItNeeds() {
        var guide = workbook.getSheet("Guide");
        assertThat(guide.getRow(1).getHeightInPoints()).isBetween(26f, 45f);
        assertThat(guide.getRow(4).getHeightInPoints()).isEqualTo(15f);
    }
}
