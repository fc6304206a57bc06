package io.gradsheet.classroom.marking;

import io.gradsheet.classroom.Edition;
import io.gradsheet.classroom.EditionPlan;
import io.gradsheet.classroom.Exercise;
import io.gradsheet.classroom.Identity;
import io.gradsheet.classroom.Student;
import io.gradsheet.classroom.Variants;
import io.gradsheet.classroom.marking.Refusal.Reason;
import io.gradsheet.lesson.frame.SourceSheet;
import io.gradsheet.recalc.FormulaText;
import io.gradsheet.recalc.StoredCell;
import io.gradsheet.recalc.TrialWorkbook;
import io.gradsheet.sheet.Address;
import io.gradsheet.template.Provenance;
import io.gradsheet.template.Template;
import io.gradsheet.template.TemplateException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was handed out to whom: as workbooks say of themselves, and for exams, which hold no more than whose they are, as the template
 * they were made from says.
 */
public final class HandedOut {
    private static final int MOST_IDENTITY = 200;

    private final Optional<Template> template;
    private final List<Provenance.Setting> settings;
    private final Map<String, String> students = new LinkedHashMap<>();
    private final Optional<Variants> variants;
    private final Map<Provenance, Exercise> carried = new HashMap<>();
    private Optional<Exercise> same = Optional.empty();

    private HandedOut(
            Optional<Template> template,
            List<Provenance.Setting> settings,
            List<Student> students,
            Optional<String> secret) {
        this.template = template;
        this.settings = List.copyOf(settings);
        this.variants = secret.map(seed -> new Variants(template.orElseThrow(), settings, seed));
        students.forEach(student -> this.students.put(student.id(), student.name()));
    }

    /** Practice workbooks, which carry their template. */
    public static HandedOut practice() {
        return new HandedOut(Optional.empty(), List.of(), List.of(), Optional.empty());
    }

    /**
     * Workbooks of one exercise, the same for everybody.
     *
     * @param settings what replaced keys of the template
     */
    public static HandedOut from(Template template, List<Provenance.Setting> settings) {
        return new HandedOut(Optional.of(template), settings, List.of(), Optional.empty());
    }

    /**
     * Workbooks of a class, each with numbers of its own.
     *
     * @param settings what replaced keys of the template
     * @param students the class
     * @param secret the seed that their numbers were drawn from
     */
    public static HandedOut toClass(
            Template template, List<Provenance.Setting> settings, List<Student> students, String secret) {
        return new HandedOut(Optional.of(template), settings, students, Optional.of(secret));
    }

    /** The names of the students by id, as far as the class is known. */
    Map<String, String> students() {
        return students;
    }

    /**
     * The handout that a workbook was once.
     *
     * @throws UnmarkableException if it is none of these
     */
    Handout of(TrialWorkbook workbook, String fileName) {
        var identity = identity(workbook);
        template.ifPresent(given -> requireTemplate(given, identity));
        if (variants.isPresent()) {
            return ofClass(variants.get(), identity);
        }
        var exercise = template.map(this::same).orElseGet(() -> carried(workbook, identity));
        var student = identity.student().orElseGet(() -> new Student(fileName, ""));
        return new Handout(student.id(), student.name(), exercise, EditionPlan.of(exercise, identity));
    }

    private static void requireTemplate(Template given, Identity identity) {
        if (!identity.template().equals(given.name())) {
            throw new UnmarkableException(
                    Reason.OTHER_EDITION,
                    "was made from the template " + identity.template() + ", not " + given.name());
        }
    }

    private Handout ofClass(Variants drawn, Identity identity) {
        var id = identity.student().map(Student::id).orElse("");
        if (!students.containsKey(id)) {
            throw new UnmarkableException(
                    Reason.FOREIGN,
                    "was made for a student who is not in the roster: " + (id.isEmpty() ? "nobody" : id));
        }
        var variant = drawn.of(id);
        if (!variant.code().equals(identity.code())) {
            throw new UnmarkableException(
                    Reason.OTHER_EDITION,
                    "was made with another seed or template than these: its code is "
                            + (identity.code().isEmpty() ? "missing" : identity.code()));
        }
        return new Handout(id, students.get(id), variant.exercise(), EditionPlan.of(variant.exercise(), identity));
    }

    private Exercise same(Template given) {
        if (same.isEmpty()) {
            same = Optional.of(Exercise.of(given, settings));
        }
        return same.get();
    }

    private Exercise carried(TrialWorkbook workbook, Identity identity) {
        if (identity.edition() == Edition.EXAM) {
            throw new UnmarkableException(
                    Reason.OTHER_EDITION,
                    "is an exam, which holds no answer: say with --template from which template it was made, and with"
                            + " --roster and --seed for which class");
        }
        var provenance = provenance(workbook);
        try {
            return carried.computeIfAbsent(provenance, Exercise::of);
        } catch (TemplateException e) {
            throw new UnmarkableException(
                    Reason.FOREIGN, "holds a template that was changed and cannot be read: " + e.getMessage());
        }
    }

    // What a workbook says of itself -------------------------------------------------------------------------------

    private static Identity identity(TrialWorkbook workbook) {
        var template = text(workbook, Identity.TEMPLATE);
        var edition = text(workbook, Identity.EDITION);
        if (template.isEmpty() || edition.isEmpty()) {
            throw new UnmarkableException(
                    Reason.FOREIGN,
                    "is no workbook that was handed out: it has no sheet Exercise that says what it is of");
        }
        return new Identity(
                template,
                Stream.of(Edition.values())
                        .filter(known -> known.code().equals(edition))
                        .findFirst()
                        .orElseThrow(() -> new UnmarkableException(
                                Reason.OTHER_EDITION, "is of an edition that this version does not know")),
                student(workbook),
                text(workbook, Identity.CODE));
    }

    /** Whoever works in a workbook that was made for nobody fills in who they are. */
    private static Optional<Student> student(TrialWorkbook workbook) {
        var id = text(workbook, Identity.ID);
        var name = text(workbook, Identity.NAME);
        return id.isEmpty() && name.isEmpty()
                ? Optional.empty()
                : Optional.of(new Student(id.isEmpty() ? name : id, name));
    }

    private static String text(TrialWorkbook workbook, String name) {
        return FormulaText.readings(workbook.names().getOrDefault(name, "")).stream()
                .findFirst()
                .flatMap(reading ->
                        reading.sheet().map(sheet -> reading.cells().first().address(sheet)))
                .flatMap(workbook::stored)
                .map(StoredCell::value)
                .map(value -> value.content().strip())
                .map(text -> text.length() > MOST_IDENTITY ? text.substring(0, MOST_IDENTITY) : text)
                .orElse("");
    }

    private static Provenance provenance(TrialWorkbook workbook) {
        var rows = new ArrayList<List<String>>();
        workbook.rows(SourceSheet.NAME).ifPresent(source -> {
            try (source) {
                for (var row = source.next(); row.isPresent(); row = source.next()) {
                    rows.add(List.of(
                            text(workbook, row.get().index(), 0),
                            text(workbook, row.get().index(), 1)));
                }
            }
        });
        return SourceSheet.read(rows)
                .orElseThrow(() -> new UnmarkableException(
                        Reason.OTHER_EDITION,
                        "was made by another version, or its hidden sheet " + SourceSheet.NAME
                                + " was changed: say with --template from which template it was made"));
    }

    /** As it stands: spaces at the ends of a line belong to it. */
    private static String text(TrialWorkbook workbook, int row, int column) {
        return workbook.stored(new Address(SourceSheet.NAME, row, column))
                .map(cell -> cell.value().content())
                .orElse("");
    }
}
