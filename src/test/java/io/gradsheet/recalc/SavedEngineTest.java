package io.gradsheet.recalc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradsheet.sheet.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedEngineTest {
    private final Engine engine = Engine.named("saved").orElseThrow();

    @TempDir
    private Path folder;

    private Path savedBy(String application) {
        return Parts.ofRows("<row><c><f>1+1</f><v>2</v></c></row>")
                .put(
                        "_rels/.rels",
                        Parts.relationships(
                                Parts.relationship("rId1", "officeDocument", "xl/workbook.xml"),
                                Parts.relationship("rId2", "extended-properties", "docProps/app.xml")))
                .put("docProps/app.xml", "<Properties><Application>" + application + "</Application></Properties>")
                .write(folder.resolve("w.xlsx"));
    }

    @Test
    void takesTheValuesOfTheProgramThatSavedTheFile() {
        try (var saved = engine.recalculate(savedBy("Microsoft Excel"))) {
            assertThat(saved.version()).isEqualTo("Microsoft Excel");
            assertThat(Cells.all(saved.rows("Training"))).containsExactly(new StoredCell(0, "1+1", Value.of(2)));
        }
    }

    @Test
    void refusesAFileThatOnlyGradSheetWrote() {
        assertThatThrownBy(() -> engine.recalculate(savedBy("GradSheet 0.1.0")))
                .isInstanceOf(WorkbookException.class)
                .hasMessageContaining("has not been saved by a spreadsheet program")
                .hasMessageContaining("--engine poi");
    }

    @Test
    void formulasWithoutValuesAreNoSavedValues() {
        var file = Parts.ofRows("<row r=\"1\"><c r=\"A1\"><f>1+1</f><v></v></c><c r=\"B1\"><v>2</v></c></row>")
                .write(folder.resolve("uncalculated.xlsx"));
        assertThatThrownBy(() -> new SavedEngine().recalculate(file))
                .isInstanceOf(WorkbookException.class)
                .hasMessageStartingWith(file + " holds formulas without values");
    }

    @Test
    void computesNothingAndNeedsNothing() {
        assertThat(engine.recalculates()).isFalse();
        assertThat(engine.isInstalled()).isTrue();
        assertThat(Engine.named("poi")).hasValueSatisfying(poi -> {
            assertThat(poi.recalculates()).isTrue();
            assertThat(poi.isInstalled()).isTrue();
        });
        assertThat(Engine.all()).extracting(Engine::name).containsExactly("poi", "libreoffice", "gnumeric", "saved");
        assertThat(Engine.named("excel")).isEmpty();
    }

    @Test
    void whatIsLeftToDoIsDoneWhenTheFileIsClosed() {
        var workbook = StoredWorkbook.open(savedBy("Microsoft Excel"));
        var done = new ArrayList<String>();
        new StoredRecalculation(workbook, () -> done.add("removed")).close();
        assertThat(done).containsExactly("removed");
        assertThatThrownBy(() -> Cells.all(workbook.rows("Training"))).isInstanceOf(WorkbookException.class);
    }
}
