package io.gradsheet.classroom.paper;

import io.gradsheet.classroom.Exercise;
import io.gradsheet.classroom.Task;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The pages that learners write on. */
final class Handout {
    private final Exercise exercise;
    private final Answers answers;
    private final Head head;
    private final Texts texts;
    private final boolean rules;
    private final List<String> about;

    /**
     * Prepares the pages.
     *
     * @param rules whether a task says how it is worked out
     */
    Handout(Exercise exercise, Answers answers, Head head, Texts texts, boolean rules) {
        this.exercise = exercise;
        this.answers = answers;
        this.head = head;
        this.texts = texts;
        this.rules = rules;
        this.about = new About(exercise.experiment(), texts, rules).lines();
    }

    List<SheetPlan> pages() {
        var tasks = exercise.tasks();
        var firsts = Packing.of(tasks.size(), (first, last) -> page(first, last).height(Field.LEAST), Canvas.ROWS);
        var pages = new ArrayList<SheetPlan>();
        for (var i = 0; i < firsts.size(); i++) {
            var end = i + 1 < firsts.size() ? firsts.get(i + 1) : tasks.size();
            pages.add(page(firsts.get(i), end - 1).sheet(i + 1));
        }
        return pages;
    }

    private Page page(int first, int last) {
        return new Page(first == 0, exercise.tasks().subList(first, last + 1));
    }

    /** Some tasks on a page. */
    private final class Page {
        private final boolean isFirst;
        private final Box shared;
        private final List<TaskBox> tasks;

        Page(boolean isFirst, List<Task> tasks) {
            this.isFirst = isFirst;
            var givens = new Givens(tasks.stream().map(answers::of).toList());
            this.shared = Box.flow(boxes(givens.ofPage()), Canvas.COLUMNS);
            this.tasks = IntStream.range(0, tasks.size())
                    .mapToObj(i -> taskBox(tasks.get(i), givens, i))
                    .toList();
        }

        private TaskBox taskBox(Task task, Givens givens, int number) {
            var fields = IntStream.range(0, task.blanks().size())
                    .mapToObj(i -> new Field(answers.of(task).get(i), boxes(givens.ofAnswer(number, i))))
                    .toList();
            return new TaskBox(task, texts, rules, boxes(givens.ofTask(number)), fields);
        }

        private List<String> about() {
            return isFirst ? about : List.of();
        }

        private int top() {
            return head.height(isFirst)
                    + about().stream().mapToInt(Handout::lineHeight).sum()
                    + shared.height()
                    + (shared.height() > 0 ? 1 : 0);
        }

        /** The height if every field has so many lines more than it needs. */
        int height(int more) {
            return top() + tasks.stream().mapToInt(task -> task.height(more)).sum();
        }

        /** How many lines more than it needs each task gets: all in turn, until the page is full. */
        private int[] more() {
            var more = new int[tasks.size()];
            Arrays.fill(more, Field.LEAST);
            var height = height(Field.LEAST);
            for (var round = Field.LEAST + 1; round <= Field.MOST_MORE; round++) {
                for (var i = 0; i < more.length; i++) {
                    var added = tasks.get(i).height(round) - tasks.get(i).height(more[i]);
                    if (height + added <= Canvas.ROWS) {
                        height += added;
                        more[i] = round;
                    }
                }
            }
            return more;
        }

        SheetPlan sheet(int number) {
            var canvas = new Canvas();
            head.paint(canvas, isFirst);
            var row = head.height(isFirst);
            for (var line : about()) {
                canvas.text(row, 0, lineHeight(line), Canvas.COLUMNS, line, Role.TEXT);
                row += lineHeight(line);
            }
            shared.brush().paint(canvas, row, 0);
            row = top();
            var more = more();
            for (var i = 0; i < tasks.size(); i++) {
                tasks.get(i).paint(canvas, row, more[i]);
                row += tasks.get(i).height(more[i]);
            }
            return canvas.page(number, Math.max(row, Canvas.ROWS));
        }
    }

    private static int lineHeight(String line) {
        return TaskBox.height(line, Box.LETTERS, Canvas.COLUMNS);
    }

    private List<Box> boxes(List<Given> givens) {
        return givens.stream().map(this::box).toList();
    }

    private Box box(Given given) {
        if (given.isSingle()) {
            return Box.text(
                    given.name() + " = " + answers.text(given.cells().get(0).get(0)));
        }
        var numbers = given.cells().stream()
                .map(row -> row.stream().map(answers::text).toList())
                .toList();
        return Box.matrix(given.name(), numbers);
    }
}
