package io.gradsheet.cli;

import io.gradsheet.classroom.marking.HandedOut;
import io.gradsheet.template.Language;
import io.gradsheet.template.Provenance.Setting;
import io.gradsheet.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What returned workbooks were made from. */
final class HandoutOptions {
    @Option(
            names = "--template",
            paramLabel = "TEMPLATE",
            description =
                    "What the workbooks were made from, as for generate and class; practice workbooks carry it themselves.")
    private Optional<String> template = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Any key of the template, as for generate and class; may be repeated.")
    private List<String> settings = List.of();

    @Option(
            names = "--lang",
            paramLabel = "CODE",
            description = "Language of the marks, en or zh; default: that of the workbooks.")
    private Optional<String> language = Optional.empty();

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    Optional<Language> language() {
        return language.map(code -> Language.of(code)
                .orElseThrow(() -> new ParameterException(spec.commandLine(), "--lang must be en or zh")));
    }

    HandedOut handouts() {
        if (template.isEmpty() && !settings.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--set changes keys of a template: add --template");
        }
        var all = new ArrayList<Setting>();
        settings.forEach(setting -> all.add(Setting.parse(setting)));
        language().ifPresent(code -> all.add(new Setting("language", code.code(), "--lang " + code.code())));
        return new HandedOut(template.map(Template::find), all);
    }
}
