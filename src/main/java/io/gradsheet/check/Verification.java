package io.gradsheet.check;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.lesson.frame.SourceSheet;
import io.gradsheet.recalc.Engine;
import io.gradsheet.recalc.EngineException;
import io.gradsheet.recalc.StoredRow;
import io.gradsheet.recalc.StoredWorkbook;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.template.Experiment;
import io.gradsheet.template.Provenance;
import io.gradsheet.template.Template;
import io.gradsheet.template.TemplateException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The check of one workbook. It needs only the file: the template travels inside, the inputs are taken as they stand there now,
 * and Java trains again from them.
 */
public final class Verification {
    /** How many findings are told one by one. */
    public static final int MOST_FINDINGS = 1000;

    /** A sheet that only practice and exam workbooks have. */
    private static final String EXERCISE = "Exercise";

    private final Path file;
    private final Plan expected;
    private final Inspection inspection;
    private final List<String> remarks;

    private Verification(Path file, Plan expected, Inspection inspection, List<String> remarks) {
        this.file = file;
        this.expected = expected;
        this.inspection = inspection;
        this.remarks = List.copyOf(remarks);
    }

    /**
     * Reads a workbook and trains from its inputs.
     *
     * @throws io.gradsheet.recalc.WorkbookException if the file is not a workbook
     * @throws CheckException if it is not one of GradSheet, or a sheet of it is gone
     * @throws io.gradsheet.lesson.frame.InputException if an input holds what no computation can start from
     * @throws io.gradsheet.training.DivergenceException if training from these inputs diverges
     */
    public static Verification of(Path file, Progress progress) {
        try (var workbook = StoredWorkbook.open(file)) {
            var lesson = Lessons.of(experiment(file, provenance(file, workbook)));
            var inspection = Inspection.of(file, workbook, lesson.plan(), progress);
            var now = lesson.with(inspection.inputs());
            return new Verification(
                    file,
                    now.plan(),
                    inspection,
                    Stream.concat(now.remarks().stream(), now.cautions().stream())
                            .toList());
        }
    }

    private static Experiment experiment(Path file, Provenance provenance) {
        try {
            return Template.of(provenance).read(provenance.settings());
        } catch (TemplateException e) {
            throw new CheckException(
                    "the template inside " + file + " was changed and cannot be read: " + e.getMessage(), e);
        }
    }

    private static Provenance provenance(Path file, StoredWorkbook workbook) {
        if (!workbook.sheetNames().contains(SourceSheet.NAME)
                && workbook.sheetNames().contains(EXERCISE)) {
            throw new CheckException(file + " is an exam, which holds no answers: verify the teacher's workbook");
        }
        if (!workbook.sheetNames().contains(SourceSheet.NAME)) {
            throw new CheckException(file + " was not made by GradSheet, or its hidden sheet " + SourceSheet.NAME
                    + " was deleted: choose a workbook that gradsheet generate wrote");
        }
        var rows = new ArrayList<List<String>>();
        try (var cursor = workbook.rows(SourceSheet.NAME)) {
            for (var row = cursor.next(); row.isPresent(); row = cursor.next()) {
                rows.add(List.of(text(row.get(), 0), text(row.get(), 1)));
            }
        }
        if (SourceSheet.edition(rows).isPresent()) {
            throw new CheckException(file + " is a workbook to practise in, whose sheet " + EXERCISE
                    + " marks the answers: verify the teacher's workbook");
        }
        return SourceSheet.read(rows)
                .orElseThrow(() ->
                        new CheckException(file + " was made by another version of GradSheet, or its hidden sheet "
                                + SourceSheet.NAME + " was changed: generate the workbook again"));
    }

    private static String text(StoredRow row, int column) {
        return row.cells().stream()
                .filter(cell -> cell.column() == column)
                .findFirst()
                .map(cell -> cell.value().content())
                .orElse("");
    }

    /** What in the file is not as it was made; the first {@link #MOST_FINDINGS} cells. */
    public List<Finding> findings() {
        return inspection.findings();
    }

    /** What the inputs in the file have come to, a sentence each. */
    public List<String> remarks() {
        return remarks;
    }

    /** How many cells in the file are not as they were made. */
    public long findingCount() {
        return inspection.count();
    }

    /** Whether the file has lost something that it was made with, whatever its values are. */
    public boolean isDamaged() {
        return inspection.isDamaged();
    }

    /**
     * Whether a spreadsheet program has saved the file, and its own values in it, since it was generated.
     *
     * @throws io.gradsheet.recalc.WorkbookException if the file is not a workbook
     */
    public static boolean isSavedByAProgram(Path file) {
        try (var workbook = StoredWorkbook.open(file)) {
            return workbook.isSavedByAProgram() && workbook.holdsValues();
        }
    }

    /** The workbook as Java has it, with the inputs of the file. */
    public Plan expected() {
        return expected;
    }

    /** How many rows a comparison goes through. */
    public long rows() {
        return expected.sheets().stream().mapToLong(SheetPlan::rows).sum();
    }

    /**
     * Compares an engine's values with Java's.
     *
     * @param tolerance see {@link Agreement}
     * @throws io.gradsheet.recalc.EngineException if the engine is missing or fails
     */
    public Comparison compare(Engine engine, double tolerance, Progress progress) {
        if (expected.iteration() == Plan.Iteration.RUNNING && engine.recalculates()) {
            throw new EngineException("the formulas go on from the values that they had, which the " + engine.name()
                    + " engine does not know: set the switch that starts them to 0, or verify what Excel saved with --engine"
                    + " saved");
        }
        var start = System.nanoTime();
        var tally = new Tally(tolerance);
        var done = new long[1];
        try (var values = engine.recalculate(file)) {
            for (var sheet : expected.sheets()) {
                try (var rows = values.rows(sheet.name())) {
                    SideBySide.walk(sheet, rows, tally::add, () -> progress.rows(++done[0]));
                }
            }
            return tally.result(engine.name(), values.version(), Duration.ofNanos(System.nanoTime() - start));
        }
    }
}
