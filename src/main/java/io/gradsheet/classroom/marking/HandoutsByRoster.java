package io.gradsheet.classroom.marking;

import io.gradsheet.classroom.EditionPlan;
import io.gradsheet.classroom.Seal;
import io.gradsheet.classroom.Student;
import io.gradsheet.classroom.Variants;
import io.gradsheet.classroom.marking.Refusal.Reason;
import io.gradsheet.template.Template;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Workbooks of a class, as template, roster and seed say: nothing that a workbook says of itself counts, but whose it is. */
final class HandoutsByRoster implements Handouts {
    private final Template template;
    private final Variants variants;
    private final Map<String, Student> students;
    private final Seal seal;

    HandoutsByRoster(Template template, Variants variants, List<Student> students, Seal seal) {
        this.template = template;
        this.variants = variants;
        this.students = students.stream().collect(Collectors.toMap(Student::id, student -> student));
        this.seal = seal;
    }

    @Override
    public Handout of(Claim claim, String fileName) {
        HandoutsByTemplate.requireTemplate(template, claim);
        var student = students.get(claim.id());
        if (student == null) {
            throw new UnmarkableException(
                    Reason.FOREIGN,
                    "was made for a student who is not in the roster: "
                            + (claim.id().isEmpty() ? "nobody" : claim.id()));
        }
        var variant = variants.of(student.id());
        if (!variant.code().equals(claim.identity().code())) {
            throw new UnmarkableException(
                    Reason.OTHER_EDITION,
                    "was made with another seed or template than these: its code is "
                            + (claim.identity().code().isEmpty()
                                    ? "missing"
                                    : claim.identity().code()));
        }
        return new Handout(
                student.id(),
                student.name(),
                variant.exercise(),
                EditionPlan.of(variant.exercise(), claim.identity()),
                otherwise(claim, variant));
    }

    /** What the teacher's own command wrote otherwise is no matter of one student's. */
    private Otherwise otherwise(Claim claim, Variants.Variant variant) {
        if (claim.source().isEmpty()) {
            return Otherwise.NOTHING;
        }
        var otherwise = Otherwise.than(variant.exercise().experiment().provenance(), claim.identity(), claim);
        var isProved = claim.provenance()
                .filter(carried -> seal.proves(claim.identity(), carried, claim.digest()))
                .isPresent();
        return !otherwise.isNothing() && isProved ? otherwise.proved() : otherwise;
    }

    @Override
    public List<String> remarks() {
        return List.of();
    }
}
