package io.gradsheet.recalc;

import io.gradsheet.recalc.SharedFormulas.Area;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.OneLine;
import io.gradsheet.sheet.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads the rows of a sheet's XML part as they come. No more than a row is held. */
final class SheetRows implements RowCursor {
    /** What a cell can hold, by the limits of the format. */
    static final int MOST_TEXT = 32_767;

    private static final int MOST_FORMULA = 8_192;

    /** How C libraries print what no cell can hold. */
    private static final Pattern NO_NUMBER = Pattern.compile("(?i)[+-]?(?:nan|inf|infinity|1\\.#(?:inf|ind|qnan))");

    /** Such as {@code #GETTING_DATA}. */
    private static final int LONGEST_ERROR = 20;

    private static final Value NOT_FINITE = new Value.Failure("#NUM!");

    private final XmlPart part;
    private final String file;
    private final String sheet;
    private final Supplier<SharedStrings> strings;
    private final PaddedNumbers padded;
    private final SharedFormulas shared = new SharedFormulas();
    private final List<ArrayFormula> arrays = new ArrayList<>();
    private final Set<Address> arrayCells = new LinkedHashSet<>();
    private boolean inData;
    private boolean ended;
    private int row = -1;
    private int column;

    private record ArrayFormula(String formula, Area area) {}

    /**
     * @param strings asked for only if a cell refers to the table of shared texts
     * @param padded the looks by which a number is read as the text that is shown
     */
    SheetRows(XmlPart part, String file, String sheet, Supplier<SharedStrings> strings, PaddedNumbers padded) {
        this.part = part;
        this.file = file;
        this.sheet = sheet;
        this.strings = strings;
        this.padded = padded;
    }

    /** The cells read so far whose formulas were entered as arrays, the first one first. */
    Set<Address> arrayCells() {
        return Collections.unmodifiableSet(arrayCells);
    }

    @Override
    public Optional<StoredRow> next() {
        while (!inData && !ended) {
            ended = !part.nextElement();
            inData = !ended && part.at("sheetData");
        }
        while (!ended) {
            if (!part.nextWithin("sheetData")) {
                ended = true;
            } else if (part.at("row")) {
                return Optional.of(row());
            }
        }
        return Optional.empty();
    }

    private StoredRow row() {
        var number = part.attribute("r");
        var index = number.isEmpty() ? row + 1 : RefText.row(number, 0, number.length());
        if (index <= row || index >= RefText.ROWS) {
            throw new WorkbookException(file + ": after row " + (row + 1) + ", sheet " + sheet + " has a row numbered "
                    + (number.isEmpty() ? "past the last" : abbreviated(number)));
        }
        row = index;
        column = -1;
        arrays.removeIf(array -> array.area.lastRow() < row);
        var cells = new ArrayList<StoredCell>();
        while (part.nextWithin("row")) {
            if (part.at("c")) {
                cells.add(cell());
            }
        }
        return new StoredRow(row, cells);
    }

    private StoredCell cell() {
        var reference = part.attribute("r");
        var before = column;
        column = reference.isEmpty()
                ? column + 1
                : RefText.parse(reference)
                        .filter(ref -> ref.row() == row)
                        .map(ref -> ref.column())
                        .orElse(-1);
        if (column <= before || column >= RefText.COLUMNS) {
            column = before;
            throw new WorkbookException(file + ": row " + (row + 1) + " of sheet " + sheet
                    + " has a cell out of its place: " + abbreviated(reference));
        }
        var type = part.attribute("t");
        var look = part.attribute("s");
        var formula = "";
        var value = Value.NOTHING;
        while (part.nextWithin("c")) {
            if (part.at("f")) {
                formula = formula();
            } else if (part.at("v")) {
                value = value(type, part.text(MOST_TEXT));
            } else if (part.at("is") && type.equals("inlineStr") && value instanceof Value.Nothing) {
                // Programs that put a number or another text over such a text may leave it behind.
                value = Value.of(part.richText("is", MOST_TEXT));
            }
        }
        return new StoredCell(column, formula.isEmpty() ? arrayFormulaHere() : formula, padded.shown(value, look));
    }

    private String formula() {
        var type = part.attribute("t");
        var index = part.attribute("si");
        var area = Area.parse(part.attribute("ref")).orElse(new Area(row, column, row, column));
        var text = part.text(MOST_FORMULA);
        switch (type) {
            case "shared" -> {
                if (text.isEmpty()) {
                    return shared.at(index, row, column)
                            .orElseThrow(() -> unreadable("refers to a shared formula that is not there"));
                }
                shared.define(index, text, row, column, area);
            }
            case "array" -> {
                arrayCells.add(address());
                arrays.add(new ArrayFormula(text, area));
            }
            default -> {}
        }
        return text;
    }

    /** Every cell of an array formula shows the same formula, and only the first has it in the file. */
    private String arrayFormulaHere() {
        var formula = arrays.stream()
                .filter(array -> array.area.contains(row, column))
                .map(ArrayFormula::formula)
                .findFirst();
        formula.ifPresent(found -> arrayCells.add(address()));
        return formula.orElse("");
    }

    private Value value(String type, String text) {
        return switch (type) {
            case "s" -> sharedText(text.strip());
            case "str", "inlineStr" -> Value.of(XmlPart.unescaped(text));
            case "d" -> Value.of(text);
            case "e" -> new Value.Failure(OneLine.of(text.strip(), LONGEST_ERROR));
            case "b" -> truth(text.strip());
            case "", "n" -> number(text.strip());
            default -> throw unreadable("is of a kind unknown: " + abbreviated(type));
        };
    }

    private Value truth(String text) {
        return switch (text) {
            case "1", "true" -> new Value.Truth(true);
            case "0", "false" -> new Value.Truth(false);
            default -> throw unreadable("is neither true nor false: " + abbreviated(text));
        };
    }

    private Value number(String text) {
        if (text.isEmpty()) {
            return Value.NOTHING;
        }
        try {
            // Java's own spellings, such as 0x1p3 and 1d, are not a spreadsheet's.
            if (text.chars().allMatch(sign -> "0123456789+-.eE".indexOf(sign) >= 0)) {
                var number = Double.parseDouble(text);
                return Double.isFinite(number) ? Value.of(number) : NOT_FINITE;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        if (NO_NUMBER.matcher(text).matches()) {
            return NOT_FINITE;
        }
        throw unreadable("holds no number: " + abbreviated(text));
    }

    private Value sharedText(String text) {
        var table = strings.get();
        int index;
        try {
            index = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw unreadable("refers to a text that is not there: " + abbreviated(text));
        }
        if (index < 0 || index >= table.count()) {
            throw unreadable("refers to a text that is not there: " + index);
        }
        return Value.of(table.get(index));
    }

    private Address address() {
        return new Address(sheet, row, column);
    }

    private WorkbookException unreadable(String what) {
        return new WorkbookException(file + ": cell " + address() + " " + what);
    }

    private static String abbreviated(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    @Override
    public void close() {
        part.close();
    }
}
