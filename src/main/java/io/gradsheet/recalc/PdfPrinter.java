package io.gradsheet.recalc;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;

/** Prints workbooks of our own as PDF files, by LibreOffice and in one run of it. */
public final class PdfPrinter {
    private final LibreOfficeEngine program;
    private final Path temporary;

    /**
     * A printer.
     *
     * @param limit how long it may take for all workbooks
     */
    public PdfPrinter(Duration limit) {
        this.program = new LibreOfficeEngine(limit);
        this.temporary = Path.of(System.getProperty("java.io.tmpdir"));
    }

    /** Something to be done with the file of a workbook, which counts from 0. */
    @FunctionalInterface
    public interface Step {
        void at(int number, Path file);
    }

    /**
     * Prints.
     *
     * @param count how many workbooks there are
     * @param write writes each to a file that is not there
     * @param take takes each PDF, whose file lasts no longer
     * @throws EngineException if LibreOffice is missing, fails, or exceeds its time limit
     */
    public void print(int count, Step write, Step take) {
        var folder = ScratchFolder.within(temporary);
        try {
            var workbooks = new ArrayList<Path>();
            for (var i = 0; i < count; i++) {
                var workbook = folder.path().resolve(i + ".xlsx");
                write.at(i, workbook);
                workbooks.add(workbook);
            }
            program.convert(folder, "pdf", workbooks);
            for (var i = 0; i < count; i++) {
                var printed = folder.folder(Conversion.OUTPUT_FOLDER).resolve(i + ".pdf");
                if (!Files.exists(printed)) {
                    throw new EngineException("LibreOffice printed nothing" + ExternalProgram.complaint(folder));
                }
                take.at(i, printed);
            }
        } finally {
            folder.close();
        }
    }
}
