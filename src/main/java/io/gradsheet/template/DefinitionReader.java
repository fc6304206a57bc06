package io.gradsheet.template;

import io.gradsheet.expression.Expression;
import io.gradsheet.expression.ExpressionException;
import io.gradsheet.expression.Meaning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads inputs and values, and makes their symbols known. */
final class DefinitionReader {
    private static final List<String> INPUT = List.of(
            "symbol", "caption", "meaning", "value", "values", "choice", "down", "count", "rows", "columns", "normal",
            "uniform", "from", "to", "whole", "draw");
    private static final List<String> VALUE =
            List.of("symbol", "caption", "meaning", "role", "gaps", "formula", "count", "rows", "columns");
    private static final int MOST_OPTIONS = 50;
    private static final int LONGEST_OPTION = 60;
    private static final int LARGEST = 1_000;

    /** What the indices of vectors and matrices are called in formulas. */
    private static final List<String> INDICES = List.of("i", "j");

    private final Names names;
    private final WorksheetTexts texts;

    DefinitionReader(Names names, WorksheetTexts texts) {
        this.names = names;
        this.texts = texts;
    }

    // Symbols ---------------------------------------------------------------------------------------------------------

    /** The symbol of a definition, which must be a name, and new. */
    String symbol(Section section) {
        var entry = section.entry("symbol");
        var symbol = name(entry);
        if (names.has(symbol)) {
            throw entry.complaint(
                    "is " + Wording.quoted(symbol) + ", which stands for something else already; take another");
        }
        return symbol;
    }

    /** A name that formulas can use. */
    static String name(Entry entry) {
        checkName(entry.text(), entry);
        return entry.text();
    }

    /** The same for a name that is a key. */
    static void checkName(String symbol, Entry entry) {
        try {
            Expression.requireName(symbol);
        } catch (ExpressionException e) {
            throw entry.complaint("is no name for formulas: " + Wording.shown(e.getMessage()) + "; take another");
        }
        if (INDICES.contains(symbol)) {
            throw entry.complaint(
                    "cannot be " + Wording.quoted(symbol) + ", which is the number of an element; take another letter");
        }
    }

    /** How a symbol is shown: digits at its end lowered. */
    String caption(Section section, String symbol) {
        return section.optional("caption").map(texts::of).orElseGet(() -> lowered(symbol));
    }

    static String lowered(String symbol) {
        return symbol.replaceFirst("([0-9]+)$", "_{$1}");
    }

    // Inputs ----------------------------------------------------------------------------------------------------------

    Input input(Entry entry) {
        var section = entry.section().only(INPUT);
        var symbol = symbol(section);
        var content = section.has("choice") ? choice(section) : numbers(section);
        var caption = caption(section, symbol);
        names.add(symbol, meaning(content), caption);
        return new Input(symbol, caption, texts.of(section.optional("meaning")), content);
    }

    private static Meaning meaning(Input.Content content) {
        if (content instanceof Input.Choice choice) {
            return new Meaning.Choice(choice.options());
        }
        var values = ((Input.Numbers) content).values();
        return values.height() * values.width() == 1
                ? new Meaning.Number()
                : new Meaning.Array(values.height(), values.width());
    }

    private static Input.Choice choice(Section section) {
        var options = new ArrayList<String>();
        for (var item : section.entry("choice").items("option", 1, 2, MOST_OPTIONS)) {
            var option = item.text();
            if (option.length() > LONGEST_OPTION || option.contains(",") || option.contains("\"")) {
                throw item.complaint("must be a word of at most " + LONGEST_OPTION + " characters without , and \"");
            }
            if (options.stream().anyMatch(option::equalsIgnoreCase)) {
                throw item.complaint("is " + Wording.quoted(option) + " again; give every option once");
            }
            options.add(option);
        }
        var chosen = section.optional("value").map(value -> value.choice(options, option -> option));
        for (var key : List.of(
                "values", "from", "to", "whole", "normal", "uniform", "count", "rows", "columns", "down", "draw")) {
            section.optional(key).ifPresent(other -> {
                throw other.complaint("does not go with 'choice'; remove one of them");
            });
        }
        return new Input.Choice(options, chosen.map(options::indexOf).orElse(0));
    }

    private static Input.Numbers numbers(Section section) {
        var bounds = bounds(section);
        var values = matrix(section);
        values.numbers().stream()
                .filter(number -> !bounds.allows(number))
                .findFirst()
                .ifPresent(number -> {
                    throw section.complaint(
                            "holds " + NumberText.shown(number) + ", which its own from, to or whole does not allow");
                });
        return new Input.Numbers(values, bounds, draw(section, bounds));
    }

    private static Input.Draw draw(Section section, Input.Bounds bounds) {
        return section.optional("draw")
                .map(entry -> {
                    if (!entry.isList()) {
                        return entry.truth("true, false, or a low and a high end, [0.5, 2]")
                                ? Input.Draw.USUAL
                                : Input.Draw.NEVER;
                    }
                    var interval = AssignmentKeys.interval(entry);
                    if (!bounds.allows(interval.from()) || !bounds.allows(interval.to())) {
                        throw entry.complaint("holds a number that its own from, to or whole does not allow");
                    }
                    return new Input.Draw(true, Optional.of(interval));
                })
                .orElse(Input.Draw.USUAL);
    }

    static Input.Bounds bounds(Section section) {
        var from = section.optional("from").map(Entry::number);
        var to = section.optional("to").map(Entry::number);
        if (from.isPresent() && to.isPresent() && from.get() >= to.get()) {
            throw section.entry("to").complaint("must be larger than 'from'");
        }
        return new Input.Bounds(
                optional(from),
                optional(to),
                section.optional("whole").map(Entry::truth).orElse(false));
    }

    private static OptionalDouble optional(Optional<Double> number) {
        return number.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    private static Matrix matrix(Section section) {
        var ways = Stream.of("value", "values", "normal", "uniform")
                .filter(section::has)
                .toList();
        if (ways.size() != 1) {
            throw section.complaint(
                    ways.isEmpty()
                            ? "has no number; add 'value', 'values', 'normal' or 'uniform'"
                            : "has both '" + ways.get(0) + "' and '" + ways.get(1) + "'; keep one of them");
        }
        if (section.has("value")) {
            return Matrix.of(section.entry("value").number());
        }
        var down = section.optional("down").map(Entry::truth).orElse(false);
        if (section.has("values")) {
            return listed(section.entry("values"), down);
        }
        var numbers = Drawn.from(section).orElseThrow();
        var size = size(section).orElse(new int[] {1, 1});
        return down && size[0] == 1
                ? Matrix.filled(size[1], 1, i -> numbers.getAsDouble())
                : Matrix.filled(size[0], size[1], i -> numbers.getAsDouble());
    }

    /** How many rows and columns, if the section says it. */
    private static Optional<int[]> size(Section section) {
        if (section.has("count")) {
            for (var key : List.of("rows", "columns")) {
                section.optional(key).ifPresent(other -> {
                    throw other.complaint("does not go with 'count'; remove one of them");
                });
            }
            return Optional.of(new int[] {1, section.entry("count").integer(1, LARGEST)});
        }
        if (section.has("rows") || section.has("columns")) {
            return Optional.of(new int[] {
                section.entry("rows").integer(1, LARGEST),
                section.entry("columns").integer(1, LARGEST)
            });
        }
        return Optional.empty();
    }

    private static Matrix listed(Entry entry, boolean down) {
        var items = entry.items("number", 1, 1, LARGEST);
        if (!items.get(0).isList()) {
            var numbers = items.stream().map(Entry::number).toList();
            return down ? Matrix.column(numbers) : new Matrix(List.of(numbers));
        }
        var rows = new ArrayList<List<Double>>();
        for (var row : entry.items("row", 1)) {
            var width = rows.isEmpty()
                    ? row.items("number", 1, 1, LARGEST).size()
                    : rows.get(0).size();
            rows.add(row.items("number", 1, width, "as many as the first row").stream()
                    .map(Entry::number)
                    .toList());
        }
        return new Matrix(rows);
    }

    // Values ----------------------------------------------------------------------------------------------------------

    Definition value(Entry entry) {
        var section = entry.section().only(VALUE);
        var symbol = symbol(section);
        var value = quantity(section, symbol);
        names.add(symbol, meaning(value), value.caption());
        if (value.gaps()) {
            names.addGaps(symbol);
        }
        return value;
    }

    /** What a total or another value is, its symbol apart. */
    Definition quantity(Section section, String symbol) {
        return new Definition(
                symbol,
                caption(section, symbol),
                texts.of(section.optional("meaning")),
                kind(section),
                gaps(section),
                cells(section, symbol));
    }

    private static Meaning meaning(Definition value) {
        if (value.height() * value.width() > 1) {
            return new Meaning.Array(value.height(), value.width());
        }
        return value.cells().get(0).get(0).isTruth() ? new Meaning.Truth() : new Meaning.Number();
    }

    static Definition.Kind kind(Section section) {
        return section.optional("role")
                .map(entry -> entry.choice(List.of(Definition.Kind.values()), Definition.Kind::word))
                .orElse(Definition.Kind.VALUE);
    }

    static boolean gaps(Section section) {
        return section.optional("gaps").map(Entry::truth).orElse(false);
    }

    private List<List<WorksheetFormula>> cells(Section section, String symbol) {
        var view =
                names.view().withBarred(symbol, "it would be defined by itself, in a circle; use what stands above it");
        var formula = section.entry("formula");
        var size = size(section);
        if (size.isEmpty()) {
            return FormulaReader.elements(formula, view);
        }
        var rows = size.get()[0];
        var columns = size.get()[1];
        var isVector = section.has("count");
        return IntStream.rangeClosed(1, rows)
                .mapToObj(row -> IntStream.rangeClosed(1, columns)
                        .mapToObj(column -> FormulaReader.number(
                                formula,
                                isVector
                                        ? view.withFixed("i", column)
                                        : view.withFixed("i", row).withFixed("j", column)))
                        .toList())
                .toList();
    }
}
