package io.gradsheet.classroom.marking;

import io.gradsheet.classroom.EditionPlan;
import io.gradsheet.classroom.Exercise;
import io.gradsheet.classroom.Student;
import io.gradsheet.classroom.marking.Refusal.Reason;
import io.gradsheet.template.Provenance.Setting;
import io.gradsheet.template.Template;
import java.util.List;

/** Workbooks that are the same for everybody, as the template says. */
final class HandoutsByTemplate implements Handouts {
    private final Template template;
    private final Exercise exercise;

    HandoutsByTemplate(Template template, List<Setting> settings) {
        this.template = template;
        this.exercise = Exercise.of(template, settings);
    }

    @Override
    public Handout of(Claim claim, String fileName) {
        requireTemplate(template, claim);
        var student = claim.identity().student().orElseGet(() -> new Student(fileName, ""));
        return new Handout(
                student.id(),
                student.name(),
                exercise,
                EditionPlan.of(exercise, claim.identity()),
                claim.source().isEmpty()
                        ? Otherwise.NOTHING
                        : Otherwise.than(exercise.experiment().provenance(), claim.identity(), claim));
    }

    static void requireTemplate(Template template, Claim claim) {
        if (!claim.identity().template().equals(template.name())) {
            throw new UnmarkableException(
                    Reason.OTHER_EDITION,
                    "was made from the template " + claim.identity().template() + ", not " + template.name());
        }
    }

    @Override
    public List<String> remarks() {
        return List.of();
    }
}
