package io.gradsheet.classroom.marking;

import io.gradsheet.classroom.ExerciseSheet;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Value;
import io.gradsheet.xlsx.AnnotatedCopy;
import io.gradsheet.xlsx.AnnotatedCopy.Entry;
import io.gradsheet.xlsx.AnnotatedCopy.Remark;
import io.gradsheet.xlsx.AnnotatedCopy.Tone;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** A student's workbook with a remark on every answer. */
final class Feedback {
    /** More than anybody compares. */
    private static final MathContext SHOWN = new MathContext(6);

    /** A longer one helps nobody. */
    private static final int LONGEST_WORKING = 400;

    private final Marks marks;
    private final Texts texts;

    Feedback(Marks marks) {
        this.marks = marks;
        this.texts = new Texts(MarksBook.BUNDLE, marks.language());
    }

    AnnotatedCopy copy(Marked student) {
        var remarks = new ArrayList<Remark>();
        for (var answer : student.answers()) {
            remarks.add(new Remark(
                    student.places().now(answer.blank().place()),
                    tone(answer.verdict()),
                    String.join("\n", lines(answer))));
        }
        return new AnnotatedCopy(student.file().file(), remarks, entries(student));
    }

    /** Marks and points on the sheet of the tasks, in place of what followed the screen. */
    private List<Entry> entries(Marked student) {
        var entries = new ArrayList<Entry>();
        entries.add(entry(student, ExerciseSheet.TOTAL_ROW, 2, Value.of(texts.get("feedback.total")), 2, ""));
        entries.add(entry(
                student, ExerciseSheet.TOTAL_ROW, ExerciseSheet.VALUE_COLUMN, Value.of(marks.total(student)), 4, ""));
        var captions = ExerciseSheet.FIRST_ROW - 1;
        entries.add(entry(student, captions, ExerciseSheet.MARK_COLUMN, Value.of(texts.get("feedback.mark")), 0, ""));
        entries.add(
                entry(student, captions, ExerciseSheet.SCORE_COLUMN, Value.of(texts.get("feedback.reached")), 0, ""));
        var row = ExerciseSheet.FIRST_ROW;
        for (var task : student.tasks()) {
            entries.add(entry(
                    student,
                    row++,
                    ExerciseSheet.SCORE_COLUMN,
                    Value.of(marks.points(student, task)),
                    ExerciseSheet.POINTS_COLUMN,
                    ""));
            for (var answer : student.answers(task)) {
                entries.add(entry(
                        student,
                        row++,
                        ExerciseSheet.MARK_COLUMN,
                        Value.of(mark(answer.verdict())),
                        ExerciseSheet.VALUE_COLUMN,
                        answer.blank().place().toString()));
            }
        }
        return entries;
    }

    private static Entry entry(Marked student, int row, int column, Value value, int like, String first) {
        return new Entry(student.places().now(new Address(ExerciseSheet.NAME, row, column)), value, like, first);
    }

    private static String mark(Verdict verdict) {
        return switch (verdict) {
            case RIGHT -> ExerciseSheet.RIGHT;
            case FOLLOWS, UNCOUNTED, TYPED -> "(" + ExerciseSheet.RIGHT + ")";
            case WRONG -> ExerciseSheet.WRONG;
            case EMPTY -> "–";
        };
    }

    private static Tone tone(Verdict verdict) {
        return switch (verdict) {
            case RIGHT -> Tone.GOOD;
            case FOLLOWS, UNCOUNTED, TYPED -> Tone.FAIR;
            case WRONG -> Tone.BAD;
            case EMPTY -> Tone.MISSING;
        };
    }

    private List<String> lines(Answer answer) {
        var lines = new ArrayList<String>();
        switch (answer.verdict()) {
            case RIGHT -> lines.add(texts.get("feedback.right"));
            case FOLLOWS -> {
                lines.add(texts.get("feedback.follows"));
                addNumbers(lines, answer);
            }
            case UNCOUNTED -> {
                lines.add(texts.get("feedback.uncounted"));
                addNumbers(lines, answer);
            }
            case TYPED -> {
                lines.add(texts.get("feedback.typed"));
                addNumbers(lines, answer);
            }
            case WRONG -> {
                lines.add(texts.get("feedback.wrong"));
                addNumbers(lines, answer);
                answer.slip().ifPresent(slip -> lines.add(texts.get("feedback.slip", texts.get("slip." + slip))));
            }
            case EMPTY -> {
                lines.add(texts.get("feedback.empty"));
                addRight(lines, answer);
            }
        }
        return lines;
    }

    private void addNumbers(List<String> lines, Answer answer) {
        lines.add(texts.get(
                "feedback.found",
                answer.number().isPresent()
                        ? shown(answer.number().getAsDouble())
                        : answer.found().value().content()));
        var right = answer.blank().value();
        addRight(lines, answer);
        answer.followed().stream()
                .filter(followed -> !answer.task().tolerance().accepts(followed, right))
                .forEach(followed -> lines.add(texts.get("feedback.followed", shown(followed))));
    }

    /** The right number, and how it is worked out. */
    private void addRight(List<String> lines, Answer answer) {
        lines.add(texts.get("feedback.expected", shown(answer.blank().value())));
        var working = answer.blank().working();
        if (working.length() <= LONGEST_WORKING) {
            lines.add(texts.get("feedback.working", working));
        }
    }

    private static String shown(double number) {
        return number == 0
                ? "0"
                : BigDecimal.valueOf(number).round(SHOWN).stripTrailingZeros().toPlainString();
    }
}
