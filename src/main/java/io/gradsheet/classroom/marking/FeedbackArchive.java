package io.gradsheet.classroom.marking;

import io.gradsheet.classroom.Student;
import io.gradsheet.classroom.marking.FeedbackFolder.Trouble;
import io.gradsheet.classroom.roster.ColumnKind;
import io.gradsheet.classroom.roster.Platform;
import io.gradsheet.classroom.roster.Roster;
import io.gradsheet.scratch.RunFolder;
import io.gradsheet.xlsx.OutputException;
import io.gradsheet.xlsx.OutputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The copies with remarks as the archive that Moodle takes under "Upload multiple feedback files in a zip": a folder for each
 * participant, {@code NAME_NUMBER_assignsubmission_file_}, by whose number Moodle knows whom the file is for.
 */
public final class FeedbackArchive {
    private static final Pattern NUMBER = Pattern.compile("\\d+$");

    /** The same archive whenever it is written. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Marks marks;
    private final OutputFile target;
    private final Optional<Roster> worksheet;
    private final FeedbackCopy copy;
    private final Map<String, Student> students = new LinkedHashMap<>();
    private final List<Trouble> troubles = new ArrayList<>();

    FeedbackArchive(Marks marks, OutputFile target, Optional<Roster> roster, TimeLimit limit) {
        this.marks = marks;
        this.target = target;
        this.worksheet = roster.filter(read -> read.platform() == Platform.MOODLE_WORKSHEET);
        this.copy = new FeedbackCopy(marks, false, limit);
        worksheet.ifPresent(read -> read.students().forEach(student -> students.put(student.id(), student)));
    }

    /** Of how many students it is. */
    public int size() {
        return marks.marked().size();
    }

    /**
     * Writes the archive. It appears whole or not at all.
     *
     * @return what is not as was asked for
     * @throws OutputException if it cannot be written
     */
    public List<Trouble> write(LongConsumer progress) {
        target.write(draft -> {
            try (var place = RunFolder.within(folder(draft), ".gradsheet-", left -> {});
                    var zip = new ZipOutputStream(Files.newOutputStream(draft))) {
                var done = 0;
                for (var student : marks.marked()) {
                    var name = participant(student);
                    if (name.isPresent()) {
                        add(
                                zip,
                                name.get() + "/" + fileName(student),
                                student,
                                place.path().resolve("copy.xlsx"));
                    } else {
                        troubles.add(Trouble.missing(
                                student,
                                "nothing says which participant " + student.id() + " is in Moodle; name the grading"
                                        + " worksheet of the assignment as --roster"));
                    }
                    progress.accept(++done);
                }
            }
        });
        return List.copyOf(troubles);
    }

    private static Path folder(Path draft) {
        return Optional.ofNullable(draft.toAbsolutePath().getParent()).orElse(Path.of(""));
    }

    /** One file that cannot be copied concerns this file alone. */
    private void add(ZipOutputStream zip, String name, Marked student, Path file) throws IOException {
        try {
            copy.write(student, new OutputFile(file, true)).ifPresent(troubles::add);
        } catch (OutputException e) {
            troubles.add(Trouble.missing(student, e.getMessage().replace(file.toString(), "the copy")));
            return;
        }
        var entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        Files.copy(file, zip);
        zip.closeEntry();
    }

    /** The name of the folder: of the participant in the worksheet, or as it came, if it is the student's own. */
    private Optional<String> participant(Marked student) {
        if (worksheet.isPresent()) {
            return Optional.ofNullable(students.get(student.id()))
                    .flatMap(known -> participant(worksheet.get(), known));
        }
        return student.file()
                .submitter()
                .filter(submitter -> submitter.platform() == Submitter.Platform.MOODLE)
                .filter(submitter -> submitter.mayBe(student.name()))
                .map(submitter -> folderName(submitter.name(), submitter.number()));
    }

    private static Optional<String> participant(Roster worksheet, Student student) {
        var row = worksheet.row(student);
        var number = NUMBER.matcher(row.get(0).strip());
        return number.find()
                ? Optional.of(folderName(
                        worksheet.column(ColumnKind.FULL_NAME).map(row::get).orElse("Participant"), number.group()))
                : Optional.empty();
    }

    /** Moodle parts the name at underscores, and looks for the number behind the first. */
    private static String folderName(String name, String number) {
        return safe(name).replace('_', ' ') + "_" + number + "_assignsubmission_file_";
    }

    /** Hidden files are passed over. */
    private static String fileName(Marked student) {
        var path = student.file().name();
        var name = safe(path.substring(path.lastIndexOf('/') + 1)).replaceFirst("^[.~]+", "");
        var own = name.replaceFirst("^.*_assignsubmission_file_", "");
        return own.isBlank() ? "feedback.xlsx" : own;
    }

    private static String safe(String name) {
        return name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "-").strip();
    }
}
