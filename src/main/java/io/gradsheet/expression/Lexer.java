package io.gradsheet.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a text into numbers, names and signs. */
final class Lexer {
    /** What a piece of text is. */
    enum Kind {
        NUMBER,
        NAME,
        SIGN,
        END
    }

    /** A piece of the text and the column where it starts, counted from 1. */
    record Token(Kind kind, String text, int column) {
        boolean isSign(char sign) {
            return kind == Kind.SIGN && text.charAt(0) == sign;
        }

        boolean startsValue() {
            return kind == Kind.NUMBER || kind == Kind.NAME || isSign('(');
        }
    }

    private static final String SIGNS = "+-*/^(),;";
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern NUMBER = Pattern.compile("(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}0-9]*");

    private Lexer() {}

    /** Whether a text is written as a name is: letters, then letters and digits. */
    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** The pieces of the text, the last of them the end. */
    static List<Token> tokens(String text) {
        var tokens = new ArrayList<Token>();
        var space = SPACE.matcher(text);
        var number = NUMBER.matcher(text);
        var name = NAME.matcher(text);
        var at = 0;
        while (at < text.length()) {
            var column = at + 1;
            if (space.region(at, text.length()).lookingAt()) {
                at = space.end();
            } else if (number.region(at, text.length()).lookingAt()) {
                tokens.add(new Token(Kind.NUMBER, number.group(), column));
                at = number.end();
            } else if (name.region(at, text.length()).lookingAt()) {
                tokens.add(new Token(Kind.NAME, name.group(), column));
                at = name.end();
            } else if (SIGNS.indexOf(text.charAt(at)) >= 0) {
                tokens.add(new Token(Kind.SIGN, text.substring(at, at + 1), column));
                at++;
            } else {
                throw ExpressionException.at(column, unexpected(Character.toString(text.codePointAt(at)), column));
            }
        }
        tokens.add(new Token(Kind.END, "", text.length() + 1));
        return tokens;
    }

    private static String unexpected(String sign, int column) {
        var advice = switch (sign) {
            case "=" -> "write the expression without an equals sign";
            case "−", "–" -> "write minus as -";
            case "×", "·", "⋅" -> "write a product as *";
            case "÷", ":" -> "write a quotient as /";
            case "²", "³" -> "write a power as ^";
            case "√" -> "write a root as SQRT(…)";
            case "π" -> "write π as PI()";
            case "[", "{", "（" -> "write parentheses as ( and )";
            case "|" -> "write an absolute value as ABS(…)";
            default -> "it has no meaning in an expression";
        };
        return "unexpected %s at column %d: %s".formatted(sign, column, advice);
    }
}
