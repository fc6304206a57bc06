package io.gradsheet.classroom;

import io.gradsheet.lesson.frame.Guide;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.SheetPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The guide of an edition: how to work in it, and of the teacher's guide what still holds. */
final class EditionGuide {
    private static final int KEY_COLUMN = 1;
    private static final int TEXT_COLUMN = 3;

    private final Exercise exercise;
    private final Texts texts;

    EditionGuide(Exercise exercise, Texts texts) {
        this.exercise = exercise;
        this.texts = texts;
    }

    /**
     * The sheet.
     *
     * @param sheets those of the lesson that the edition has, in order
     */
    SheetPlan sheet(List<String> sheets, Identity identity) {
        var guide = new Guide(texts, exercise.experiment()).sheet(ExerciseSheet.NAME);
        var teachers = teachersGuide();
        sheets.forEach(sheet -> guide.sheet(sheet, description(teachers, sheet)));
        guide.legend(Role.BLANK);
        for (var row : teachers.head()) {
            if (cell(row, KEY_COLUMN) instanceof Cell.Figure figure && figure.role() != Role.CHECK) {
                guide.legend(
                        figure.role(),
                        switch (figure.role()) {
                            case INPUT -> texts.rich("guide.given");
                            case VALUE -> texts.rich("guide.value");
                            default -> text(row);
                        });
            }
        }
        teachers.features().stream().filter(Feature.Drawing.class::isInstance).forEach(guide::picture);
        return withIdentity(
                guide.build(exercise.tasks().size(), exercise.cells(), Mark.plain(exercise.points())), identity);
    }

    private SheetPlan teachersGuide() {
        return exercise.plan().sheets().stream()
                .filter(sheet -> sheet.name().equals(Guide.NAME))
                .findFirst()
                .orElseThrow();
    }

    private static RichText description(SheetPlan teachers, String sheet) {
        return teachers.head().stream()
                .filter(row -> cell(row, KEY_COLUMN) instanceof Cell.Label label
                        && label.role() == Role.LINK
                        && label.text().text().equals(sheet))
                .findFirst()
                .map(EditionGuide::text)
                .orElse(RichText.plain(""));
    }

    private static Cell cell(Row row, int column) {
        return column < row.cells().size() ? row.cells().get(column) : Cell.EMPTY;
    }

    private static RichText text(Row row) {
        return cell(row, TEXT_COLUMN) instanceof Cell.Label label ? label.text() : RichText.plain("");
    }

    /** Whose workbook it is stands below the title: the name last, since one that is read from right to left would turn what follows it. */
    private SheetPlan withIdentity(SheetPlan sheet, Identity identity) {
        var parts = Stream.of(
                        identity.template(),
                        texts.get("guide.edition"),
                        identity.code(),
                        identity.student().map(Student::id).orElse(""),
                        identity.student().map(Student::name).orElse(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        var rows = new ArrayList<>(sheet.head());
        var subtitle = rows.get(1);
        var cells = new ArrayList<>(subtitle.cells());
        cells.set(KEY_COLUMN, new Cell.Label(RichText.plain(parts), Role.HEADING));
        rows.set(1, new Row(subtitle.index(), cells, subtitle.look()));
        return sheet.withHead(rows);
    }
}
