package io.gradsheet.recalc;

import io.gradsheet.recalc.FormulaToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a formula into tokens. It never fails: what it does not know is a sign. */
final class FormulaLexer {
    /** What may go on a name: where one of these follows, {@code A1} is the beginning of something else. */
    private static final String NO_MORE = "(?![\\p{L}\\p{N}_.\\\\?$(!])";

    private static final Pattern CELL = Pattern.compile("\\$?[A-Za-z]{1,3}\\$?[1-9][0-9]{0,6}+" + NO_MORE);
    private static final Pattern COLUMNS = Pattern.compile("\\$?[A-Za-z]{1,3}+:\\$?[A-Za-z]{1,3}+" + NO_MORE);
    private static final Pattern ROWS = Pattern.compile("\\$?[1-9][0-9]{0,6}+:\\$?[1-9][0-9]{0,6}+" + NO_MORE);
    private static final Pattern NUMBER = Pattern.compile("(?:[0-9]++\\.?[0-9]*+|\\.[0-9]++)(?:[eE][+-]?[0-9]++)?");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_\\\\][\\p{L}\\p{N}_.\\\\?]*+");
    private static final Pattern ERROR = Pattern.compile("#[A-Za-z][A-Za-z0-9_/]*+[!?]?");
    private static final Pattern SPACE = Pattern.compile("\\s++");

    /** What begins none of these; most tokens are such. */
    private static final String SIGNS = "+-*/^&=<>(),;:{}%";

    private final String formula;
    private final Matcher matcher;
    private final List<FormulaToken> tokens = new ArrayList<>();
    private int position;

    private FormulaLexer(String formula) {
        this.formula = formula;
        this.matcher = SPACE.matcher(formula);
    }

    static List<FormulaToken> tokens(String formula) {
        var lexer = new FormulaLexer(formula);
        while (lexer.position < formula.length()) {
            lexer.tokens.add(lexer.token());
        }
        return lexer.tokens;
    }

    private FormulaToken token() {
        return switch (formula.charAt(position)) {
            case '"' -> until(Kind.STRING, quoted('"'));
            case '\'' -> {
                var end = quoted('\'');
                yield until(follows(end, '!') ? Kind.SHEET : Kind.FILE, end);
            }
            case '[' -> until(Kind.BRACKET, bracketed());
            default -> word();
        };
    }

    private FormulaToken word() {
        if (SIGNS.indexOf(formula.charAt(position)) >= 0) {
            return until(Kind.SIGN, position + 1);
        }
        if (matches(CELL)
                && RefText.parse(formula.substring(position, matcher.end())).isPresent()) {
            return until(Kind.CELL, matcher.end());
        }
        if (matches(COLUMNS)) {
            return until(Kind.COLUMNS, matcher.end());
        }
        if (matches(ROWS)) {
            return until(Kind.ROWS, matcher.end());
        }
        if (matches(NUMBER)) {
            return until(Kind.NUMBER, matcher.end());
        }
        if (matches(NAME)) {
            var end = matcher.end();
            return until(follows(end, '(') ? Kind.FUNCTION : follows(end, '!') ? Kind.SHEET : Kind.NAME, end);
        }
        if (matches(ERROR)) {
            return until(Kind.ERROR, matcher.end());
        }
        if (matches(SPACE)) {
            return until(Kind.SPACE, matcher.end());
        }
        return until(Kind.SIGN, position + 1);
    }

    private boolean matches(Pattern pattern) {
        return matcher.usePattern(pattern).region(position, formula.length()).lookingAt();
    }

    private boolean follows(int end, char sign) {
        return end < formula.length() && formula.charAt(end) == sign;
    }

    private FormulaToken until(Kind kind, int end) {
        var token = new FormulaToken(kind, formula.substring(position, end));
        position = end;
        return token;
    }

    /** The end of a quotation, in which a doubled quote stands for itself; the end of the formula if it is never closed. */
    private int quoted(char quote) {
        for (var at = position + 1; at < formula.length(); at++) {
            if (formula.charAt(at) == quote) {
                if (!follows(at + 1, quote)) {
                    return at + 1;
                }
                at++;
            }
        }
        return formula.length();
    }

    private int bracketed() {
        var depth = 0;
        for (var at = position; at < formula.length(); at++) {
            switch (formula.charAt(at)) {
                case '[' -> depth++;
                case ']' -> depth--;
                // In the name of a table's column, an apostrophe takes the meaning from the sign after it.
                case '\'' -> at++;
                default -> {}
            }
            if (depth == 0) {
                return at + 1;
            }
        }
        return formula.length();
    }
}
