package io.gradsheet.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.gradsheet.network.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files in the form of public data sets, each with a few rows that were made up: separators, quotes, heads and marks are theirs. */
class PublicDataSetsTest {
    private static final Path FILES = Path.of("src/test/resources/data");

    @TempDir
    private Path folder;

    static List<Arguments> files() {
        return List.of(
                // Commas, no names.
                arguments("iris.data", "", 9, "5 3.4 1.5 0.2", "Iris-setosa"),
                arguments("wine.data", "1", 9, "14.1 1.7 2.4 15.5 120 2.8 3.1 0.28 2.3 5.6 1.04 3.9 1065", "1"),
                arguments("abalone.data", "", 6, "0 0 1 0.455 0.365 0.095 0.514", "15"),
                // Columns of one width.
                arguments("auto-mpg.data", "1", 4, "8 305 132 3500 12 70 1", "18.5"),
                arguments("housing.data", "", 4, "0.0063 18 2.31 0 0.538 6.575 65.2 4.09 1 296 15.3 396.9 4.98", "24"),
                arguments("ecoli.data", "", 7, "0.49 0.29 0.56 0.24 0.35", "cp"),
                // Semicolons.
                arguments("winequality-red.csv", "", 6, "7.4 0.7 0 9.4", "5"),
                arguments("bank.csv", "y", 6, "30 0 0 1 1787 0", "no"),
                arguments("german-excel.csv", "Preis in €", 4, "54.5 0", "1250"),
                // Tabs.
                arguments("seeds_dataset.txt", "", 6, "15.26 14.84 0.871 5.763 3.312 2.221 5.22", "1"),
                arguments("tips.tsv", "smoker", 4, "16.99 1.01 0", "No"),
                arguments("spam.tsv", "class", 4, "12 1.5", "ham"),
                // Commas, with names, or with marks for what is missing.
                arguments("adult.data", "", 9, "39 0 0 1 77516 0 1 0 13 0 0 1 1 2174 40 1", "<=50K"),
                arguments("penguins.csv", "species", 5, "1 39.1 3750 1", "Adelie"),
                arguments("breast-cancer-wisconsin.data", "", 5, "1000025 5 1 1 1 2 1 3 1", "2"),
                arguments("populations.csv", "group", 4, "1234567 12.5 3", "small"),
                // Of Weka.
                arguments("iris.arff", "", 6, "5.1 3.5 1.4 0.2", "Iris-setosa"),
                arguments("weather.nominal.arff", "", 6, "1 0 0 1 0 0 0 1", "no"),
                arguments("labor.arff", "", 5, "5 40", "good"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void fileIsReadAsItIs(String name, String label, int samples, String inputs, String answer) {
        var read = read(FILES.resolve(name), label);

        assertThat(read.data().rows()).hasSize(samples);
        var first = read.data().rows().get(0);
        assertThat(IntStream.rangeClosed(1, first.inputCount())
                        .mapToObj(first::input)
                        .toList())
                .isEqualTo(Arrays.stream(inputs.split(" ", -1))
                        .map(Double::valueOf)
                        .toList());
        assertThat(answer(read, first)).isEqualTo(answer);
        // A workbook carries all that is needed to read the same again.
        assertThat(Template.of(read.provenance()).read(List.of()))
                .usingRecursiveComparison()
                .isEqualTo(read);
    }

    private static String answer(NetworkExperiment read, Sample sample) {
        return read.data().hasClasses()
                ? read.classes().get(read.network().outputs() == 1 ? sample.answer() : sample.answer() - 1)
                : NumberText.shown(sample.target(1));
    }

    /** As a template reads it that was written for the file. */
    private NetworkExperiment read(Path data, String label) {
        var template = folder.resolve("mine.yaml");
        var wish = new DataStarter.Wish(label.isEmpty() ? List.of() : List.of(label), false, Optional.empty());
        new DataStarter("4.3-backpropagation", data, template, wish, now -> true)
                .files()
                .forEach((name, text) -> {
                    try {
                        Files.writeString(folder.resolve(name), text);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        return (NetworkExperiment) Template.file(template).read(List.of());
    }

    @Test
    void aPackedFileIsReadAsTheFileInIt() throws IOException {
        var packed = folder.resolve("iris.data.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(FILES.resolve("iris.data"), out);
        }

        assertThat(read(packed, "").data().rows())
                .usingRecursiveComparison()
                .isEqualTo(read(FILES.resolve("iris.data"), "").data().rows());
    }
}
