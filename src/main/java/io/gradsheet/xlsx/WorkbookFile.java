package io.gradsheet.xlsx;

import io.gradsheet.sheet.Plan;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.LocaleUtil;
import org.apache.poi.util.TempFile;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

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
        // Apache POI, too, sets aside what it does not keep in memory in the draft's folder.
        file.write(draft -> TempFile.withStrategy(
                new DefaultTempFileCreationStrategy(draft.getParent().toFile()), () -> fill(draft, plan, progress)));
    }

    private static Path fill(Path draft, Plan plan, Progress progress) {
        try (var skeleton = new XSSFWorkbook();
                var disk = new Disk(Files.newOutputStream(draft));
                var out = new BufferedOutputStream(disk)) {
            skeleton.setCellFormulaValidation(false);
            var styles = new Styles(skeleton);
            build(plan, skeleton, styles);
            write(Bodies.join(plan, skeleton, styles, progress), out, disk);
            return draft;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void build(Plan plan, XSSFWorkbook skeleton, Styles styles) {
        // POI marks the titles of charts with a language: that of the machine, unless told that of the texts.
        LocaleUtil.setUserLocale(Locale.forLanguageTag(plan.language()));
        try {
            Skeleton.build(plan, skeleton, styles);
        } finally {
            LocaleUtil.resetUserLocale();
        }
    }

    private static void write(StreamedWorkbook workbook, OutputStream out, Disk disk) throws IOException {
        try {
            workbook.write(out);
        } catch (IOException e) {
            // POI wraps what a row source throws, and what the disk says is lost among what follows from it.
            if (e.getCause() instanceof RuntimeException ofTheRows) {
                throw ofTheRows;
            }
            throw disk.failure().orElse(e);
        } catch (OpenXML4JRuntimeException e) {
            // POI could not set the skeleton aside, in the folder of the target, and does not say why.
            throw new IOException("the disk takes no more; make room, or choose a folder on another disk", e);
        }
    }
}
