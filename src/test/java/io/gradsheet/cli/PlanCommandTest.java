package io.gradsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a workbook would hold is told without writing it, and is what is written. */
class PlanCommandTest {
    private static final String TEMPLATE = "4.3-backpropagation";

    @TempDir
    Path folder;

    @Test
    void tellsTheSizeOfEverySheetAndTheLimits() {
        var result = Shell.run("plan", TEMPLATE, "--epochs", "3");
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out().replaceAll(" +", " "))
                .contains("sheet rows columns cells formulas longest formula")
                .contains("\nTraining 274 79 ")
                .contains("\nlimit 1,048,576 16,384 8,192")
                .containsPattern("about 0\\.\\d MB, written in about \\d+ s");
    }

    @Test
    void theEstimateIsNearTheFile() throws IOException {
        var report = new ObjectMapper()
                .readTree(Shell.run("plan", TEMPLATE, "--epochs", "5", "--json").out());
        var file = folder.resolve("written.xlsx");
        assertThat(Shell.run("generate", TEMPLATE, "--epochs", "5", "-o", file).code())
                .isZero();
        var bytes = (double) Files.size(file);
        assertThat(report.get("estimatedBytes").asDouble()).isBetween(bytes / 1.6, bytes * 1.6);
        assertThat(report.get("formulas").asLong()).isGreaterThan(25_000);
        assertThat(report.get("sheets").findValuesAsText("name")).startsWith("Guide", "Data", "Training");
        assertThat(report.get("estimatedSeconds").asDouble()).isPositive();
        assertThat(report.get("limits").get("rows").asInt()).isEqualTo(1_048_576);
    }

    @Test
    void aWorkbookThatDoesNotFitIsRefusedWithTheReason() {
        var result = Shell.run("plan", TEMPLATE, "--epochs", "20000");
        assertThat(result.code()).isEqualTo(ExitCode.INPUT);
        assertThat(result.err()).contains("Training would need");
    }
}
