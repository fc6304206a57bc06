package io.gradsheet.fuzz;

import io.gradsheet.template.Provenance;
import io.gradsheet.template.Provenance.Setting;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * A template, and what belongs to it. After a line {@code === eta=0.1} comes another part of the input: that line is a setting, or, without
 * {@code =}, the name of a data file, which follows.
 */
public final class TemplateFuzz {
    private static final String MARK = "\n=== ";

    private TemplateFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        var parts = List.of(new String(input, StandardCharsets.UTF_8).split(MARK, -1));
        var settings = new ArrayList<Setting>();
        var files = new HashMap<String, String>();
        Sentence.orResult(() -> {
            for (var part : parts.subList(1, parts.size())) {
                var end = part.indexOf('\n');
                var head = end < 0 ? part : part.substring(0, end);
                if (head.contains("=")) {
                    settings.add(Setting.parse(head));
                } else {
                    files.put(head, end < 0 ? "" : part.substring(end + 1));
                }
            }
            Planned.from(new Provenance("fuzz", parts.get(0), settings, files));
        });
    }
}
