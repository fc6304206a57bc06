package io.gradsheet.cli;

import io.gradsheet.template.Language;
import java.util.Iterator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What {@code --lang} can be: the languages that are found, for the help too. */
final class LanguageCodes implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Language.codes().iterator();
    }

    /** @throws ParameterException if there is no such language */
    static Language language(String code, CommandSpec spec) {
        return Language.of(code)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "--lang cannot be '" + code + "'; there are: " + String.join(", ", Language.codes())));
    }
}
