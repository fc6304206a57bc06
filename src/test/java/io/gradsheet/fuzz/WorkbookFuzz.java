package io.gradsheet.fuzz;

/** The bytes of a file. */
public final class WorkbookFuzz {
    private WorkbookFuzz() {}

    public static void fuzzerInitialize() {
        SmallWorkbook.warmUp();
    }

    public static void fuzzerTestOneInput(byte[] input) {
        new SmallWorkbook(input).verify();
    }
}
