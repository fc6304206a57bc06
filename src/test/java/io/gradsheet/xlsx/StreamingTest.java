package io.gradsheet.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.RowSource;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.testing.TypedCells;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A workbook far larger than the memory of the program, and a program stopped in the midst of one. */
class StreamingTest {
    private static final int COLUMNS = 77;

    @TempDir
    Path folder;

    @Test
    @Timeout(120)
    void memoryDoesNotGrowWithTheRows() throws Exception {
        var target = folder.resolve("large.xlsx");
        var writer = start(target, 16_750);
        assertThat(writer.waitFor())
                .as("exit code with 96 MB for 1.3 million formulas")
                .isZero();
        assertThat(Files.size(target)).isGreaterThan(1_000_000);
    }

    @Test
    @Timeout(120)
    void aProgramThatIsStoppedLeavesNothingBehind() throws Exception {
        var writer = start(folder.resolve("endless.xlsx"), Plan.MAX_ROWS);
        while (isEmpty(folder)) {
            assertThat(writer.isAlive()).isTrue();
            TimeUnit.MILLISECONDS.sleep(20);
        }
        writer.destroy();
        assertThat(writer.waitFor()).isNotZero();
        assertThat(folder).isEmptyDirectory();
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static Process start(Path target, int rows) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-Xmx96m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Large.class.getName(),
                        target.toString(),
                        Integer.toString(rows))
                .inheritIO()
                .start();
    }

    /** Writes a workbook with so many rows of formulas. */
    static final class Large {
        public static void main(String[] arguments) {
            var rows = Integer.parseInt(arguments[1]);
            RowSource body = sink -> {
                for (var row = 0; row < rows; row++) {
                    sink.row(Row.of(row, formulas(row)));
                }
            };
            var sheet =
                    SheetPlan.named("Training").body(body, rows - 1L, COLUMNS).build();
            var plan = new Plan("Large", "large", "en", List.of(sheet), List.of());
            new WorkbookFile(Path.of(arguments[0]), false).write(plan, Progress.SILENT);
        }

        private static List<Cell> formulas(int row) {
            var cells = new ArrayList<Cell>(COLUMNS);
            for (var column = 0; column < COLUMNS; column++) {
                var formula = "SUMPRODUCT($B" + (row + 1) + ":$M" + (row + 1) + ",AF$6:AQ$6)+AR$6";
                cells.add(TypedCells.computed(formula, Math.sin(row) * column, Role.GRADIENT));
            }
            return cells;
        }
    }
}
