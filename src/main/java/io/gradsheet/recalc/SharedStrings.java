package io.gradsheet.recalc;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The table of texts that cells of a workbook refer to by number, one after the other in a single array. */
final class SharedStrings {
    static final SharedStrings NONE = new SharedStrings();

    /** A table of more than this is not a workbook of ours, nor of a learner's. */
    private static final int MOST_BYTES = 256 << 20;

    private byte[] bytes = new byte[1 << 12];
    private int[] ends = new int[1 << 8];
    private int count;

    private SharedStrings() {}

    static SharedStrings read(XmlPart part, String place) {
        var strings = new SharedStrings();
        while (part.nextElement()) {
            if (part.at("si") && !strings.add(part.richText("si", SheetRows.MOST_TEXT))) {
                throw new WorkbookException(place + " holds more text than a workbook of lessons can");
            }
        }
        return strings;
    }

    private boolean add(String text) {
        var added = text.getBytes(StandardCharsets.UTF_8);
        var start = count == 0 ? 0 : ends[count - 1];
        var end = (long) start + added.length;
        if (end > MOST_BYTES || count > MOST_BYTES / Integer.BYTES) {
            return false;
        }
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.max(end, 2L * bytes.length));
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
        }
        System.arraycopy(added, 0, bytes, start, added.length);
        ends[count++] = (int) end;
        return true;
    }

    int count() {
        return count;
    }

    String get(int index) {
        var start = index == 0 ? 0 : ends[index - 1];
        return new String(bytes, start, ends[index] - start, StandardCharsets.UTF_8);
    }
}
