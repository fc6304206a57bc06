package io.gradsheet.classroom.marking;

import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a teacher may want to look at, and the files that are not marked. */
final class FactsSheet {
    static final String NAME = "Facts";

    private static final int COLUMNS = 4;

    private final Marks marks;
    private final Texts texts;
    private final Map<String, String> names;
    private final Grid grid = new Grid();
    private final List<Feature> merges = new ArrayList<>();
    private int row = 3;

    FactsSheet(Marks marks, Texts texts) {
        this.marks = marks;
        this.texts = texts;
        this.names = names(marks);
    }

    SheetPlan sheet() {
        grid.put(0, 0, texts.label(Role.TITLE, "facts.title")).height(0, 26);
        grid.put(1, 0, texts.label(Role.TEXT, "facts.text"));
        putCaptions("answers.id", "answers.name", "facts.what", "facts.where");
        marks.facts()
                .forEach(fact -> putRow(
                        fact.student(),
                        name(fact.student()),
                        texts.get(
                                "fact." + fact.kind(),
                                person(fact.other()),
                                fact.cells().size()),
                        fact.where()));
        if (marks.facts().isEmpty()) {
            grid.put(row++, 2, texts.label(Role.NOTE, "facts.none"));
        }
        row++;
        grid.put(row++, 0, texts.label(Role.HEADING, "files.title"));
        grid.put(row, 0, texts.label(Role.CAPTION, "files.file"));
        grid.put(row, 1, Cell.label("", Role.CAPTION));
        grid.put(row, 2, texts.label(Role.CAPTION, "files.reason"));
        putRefusals(row + 1);
        return SheetPlan.named(NAME)
                .widths(14, 24, 70, 60)
                .head(grid.rows())
                .page(SheetPlan.Page.landscape().tall(0))
                .with(new Feature.Merge(Range.of(Ref.at(0, 0), 1, COLUMNS)))
                .with(new Feature.Merge(Range.of(Ref.at(1, 0), 1, COLUMNS)))
                .with(merges)
                .build();
    }

    /** The name of a file needs the room of two columns. */
    private void putRefusals(int first) {
        row = first;
        for (var refusal : marks.refusals()) {
            merges.add(new Feature.Merge(Range.of(Ref.at(row, 0), 1, 2)));
            putRow(refusal.file(), "", texts.get("reason." + refusal.reason()));
        }
        if (marks.refusals().isEmpty()) {
            grid.put(row, 2, texts.label(Role.NOTE, "files.none"));
        }
    }

    private void putCaptions(String... captions) {
        for (var column = 0; column < captions.length; column++) {
            grid.put(row, column, texts.label(Role.CAPTION, captions[column]));
        }
        row++;
    }

    private void putRow(String... cells) {
        for (var column = 0; column < cells.length; column++) {
            grid.put(row, column, cells[column].isEmpty() ? Cell.EMPTY : MarksBook.plain(cells[column], Role.TEXT));
        }
        row++;
    }

    private String person(String id) {
        var name = name(id);
        return name.isEmpty() ? id : id + " (" + name + ")";
    }

    private String name(String id) {
        return names.getOrDefault(id, "");
    }

    private static Map<String, String> names(Marks marks) {
        var names = new HashMap<String, String>();
        marks.missing().forEach(one -> names.put(one.id(), one.name()));
        marks.marked().forEach(one -> names.put(one.id(), one.name()));
        return names;
    }
}
