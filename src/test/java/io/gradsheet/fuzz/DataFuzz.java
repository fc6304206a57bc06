package io.gradsheet.fuzz;

import io.gradsheet.table.Table;
import io.gradsheet.table.TableFile;
import io.gradsheet.template.Provenance;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A table in any form: its rows, and as samples of a network with labels, with targets, with no header, and as the rows of a table. */
public final class DataFuzz {
    private static final List<String> TEMPLATES = List.of(
            network("data: {file: fuzz.csv, scale: standard, test: {share: 0.3}, pick: {first: 20}}"),
            network(
                    "data: {file: fuzz.csv, missing: skip, inputs: [1], label: 2, comments: '#', pick: {random: 3, seed: 1}}"),
            network("data: {file: fuzz.csv, missing: mean, scale: standard, decimal: comma, separator: space}"),
            network("data: {file: fuzz.csv, missing: mean, scale: range, test: {last: 1}, decimal: point}"),
            network("data: {file: fuzz.csv, targets: [2], inputs: [1], header: false, pick: {random: 9, seed: 1}}"),
            """
            lesson: worksheet
            title: Fuzz
            about: Rows of a file.
            sheets:
              - name: Fuzz
                title: Fuzz
                about: Small.
                content:
                  - table: rows
                    rows: {csv: fuzz.csv}
                    columns: [{symbol: twice, formula: 2*1}]
            """);

    private DataFuzz() {}

    private static String network(String data) {
        return """
                lesson: 4.3-backpropagation
                network: {sizes: [1, 1], activations: sigmoid}
                cost: squared
                eta: 0.1
                epochs: 1
                initial: zeros
                """ + data;
    }

    public static void fuzzerTestOneInput(byte[] input) {
        Sentence.orResult(() -> read(input));
        var files = Map.of("fuzz.csv", new String(input, StandardCharsets.UTF_8));
        for (var template : TEMPLATES) {
            Sentence.orResult(() -> Planned.from(new Provenance("fuzz", template, List.of(), files)));
        }
    }

    /** The bytes as a file, packed or not, in whatever characters. */
    private static void read(byte[] input) {
        try {
            new Table(TableFile.read("fuzz", new ByteArrayInputStream(input)), Table.Hints.NONE)
                    .forEach(row -> Sentence.require(row.place(row.size()) + row.number()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
