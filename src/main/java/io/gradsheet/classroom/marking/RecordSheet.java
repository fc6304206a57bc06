package io.gradsheet.classroom.marking;

import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The hidden sheet of a workbook of marks that holds them as they were before anybody changed anything, so that nothing but what the
 * teacher may change need be read from the others. Column A holds one text after another: the version of this form, then the marks as
 * JSON, compressed and in Base64, cut into cells.
 */
final class RecordSheet {
    static final String NAME = "Record";

    private static final String VERSION = "gradsheet marks 1";
    private static final int LONGEST = 30_000;

    /** No class has marks of more bytes. */
    private static final int LARGEST = 1 << 30;

    private RecordSheet() {}

    static SheetPlan of(Marks marks) {
        var grid = new Grid();
        grid.put(0, 0, text(VERSION));
        var record = Base64.getEncoder().encodeToString(compressed(marks));
        for (var at = 0; at < record.length(); at += LONGEST) {
            grid.put(1 + at / LONGEST, 0, text(record.substring(at, Math.min(record.length(), at + LONGEST))));
        }
        return SheetPlan.named(NAME).widths(100.0).head(grid.rows()).hide().build();
    }

    private static Cell text(String text) {
        return new Cell.Label(RichText.plain(text), Role.SOURCE);
    }

    private static byte[] compressed(Marks marks) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes)) {
            MarksJson.mapper().writeValue(out, marks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads the marks back.
     *
     * @param cells column A of the sheet, from the top
     * @throws IOException if they are not there whole, or another version wrote them
     */
    static Marks read(List<String> cells) throws IOException {
        if (cells.isEmpty() || !cells.get(0).equals(VERSION)) {
            throw new IOException("another version");
        }
        try {
            var record = Base64.getDecoder()
                    .decode(String.join("", cells.subList(1, cells.size())).getBytes(StandardCharsets.US_ASCII));
            try (var in = new InflaterInputStream(new ByteArrayInputStream(record))) {
                var marks = MarksJson.mapper().readValue(in.readNBytes(LARGEST), Marks.class);
                return marks.with(marks.marked().stream().map(Marked::joined).toList());
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NullPointerException e) {
            throw new IOException("not whole", e);
        }
    }
}
