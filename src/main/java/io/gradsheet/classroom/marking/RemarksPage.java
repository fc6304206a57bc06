package io.gradsheet.classroom.marking;

import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.template.Language;
import io.gradsheet.xlsx.AnnotatedCopy.Remark;
import java.util.ArrayList;
import java.util.List;

/** The remarks on the answers of a student whose workbook cannot be copied: a row for each, on a page of their own. */
final class RemarksPage {
    private static final String NAME = "Remarks";
    private static final int CAPTION_ROW = 3;

    private final Texts texts;
    private final Language language;

    RemarksPage(Language language) {
        this.language = language;
        this.texts = new Texts(MarksBook.BUNDLE, language);
    }

    /** The remarks on answers that are handed on without a name, with what was written. */
    Plan withoutName(Marks marks, Marked student, List<Remark> remarks) {
        var written = new ArrayList<Remark>();
        for (var i = 0; i < remarks.size(); i++) {
            var remark = remarks.get(i);
            var formula = student.answers().get(i).found().formula();
            written.add(
                    formula.isEmpty()
                            ? remark
                            : new Remark(
                                    remark.cell(),
                                    remark.tone(),
                                    remark.text() + "\n" + texts.get("remarks.formula", "=" + formula)));
        }
        return of(marks, student, written, "remarks.anonymous");
    }

    Plan of(Marks marks, Marked student, List<Remark> remarks) {
        return of(marks, student, remarks, "remarks.text");
    }

    private Plan of(Marks marks, Marked student, List<Remark> remarks, String text) {
        var grid = new Grid();
        grid.put(0, 0, MarksBook.plain(texts.get("remarks.title", marks.title(), student.name()), Role.TITLE))
                .height(0, 26);
        grid.put(1, 0, texts.label(Role.TEXT, text));
        grid.put(CAPTION_ROW, 0, texts.label(Role.CAPTION, "answers.cell"));
        grid.put(CAPTION_ROW, 1, texts.label(Role.CAPTION, "remarks.remark"));
        var row = CAPTION_ROW + 1;
        for (var remark : remarks) {
            grid.put(row, 0, MarksBook.plain(remark.cell().toString(), Role.TEXT));
            grid.put(row++, 1, MarksBook.plain(remark.text().replace("\n", " · "), Role.TEXT));
        }
        var sheet = SheetPlan.named(NAME)
                .widths(22, 110)
                .head(grid.rows())
                .freeze(CAPTION_ROW + 1, 0)
                .page(SheetPlan.Page.landscape().tall(CAPTION_ROW + 1))
                .with(new Feature.Merge(Range.of(Ref.at(0, 0), 1, 2)))
                .with(new Feature.Merge(Range.of(Ref.at(1, 0), 1, 2)))
                .build();
        return new Plan(marks.title(), marks.subject(), language.code(), List.of(sheet), List.of());
    }
}
