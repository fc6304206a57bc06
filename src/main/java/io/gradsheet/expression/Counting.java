package io.gradsheet.expression;

import io.gradsheet.expression.Calls.Argument;
import io.gradsheet.expression.CountIfs.Criterion;
import io.gradsheet.expression.Lexer.Token;
import io.gradsheet.expression.Matrix.Cells;
import io.gradsheet.expression.Node.Constant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A call of COUNTIFS: pairs of an array and a criterion, which is a text and what is joined to it. */
final class Counting {
    private final Token name;
    private final List<Argument> arguments;

    Counting(Token name, List<Argument> arguments) {
        this.name = name;
        this.arguments = arguments;
    }

    /** A criterion that is a text as a whole, such as {@code "<3"}. */
    static Argument criterion(Token text) {
        var quoted = text.quoted();
        var number = quoted.replaceFirst("^[<>=]+", "");
        try {
            var bound = new Piece(new Constant(Double.parseDouble(number)), number, text.column());
            var sign = new Token(
                    text.kind(), '"' + quoted.substring(0, quoted.length() - number.length()) + '"', text.column());
            return new Argument(bound, Optional.of(sign));
        } catch (IllegalArgumentException e) {
            throw ExpressionException.at(
                    text.column(),
                    "the text %s at column %d is neither an option to compare a choice with nor a criterion such as \">=3\""
                            .formatted(text.text(), text.column()));
        }
    }

    /** The call. */
    Node node() {
        if (arguments.isEmpty() || arguments.size() % 2 != 0) {
            throw Calls.wrongCount(name, "pairs of an array and a criterion", arguments.size());
        }
        var criteria = new ArrayList<Criterion>();
        for (var i = 0; i < arguments.size(); i += 2) {
            var piece = arguments.get(i).piece(name);
            if (!(piece.array(name.text()) instanceof Cells cells)) {
                throw piece.complaint("is computed, and COUNTIFS counts cells: give it a name of its own");
            }
            Elementwise.requireSameShape(name.text(), arguments.get(0).piece(), piece);
            criteria.add(criterion(cells, arguments.get(i + 1)));
        }
        return new CountIfs(criteria);
    }

    private Criterion criterion(Cells cells, Argument argument) {
        var bound = argument.piece().single(name.text());
        if (argument.criterion().isEmpty()) {
            return new Criterion(cells, Comparison.EQUAL, bound);
        }
        var text = argument.criterion().get();
        var comparison = text.quoted().isEmpty() ? Optional.of(Comparison.EQUAL) : Comparison.written(text.quoted());
        return comparison
                .map(known -> new Criterion(cells, known, bound))
                .orElseThrow(() -> ExpressionException.at(
                        text.column(),
                        "the text %s at column %d is no criterion: write one as \">=\"&%s"
                                .formatted(
                                        text.text(),
                                        text.column(),
                                        argument.piece().shown())));
    }
}
