package io.gradsheet.classroom.tables;

import io.gradsheet.classroom.Student;
import io.gradsheet.classroom.roster.GuardedText;
import io.gradsheet.lesson.frame.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A table for anybody: a column for each task. */
record OpenTable(Scores scores, Texts texts) {
    List<List<String>> rows() {
        var rows = new ArrayList<List<String>>();
        rows.add(head());
        scores.scores().forEach(score -> rows.add(row(score)));
        scores.missing().forEach(student -> rows.add(missing(student)));
        return rows;
    }

    private List<String> head() {
        var head = new ArrayList<>(List.of(texts.get("marks.id"), texts.get("marks.name")));
        for (var task = 1; task <= scores.tasks(); task++) {
            head.add(texts.get("marks.task", task));
        }
        head.addAll(List.of(texts.get("marks.total"), texts.get("marks.share"), texts.get("marks.file")));
        return head;
    }

    private List<String> row(Scores.Score score) {
        var row = named(score.student());
        score.points().forEach(points -> row.add(Cells.number(points)));
        var share = scores.most() == 0 ? 0 : Math.round(1e4 * score.total() / scores.most()) / 1e4;
        row.addAll(List.of(Cells.number(score.total()), Cells.number(share), GuardedText.of(score.file())));
        return row;
    }

    private List<String> missing(Student student) {
        var row = named(student);
        row.addAll(Collections.nCopies(scores.tasks() + 2, ""));
        row.add(texts.get("marks.missing"));
        return row;
    }

    private static List<String> named(Student student) {
        return new ArrayList<>(List.of(GuardedText.of(student.id()), GuardedText.of(student.name())));
    }
}
