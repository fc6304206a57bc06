package io.gradsheet.calculation;

import io.gradsheet.calculation.Term.Call;
import io.gradsheet.calculation.Term.Constant;
import io.gradsheet.calculation.Term.Decided;
import io.gradsheet.calculation.Term.Leaf;
import io.gradsheet.calculation.Term.Negative;
import io.gradsheet.calculation.Term.Power;
import io.gradsheet.calculation.Term.Product;
import io.gradsheet.calculation.Term.Quotient;
import io.gradsheet.calculation.Term.Sum;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Formula.Operation;
import io.gradsheet.sheet.Formula.Operator;
import io.gradsheet.sheet.Function;
import io.gradsheet.sheet.Reference;
import io.gradsheet.sheet.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Reads the formula of a cell as a calculation. Cells that only lead to others are read on until it comes to those; sums over ranges are
 * written out; of branches the one is taken that the numbers decide on; what only keeps numbers within a spreadsheet's range is left out.
 */
public final class TermReader {
    private static final Map<Operator, String> SIGNS = Map.of(
            Operator.EQUAL, "=",
            Operator.UNEQUAL, "≠",
            Operator.LESS, "<",
            Operator.GREATER, ">",
            Operator.LESS_OR_EQUAL, "≤",
            Operator.GREATER_OR_EQUAL, "≥");
    private static final Map<String, String> OPPOSITES =
            Map.of("=", "≠", "≠", "=", "<", "≥", ">", "≤", "≤", ">", "≥", "<");

    /** Beyond it, exponents leave the range of a spreadsheet: a bound so large changes no answer. */
    private static final double FAR = 700;

    /** A number rounded to so many decimals is itself, to whoever calculates by hand. */
    private static final int FINE = 6;

    /** What is rounded by less is as good as not rounded. */
    private static final double SAME = 1e-12;

    private static final int MOST_OFFERED = 8;

    private final Surroundings surroundings;
    private final String sheet;
    private final List<Address> decisive = new ArrayList<>();
    private final List<List<List<Address>>> ranges = new ArrayList<>();

    /**
     * Prepares a reading.
     *
     * @param sheet on which the formula stands
     */
    public TermReader(Surroundings surroundings, String sheet) {
        this.surroundings = surroundings;
        this.sheet = sheet;
    }

    /** What an argument of a function can be. */
    private sealed interface Argument {
        /** A number. */
        record Single(Term term) implements Argument {}

        /** A text. */
        record Words(String text) implements Argument {}

        /** Numbers in a rectangle, row by row. */
        record Rectangle(List<List<Argument>> rows) implements Argument {
            List<Term> terms() {
                return rows.stream().flatMap(List::stream).map(Argument::term).toList();
            }
        }

        /** Whether something holds, and what is compared for it. */
        record Truth(boolean holds, Argument left, String sign, Argument right) implements Argument {}

        default Term term() {
            if (this instanceof Single single) {
                return single.term();
            }
            if (this instanceof Rectangle rectangle
                    && rectangle.rows().size() == 1
                    && rectangle.rows().get(0).size() == 1) {
                return rectangle.rows().get(0).get(0).term();
            }
            throw new UnknownFormulaException(toString());
        }
    }

    /**
     * Reads.
     *
     * @throws UnknownFormulaException if there is something in the formula that is not known here
     */
    public Term read(Formula formula) {
        return argument(formula.placed()).term();
    }

    /** The cells that decided which branch is taken, and those among which something was looked up. */
    public List<Address> decisive() {
        return decisive;
    }

    /** Cells that the formula takes together, row by row. */
    public List<List<List<Address>>> ranges() {
        return ranges;
    }

    private Argument argument(Formula formula) {
        if (formula instanceof Formula.Constant constant) {
            return new Argument.Single(new Constant(constant.value()));
        } else if (formula instanceof Formula.Text text) {
            return new Argument.Words(text.value());
        } else if (formula instanceof Formula.Name name) {
            return surroundings
                    .named(name.name())
                    .map(this::argument)
                    .orElseThrow(() -> new UnknownFormulaException(name.name()));
        } else if (formula instanceof Formula.Negative negative) {
            var of = argument(negative.operand()).term();
            return new Argument.Single(
                    of instanceof Constant constant ? new Constant(-constant.number()) : new Negative(of));
        } else if (formula instanceof Operation operation) {
            return operation(operation);
        } else if (formula instanceof Formula.Call call) {
            return call.function() == Function.IF ? branch(call) : call(call);
        }
        return cells((Reference) formula);
    }

    private Term term(Formula formula) {
        return argument(formula).term();
    }

    private Argument operation(Operation operation) {
        var left = operation.left();
        var right = operation.right();
        return switch (operation.operator()) {
            case PLUS, MINUS -> total(summands(operation));
            case TIMES -> new Argument.Single(product(factors(left), term(right)));
            case OVER -> new Argument.Single(new Quotient(term(left), term(right)));
            case POWER -> new Argument.Single(new Power(term(left), term(right)));
            case JOIN, TO -> throw new UnknownFormulaException(operation.text());
            default -> compared(argument(left), SIGNS.get(operation.operator()), argument(right));
        };
    }

    private List<Term> summands(Operation operation) {
        var parts = new ArrayList<Term>();
        add(parts, term(operation.left()));
        var right = term(operation.right());
        if (operation.operator() == Operator.MINUS) {
            parts.add(new Negative(right));
        } else {
            add(parts, right);
        }
        return parts;
    }

    /** A sum in a sum is one sum. */
    private static void add(List<Term> parts, Term term) {
        if (term instanceof Sum sum) {
            parts.addAll(sum.parts());
        } else {
            parts.add(term);
        }
    }

    /** A product in a product is one product. */
    private List<Term> factors(Formula formula) {
        var term = term(formula);
        return term instanceof Product product ? product.parts() : List.of(term);
    }

    private static Term product(List<Term> first, Term last) {
        if (first.size() == 1 && first.get(0).equals(last) && last.parts().size() != 1) {
            return square(last);
        }
        var parts = new ArrayList<>(first);
        parts.add(last);
        return new Product(parts);
    }

    private Argument compared(Argument left, String sign, Argument right) {
        return new Argument.Truth(holds(left, sign, right), left, sign, right);
    }

    private boolean holds(Argument left, String sign, Argument right) {
        if (isText(left) || isText(right)) {
            return words(left).equalsIgnoreCase(words(right)) == sign.equals("=");
        }
        var compared = Double.compare(value(left), value(right));
        return switch (sign) {
            case "=" -> compared == 0;
            case "≠" -> compared != 0;
            case "<" -> compared < 0;
            case ">" -> compared > 0;
            case "≤" -> compared <= 0;
            default -> compared >= 0;
        };
    }

    private boolean isText(Argument argument) {
        return argument instanceof Argument.Words
                || (argument.term() instanceof Leaf leaf && surroundings.value(leaf.place()) instanceof Value.Text);
    }

    private String words(Argument argument) {
        if (argument instanceof Argument.Words words) {
            return words.text();
        }
        return argument.term() instanceof Leaf leaf
                ? surroundings.value(leaf.place()).content()
                : "";
    }

    private double value(Argument argument) {
        return argument.term().value(surroundings::number);
    }

    // Cells
    // -------------------------------------------------------------------------------------------------------------

    private Argument cells(Reference cells) {
        var on = cells.sheet().orElse(sheet);
        var range = cells.range();
        var rows = IntStream.range(0, range.rows())
                .mapToObj(row -> IntStream.range(0, range.columns())
                        .mapToObj(column -> range.first().plus(row, column).address(on))
                        .toList())
                .toList();
        if (range.rows() == 1 && range.columns() == 1) {
            return argument(rows.get(0).get(0));
        }
        ranges.add(rows);
        return new Argument.Rectangle(rows.stream()
                .map(row -> row.stream().map(this::argument).toList())
                .toList());
    }

    /** A cell, or the calculation behind it where that leads on. */
    private Argument argument(Address place) {
        if (surroundings.leadsOn(place)
                && surroundings.cell(place) instanceof Cell.Computed computed
                && computed.value() instanceof Value.Figure) {
            var behind = new TermReader(surroundings, place.sheet());
            var term = behind.read(computed.formula());
            decisive.addAll(behind.decisive);
            ranges.addAll(behind.ranges);
            return new Argument.Single(term instanceof Leaf leaf ? new Leaf(leaf.place(), place) : term);
        }
        return new Argument.Single(new Leaf(surroundings.source(place), place));
    }

    // Functions
    // ---------------------------------------------------------------------------------------------------------

    private Argument call(Formula.Call call) {
        var arguments = call.arguments().stream().map(this::argument).toList();
        return switch (call.function()) {
            case PI -> new Argument.Single(new Constant(Math.PI));
            case SUM -> total(terms(arguments));
            case AVERAGE -> mean(terms(arguments));
            case SUMSQ ->
                total(terms(arguments).stream().map(TermReader::square).toList());
            case SUMPRODUCT -> total(pairs(arguments, (left, right) -> new Product(List.of(left, right))));
            case SUMXMY2 ->
                total(pairs(arguments, (left, right) -> square(new Sum(List.of(left, new Negative(right))))));
            case IFERROR -> new Argument.Single(arguments.get(0).term());
            case INDEX -> element(arguments);
            case MMULT -> matrixProduct(arguments);
            case ROUND -> rounded(arguments);
            case MAX, MIN -> extreme(function(call.function()), terms(arguments));
            default -> new Argument.Single(new Call(function(call.function()), terms(arguments)));
        };
    }

    private static Argument mean(List<Term> terms) {
        return new Argument.Single(new Quotient(total(terms).term(), new Constant(terms.size())));
    }

    private static MathFunction function(Function function) {
        try {
            return MathFunction.valueOf(function.name());
        } catch (IllegalArgumentException e) {
            throw new UnknownFormulaException(function.name());
        }
    }

    private static List<Term> terms(List<Argument> arguments) {
        return arguments.stream()
                .flatMap(argument -> argument instanceof Argument.Rectangle rectangle
                        ? rectangle.terms().stream()
                        : List.of(argument.term()).stream())
                .toList();
    }

    private static Term square(Term term) {
        return new Power(term, new Constant(2));
    }

    private static Argument total(List<Term> terms) {
        var parts = new ArrayList<Term>();
        terms.forEach(term -> add(parts, term));
        if (parts.stream().allMatch(TermReader::isFixed)) {
            return new Argument.Single(new Constant(new Sum(parts).value(place -> Double.NaN)));
        }
        return new Argument.Single(parts.size() == 1 ? parts.get(0) : new Sum(parts));
    }

    private static boolean isFixed(Term term) {
        return term instanceof Constant || (term instanceof Negative negative && negative.of() instanceof Constant);
    }

    @FunctionalInterface
    private interface Pairing {
        Term of(Term left, Term right);
    }

    private static List<Term> pairs(List<Argument> arguments, Pairing pairing) {
        if (arguments.size() != 2) {
            throw new UnknownFormulaException(arguments.toString());
        }
        var left = terms(arguments.subList(0, 1));
        var right = terms(arguments.subList(1, 2));
        return IntStream.range(0, left.size())
                .mapToObj(i -> pairing.of(left.get(i), right.get(i)))
                .toList();
    }

    private Argument element(List<Argument> arguments) {
        if (!(arguments.get(0) instanceof Argument.Rectangle rectangle)) {
            return arguments.get(0);
        }
        var numbers = arguments.subList(1, arguments.size()).stream()
                .mapToInt(argument -> (int) Math.rint(value(argument)))
                .toArray();
        arguments
                .subList(1, arguments.size())
                .forEach(argument -> argument.term().leaves().forEach(leaf -> decisive.add(leaf.place())));
        var rows = rectangle.rows();
        var found = numbers.length == 2
                ? rows.get(numbers[0] - 1).get(numbers[1] - 1)
                : rows.size() == 1
                        ? rows.get(0).get(numbers[0] - 1)
                        : rows.get(numbers[0] - 1).get(0);
        if (found.term().leaves().stream().noneMatch(leaf -> surroundings.isAsked(leaf.place()))) {
            offer(rectangle);
        }
        return found;
    }

    /** Whoever looks something up sees all that there is to choose from, unless that is much, or would all be called the same. */
    private void offer(Argument.Rectangle rectangle) {
        var leaves = rectangle.rows().stream()
                .flatMap(List::stream)
                .filter(argument -> argument instanceof Argument.Single single && single.term() instanceof Leaf)
                .map(argument -> ((Leaf) argument.term()).place())
                .toList();
        if (leaves.size() <= MOST_OFFERED && surroundings.areToldApart(leaves)) {
            decisive.addAll(leaves);
        }
    }

    private static Argument matrixProduct(List<Argument> arguments) {
        if (arguments.size() == 2
                && arguments.get(0) instanceof Argument.Rectangle left
                && arguments.get(1) instanceof Argument.Rectangle right) {
            return new Argument.Rectangle(left.rows().stream()
                    .map(row -> IntStream.range(0, right.rows().get(0).size())
                            .<Argument>mapToObj(column -> new Argument.Single(new Sum(IntStream.range(0, row.size())
                                    .<Term>mapToObj(k -> new Product(List.of(
                                            row.get(k).term(),
                                            right.rows().get(k).get(column).term())))
                                    .toList())))
                            .toList())
                    .toList());
        }
        throw new UnknownFormulaException(arguments.toString());
    }

    private Argument rounded(List<Argument> arguments) {
        var number = value(arguments.get(0));
        var digits = value(arguments.get(1));
        var unit = Math.pow(10, -digits);
        if (digits < FINE || Math.abs(Math.rint(number / unit) * unit - number) > SAME) {
            throw new UnknownFormulaException("ROUND");
        }
        return arguments.get(0);
    }

    /** The largest or the smallest; bounds that no number of an exercise comes to are none. */
    private static Argument extreme(MathFunction function, List<Term> terms) {
        var parts = terms.stream()
                .filter(term -> !(term instanceof Constant constant && Math.abs(constant.number()) >= FAR))
                .toList();
        return new Argument.Single(
                parts.size() == 1 && parts.size() < terms.size() ? parts.get(0) : new Call(function, parts));
    }

    private Argument branch(Formula.Call call) {
        if (!(argument(call.arguments().get(0)) instanceof Argument.Truth truth)
                || call.arguments().size() < 3) {
            throw new UnknownFormulaException("IF");
        }
        var taken = argument(call.arguments().get(truth.holds() ? 1 : 2));
        for (var side : List.of(truth.left(), truth.right())) {
            if (!(side instanceof Argument.Words)) {
                side.term().leaves().forEach(leaf -> decisive.add(leaf.place()));
            }
        }
        var decides = taken instanceof Argument.Single single
                && single.term() instanceof Constant
                && !(truth.left() instanceof Argument.Words)
                && !(truth.right() instanceof Argument.Words)
                && !(truth.left().term() instanceof Constant && truth.right().term() instanceof Constant);
        return decides
                ? new Argument.Single(new Decided(
                        taken.term(),
                        truth.left().term(),
                        truth.holds() ? truth.sign() : OPPOSITES.get(truth.sign()),
                        truth.right().term()))
                : taken;
    }
}
