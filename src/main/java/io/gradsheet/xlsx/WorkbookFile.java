package io.gradsheet.xlsx;

import io.gradsheet.sheet.Plan;
import java.io.BufferedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** An .xlsx file to be written. */
public record WorkbookFile(OutputFile file) {
    public WorkbookFile(Path target, boolean replace) {
        this(new OutputFile(target, replace));
    }

    /**
     * Checks, before any long work, that the file can be written.
     *
     * @throws OutputException if the folder is missing or closed to us, or if there is something that must stay
     */
    public void check() {
        file.check();
    }

    /**
     * Writes the workbook. The file appears whole or not at all; a file that is replaced stays as it was until then. What a
     * row source throws passes through.
     *
     * @throws OutputException if {@link #check} fails or the disk does
     */
    public void write(Plan plan, Progress progress) {
        file.write(draft -> {
            try (var out = new BufferedOutputStream(Files.newOutputStream(draft))) {
                Skeleton.write(plan, progress, out);
            }
        });
    }
}
