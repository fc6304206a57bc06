package io.gradsheet.template;

import io.gradsheet.table.TableText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A CSV text of numbers under a row of names. */
final class NumberTable {
    private final DataTable table;
    private final List<List<Double>> rows = new ArrayList<>();

    NumberTable(TableText file) {
        this.table = new DataTable(file, DataTable.Form.USUAL);
        table.forEach(row -> rows.add(
                IntStream.range(0, table.columns()).mapToObj(row::number).toList()));
        if (rows.isEmpty()) {
            throw table.wholePlace()
                    .complaint(
                            "there are no rows of numbers in this file; it must have a row of column names and rows of data");
        }
    }

    List<String> names() {
        return table.names();
    }

    int rows() {
        return rows.size();
    }

    /** The number from 0 of the column that an entry names. */
    int column(Entry name) {
        return table.column(name);
    }

    /** The numbers of neighbouring columns, both ends included. */
    Matrix columns(int first, int last) {
        return new Matrix(rows.stream().map(row -> row.subList(first, last + 1)).toList());
    }
}
