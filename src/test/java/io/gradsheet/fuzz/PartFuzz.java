package io.gradsheet.fuzz;

import java.nio.charset.StandardCharsets;

/** A part of a workbook that is otherwise in order: its name on the first line, then what it holds. */
public final class PartFuzz {
    private PartFuzz() {}

    public static void fuzzerInitialize() {
        SmallWorkbook.warmUp();
    }

    public static void fuzzerTestOneInput(byte[] input) {
        var end = 0;
        while (end < input.length && input[end] != '\n') {
            end++;
        }
        var name = new String(input, 0, end, StandardCharsets.UTF_8);
        var content = end == input.length ? new byte[0] : java.util.Arrays.copyOfRange(input, end + 1, input.length);
        SmallWorkbook.withPart(name, content).verify();
    }
}
