package io.gradsheet.template;

import io.gradsheet.network.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads samples from a CSV text: a row of column names, then a row for each sample, its inputs first and its label last. */
final class CsvSamples {
    // Rows are numbered by us, so that empty lines do not hide where a row starts.
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setIgnoreEmptyLines(false)
            .setIgnoreSurroundingSpaces(true)
            .get();

    private final TextFile file;
    private final CsvPlaces places;
    private final int inputs;
    private final Classes classes;

    CsvSamples(TextFile file, int inputs, Classes classes) {
        this.file = file;
        this.places = new CsvPlaces(file);
        this.inputs = inputs;
        this.classes = classes;
    }

    List<Sample> read() {
        var samples = new ArrayList<Sample>();
        var last = 0L;
        try (var parser = CSVParser.parse(file.text(), FORMAT)) {
            List<String> header = List.of();
            for (var row : parser) {
                last = row.getCharacterPosition();
                if (isBlank(row)) {
                    continue;
                }
                if (header.isEmpty()) {
                    header = header(row);
                } else {
                    samples.add(sample(row, header));
                }
            }
        } catch (UncheckedIOException | IOException e) {
            // Of a text in memory, only its quotes can be wrong.
            throw places.brokenQuote(last)
                    .complaint("a quote is not closed, or text follows it; write the value without quotes");
        }
        if (samples.isEmpty()) {
            throw new Place(file.label())
                    .complaint(
                            "there are no samples in this file; it must have a row of column names and rows of data");
        }
        return samples;
    }

    private static boolean isBlank(CSVRecord row) {
        return row.size() == 1 && row.get(0).isBlank();
    }

    private List<String> header(CSVRecord row) {
        var names = row.toList();
        if (names.size() == 1 && (names.get(0).contains(";") || names.get(0).contains("\t"))) {
            throw complaint(row, "the values must be separated by commas; save the file as comma-separated");
        }
        if (names.stream().allMatch(name -> NumberText.parse(name.strip()).isPresent())) {
            throw complaint(
                    row,
                    "the first row must name the columns, but holds numbers; put a row such as x1,x2,label before");
        }
        if (names.size() != inputs + 1) {
            throw complaint(
                    row,
                    String.format(
                            Locale.ROOT,
                            "there are %s, but %,d are needed: the network's %s and the label; change the file or network.sizes",
                            Wording.count(names.size(), "column"),
                            inputs + 1,
                            Wording.count(inputs, "input")));
        }
        return names;
    }

    private Sample sample(CSVRecord row, List<String> header) {
        if (row.size() != header.size()) {
            throw complaint(
                    row,
                    "this row has " + Wording.count(row.size(), "value") + ", but the first row names "
                            + Wording.count(header.size(), "column") + "; make them as many");
        }
        var values = IntStream.range(0, inputs)
                .mapToDouble(i -> input(row, i, header.get(i)))
                .toArray();
        var label = row.get(inputs).strip();
        var targets = classes.targets(label)
                .orElseThrow(() -> places.value(row.getCharacterPosition(), inputs)
                        .complaint("the label " + Wording.quoted(label) + " is none of data.classes: "
                                + Wording.shown(String.join(", ", classes.names()))));
        return new Sample(values, targets);
    }

    private double input(CSVRecord row, int i, String name) {
        var text = row.get(i).strip();
        var number = NumberText.parse(text);
        if (number.isPresent() && Double.isFinite(number.getAsDouble())) {
            return number.getAsDouble();
        }
        throw places.value(row.getCharacterPosition(), i)
                .complaint(Wording.shown(name) + " must be " + (number.isPresent() ? "a finite number" : "a number")
                        + ", but is " + (text.isEmpty() ? "empty" : Wording.quoted(text)));
    }

    private TemplateException complaint(CSVRecord row, String sentence) {
        return places.value(row.getCharacterPosition(), 0).complaint(sentence);
    }
}
