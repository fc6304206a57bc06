package io.gradsheet.template;

import io.gradsheet.expression.DomainException;
import io.gradsheet.expression.Expression;
import io.gradsheet.expression.ExpressionException;
import java.util.List;
import java.util.Optional;

/** Reads a function, and the point where a descent on it starts. */
final class FunctionText {
    private static final int MOST_VARIABLES = 20;

    /** Room for what a formula's reader quotes of it. */
    private static final int LONGEST_FAULT = 400;

    private final Entry text;
    private final Optional<Entry> variables;

    /** A function as it is written; without names of variables they are found in it. */
    FunctionText(Entry text, Optional<Entry> variables) {
        this.text = text;
        this.variables = variables;
    }

    /** Whether a setting says which function it is. */
    boolean isSet() {
        return text.place().isSetting()
                || variables.map(Entry::place).filter(Place::isSetting).isPresent();
    }

    Expression read() {
        var written = text.text();
        try {
            var function = variables
                    .map(entry -> Expression.parse(written, names(entry)))
                    .orElseGet(() -> Expression.parse(written));
            var count = function.variables().size();
            if (count == 0) {
                throw text.complaint("has no variable; write something like x^2+y^2");
            }
            if (count > MOST_VARIABLES) {
                throw text.complaint("has " + Wording.count(count, "variable") + ", but may have " + MOST_VARIABLES
                        + "; take a smaller function");
            }
            return function;
        } catch (ExpressionException e) {
            throw complaint(e);
        }
    }

    private static List<String> names(Entry entry) {
        return entry.items("variable", 1, 1, MOST_VARIABLES).stream()
                .map(Entry::text)
                .toList();
    }

    private TemplateException complaint(ExpressionException e) {
        var fault = Wording.shown(e.getMessage(), LONGEST_FAULT);
        if (e.column().isPresent()) {
            return text.complaintAt(e.column().getAsInt(), "in f, " + fault);
        }
        return variables.orElse(text).place().complaint("in variables, " + fault);
    }

    /** A point where the function and all its derivatives have a value. */
    List<Double> start(Expression function, Entry entry) {
        var names = function.variables();
        var reason = "one for each variable of f: " + Wording.shown(String.join(", ", names));
        var start = entry.items("coordinate", 1, names.size(), reason).stream()
                .map(Entry::number)
                .toList();
        var point = start.stream().mapToDouble(coordinate -> coordinate).toArray();
        requireValue(function, point, entry, "f has no value: ");
        for (var name : names) {
            requireValue(derivative(function, name), point, entry, "f has no derivative by " + name + ": ");
        }
        return start;
    }

    private Expression derivative(Expression function, String variable) {
        try {
            return function.derivative(variable);
        } catch (ExpressionException e) {
            throw text.complaint("cannot be taken: " + Wording.shown(e.getMessage(), LONGEST_FAULT));
        }
    }

    private static void requireValue(Expression expression, double[] point, Entry start, String fault) {
        try {
            expression.evaluate(point);
        } catch (DomainException e) {
            throw start.complaint("is a point where " + fault + Wording.shown(e.getMessage(), LONGEST_FAULT)
                    + "; take another start");
        }
    }
}
