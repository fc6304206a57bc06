package io.gradsheet.cli;

import io.gradsheet.classroom.marking.HandedOut;
import io.gradsheet.classroom.roster.Roster;
import io.gradsheet.template.Language;
import io.gradsheet.template.Provenance.Setting;
import io.gradsheet.template.Template;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What returned workbooks were made from. */
final class HandoutOptions {
    private static final String LANGUAGE = "language";

    @Option(
            names = "--template",
            paramLabel = "TEMPLATE",
            description =
                    "What the workbooks were made from, with the options that change it; practice workbooks carry it"
                            + " themselves.")
    private Optional<String> template = Optional.empty();

    @Option(
            names = "--roster",
            paramLabel = "ROSTER",
            description = "The class that they were made for, as for class; with --template and --seed.")
    private Optional<Path> roster = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "SECRET",
            description =
                    "What the numbers of each student were drawn from; with --template and --roster. Alone it proves that"
                            + " what practice workbooks carry is what class wrote.")
    private Optional<String> secret = Optional.empty();

    @Mixin
    private RosterOptions columns;

    @Mixin
    private SettingOptions settings;

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    /** Of the marks, if it is not to be that of the workbooks. */
    Optional<Language> language() {
        return settings.all().stream()
                .filter(setting -> setting.key().equals(LANGUAGE))
                .reduce((first, last) -> last)
                .map(setting -> LanguageCodes.language(setting.value(), spec));
    }

    /** The class, if it is named. */
    Optional<Roster> roster() {
        if (roster.isEmpty() && columns.isUsed()) {
            throw new ParameterException(
                    spec.commandLine(), "--id-column and --name-column speak of a roster: add --roster ROSTER");
        }
        return roster.map(columns::read);
    }

    /** What this run reads, and so must not replace: the folder of returns and the roster. */
    List<Path> spared() {
        return roster.stream().toList();
    }

    /** @param students the class, see {@link #roster} */
    HandedOut handouts(Optional<Roster> students) {
        var all = settings.all();
        if (template.isEmpty() && !all.stream().map(Setting::key).allMatch(LANGUAGE::equals)) {
            throw new ParameterException(
                    spec.commandLine(), "what replaces keys of a template needs one: add --template TEMPLATE");
        }
        var isSeedAlone = secret.isPresent() && roster.isEmpty() && template.isEmpty();
        if (!isSeedAlone && (roster.isPresent() != secret.isPresent() || (roster.isPresent() && template.isEmpty()))) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--roster, --seed and --template belong together, but for --seed alone, which proves what practice"
                            + " workbooks carry: add what is missing");
        }
        if (template.isEmpty()) {
            return secret.map(HandedOut::proved).orElseGet(HandedOut::practice);
        }
        var found = Template.find(template.get());
        return students.isPresent()
                ? HandedOut.toClass(found, all, students.get().students(), secret.get())
                : HandedOut.from(found, all);
    }
}
