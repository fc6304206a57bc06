package io.gradsheet.recalc;

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
        new Dangers(workbook).refuseAll();
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
            throw new EngineException(workbook + " cannot be copied: " + XmlPart.reason(e), e);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }
}
