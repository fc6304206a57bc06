package io.gradsheet.cli;

import io.gradsheet.template.Provenance.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What to change in a template for one run. */
final class SettingOptions {
    @Option(names = "--epochs", paramLabel = "N", description = "Epochs instead of the template's (of a network).")
    private Optional<String> epochs = Optional.empty();

    @Option(names = "--steps", paramLabel = "N", description = "Steps instead of the template's (of a descent).")
    private Optional<String> steps = Optional.empty();

    @Option(names = "--eta", paramLabel = "X", description = "Learning rate instead of the template's.")
    private Optional<String> eta = Optional.empty();

    @Option(
            names = "--lang",
            paramLabel = "CODE",
            description = "Language of the workbook: ${COMPLETION-CANDIDATES}.",
            completionCandidates = LanguageCodes.class)
    private Optional<String> language = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Any key of the template, dots between its levels; may be repeated.")
    private List<String> settings = List.of();

    /** Everything asked for, in order. */
    List<Setting> all() {
        var all = new ArrayList<Setting>();
        settings.forEach(setting -> all.add(Setting.parse(setting)));
        add(all, "epochs", "--epochs", epochs);
        add(all, "steps", "--steps", steps);
        add(all, "eta", "--eta", eta);
        add(all, "language", "--lang", language);
        return all;
    }

    private static void add(List<Setting> settings, String key, String option, Optional<String> value) {
        value.ifPresent(given -> settings.add(new Setting(key, given, (option + " " + given).strip())));
    }
}
