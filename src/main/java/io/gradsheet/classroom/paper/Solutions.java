package io.gradsheet.classroom.paper;

import io.gradsheet.classroom.Exercise;
import io.gradsheet.classroom.Task;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import java.util.ArrayList;
import java.util.List;

/** The pages with every answer and the way to it. */
final class Solutions {
    private static final int NUMBER = 2;
    private static final int POINTS = 9;
    private static final int WIDTH = Canvas.COLUMNS - NUMBER;

    private final Exercise exercise;
    private final Answers answers;
    private final Head head;
    private final Texts texts;

    Solutions(Exercise exercise, Answers answers, Head head, Texts texts) {
        this.exercise = exercise;
        this.answers = answers;
        this.head = head;
        this.texts = texts;
    }

    List<SheetPlan> pages() {
        var tasks = exercise.tasks();
        var firsts = Packing.of(tasks.size(), this::height, Canvas.ROWS);
        var pages = new ArrayList<SheetPlan>();
        for (var i = 0; i < firsts.size(); i++) {
            var end = i + 1 < firsts.size() ? firsts.get(i + 1) : tasks.size();
            pages.add(page(i + 1, tasks.subList(firsts.get(i), end)));
        }
        return pages;
    }

    private double height(int first, int last) {
        return head.height(first == 0)
                + exercise.tasks().subList(first, last + 1).stream()
                        .mapToInt(this::height)
                        .sum();
    }

    private int height(Task task) {
        return titleHeight(task)
                + answers.of(task).stream()
                        .mapToInt(answer -> height(written(answer)))
                        .sum()
                + 1;
    }

    private static int titleHeight(Task task) {
        return TaskBox.height(title(task), Box.LETTERS, WIDTH - POINTS);
    }

    private static String title(Task task) {
        return "**" + TaskBox.together(task.title()) + "**";
    }

    private static int height(String line) {
        return TaskBox.height(line, Box.LETTERS, WIDTH);
    }

    private String written(Answer answer) {
        return answer.label() + " = " + answer.solution().orElseGet(() -> answers.bare(answer.blank()));
    }

    private SheetPlan page(int number, List<Task> tasks) {
        var canvas = new Canvas();
        head.paint(canvas, number == 1);
        var row = head.height(number == 1);
        for (var task : tasks) {
            canvas.text(row, 0, titleHeight(task), NUMBER, "**" + task.number() + "**", Role.TEXT);
            canvas.text(row, NUMBER, titleHeight(task), WIDTH - POINTS, title(task), Role.TEXT);
            var points = texts.get(task.points() == 1 ? "paper.point" : "paper.points", Head.points(task.points()));
            canvas.text(row, Canvas.COLUMNS - POINTS, titleHeight(task), POINTS, points, Role.ELEMENT);
            row += titleHeight(task);
            for (var answer : answers.of(task)) {
                var line = written(answer);
                canvas.text(row, NUMBER, height(line), WIDTH, line, Role.TEXT);
                row += height(line);
            }
            row++;
        }
        return canvas.page(number, Math.max(row, Canvas.ROWS));
    }
}
