package io.gradsheet.xlsx;

import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A copy of a workbook, whoever saved it, in which some cells are coloured and have remarks. All else stays as it is.
 *
 * @param source a workbook that is known to be harmless
 * @param remarks at most one for each cell; colours by rule give way to those of remarks
 * @param entries what is written into cells in place of what they hold
 */
public record AnnotatedCopy(Path source, List<Remark> remarks, List<Entry> entries) {
    private static final String AUTHOR = "GradSheet";
    private static final int REMARK_COLUMNS = 4;

    public AnnotatedCopy {
        remarks = List.copyOf(remarks);
        entries = List.copyOf(entries);
    }

    /**
     * A remark.
     *
     * @param text its lines are kept
     */
    public record Remark(Address cell, Tone tone, String text) {}

    /**
     * A number or a text in a cell, which looks like another one of its row.
     *
     * @param column of the cell that it looks like, from 0
     * @param first what the first cell of the row must show, else nothing is written; empty for anything
     */
    public record Entry(Address cell, Value value, int column, String first) {}

    /** How a cell is coloured. */
    public enum Tone {
        /** Not at all. */
        PLAIN(""),
        GOOD("C6E5C3"),
        /** Good enough. */
        FAIR("E4EDB5"),
        BAD("F8C9C4"),
        /** Something is missing. */
        MISSING("D9D9D9");

        private final String fill;

        Tone(String fill) {
            this.fill = fill;
        }
    }

    /** The workbook cannot be copied, and nothing was written. */
    public static final class UncopiableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UncopiableException(Throwable cause) {
            super("the workbook has parts that cannot be read", cause);
        }
    }

    /**
     * Makes the copy, writing nothing yet.
     *
     * @return the bytes of its file
     * @throws UncopiableException if the source has parts that cannot be read, or is full, as of looks
     */
    public byte[] bytes() {
        try (var in = Files.newInputStream(source);
                var workbook = new XSSFWorkbook(in)) {
            new Pen(workbook).write(remarks, entries);
            var out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new UncopiableException(e);
        }
    }

    /** Puts remarks into a workbook. */
    private static final class Pen {
        private final XSSFWorkbook workbook;
        private final Map<Look, XSSFCellStyle> styles = new HashMap<>();

        /** A look of the workbook's own, on another ground. */
        private record Look(short style, Tone tone) {}

        private Pen(XSSFWorkbook workbook) {
            this.workbook = workbook;
        }

        private void write(List<Remark> remarks, List<Entry> entries) {
            remarks.stream()
                    .map(remark -> remark.cell().sheet())
                    .distinct()
                    .map(workbook::getSheet)
                    .filter(Objects::nonNull)
                    .forEach(sheet -> dropRules(sheet, remarks));
            entries.forEach(this::write);
            for (var remark : remarks) {
                var sheet = workbook.getSheet(remark.cell().sheet());
                if (sheet != null) {
                    write(sheet, remark);
                }
            }
        }

        /** Rules that would colour cells with remarks go: what they show now may be otherwise. */
        private static void dropRules(XSSFSheet sheet, List<Remark> remarks) {
            var rules = sheet.getSheetConditionalFormatting();
            for (var i = rules.getNumConditionalFormattings() - 1; i >= 0; i--) {
                var ranges = rules.getConditionalFormattingAt(i).getFormattingRanges();
                if (remarks.stream()
                        .filter(remark -> remark.cell().sheet().equals(sheet.getSheetName()))
                        .anyMatch(remark -> Stream.of(ranges)
                                .anyMatch(range -> range.isInRange(
                                        remark.cell().row(), remark.cell().column())))) {
                    rules.removeConditionalFormatting(i);
                }
            }
        }

        private void write(Entry entry) {
            var sheet = workbook.getSheet(entry.cell().sheet());
            if (sheet == null || sheet.getRow(entry.cell().row()) == null) {
                return;
            }
            var first = sheet.getRow(entry.cell().row()).getCell(0);
            if (!entry.first().isEmpty() && (first == null || !entry.first().equals(first.toString()))) {
                return;
            }
            var cell = cell(sheet, entry.cell());
            if (cell.getCellType() == CellType.FORMULA) {
                cell.removeFormula();
            }
            var like = cell.getRow().getCell(entry.column());
            if (like != null) {
                cell.setCellStyle(like.getCellStyle());
            }
            if (entry.value() instanceof Value.Figure figure) {
                cell.setCellValue(figure.number());
            } else {
                cell.setCellValue(entry.value().content());
            }
        }

        private static XSSFCell cell(XSSFSheet sheet, Address place) {
            var row = sheet.getRow(place.row());
            if (row == null) {
                row = sheet.createRow(place.row());
            }
            var cell = row.getCell(place.column());
            return cell == null ? row.createCell(place.column()) : cell;
        }

        private void write(XSSFSheet sheet, Remark remark) {
            var cell = cell(sheet, remark.cell());
            if (remark.tone() != Tone.PLAIN) {
                cell.setCellStyle(coloured(cell.getCellStyle(), remark.tone()));
            }
            comment(sheet, cell, remark.text());
        }

        /** The same look on another ground; a workbook has room for so many looks only, and cells share them. */
        private XSSFCellStyle coloured(XSSFCellStyle style, Tone tone) {
            return styles.computeIfAbsent(new Look(style.getIndex(), tone), look -> {
                var coloured = workbook.createCellStyle();
                coloured.cloneStyleFrom(style);
                coloured.setFillForegroundColor(Styles.colour(tone.fill));
                coloured.setFillPattern(FillPatternType.SOLID_FOREGROUND);
                return coloured;
            });
        }

        /** A remark of somebody else's stays above ours. */
        private static void comment(XSSFSheet sheet, XSSFCell cell, String text) {
            var whole = Texts.plain(text);
            var own = cell.getCellComment();
            if (own != null) {
                whole = own.getString().getString() + "\n\n" + whole;
                cell.removeCellComment();
            }
            var place = new XSSFClientAnchor();
            place.setCol1(cell.getColumnIndex() + 1);
            place.setCol2(cell.getColumnIndex() + 1 + REMARK_COLUMNS);
            place.setRow1(cell.getRowIndex());
            place.setRow2(cell.getRowIndex() + 2 + (int) whole.lines().count());
            var comment = sheet.createDrawingPatriarch().createCellComment(place);
            comment.setAuthor(AUTHOR);
            comment.setString(whole);
            cell.setCellComment(comment);
        }
    }
}
