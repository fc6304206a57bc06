package io.gradsheet.classroom;

import io.gradsheet.classroom.Lines.Line;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.template.Experiment;
import io.gradsheet.template.NetworkExperiment;
import java.util.List;

/** How tasks of a kind of lesson are called. */
final class LessonWords {
    /** Of more, the first and the last stand for all. */
    private static final int MOST_NAMED = 6;

    private final Experiment experiment;
    private final Texts texts;

    LessonWords(Experiment experiment, Texts texts) {
        this.experiment = experiment;
        this.texts = texts;
    }

    String next(String symbol) {
        return texts.get("task.next", symbol);
    }

    /** A task that is a row. */
    String title(List<String> symbols, Line line) {
        if (line.number().isEmpty()) {
            return texts.get("task.row", span(symbols), line.caption());
        }
        if (experiment instanceof NetworkExperiment network) {
            return network.epochs() == 1
                    ? texts.get("task.sample", span(symbols), line.number().get())
                    : texts.get(
                            "task.sample.epoch", span(symbols), line.number().get(), line.epoch());
        }
        return texts.get("task.step", span(symbols), line.number().get());
    }

    /** A task that is a column, or one of its own. */
    String title(List<String> symbols, List<Integer> rows, String sheet) {
        if (rows.size() == 1) {
            return texts.get("task.value", span(symbols), sheet);
        }
        var first = rows.get(0);
        var last = rows.get(rows.size() - 1);
        return last - first == rows.size() - 1
                ? texts.get("task.rows", span(symbols), first, last, sheet)
                : texts.get("task.rows.some", span(symbols), listed(rows), sheet);
    }

    private String listed(List<Integer> numbers) {
        return numbers.stream()
                .map(String::valueOf)
                .reduce((before, next) -> texts.get("task.further", before, next))
                .orElse("");
    }

    private static String span(List<String> symbols) {
        return symbols.size() <= MOST_NAMED
                ? String.join(", ", symbols)
                : symbols.get(0) + " … " + symbols.get(symbols.size() - 1);
    }
}
