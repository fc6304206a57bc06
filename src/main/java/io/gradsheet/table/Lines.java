package io.gradsheet.table;

import java.util.ArrayList;
import java.util.List;

/** Lines of a text, which end as any system ends them. */
final class Lines {
    private Lines() {}

    /** The place of a character, {@code file:line:column}, counted from 1. */
    static String place(String label, CharSequence text, int offset) {
        var line = 1;
        var start = 0;
        for (var end = end(text, 0); end < text.length() && after(text, end) <= offset; end = end(text, start)) {
            line++;
            start = after(text, end);
        }
        return label + ":" + line + ":" + (Character.codePointCount(text, start, offset) + 1);
    }

    /** Where the line that an offset is in ends, before its line break. */
    static int end(CharSequence text, int from) {
        var at = from;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    /** Where the next line begins, of the line that ends at an offset. */
    static int after(CharSequence text, int end) {
        if (end >= text.length()) {
            return end;
        }
        return text.charAt(end) == '\r' && end + 1 < text.length() && text.charAt(end + 1) == '\n' ? end + 2 : end + 1;
    }

    /** The first lines that are not blank, none of them beyond so many characters of the text. */
    static List<String> first(String text, int from, int most, int characters) {
        var lines = new ArrayList<String>();
        var limit = Math.min((long) text.length(), (long) from + characters);
        for (var start = from; start < limit && lines.size() < most; ) {
            var end = end(text, start);
            var line = text.substring(start, end);
            if (!line.isBlank() && (end <= limit || lines.isEmpty())) {
                lines.add(line);
            }
            start = end >= text.length() ? end : after(text, end);
        }
        return lines;
    }
}
