package io.gradsheet.classroom.marking;

import io.gradsheet.classroom.Blank;
import io.gradsheet.classroom.Seal;
import io.gradsheet.classroom.Student;
import io.gradsheet.classroom.Variants;
import io.gradsheet.template.Provenance.Setting;
import io.gradsheet.template.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was handed out to whom, as far as the teacher says. What a returned workbook says of itself is held against it; where the teacher
 * says nothing, what most of the workbooks say counts.
 */
public final class HandedOut {
    private final Map<String, String> students = new LinkedHashMap<>();
    private final Function<Map<ReturnedFile, Claim>, Handouts> handouts;
    private Optional<Variants> variants = Optional.empty();
    private final Optional<String> digest;

    private HandedOut(
            List<Student> students, Optional<String> digest, Function<Map<ReturnedFile, Claim>, Handouts> handouts) {
        students.forEach(student -> this.students.put(student.id(), student.name()));
        this.digest = digest;
        this.handouts = handouts;
    }

    /** Practice workbooks, which carry their template. That nothing in it was changed cannot be proved. */
    public static HandedOut practice() {
        return new HandedOut(List.of(), Optional.empty(), HandoutsByFiles::unproved);
    }

    /**
     * Practice workbooks of a class, which carry their template.
     *
     * @param secret the seed that proves that nothing in it was changed
     */
    public static HandedOut proved(String secret) {
        return new HandedOut(List.of(), Optional.empty(), claims -> HandoutsByFiles.proved(claims, new Seal(secret)));
    }

    /**
     * Workbooks of one exercise, the same for everybody.
     *
     * @param settings what replaced keys of the template
     */
    public static HandedOut from(Template template, List<Setting> settings) {
        var handouts = new HandoutsByTemplate(template, settings);
        return new HandedOut(
                List.of(), Optional.of(RunDigest.of(template, settings, List.of(), "")), claims -> handouts);
    }

    /**
     * Workbooks of a class, each with numbers of its own.
     *
     * @param settings what replaced keys of the template
     * @param students the class
     * @param secret the seed that their numbers were drawn from
     */
    public static HandedOut toClass(Template template, List<Setting> settings, List<Student> students, String secret) {
        var variants = new Variants(template, settings, secret);
        var handedOut = new HandedOut(
                students,
                Optional.of(RunDigest.of(template, settings, students, secret)),
                claims -> new HandoutsByRoster(template, variants, students, new Seal(secret)));
        handedOut.variants = Optional.of(variants);
        return handedOut;
    }

    /** The names of the students by id, as far as the class is known. */
    Map<String, String> students() {
        return students;
    }

    /** What a student of the class is asked for, with numbers of their own; nothing where everybody has the same. */
    List<Blank> blanks(String id) {
        return variants.stream()
                .flatMap(drawn -> drawn.of(id).exercise().tasks().stream())
                .flatMap(task -> task.blanks().stream())
                .toList();
    }

    /** What tells runs apart that were given other templates, settings, students or seeds; nothing where the files decide. */
    Optional<String> digest() {
        return digest;
    }

    /** The same, if nobody can know it who has not the seed. */
    Optional<String> secretDigest() {
        return students.isEmpty() ? Optional.empty() : digest;
    }

    /** What each of some workbooks was that came back together. */
    Handouts among(Map<ReturnedFile, Claim> claims) {
        return handouts.apply(claims);
    }
}
