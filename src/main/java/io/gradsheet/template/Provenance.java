package io.gradsheet.template;

import java.util.List;
import java.util.Map;

/**
 * The texts that an experiment was read from. They travel in the workbook, so that it can be checked without any other file.
 *
 * @param name of the template, without folder and ending
 * @param yaml the template's text
 * @param settings what replaced keys of the template, in order
 * @param files the data files that the template names, name to text
 */
public record Provenance(String name, String yaml, List<Setting> settings, Map<String, String> files) {
    /**
     * A key of the template, dots between its levels, and the YAML that replaces its value.
     *
     * @param typed how users wrote it, which complaints about it begin with
     */
    public record Setting(String key, String value, String typed) {
        public Setting(String key, String value) {
            this(key, value, "--set " + key + "=" + value);
        }

        /**
         * A setting as users write it, {@code eta=0.05}.
         *
         * @throws TemplateException if it has no key or no {@code =}
         */
        public static Setting parse(String text) {
            var equals = text.indexOf('=');
            if (equals < 1) {
                throw new TemplateException(
                        "--set " + Wording.shown(text) + ": the value is missing; write --set KEY=VALUE");
            }
            return new Setting(text.substring(0, equals).strip(), text.substring(equals + 1));
        }
    }

    public Provenance {
        settings = List.copyOf(settings);
        files = Map.copyOf(files);
    }
}
