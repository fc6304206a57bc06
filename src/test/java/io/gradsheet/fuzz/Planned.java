package io.gradsheet.fuzz;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.template.Provenance;
import io.gradsheet.template.Template;

/** Goes with a template as far as {@code generate} does, but for the file. */
final class Planned {
    /** Larger workbooks take their time by right. */
    private static final long MOST_CELLS = 100_000;

    private Planned() {}

    static void from(Provenance provenance) {
        var plan =
                Lessons.of(Template.of(provenance).read(provenance.settings())).plan();
        var cells = plan.sheets().stream()
                .mapToLong(sheet -> sheet.rows() * sheet.columns())
                .sum();
        if (cells <= MOST_CELLS) {
            plan.sheets().forEach(sheet -> sheet.pushTo(row -> {}));
        }
    }
}
