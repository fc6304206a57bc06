package io.gradsheet.cli;

import io.gradsheet.template.Experiment;
import io.gradsheet.template.Template;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Which template, and what to change in it. */
final class ExperimentOptions {
    @Parameters(
            paramLabel = "TEMPLATE",
            description = "A built-in template (see gradsheet list), or a YAML file of your own.")
    private String template;

    @Mixin
    private SettingOptions settings;

    /** The template, everything asked for put into it. */
    Experiment read() {
        return Template.find(template).read(settings.all());
    }

    /** The files on disk that it was read from. */
    List<Path> files(Experiment read) {
        return Template.find(template).files(read);
    }
}
