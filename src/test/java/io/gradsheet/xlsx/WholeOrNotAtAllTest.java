package io.gradsheet.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.RowSource;
import io.gradsheet.sheet.SheetPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file appears whole or not at all, and never over another one unasked. */
class WholeOrNotAtAllTest {
    private static final RowSource FAILING = sink -> {
        sink.row(Row.of(0, List.of(new Cell.Figure(1, Role.CHECK))));
        throw new ArithmeticException("epoch 2: the cost is not a number");
    };

    @TempDir
    Path folder;

    @Test
    void aFailureAmongTheRowsLeavesNoFile() {
        var file = new WorkbookFile(folder.resolve("new.xlsx"), false);
        assertThatThrownBy(() -> file.write(plan(FAILING), Progress.SILENT))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("epoch 2: the cost is not a number");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFailureAmongTheRowsKeepsTheOldFile() throws Exception {
        var target = Files.writeString(folder.resolve("old.xlsx"), "old");
        assertThatThrownBy(() -> new WorkbookFile(target, true).write(plan(FAILING), Progress.SILENT))
                .isInstanceOf(ArithmeticException.class);
        assertThat(target).hasContent("old");
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(target));
    }

    @Test
    void anOldFileIsReplacedOnlyWhenAsked() throws Exception {
        var target = Files.writeString(folder.resolve("old.xlsx"), "old");
        assertThatThrownBy(() -> new WorkbookFile(target, false).write(plan(RowSource.NONE), Progress.SILENT))
                .isInstanceOf(OutputException.class)
                .hasMessage(target + " exists already: use --force to replace it");
        assertThat(target).hasContent("old");
        new WorkbookFile(target, true).write(plan(RowSource.NONE), Progress.SILENT);
        assertThat(Files.size(target)).isGreaterThan(1000);
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(target));
    }

    @Test
    void theFolderMustBeThere() {
        var target = folder.resolve("missing").resolve("new.xlsx");
        assertThatThrownBy(new WorkbookFile(target, false)::check)
                .isInstanceOf(OutputException.class)
                .hasMessageContaining(target.getParent() + " does not exist");
    }

    @Test
    void theFolderMustBeAFolder() throws Exception {
        var target = Files.writeString(folder.resolve("file"), "").resolve("new.xlsx");
        assertThatThrownBy(new WorkbookFile(target, false)::check)
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("is not a folder");
    }

    @Test
    void theTargetMustNotBeAFolder() {
        assertThatThrownBy(new WorkbookFile(folder, true)::check)
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("is a folder");
    }

    @Test
    void theFolderMustBeOpenToWriting() {
        assumeThat(folder.toFile().setWritable(false)).isTrue();
        assumeThat(Files.isWritable(folder)).as("a user whom permissions bind").isFalse();
        assertThatThrownBy(new WorkbookFile(folder.resolve("new.xlsx"), false)::check)
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void moreRowsThanAnnouncedAreAMistakeOfThePlan() {
        RowSource twoRows = sink -> {
            sink.row(Row.of(0, List.of()));
            sink.row(Row.of(1, List.of()));
        };
        var file = new WorkbookFile(folder.resolve("new.xlsx"), false);
        assertThatThrownBy(() -> file.write(plan(twoRows), Progress.SILENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("announced 1 rows");
    }

    @Test
    void progressCountsUpToTheRowsOfAllSheets() {
        var heard = new ArrayList<Long>();
        var plan = EverythingPlan.plan();
        new WorkbookFile(folder.resolve("new.xlsx"), false).write(plan, heard::add);
        assertThat(heard).isSorted();
        assertThat(heard.get(heard.size() - 1))
                .isEqualTo(plan.sheets().stream().mapToLong(SheetPlan::rows).sum());
    }

    private static Plan plan(RowSource body) {
        var sheet = SheetPlan.named("A").body(body, 0, 1).build();
        return new Plan("t", "s", "en", List.of(sheet), List.of());
    }
}
