package io.gradsheet.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text with superscripts, subscripts and bold stretches. In markup, {@code w^{2}_{11}} raises the 2 and lowers the 11, and
 * {@code **bold**} is bold; everything else stands for itself.
 *
 * @param runs stretches of one look, in order, none of them empty
 */
public record RichText(List<Run> runs) {
    /** Where a stretch stands on its line. */
    public enum Script {
        NORMAL,
        SUPER,
        SUB
    }

    /** A stretch of one look. */
    public record Run(String text, Script script, boolean bold) {}

    public RichText {
        runs = List.copyOf(runs);
    }

    /** A text that stands for itself, whatever characters it holds: for all that comes from outside. */
    public static RichText plain(String text) {
        return new RichText(text.isEmpty() ? List.of() : List.of(new Run(text, Script.NORMAL, false)));
    }

    /** Reads markup. A brace, caret or star that opens nothing stands for itself. */
    public static RichText of(String markup) {
        var runs = new ArrayList<Run>();
        var pending = new StringBuilder();
        var bold = false;
        for (var at = 0; at < markup.length(); ) {
            var end = markup.startsWith("^{", at) || markup.startsWith("_{", at) ? markup.indexOf('}', at) : -1;
            if (end > 0) {
                flush(pending, bold, runs);
                var script = markup.charAt(at) == '^' ? Script.SUPER : Script.SUB;
                if (end > at + 2) {
                    runs.add(new Run(markup.substring(at + 2, end), script, bold));
                }
                at = end + 1;
            } else if (markup.startsWith("**", at) && (bold || markup.indexOf("**", at + 2) > 0)) {
                flush(pending, bold, runs);
                bold = !bold;
                at += 2;
            } else {
                pending.append(markup.charAt(at++));
            }
        }
        flush(pending, bold, runs);
        return new RichText(runs);
    }

    private static void flush(StringBuilder pending, boolean bold, List<Run> runs) {
        if (!pending.isEmpty()) {
            runs.add(new Run(pending.toString(), Script.NORMAL, bold));
            pending.setLength(0);
        }
    }

    /** Whether one look serves the whole text. */
    public boolean isPlain() {
        return runs.stream().allMatch(run -> run.script() == Script.NORMAL && !run.bold());
    }

    /** The markup that {@link #of} reads. */
    public String markup() {
        return runs.stream()
                .map(run -> switch (run.script()) {
                    case NORMAL -> run.text();
                    case SUPER -> "^{" + run.text() + "}";
                    case SUB -> "_{" + run.text() + "}";
                })
                .collect(Collectors.joining());
    }

    /** The characters alone. */
    public String text() {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return text();
    }
}
