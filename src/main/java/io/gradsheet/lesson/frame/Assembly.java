package io.gradsheet.lesson.frame;

import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.template.Experiment;
import java.util.ArrayList;
import java.util.List;

/** Puts a lesson's sheets together as a workbook, with what makes it complete: its title, its language, its source. */
public final class Assembly {
    private Assembly() {}

    /**
     * The workbook of an experiment.
     *
     * @param guide the sheet in front
     * @param sheets in the order of their tabs; the hidden source sheet comes after them
     * @param names defined names that formulas use
     */
    public static Plan of(
            Experiment experiment, Texts texts, SheetPlan guide, List<SheetPlan> sheets, List<Plan.Name> names) {
        var all = new ArrayList<SheetPlan>();
        all.add(guide);
        all.addAll(sheets);
        all.add(SourceSheet.of(experiment.provenance()));
        return new Plan(
                Guide.title(experiment.heading(), texts),
                experiment.subject(),
                experiment.heading().language().code(),
                all,
                names);
    }
}
