package io.gradsheet.expression;

import io.gradsheet.expression.Lexer.Token;
import java.util.List;

/** The pieces of a text, as they are read one after another. */
final class Tokens {
    private final String text;
    private final List<Token> tokens;
    private int next;

    Tokens(String text) {
        this.text = text;
        this.tokens = Lexer.tokens(text);
    }

    /** The next one; at the end it is the end. */
    Token peek() {
        return tokens.get(next);
    }

    /** The one after the next. */
    Token peekBehind() {
        return tokens.get(Math.min(next + 1, tokens.size() - 1));
    }

    /** The next one, which is read thereby; the end is never read away. */
    Token take() {
        var token = peek();
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    boolean isAtStart() {
        return next == 0;
    }

    /** The last one that was read. */
    Token previous() {
        return tokens.get(next - 1);
    }

    /** The text from a token to the last one that was read. */
    String textSince(Token start) {
        return text.substring(start.column() - 1, previous().end() - 1);
    }
}
