package io.gradsheet.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.template.Provenance;
import io.gradsheet.template.Template;
import io.gradsheet.testing.Workbooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list from which the label of a sample is chosen on Data. */
class LabelListTest {
    @TempDir
    private Path folder;

    /** The validation of the first label; the inputs are column B. */
    private Optional<String> list(String lesson, List<String> classes, int outputs) throws IOException {
        var rows = classes.stream().map(name -> "0.5,\"" + name + "\"").collect(Collectors.joining("\n"));
        var yaml = """
                lesson: %s
                title: Many
                network: {sizes: [1, %d], activations: sigmoid}
                cost: squared
                data: {file: many.csv}
                eta: 0.1
                epochs: 1
                initial: zeros
                """.formatted(lesson, outputs);
        var provenance = new Provenance("many", yaml, List.of(), Map.of("many.csv", "x1,label\n" + rows + "\n"));
        var file = Workbooks.write(Template.of(provenance).read(List.of()), folder.resolve("many.xlsx"));
        try (var in = Files.newInputStream(file);
                var workbook = new XSSFWorkbook(in)) {
            return workbook.getSheet("Data").getDataValidations().stream()
                    .filter(each -> each.getRegions().getCellRangeAddress(0).getFirstColumn() == 2)
                    .findFirst()
                    .map(DataValidation::getValidationConstraint)
                    .map(each -> each.getFormula1());
        }
    }

    private static List<String> many() {
        return IntStream.range(0, 120).mapToObj("kind%03d"::formatted).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.2-forward", "4.3-backpropagation"})
    void ofManyClassesItIsWhatStandsOverTheTargets(String lesson) throws IOException {
        // The targets follow the label, in column D.
        assertThat(list(lesson, many(), 120)).contains("Data!$D$5:$DS$5");
    }

    @Test
    void ofFewItIsInTheFile() throws IOException {
        assertThat(list("3.2-forward", List.of("cat", "dog"), 2)).contains("\"cat,dog\"");
    }

    @Test
    void aNameWithACommaIsNotTakenForTwo() throws IOException {
        assertThat(list("3.2-forward", List.of("cat, black", "dog"), 2)).contains("Data!$D$5:$E$5");
    }

    @Test
    void twoLongNamesForOneOutputAreTyped() throws IOException {
        assertThat(list("3.2-forward", List.of("a, b", "c"), 1)).isEmpty();
    }
}
