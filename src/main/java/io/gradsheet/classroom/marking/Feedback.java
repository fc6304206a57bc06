package io.gradsheet.classroom.marking;

import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.template.Language;
import io.gradsheet.xlsx.AnnotatedCopy;
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

    private final Texts texts;

    Feedback(Language language) {
        this.texts = new Texts(MarksBook.BUNDLE, language);
    }

    AnnotatedCopy copy(Marked student) {
        var remarks = new ArrayList<Remark>();
        for (var answer : student.answers()) {
            remarks.add(new Remark(
                    student.places().now(answer.blank().place()),
                    tone(answer.verdict()),
                    String.join("\n", lines(answer))));
        }
        return new AnnotatedCopy(student.file().file(), remarks);
    }

    private static Tone tone(Verdict verdict) {
        return switch (verdict) {
            case RIGHT -> Tone.GOOD;
            case FOLLOWS, TYPED -> Tone.FAIR;
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
                lines.add(texts.get("feedback.expected", shown(answer.blank().value())));
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
        lines.add(texts.get("feedback.expected", shown(right)));
        answer.followed().stream()
                .filter(followed -> !answer.task().tolerance().accepts(followed, right))
                .forEach(followed -> lines.add(texts.get("feedback.followed", shown(followed))));
    }

    private static String shown(double number) {
        return number == 0
                ? "0"
                : BigDecimal.valueOf(number).round(SHOWN).stripTrailingZeros().toPlainString();
    }
}
