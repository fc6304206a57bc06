package io.gradsheet.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Cuts a text into numbers, names and signs. */
final class Lexer {
    /** What a piece of text is. */
    enum Kind {
        NUMBER,
        NAME,
        TEXT,
        SIGN,
        SPACE,
        END
    }

    /** A piece of the text, as it is written, and the column where it starts, counted from 1. */
    record Token(Kind kind, String text, int column) {
        boolean isSign(char sign) {
            return kind == Kind.SIGN && text.length() == 1 && text.charAt(0) == sign;
        }

        boolean startsValue() {
            return kind == Kind.NUMBER || kind == Kind.NAME || isSign('(');
        }

        /** The column behind it. */
        int end() {
            return column + text.length();
        }

        /** What stands between the quotation marks. */
        String quoted() {
            return text.substring(1, text.length() - 1).replace("\"\"", "\"");
        }
    }

    private static final Pattern SIGN = Pattern.compile("<=|>=|<>|[-+*/^(),;=<>&\\[\\]'_]");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern NUMBER = Pattern.compile("(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"]|\"\")*\"");
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}0-9]*");

    /** A name, or the name of a table and, after a point, that of a column in it. */
    private static final Pattern QUALIFIED = Pattern.compile(NAME + "(?:\\." + NAME + ")?");

    private Lexer() {}

    /** Whether a text is written as a name is: letters, then letters and digits. */
    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** The pieces of the text, the last of them the end. */
    static List<Token> tokens(String text) {
        var tokens = new ArrayList<Token>();
        var matchers = List.of(
                Map.entry(Kind.SPACE, SPACE.matcher(text)),
                Map.entry(Kind.NUMBER, NUMBER.matcher(text)),
                Map.entry(Kind.NAME, QUALIFIED.matcher(text)),
                Map.entry(Kind.TEXT, TEXT.matcher(text)),
                Map.entry(Kind.SIGN, SIGN.matcher(text)));
        var at = 0;
        while (at < text.length()) {
            var start = at;
            var found = matchers.stream()
                    .filter(entry ->
                            entry.getValue().region(start, text.length()).lookingAt())
                    .findFirst();
            var column = at + 1;
            if (found.isEmpty()) {
                throw ExpressionException.at(column, unexpected(Character.toString(text.codePointAt(at)), column));
            }
            var piece = found.get().getValue();
            if (found.get().getKey() != Kind.SPACE) {
                tokens.add(new Token(found.get().getKey(), piece.group(), column));
            }
            at = piece.end();
        }
        tokens.add(new Token(Kind.END, "", text.length() + 1));
        return tokens;
    }

    /** What to say of a sign that cannot stand where it does. */
    static String unexpected(String sign, int column) {
        var advice = switch (sign) {
            case "=" -> "write the expression without an equals sign";
            case "−", "–" -> "write minus as -";
            case "×", "·", "⋅" -> "write a product as *";
            case "÷", ":" -> "write a quotient as /";
            case "²", "³" -> "write a power as ^";
            case "√" -> "write a root as SQRT(…)";
            case "π" -> "write π as PI()";
            case "[", "{", "（" -> "write parentheses as ( and )";
            case "\"" -> "the quotation mark is not closed";
            case "′", "’" -> "write the derivative of a function as f'(x)";
            case "≤" -> "write at most as <=";
            case "≥" -> "write at least as >=";
            case "≠" -> "write different from as <>";
            case "|" -> "write an absolute value as ABS(…)";
            default -> "it has no meaning in an expression";
        };
        return "unexpected %s at column %d: %s".formatted(sign, column, advice);
    }
}
