package io.gradsheet.xlsx;

import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.RichText.Run;
import io.gradsheet.sheet.RichText.Script;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where the lines of a text end. Programs find that by themselves, but not every one knows that a Chinese or Japanese full stop may not
 * begin a line: such texts carry their breaks.
 */
public final class LineBreaks {
    /** What the last word that does not fit leaves empty at the end of a line, in ems. */
    private static final double RAGGED = 1.5;

    /** The size of superscripts and subscripts. */
    private static final double SCRIPT = 0.65;

    /** From here on signs of Chinese, Japanese and Korean stand, each as wide as it is high. */
    private static final int WIDE = 0x2E80;

    /** № is as wide as two letters. */
    private static final int NUMERO = 0x2116;

    private LineBreaks() {}

    /** How many lines a text takes in a cell so many ems wide. */
    public static long lines(RichText text, double width) {
        var lines = 0L;
        var ems = 0.0;
        for (var letter : letters(text)) {
            if (letter.point() == '\n') {
                lines += lines(ems, width);
                ems = 0;
            } else {
                ems += letter.ems();
            }
        }
        return lines + lines(ems, width);
    }

    /** How many ems wide a text is on one line. */
    public static double width(RichText text) {
        return letters(text).stream().mapToDouble(Letter::ems).sum();
    }

    private static long lines(double ems, double width) {
        return ems <= width ? 1 : (long) Math.ceil(ems / Math.max(1, width - RAGGED));
    }

    /** A text with a break at the end of each line if it has wide signs and several lines; else as it is. */
    static RichText broken(RichText text, double width) {
        return text.text().codePoints().noneMatch(LineBreaks::isWide) ? text : wrapped(text, width);
    }

    /** A text with a break at the end of each line, whatever its signs; of a single line, as it is. */
    static RichText wrapped(RichText text, double width) {
        if (lines(text, width) == 1) {
            return text;
        }
        var breaks = breaks(text, width - RAGGED);
        var runs = new ArrayList<Run>();
        var at = 0;
        for (var run : text.runs()) {
            var broken = new StringBuilder();
            for (var point : run.text().codePoints().toArray()) {
                if (breaks.contains(at++)) {
                    broken.append('\n');
                }
                broken.appendCodePoint(point);
            }
            runs.add(new Run(broken.toString(), run.script(), run.bold()));
        }
        return new RichText(runs);
    }

    /** The letters before which a line ends. */
    private static Set<Integer> breaks(RichText text, double width) {
        var letters = letters(text);
        var places = BreakIterator.getLineInstance(Locale.ROOT);
        places.setText(text.text());
        var offset = 0;
        var breaks = new HashSet<Integer>();
        var last = 0;
        var allowed = 0;
        var ems = 0.0;
        for (var at = 0; at < letters.size(); at++) {
            var letter = letters.get(at);
            if (letter.point() == '\n') {
                ems = 0;
                offset++;
                continue;
            }
            if (at > 0
                    && places.isBoundary(offset)
                    && mayPart(letters.get(at - 1).point(), letter.point())) {
                allowed = at;
            }
            offset += Character.charCount(letter.point());
            ems += letter.ems();
            if (ems > width && letter.point() != ' ' && allowed > last) {
                last = allowed;
                breaks.add(last);
                ems = letters.subList(last, at + 1).stream()
                        .mapToDouble(Letter::ems)
                        .sum();
            }
        }
        return breaks;
    }

    /** Formulas stay whole: σ(z) is parted by nobody, though σ would be a word of its own. */
    private static boolean mayPart(int before, int after) {
        return before == ' ' || isWide(before) || isWide(after);
    }

    private static boolean isWide(int point) {
        return point >= WIDE;
    }

    /** A letter and how wide it is, in ems of the text. */
    private record Letter(int point, double ems) {}

    private static List<Letter> letters(RichText text) {
        var letters = new ArrayList<Letter>();
        for (var run : text.runs()) {
            var size = run.script() == Script.NORMAL ? 1 : SCRIPT;
            run.text().codePoints().forEach(point -> letters.add(new Letter(point, ems(point) * size)));
        }
        return letters;
    }

    /** How wide a letter is in Arial and its like. */
    private static double ems(int point) {
        if (isWide(point) || point == NUMERO) {
            return 1;
        }
        if (" iljtfrI.,:;'|!()[]".indexOf(point) >= 0) {
            return 0.29;
        }
        return Character.isUpperCase(point) || point == 'm' || point == 'w' ? 0.74 : 0.54;
    }
}
