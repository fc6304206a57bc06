package io.gradsheet.classroom.marking;

import io.gradsheet.classroom.marking.FeedbackFolder.Trouble;
import io.gradsheet.xlsx.AnnotatedCopy.UncopiableException;
import io.gradsheet.xlsx.OutputFile;
import io.gradsheet.xlsx.WorkbookFile;
import java.nio.file.Files;
import java.util.Optional;

/**
 * The feedback to one student: a copy of the workbook with remarks, or where it cannot be copied, its remarks on a plain page.
 *
 * @param isAnonymous whether it is handed on without a name
 * @param limit how long the work on one file may take
 */
record FeedbackCopy(Marks marks, boolean isAnonymous, TimeLimit limit) {
    /**
     * Writes it. It appears whole or not at all.
     *
     * @return what is not as was asked for
     * @throws io.gradsheet.xlsx.OutputException if it cannot be written
     */
    Optional<Trouble> write(Marked student, OutputFile file) {
        var copy = new Feedback(marks).copy(student);
        if (isAnonymous) {
            // A copy would tell by its properties, its footers and whatever the student wrote in it.
            new WorkbookFile(file)
                    .write(new RemarksPage(marks.language()).withoutName(marks, student, copy.remarks()), done -> {});
            return Optional.empty();
        }
        try {
            var bytes = limit.run(copy::bytes);
            file.write(draft -> Files.write(draft, bytes));
            return Optional.empty();
        } catch (UncopiableException | TimeLimit.ExceededException | OutOfMemoryError e) {
            new WorkbookFile(file)
                    .write(new RemarksPage(marks.language()).of(marks, student, copy.remarks()), done -> {});
            return Optional.of(new Trouble(
                    student.file().name(),
                    false,
                    student.file().name()
                            + ": the workbook cannot be copied, since parts of it are damaged, too many or"
                            + " unknown here; its remarks are on a plain page in place of it"));
        }
    }
}
