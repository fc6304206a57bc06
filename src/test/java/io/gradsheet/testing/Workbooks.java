package io.gradsheet.testing;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.Experiment;
import io.gradsheet.xlsx.Progress;
import io.gradsheet.xlsx.WorkbookFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbook files: made, and then changed as learners and programs change them. */
public final class Workbooks {
    private Workbooks() {}

    /** Generates the workbook of an experiment. */
    public static Path write(Experiment experiment, Path file) {
        return write(Lessons.of(experiment).plan(), file);
    }

    /** Writes a plan. */
    public static Path write(Plan plan, Path file) {
        new WorkbookFile(file, true).write(plan, Progress.SILENT);
        return file;
    }

    /** The same plan but for the values that its formulas carry: none of them is right. */
    public static Plan withWrongValues(Plan plan) {
        return with(plan, (address, cell) -> withWrongValue(cell));
    }

    /** The same plan but for some cells. */
    public static Plan with(Plan plan, BiFunction<Address, Cell, Cell> change) {
        var sheets = plan.sheets().stream().map(sheet -> with(sheet, change)).toList();
        return new Plan(plan.title(), plan.subject(), plan.language(), sheets, plan.names(), plan.iteration());
    }

    private static SheetPlan with(SheetPlan sheet, BiFunction<Address, Cell, Cell> change) {
        return new SheetPlan(
                sheet.name(),
                sheet.widths(),
                sheet.head().stream()
                        .map(row -> with(sheet.name(), row, change))
                        .toList(),
                sink -> sheet.body().pushTo(row -> sink.row(with(sheet.name(), row, change))),
                sheet.rows(),
                sheet.columns(),
                sheet.frozen(),
                sheet.page(),
                sheet.features(),
                sheet.hidden(),
                sheet.outlineLevels());
    }

    private static Row with(String sheet, Row row, BiFunction<Address, Cell, Cell> change) {
        var cells = new ArrayList<Cell>(row.cells());
        for (var column = 0; column < cells.size(); column++) {
            cells.set(column, change.apply(new Address(sheet, row.index(), column), cells.get(column)));
        }
        return new Row(row.index(), cells, row.look());
    }

    private static Cell withWrongValue(Cell cell) {
        if (cell instanceof Cell.Computed computed) {
            var wrong = computed.value() instanceof Value.Figure figure
                    ? Value.of(figure.number() + 1 + Math.abs(figure.number()))
                    : Value.of("wrong");
            return new Cell.Computed(computed.formula(), wrong, computed.role());
        }
        return cell;
    }

    /** Makes a file say that a program has saved it; nothing else in it changes. */
    public static Path asSavedBy(String application, Path file) {
        try (var archive = FileSystems.newFileSystem(file)) {
            var properties = archive.getPath("docProps/app.xml");
            var text = Files.readString(properties);
            Files.writeString(
                    properties, text.replaceFirst("<Application>[^<]*<", "<Application>" + application + "<"));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes a file; what no change is made to stays, results of formulas included. */
    public static Path edit(Path file, Consumer<XSSFWorkbook> change) {
        try (var workbook = read(file)) {
            change.accept(workbook);
            try (var out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static XSSFWorkbook read(Path file) throws IOException {
        // The whole file is in memory before it is written over.
        try (var in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    /** Changes one cell of a file. */
    public static Path edit(Path file, Address address, Consumer<XSSFCell> change) {
        return edit(file, workbook -> change.accept(cell(workbook, address)));
    }

    /** A cell of a workbook, made if it is not there. */
    public static XSSFCell cell(XSSFWorkbook workbook, Address address) {
        var cell = workbook.getSheet(address.sheet())
                .getRow(address.row())
                .getCell(address.column(), MissingCellPolicy.CREATE_NULL_AS_BLANK);
        if (cell.getCTCell().isSetIs()) {
            // POI would leave the text that stands in the cell beside the new value.
            var text = cell.getStringCellValue();
            cell.setBlank();
            cell.setCellValue(text);
        }
        return cell;
    }
}
