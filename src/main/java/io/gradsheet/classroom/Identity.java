package io.gradsheet.classroom;

import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Plan;
import java.util.List;
import java.util.Optional;

/**
 * What a practice or exam workbook says of itself, so that it is known again when it comes back. Each part stands in a cell of its own on
 * the sheet {@link ExerciseSheet#NAME}, which has a defined name.
 *
 * @param template the name of the template
 * @param student for whom it is; nobody, and anybody, if it was not made for a class
 * @param code of the variant; empty where there are no variants
 * @param seal what proves the texts that the workbook is made with; empty where there is no seed, or the workbook is made already
 */
public record Identity(String template, Edition edition, Optional<Student> student, String code, Optional<Seal> seal) {
    /** The defined name of the cell with the name of the template. */
    public static final String TEMPLATE = "exercise_template";

    /** The defined name of the cell with the edition. */
    public static final String EDITION = "exercise_edition";

    /** The defined name of the cell with the student's id. */
    public static final String ID = "exercise_id";

    /** The defined name of the cell with the student's name. */
    public static final String NAME = "exercise_name";

    /** The defined name of the cell with the code of the variant. */
    public static final String CODE = "exercise_code";

    /** An identity that nothing proves. */
    public Identity(String template, Edition edition, Optional<Student> student, String code) {
        this(template, edition, student, code, Optional.empty());
    }

    /** The same in a workbook whose texts can be proved with a seed. */
    public Identity sealed(String secret) {
        return new Identity(template, edition, student, code, Optional.of(new Seal(secret)));
    }

    /** The defined names, for cells below one another: name and id first, since a student may have to fill them in. */
    static List<Plan.Name> names(Address first) {
        var names = List.of(NAME, ID, TEMPLATE, EDITION, CODE);
        return names.stream()
                .map(name -> new Plan.Name(
                        name, new Address(first.sheet(), first.row() + names.indexOf(name), first.column())))
                .toList();
    }
}
