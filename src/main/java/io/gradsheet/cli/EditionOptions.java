package io.gradsheet.cli;

import io.gradsheet.classroom.Edition;
import io.gradsheet.template.Provenance.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** For whom a workbook is made, and what is left blank in it. */
final class EditionOptions {
    @Option(
            names = "--edition",
            paramLabel = "EDITION",
            description =
                    "practice: blanks to fill in, marked as they are filled; exam: blanks, and no answer anywhere in"
                            + " the file; teacher: every formula. Unless given, generate makes the teacher's, and class practice.")
    private Optional<Edition> edition = Optional.empty();

    @Option(
            names = "--blank",
            paramLabel = "CELLS",
            description = "Which cells are left blank, as an item of the template's exercise.tasks:"
                    + " 'roles: [error], samples: [1]'; may be repeated.")
    private List<String> blanks = List.of();

    @Option(
            names = "--pdf",
            description =
                    "In place of workbooks, print an exercise on A4 through LibreOffice: a PDF to hand out, and one with"
                            + " the solutions. An exam tells no rules.")
    private boolean pdf;

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    boolean isPaper() {
        return pdf;
    }

    Edition edition() {
        return edition.orElse(Edition.TEACHER);
    }

    boolean isTeachers() {
        return edition() == Edition.TEACHER;
    }

    /** The edition for a class, which is practice unless another is asked for. */
    Edition forClass() {
        var asked = edition.orElse(Edition.PRACTICE);
        if (asked == Edition.TEACHER) {
            throw new ParameterException(
                    spec.commandLine(),
                    "a class gets the practice or the exam edition; gradsheet generate writes yours");
        }
        return asked;
    }

    /** The name of a template's workbook or handout. */
    String fileName(String template) {
        return pdf ? template + ".pdf" : template + (isTeachers() ? "" : "-" + edition()) + ".xlsx";
    }

    /** Refuses blanks in the teacher's workbook. */
    void refuseBlanksForTeachers() {
        if (isTeachers() && !pdf && !blanks.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--blank leaves cells blank in a practice or an exam: add --edition practice");
        }
    }

    /** The settings, and what is left blank. */
    List<Setting> with(List<Setting> settings) {
        if (blanks.isEmpty()) {
            return settings;
        }
        var all = new ArrayList<>(settings);
        var tasks = blanks.stream().map(cells -> "{" + cells + "}").collect(Collectors.joining(", ", "[", "]"));
        all.add(new Setting("exercise.tasks", tasks, "--blank"));
        return all;
    }
}
