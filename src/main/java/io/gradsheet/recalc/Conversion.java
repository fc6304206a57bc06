package io.gradsheet.recalc;

import io.gradsheet.sheet.Address;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** How the engines that are other programs work: a copy of the workbook goes in, another workbook comes out. */
final class Conversion {
    static final String INPUT = "workbook.xlsx";
    static final String OUTPUT_FOLDER = "recalculated";

    private Conversion() {}

    /**
     * Looks through a workbook, copies it into a new folder, has it recalculated there, and opens what came out.
     *
     * @param temporary where the new folder is made
     * @param program what runs
     * @param recalculate turns {@link #INPUT} into a file of the same name in {@link #OUTPUT_FOLDER}, both in the folder it is given
     */
    static Recalculation run(
            Path workbook, Path temporary, ExternalProgram program, Consumer<ScratchFolder> recalculate) {
        refuseDangers(workbook);
        var folder = ScratchFolder.within(temporary);
        try {
            // A copy: programs leave lock files beside what they open.
            Files.copy(workbook, folder.path().resolve(INPUT));
            var output = folder.folder(OUTPUT_FOLDER).resolve(INPUT);
            recalculate.accept(folder);
            if (!Files.exists(output)) {
                throw new EngineException(
                        program.title() + " could not read " + workbook + ExternalProgram.complaint(folder));
            }
            return new StoredRecalculation(StoredWorkbook.open(output), folder::close);
        } catch (IOException e) {
            folder.close();
            throw new EngineException(workbook + " cannot be copied: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** A program is started only on what GradSheet could have written. */
    private static void refuseDangers(Path file) {
        try (var workbook = StoredWorkbook.open(file)) {
            workbook.foreignContent().ifPresent(content -> refuse(file, "the file", content));
            workbook.names()
                    .forEach((name, formula) -> FormulaText.dangerousFunction(formula)
                            .ifPresent(danger -> refuse(file, "the name " + name, danger)));
            for (var sheet : workbook.sheetNames()) {
                try (var rows = workbook.rows(sheet)) {
                    for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                        refuseDangers(file, sheet, row.get());
                    }
                }
            }
        }
    }

    private static void refuseDangers(Path file, String sheet, StoredRow row) {
        for (var cell : row.cells()) {
            FormulaText.dangerousFunction(cell.formula())
                    .ifPresent(
                            danger -> refuse(file, "cell " + new Address(sheet, row.index(), cell.column()), danger));
        }
    }

    private static void refuse(Path file, String holder, String danger) {
        throw new WorkbookException(file + ": " + holder + " contains " + danger
                + ", which reaches out of the workbook: GradSheet never writes that, and no program is started on it");
    }
}
