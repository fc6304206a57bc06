package io.gradsheet.classroom.paper;

import io.gradsheet.classroom.paper.Term.Call;
import io.gradsheet.classroom.paper.Term.Constant;
import io.gradsheet.classroom.paper.Term.Decided;
import io.gradsheet.classroom.paper.Term.Leaf;
import io.gradsheet.classroom.paper.Term.Negative;
import io.gradsheet.classroom.paper.Term.Power;
import io.gradsheet.classroom.paper.Term.Product;
import io.gradsheet.classroom.paper.Term.Quotient;
import io.gradsheet.classroom.paper.Term.Sum;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Reads the formula of a cell as a calculation. What follows from answers is read on until it comes to them; sums over ranges are
 * written out; of branches the one is taken that the numbers decide on; what only keeps numbers within a spreadsheet's range is left out.
 */
final class WorkingReader {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s+|\"(?:[^\"]|\"\")*\"|\\d+\\.?\\d*(?:[eE][+-]?\\d+)?|[A-Za-z_][A-Za-z0-9_.]*!|\\$?[A-Z]{1,3}\\$?\\d+(?![\\w(])"
                    + "|[\\p{L}_][\\p{L}\\p{N}_.]*|<=|>=|<>|.");
    private static final Pattern CELL = Pattern.compile("\\$?([A-Z]{1,3})\\$?(\\d+)");
    private static final Map<String, String> SIGNS =
            Map.of("=", "=", "<>", "≠", "<", "<", ">", ">", "<=", "≤", ">=", "≥");
    private static final Map<String, String> OPPOSITES =
            Map.of("=", "≠", "≠", "=", "<", "≥", ">", "≤", "≤", ">", "≥", "<");

    /** Beyond it, exponents leave the range of a spreadsheet: a bound so large changes no answer. */
    private static final double FAR = 700;

    /** A number rounded to so many decimals is itself, to whoever calculates by hand. */
    private static final int FINE = 6;

    private static final int MOST_OFFERED = 8;

    private final Workings workings;
    private final String sheet;
    private final List<String> tokens = new ArrayList<>();
    private final List<Address> decisive = new ArrayList<>();
    private final List<List<List<Address>>> ranges = new ArrayList<>();
    private int at;

    WorkingReader(Workings workings, String sheet) {
        this.workings = workings;
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
    Term read(String formula) {
        var matcher = TOKEN.matcher(formula);
        while (matcher.find()) {
            if (!matcher.group().isBlank()) {
                tokens.add(matcher.group());
            }
        }
        var term = comparison().term();
        if (at < tokens.size()) {
            throw new UnknownFormulaException(formula);
        }
        return term;
    }

    List<Address> decisive() {
        return decisive;
    }

    List<List<List<Address>>> ranges() {
        return ranges;
    }

    // The grammar
    // -------------------------------------------------------------------------------------------------------

    private boolean takes(String sign) {
        if (at < tokens.size() && tokens.get(at).equals(sign)) {
            at++;
            return true;
        }
        return false;
    }

    private void require(String sign) {
        if (!takes(sign)) {
            throw new UnknownFormulaException(String.join("", tokens));
        }
    }

    private Argument comparison() {
        var left = sum();
        if (at < tokens.size() && SIGNS.containsKey(tokens.get(at))) {
            var sign = SIGNS.get(tokens.get(at++));
            var right = sum();
            return new Argument.Truth(holds(left, sign, right), left, sign, right);
        }
        return left;
    }

    private boolean holds(Argument left, String sign, Argument right) {
        if (left instanceof Argument.Words || right instanceof Argument.Words) {
            return words(left).equals(words(right)) == sign.equals("=");
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

    private String words(Argument argument) {
        if (argument instanceof Argument.Words words) {
            return words.text();
        }
        return argument.term() instanceof Leaf leaf
                ? Workings.value(workings.cell(leaf.place())).content()
                : "";
    }

    private double value(Argument argument) {
        return argument.term().value(workings::number);
    }

    private Argument sum() {
        var first = product();
        if (at >= tokens.size()
                || !(tokens.get(at).equals("+") || tokens.get(at).equals("-"))) {
            return first;
        }
        var parts = new ArrayList<Term>();
        add(parts, first.term());
        while (at < tokens.size()) {
            if (takes("+")) {
                add(parts, product().term());
            } else if (takes("-")) {
                parts.add(new Negative(product().term()));
            } else {
                break;
            }
        }
        return total(parts);
    }

    /** A sum in a sum is one sum. */
    private static void add(List<Term> parts, Term term) {
        if (term instanceof Sum sum) {
            parts.addAll(sum.parts());
        } else {
            parts.add(term);
        }
    }

    private Argument product() {
        var left = power();
        while (at < tokens.size()) {
            if (takes("*")) {
                var parts = new ArrayList<Term>();
                if (left.term() instanceof Product product) {
                    parts.addAll(product.parts());
                } else {
                    parts.add(left.term());
                }
                parts.add(power().term());
                left = new Argument.Single(
                        parts.size() == 2
                                        && parts.get(0).equals(parts.get(1))
                                        && parts.get(0).parts().size() != 1
                                ? square(parts.get(0))
                                : new Product(parts));
            } else if (takes("/")) {
                left = new Argument.Single(new Quotient(left.term(), power().term()));
            } else {
                break;
            }
        }
        return left;
    }

    private Argument power() {
        var base = signed();
        while (takes("^")) {
            base = new Argument.Single(new Power(base.term(), signed().term()));
        }
        return base;
    }

    /** A sign binds tighter than a power in a spreadsheet. */
    private Argument signed() {
        if (takes("-")) {
            var of = signed().term();
            return new Argument.Single(
                    of instanceof Constant constant ? new Constant(-constant.number()) : new Negative(of));
        }
        takes("+");
        return primary();
    }

    private Argument primary() {
        if (at >= tokens.size()) {
            throw new UnknownFormulaException(String.join("", tokens));
        }
        var token = tokens.get(at++);
        if (token.equals("(")) {
            var inner = comparison();
            require(")");
            return inner;
        }
        if (token.startsWith("\"")) {
            return new Argument.Words(token.substring(1, token.length() - 1));
        }
        if (Character.isDigit(token.charAt(0))) {
            return new Argument.Single(new Constant(Double.parseDouble(token)));
        }
        if (token.endsWith("!")) {
            return cells(token.substring(0, token.length() - 1), tokens.get(at++));
        }
        if (CELL.matcher(token).matches()) {
            return cells(sheet, token);
        }
        if (takes("(")) {
            return call(token);
        }
        return workings.named(token).map(this::argument).orElseThrow(() -> new UnknownFormulaException(token));
    }

    // Cells
    // -------------------------------------------------------------------------------------------------------------

    private Argument cells(String on, String first) {
        var from = ref(first);
        if (!takes(":")) {
            return argument(from.address(on));
        }
        var to = ref(tokens.get(at++));
        var rows = IntStream.rangeClosed(from.row(), to.row())
                .mapToObj(row -> IntStream.rangeClosed(from.column(), to.column())
                        .mapToObj(column -> new Address(on, row, column))
                        .toList())
                .toList();
        ranges.add(rows);
        return new Argument.Rectangle(rows.stream()
                .map(row -> row.stream().map(this::argument).toList())
                .toList());
    }

    private static Ref ref(String text) {
        var matcher = CELL.matcher(text);
        if (!matcher.matches()) {
            throw new UnknownFormulaException(text);
        }
        var column = 0;
        for (var letter : matcher.group(1).toCharArray()) {
            column = 26 * column + letter - 'A' + 1;
        }
        return Ref.at(Integer.parseInt(matcher.group(2)) - 1, column - 1);
    }

    /** A cell, or the calculation behind it where that comes to other answers. */
    private Argument argument(Address place) {
        if (!workings.isAnswer(place)
                && workings.follows(place)
                && workings.cell(place) instanceof Cell.Computed computed
                && computed.value() instanceof Value.Figure) {
            var behind = new WorkingReader(workings, place.sheet());
            var term = behind.read(computed.text());
            decisive.addAll(behind.decisive);
            ranges.addAll(behind.ranges);
            return new Argument.Single(term instanceof Leaf leaf ? new Leaf(leaf.place(), place) : term);
        }
        var source = workings.isAnswer(place) ? place : workings.repeated(place).orElse(place);
        return new Argument.Single(new Leaf(source, place));
    }

    // Functions
    // ---------------------------------------------------------------------------------------------------------

    private Argument call(String name) {
        if (name.equals("IF")) {
            return branch();
        }
        var arguments = new ArrayList<Argument>();
        if (!takes(")")) {
            do {
                arguments.add(comparison());
            } while (takes(","));
            require(")");
        }
        return switch (name) {
            case "PI" -> new Argument.Single(new Constant(Math.PI));
            case "SUM" -> total(terms(arguments));
            case "SUMSQ" ->
                total(terms(arguments).stream().map(WorkingReader::square).toList());
            case "SUMPRODUCT" -> total(pairs(arguments, (left, right) -> new Product(List.of(left, right))));
            case "SUMXMY2" ->
                total(pairs(arguments, (left, right) -> square(new Sum(List.of(left, new Negative(right))))));
            case "INDEX" -> element(arguments);
            case "MMULT" -> matrixProduct(arguments);
            case "ROUND" -> rounded(arguments);
            case "MAX", "MIN" -> extreme(Function.valueOf(name), terms(arguments));
            default -> new Argument.Single(new Call(function(name), terms(arguments)));
        };
    }

    private static Function function(String name) {
        try {
            return Function.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new UnknownFormulaException(name);
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
        if (parts.stream().allMatch(WorkingReader::isFixed)) {
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
        if (found.term().leaves().stream().noneMatch(leaf -> workings.isAnswer(leaf.place()))) {
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
        if (leaves.size() <= MOST_OFFERED && workings.areToldApart(leaves)) {
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
        if (value(arguments.get(1)) < FINE) {
            throw new UnknownFormulaException("ROUND");
        }
        return arguments.get(0);
    }

    /** The largest or the smallest; bounds that no number of an exercise comes to are none. */
    private static Argument extreme(Function function, List<Term> terms) {
        var parts = terms.stream()
                .filter(term -> !(term instanceof Constant constant && Math.abs(constant.number()) >= FAR))
                .toList();
        return new Argument.Single(
                parts.size() == 1 && parts.size() < terms.size() ? parts.get(0) : new Call(function, parts));
    }

    private Argument branch() {
        var condition = comparison();
        require(",");
        if (!(condition instanceof Argument.Truth truth)) {
            throw new UnknownFormulaException("IF");
        }
        var then = branch(truth.holds());
        require(",");
        var otherwise = branch(!truth.holds());
        require(")");
        var taken = truth.holds() ? then : otherwise;
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

    /** A branch; what it reads counts only if it is taken. */
    private Argument branch(boolean taken) {
        var decided = decisive.size();
        var before = ranges.size();
        var branch = comparison();
        if (!taken) {
            decisive.subList(decided, decisive.size()).clear();
            ranges.subList(before, ranges.size()).clear();
        }
        return branch;
    }
}
