package io.gradsheet.classroom.marking;

import io.gradsheet.classroom.Task;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.sheet.Value;
import io.gradsheet.xlsx.OutputFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;

/** The marks of a class as comma-separated values. */
public final class MarksTable {
    /** What a spreadsheet program would take for a formula: names come from files that anybody may have changed. */
    private static final String FORMULA_SIGNS = "=+-@\t\r";

    private final Marks marks;
    private final Texts texts;

    /** What reads the table. */
    public enum Reader {
        /** Anybody: a column for each task. */
        ANY,
        /** The import of grades in Moodle. */
        MOODLE,
        /** The import of the gradebook in Canvas. */
        CANVAS
    }

    public MarksTable(Marks marks) {
        this.marks = marks;
        this.texts = new Texts(MarksBook.BUNDLE, marks.language());
    }

    /**
     * Writes the table. It appears whole or not at all.
     *
     * @throws io.gradsheet.xlsx.OutputException if it cannot be written
     */
    public void write(OutputFile file, Reader reader) {
        var table = rows(reader).stream()
                .map(row -> CSVFormat.DEFAULT.format(row.toArray()) + CSVFormat.DEFAULT.getRecordSeparator())
                .collect(Collectors.joining());
        file.write(draft -> Files.writeString(draft, table, StandardCharsets.UTF_8));
    }

    private List<List<String>> rows(Reader reader) {
        return switch (reader) {
            case ANY -> any();
            case MOODLE -> moodle();
            case CANVAS -> canvas();
        };
    }

    private List<List<String>> any() {
        var rows = new ArrayList<List<String>>();
        var head = new ArrayList<>(List.of(texts.get("marks.id"), texts.get("marks.name")));
        marks.tasks().forEach(task -> head.add(texts.get("marks.task", task.number())));
        head.addAll(List.of(texts.get("marks.total"), texts.get("marks.share"), texts.get("marks.file")));
        rows.add(head);
        for (var student : marks.marked()) {
            var row = new ArrayList<>(List.of(text(student.id()), text(student.name())));
            marks.tasks().forEach(task -> row.add(number(marks.points(student, task))));
            row.addAll(List.of(
                    number(marks.total(student)),
                    number(Math.round(1e4 * marks.total(student) / marks.most()) / 1e4),
                    text(student.file().name())));
            rows.add(row);
        }
        for (var student : marks.missing()) {
            var row = new ArrayList<>(List.of(text(student.id()), text(student.name())));
            marks.tasks().forEach(task -> row.add(""));
            row.addAll(List.of("", "", texts.get("marks.missing")));
            rows.add(row);
        }
        return rows;
    }

    private List<List<String>> moodle() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("ID number", "Full name", text(marks.title()), "Feedback"));
        for (var student : marks.marked()) {
            rows.add(
                    List.of(text(student.id()), text(student.name()), number(marks.total(student)), feedback(student)));
        }
        return rows;
    }

    private List<List<String>> canvas() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("Student", "ID", "SIS User ID", "SIS Login ID", "Section", text(marks.title())));
        rows.add(List.of("    Points Possible", "", "", "", "", number(marks.most())));
        for (var student : marks.marked()) {
            var user = student.file()
                    .submitter()
                    .filter(submitter -> submitter.platform() == Submitter.Platform.CANVAS)
                    .map(Submitter::number)
                    .orElse("");
            rows.add(List.of(text(student.name()), user, text(student.id()), "", "", number(marks.total(student))));
        }
        return rows;
    }

    /** A line for each task, with the slips in it. */
    private String feedback(Marked student) {
        return marks.tasks().stream().map(task -> feedback(student, task)).collect(Collectors.joining("; "));
    }

    private String feedback(Marked student, Task task) {
        var slips = student.answers(task).stream()
                .flatMap(answer -> answer.slip().stream())
                .distinct()
                .map(slip -> texts.get("slip." + slip))
                .collect(Collectors.joining(", "));
        return texts.get("marks.task", task.number()) + ": "
                + texts.get("feedback.points", number(marks.points(student, task)), number(task.points()))
                + (slips.isEmpty() ? "" : " (" + slips + ")");
    }

    private static String number(double value) {
        return Value.of(value).toString();
    }

    private static String text(String text) {
        return !text.isEmpty() && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
