package io.gradsheet.recalc;

import io.gradsheet.recalc.FormulaToken.Kind;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.formula.SheetNameFormatter;

/** The text of a formula, without {@code =}: moved from cell to cell, compared, and searched for what must not be run. */
public final class FormulaText {
    /** Functions by which a formula reaches out of its workbook: to the network, a file, a program or the machine. */
    private static final Set<String> DANGEROUS = Set.of(
            "CALL",
            "CUBEKPIMEMBER",
            "CUBEMEMBER",
            "CUBEMEMBERPROPERTY",
            "CUBERANKEDMEMBER",
            "CUBESET",
            "CUBESETCOUNT",
            "CUBEVALUE",
            "DDE",
            "EXEC",
            "EXECSQL",
            "FILTERXML",
            "IMAGE",
            "IMPORTDATA",
            "INDIRECT",
            "INFO",
            "PY",
            "READDBTABLE",
            "REGISTER",
            "REGISTER.ID",
            "RTD",
            "SQL.REQUEST",
            "STOCKHISTORY",
            "WEBSERVICE");

    /** Functions that take arrays wherever they stand, without a formula being entered as one. */
    private static final Set<String> OF_ARRAYS = Set.of("MMULT", "SUMPRODUCT", "SUMX2MY2", "SUMX2PY2", "SUMXMY2");

    private static final String OPERATORS = "+-*/^&=<>%";

    private final String text;
    private final List<FormulaToken> tokens;

    private FormulaText(String text) {
        this.text = text;
        this.tokens = FormulaLexer.tokens(text);
    }

    static FormulaText parse(String text) {
        return new FormulaText(text);
    }

    /**
     * The formula as it reads when the cell is filled {@code rows} down and {@code columns} right: what is not held with {@code $}
     * moves, and comes in again at the other edge where it leaves the sheet, as in Excel.
     */
    String shifted(int rows, int columns) {
        if (rows == 0 && columns == 0) {
            return text;
        }
        var shifted = new StringBuilder(text.length() + 8);
        for (var token : tokens) {
            switch (token.kind()) {
                case CELL -> shifted.append(shiftCell(token.text(), rows, columns));
                case COLUMNS -> shiftBoth(shifted, token.text(), part -> shiftColumn(part, columns));
                case ROWS -> shiftBoth(shifted, token.text(), part -> shiftRow(part, rows));
                default -> shifted.append(token.text());
            }
        }
        return shifted.toString();
    }

    private static String shiftCell(String text, int rows, int columns) {
        return RefText.parse(text)
                .map(ref -> new Ref(
                                ref.fixedRow() ? ref.row() : Math.floorMod(ref.row() + rows, RefText.ROWS),
                                ref.fixedColumn()
                                        ? ref.column()
                                        : Math.floorMod(ref.column() + columns, RefText.COLUMNS),
                                ref.fixedRow(),
                                ref.fixedColumn())
                        .toString())
                .orElse(text);
    }

    private static void shiftBoth(StringBuilder shifted, String range, UnaryOperator<String> shift) {
        var colon = range.indexOf(':');
        shifted.append(shift.apply(range.substring(0, colon)))
                .append(':')
                .append(shift.apply(range.substring(colon + 1)));
    }

    private static String shiftColumn(String letters, int columns) {
        var column = RefText.column(letters, 0, letters.length());
        return column < 0 ? letters : Ref.columnName(Math.floorMod(column + columns, RefText.COLUMNS));
    }

    private static String shiftRow(String digits, int rows) {
        var row = RefText.row(digits, 0, digits.length());
        return row < 0 ? digits : Integer.toString(Math.floorMod(row + rows, RefText.ROWS) + 1);
    }

    /**
     * Whether two formulas differ in nothing but what programs rewrite when they save: spaces, letter case, quotes around sheet
     * names, a leading {@code =}, the mark of functions newer than the format, how a number is spelled (to the 15 digits that a
     * spreadsheet keeps), and the habits of LibreOffice ({@code TRUE()}) and Gnumeric ({@code -(-x)}, {@code STDEV.S}).
     */
    public static boolean sameFormula(String a, String b) {
        return a.equals(b) || CanonicalFormula.of(parse(a).tokens).equals(CanonicalFormula.of(parse(b).tokens));
    }

    /**
     * Cells that a formula reads.
     *
     * @param sheet where they are; empty for the sheet of the formula
     */
    public record Reading(Optional<String> sheet, Range cells) {}

    /** The cells and ranges that a formula names, in order; those behind a defined name are not among them. */
    public static List<Reading> readings(String formula) {
        var tokens = parse(formula).tokens;
        var readings = new ArrayList<Reading>();
        for (var at = 0; at < tokens.size(); at++) {
            if (tokens.get(at).is(Kind.CELL)) {
                var sheet = sheetBefore(tokens, at);
                var first = RefText.parse(tokens.get(at).text()).orElseThrow();
                var last = first;
                if (isRange(tokens, at)) {
                    at += 2;
                    last = RefText.parse(tokens.get(at).text()).orElseThrow();
                }
                readings.add(new Reading(sheet, new Range(first, last)));
            }
        }
        return readings;
    }

    private static boolean isRange(List<FormulaToken> tokens, int at) {
        return at + 2 < tokens.size()
                && tokens.get(at + 1).isSign(':')
                && tokens.get(at + 2).is(Kind.CELL);
    }

    private static Optional<String> sheetBefore(List<FormulaToken> tokens, int at) {
        return at > 1 && tokens.get(at - 1).isSign('!') && tokens.get(at - 2).is(Kind.SHEET)
                ? Optional.of(CanonicalFormula.unquoted(tokens.get(at - 2).text()))
                : Optional.empty();
    }

    /** The functions that a formula calls, in order, as the file names them. */
    static Stream<String> functions(String formula) {
        return parse(formula).tokens.stream()
                .filter(token -> token.is(Kind.FUNCTION))
                .map(FormulaToken::text);
    }

    /**
     * What in a formula reaches out of its workbook, if anything does: the name of a function such as {@code WEBSERVICE}, or the
     * part that names another file or program, such as {@code [1]}.
     */
    public static Optional<String> dangerousFunction(String formula) {
        var tokens = parse(formula).tokens;
        for (var at = 0; at < tokens.size(); at++) {
            var token = tokens.get(at);
            var dangerous = switch (token.kind()) {
                case FUNCTION -> DANGEROUS.contains(CanonicalFormula.functionName(token.text()));
                case SHEET -> token.text().contains("[");
                case FILE -> true;
                case BRACKET -> !belongsToTable(tokens, at);
                case SIGN -> token.isSign('|');
                default -> false;
            };
            if (dangerous) {
                return Optional.of(token.is(Kind.FUNCTION) ? token.text().toUpperCase(Locale.ROOT) : token.text());
            }
        }
        return Optional.empty();
    }

    /**
     * A formula as it reads once cells are in other places.
     *
     * @param sheet that the formula is on, by its name before
     * @param now where a cell is that was in a place
     */
    public static String moved(String formula, String sheet, UnaryOperator<Address> now) {
        var moved = new StringBuilder(formula.length() + 8);
        var on = sheet;
        for (var token : parse(formula).tokens) {
            switch (token.kind()) {
                case SHEET -> {
                    on = CanonicalFormula.unquoted(token.text());
                    moved.append(SheetNameFormatter.format(
                            now.apply(new Address(on, 0, 0)).sheet()));
                }
                case CELL -> moved.append(movedCell(token.text(), on, now));
                default -> moved.append(token.text());
            }
            // The name of a sheet holds for the cell or the range after it.
            if (token.is(Kind.SIGN) && !token.isSign('!') && !token.isSign(':')) {
                on = sheet;
            }
        }
        return moved.toString();
    }

    /** What the formulas of cells have in common that were filled from one another: {@code R[-1]C[0]+1}. */
    public static String relative(String formula, Ref at) {
        return mapped(
                formula,
                ref -> (ref.fixedRow() ? "R" + ref.row() : "R[" + (ref.row() - at.row()) + "]")
                        + (ref.fixedColumn() ? "C" + ref.column() : "C[" + (ref.column() - at.column()) + "]"));
    }

    private static String mapped(String formula, Function<Ref, String> change) {
        var mapped = new StringBuilder(formula.length() + 8);
        for (var token : parse(formula).tokens) {
            mapped.append(
                    token.is(Kind.CELL)
                            ? RefText.parse(token.text()).map(change).orElse(token.text())
                            : token.text());
        }
        return mapped.toString();
    }

    /**
     * The formula with numbers in place of cells and names, to be read and not to be computed: a sum of products is written out.
     *
     * @param sheet that the formula is on
     */
    public static String filled(
            String formula, String sheet, Function<Address, String> cells, UnaryOperator<String> names) {
        var tokens = parse(formula).tokens;
        var filled = new StringBuilder(formula.length() + 64);
        for (var at = 0; at < tokens.size(); at++) {
            var token = tokens.get(at);
            if (token.is(Kind.FUNCTION) && token.text().equals("SUMPRODUCT") && isOfTwoRanges(tokens, at)) {
                var first = numbers(tokens, at + 2, sheet, cells);
                var second = numbers(tokens, at + 6, sheet, cells);
                filled.append('(')
                        .append(IntStream.range(0, Math.min(first.size(), second.size()))
                                .mapToObj(i -> first.get(i) + "·" + second.get(i))
                                .collect(Collectors.joining(" + ")))
                        .append(')');
                at += 9;
            } else if (token.is(Kind.FUNCTION)
                    && token.text().equals("SUM")
                    && at + 5 < tokens.size()
                    && isRange(tokens, at + 2)
                    && tokens.get(at + 5).isSign(')')) {
                filled.append('(')
                        .append(String.join(" + ", numbers(tokens, at + 2, sheet, cells)))
                        .append(')');
                at += 5;
            } else if (token.is(Kind.CELL)) {
                var on = sheetBefore(tokens, at).orElse(sheet);
                filled.append(String.join("; ", numbers(tokens, at, on, cells)));
                at += isRange(tokens, at) ? 2 : 0;
            } else if (token.is(Kind.NAME)) {
                filled.append(names.apply(token.text()));
            } else if (!token.is(Kind.SHEET) && !token.isSign('!')) {
                filled.append(token.text());
            }
        }
        return filled.toString();
    }

    /** Whether a function is called with two ranges of its own sheet and no more. */
    private static boolean isOfTwoRanges(List<FormulaToken> tokens, int at) {
        return at + 9 < tokens.size()
                && isRange(tokens, at + 2)
                && tokens.get(at + 2).is(Kind.CELL)
                && tokens.get(at + 5).isSign(',')
                && tokens.get(at + 6).is(Kind.CELL)
                && isRange(tokens, at + 6)
                && tokens.get(at + 9).isSign(')');
    }

    /** The numbers of a cell, or of a range that begins with it, row by row. */
    private static List<String> numbers(
            List<FormulaToken> tokens, int at, String sheet, Function<Address, String> cells) {
        var first = RefText.parse(tokens.get(at).text()).orElseThrow();
        var last =
                isRange(tokens, at) ? RefText.parse(tokens.get(at + 2).text()).orElseThrow() : first;
        var range = new Range(first, last);
        var numbers = new ArrayList<String>();
        for (var row = 0; row < range.rows(); row++) {
            for (var column = 0; column < range.columns(); column++) {
                numbers.add(cells.apply(new Address(sheet, first.row() + row, first.column() + column)));
            }
        }
        return numbers;
    }

    private static String movedCell(String cell, String sheet, UnaryOperator<Address> now) {
        return RefText.parse(cell)
                .map(ref -> {
                    var place = now.apply(new Address(sheet, ref.row(), ref.column()));
                    return new Ref(place.row(), place.column(), ref.fixedRow(), ref.fixedColumn()).toString();
                })
                .orElse(cell);
    }

    /** Whether a formula depends on any cell, and is not a number written as a formula. */
    public static boolean refersToCells(String formula) {
        return parse(formula).tokens.stream().anyMatch(token -> switch (token.kind()) {
            case CELL, COLUMNS, ROWS, NAME, BRACKET -> true;
            case FUNCTION, NUMBER, SHEET, STRING, FILE, ERROR, SPACE, SIGN -> false;
        });
    }

    /**
     * The formula with its numbers spelled as Apache POI reads them, to the 15 digits that a spreadsheet keeps: Gnumeric saves
     * {@code 1E+300} as {@code 1.00000000000000000001e+300}.
     */
    static String withPlainNumbers(String formula) {
        // POI knows no small e; what has none is read as it is.
        if (formula.indexOf('e') < 0) {
            return formula;
        }
        var plain = new StringBuilder(formula.length());
        for (var token : parse(formula).tokens) {
            plain.append(token.is(Kind.NUMBER) ? CanonicalFormula.number(token.text()) : token.text());
        }
        return plain.toString();
    }

    /** Whether a function that takes arrays is given more than ranges to take: {@code SUMPRODUCT(--(A1:A9>0),B1:B9)}. */
    static boolean givesExpressionForArray(String formula) {
        if (OF_ARRAYS.stream().noneMatch(formula::contains)) {
            return false;
        }
        var depth = 0;
        for (var token : parse(formula).tokens) {
            if (depth == 0) {
                depth = token.is(Kind.FUNCTION) && OF_ARRAYS.contains(CanonicalFormula.functionName(token.text()))
                        ? 1
                        : 0;
            } else if (token.isSign('(')) {
                depth++;
            } else if (token.isSign(')')) {
                // The opening parenthesis of the function itself has been counted twice.
                depth = depth == 2 ? 0 : depth - 1;
            } else if (token.is(Kind.FUNCTION) || (token.is(Kind.SIGN) && OPERATORS.contains(token.text()))) {
                return true;
            }
        }
        return false;
    }

    /** {@code Table1[Cost]} or {@code [@Cost]}, not {@code [Other.xlsx]Sheet1!A1}. */
    private static boolean belongsToTable(List<FormulaToken> tokens, int at) {
        var text = tokens.get(at).text();
        return (at > 0 && tokens.get(at - 1).is(Kind.NAME)) || text.startsWith("[@") || text.startsWith("[#");
    }
}
