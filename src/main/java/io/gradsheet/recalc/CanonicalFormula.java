package io.gradsheet.recalc;

import io.gradsheet.recalc.FormulaToken.Kind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One spelling for the formulas that spreadsheet programs write in several. */
final class CanonicalFormula {
    /** Marks that stand before a function's name in a file and are not shown. */
    private static final List<String> MARKS = List.of("_XLFN.", "_XLWS.", "_XLUDF.");

    /** Functions that Gnumeric saves under their newer names. */
    private static final Map<String, String> RENAMED = Map.of(
            "COVAR", "COVARIANCE.P",
            "ERF", "ERF.PRECISE",
            "MODE", "MODE.SNGL",
            "NORMDIST", "NORM.DIST",
            "NORMINV", "NORM.INV",
            "RANK", "RANK.EQ",
            "STDEV", "STDEV.S",
            "STDEVP", "STDEV.P",
            "VAR", "VAR.S",
            "VARP", "VAR.P");

    private static final MathContext KEPT = new MathContext(15);

    private CanonicalFormula() {}

    static List<FormulaToken> of(List<FormulaToken> tokens) {
        var canonical = new ArrayList<FormulaToken>(tokens.size());
        for (var token : tokens) {
            if (token.is(Kind.SPACE) || (canonical.isEmpty() && token.isSign('='))) {
                continue;
            }
            canonical.add(canonical(token));
        }
        dropCallOfTruthValues(canonical);
        dropParenthesesBetweenMinuses(canonical);
        dropRangesOfOneCell(canonical);
        return canonical;
    }

    static String functionName(String text) {
        var name = text.toUpperCase(Locale.ROOT);
        for (var mark : MARKS) {
            if (name.startsWith(mark)) {
                name = name.substring(mark.length());
            }
        }
        return RENAMED.getOrDefault(name, name);
    }

    private static FormulaToken canonical(FormulaToken token) {
        var text = token.text();
        return new FormulaToken(
                token.kind(),
                switch (token.kind()) {
                    case FUNCTION -> functionName(text);
                    case NUMBER -> number(text);
                    case SHEET -> unquoted(text).toUpperCase(Locale.ROOT);
                    case CELL, COLUMNS, ROWS, NAME, ERROR, BRACKET -> text.toUpperCase(Locale.ROOT);
                    case STRING, FILE, SPACE, SIGN -> text;
                });
    }

    static String number(String text) {
        try {
            return new BigDecimal(text).round(KEPT).stripTrailingZeros().toString();
        } catch (NumberFormatException | ArithmeticException e) {
            return text.toUpperCase(Locale.ROOT);
        }
    }

    static String unquoted(String name) {
        return name.length() > 1 && name.startsWith("'")
                ? name.substring(1, name.length() - 1).replace("''", "'")
                : name;
    }

    /** LibreOffice: {@code TRUE} becomes {@code TRUE()}. */
    private static void dropCallOfTruthValues(List<FormulaToken> tokens) {
        for (var at = 0; at + 2 < tokens.size(); at++) {
            var token = tokens.get(at);
            if (token.is(Kind.FUNCTION)
                    && (token.text().equals("TRUE") || token.text().equals("FALSE"))
                    && tokens.get(at + 2).isSign(')')) {
                tokens.set(at, new FormulaToken(Kind.NAME, token.text()));
                tokens.subList(at + 1, at + 3).clear();
            }
        }
    }

    /** Gnumeric: {@code --x} becomes {@code -(-x)}, x a single operand. */
    private static void dropParenthesesBetweenMinuses(List<FormulaToken> tokens) {
        for (var at = 0; at + 3 < tokens.size(); at++) {
            if (tokens.get(at).isSign('-')
                    && tokens.get(at + 1).isSign('(')
                    && tokens.get(at + 2).isSign('-')) {
                var end = operandEnd(tokens, at + 3);
                if (end < tokens.size() && tokens.get(end).isSign(')')) {
                    tokens.remove(end);
                    tokens.remove(at + 1);
                }
            }
        }
    }

    /** Gnumeric: {@code A1:A1} becomes {@code A1}. */
    private static void dropRangesOfOneCell(List<FormulaToken> tokens) {
        for (var at = 0; at + 2 < tokens.size(); at++) {
            if (tokens.get(at).is(Kind.CELL)
                    && tokens.get(at + 1).isSign(':')
                    && tokens.get(at + 2).equals(tokens.get(at))) {
                tokens.subList(at + 1, at + 3).clear();
            }
        }
    }

    /** Where the operand that begins at a token ends: a call or a parenthesis at its closing, anything else after one token. */
    private static int operandEnd(List<FormulaToken> tokens, int start) {
        var at = tokens.get(start).is(Kind.FUNCTION) ? start + 1 : start;
        var depth = 0;
        while (at < tokens.size()) {
            if (tokens.get(at).isSign('(')) {
                depth++;
            } else if (tokens.get(at).isSign(')')) {
                depth--;
            }
            at++;
            if (depth <= 0) {
                return at;
            }
        }
        return at;
    }
}
