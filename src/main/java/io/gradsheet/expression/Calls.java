package io.gradsheet.expression;

import io.gradsheet.expression.Connected.Connective;
import io.gradsheet.expression.Lexer.Token;
import io.gradsheet.expression.Matrix.Cells;
import io.gradsheet.expression.Matrix.Elements;
import io.gradsheet.expression.Node.Call;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A call of a function of the spreadsheet's. */
final class Calls {
    /** Those that are no function of one or two numbers and no aggregate. */
    private static final Set<String> OTHERS =
            Set.of("IF", "AND", "OR", "NOT", "SUMPRODUCT", "COUNTIFS", "MMULT", "TRANSPOSE", "MINVERSE", "MDETERM");

    /** A spreadsheet's functions take 255 arguments. */
    private static final int MOST_WRITTEN = 250;

    /** Longer sums of products are written with a function. */
    private static final int MOST_PRODUCTS = 6;

    private final Token name;
    private final String function;
    private final List<Argument> arguments;
    private final Elementwise elementwise;

    Calls(Token name, List<Argument> arguments, Elementwise elementwise) {
        this.name = name;
        this.function = name.text().toUpperCase(Locale.ROOT);
        this.arguments = arguments;
        this.elementwise = elementwise;
    }

    /**
     * An argument.
     *
     * @param criterion the text before {@code &}, of a criterion
     */
    record Argument(Piece piece, Optional<Token> criterion) {
        /** An argument that is no criterion. */
        Piece piece(Token function) {
            criterion.ifPresent(text -> {
                throw ExpressionException.at(
                        text.column(),
                        "the text %s at column %d cannot be an argument of %s"
                                .formatted(text.text(), text.column(), function.text()));
            });
            return piece;
        }
    }

    /** Whether that is the name of a function. */
    static boolean isFunction(String name) {
        return Function.named(name).isPresent()
                || CallOfTwo.Function.named(name).isPresent()
                || Aggregate.Kind.named(name).isPresent()
                || LineFit.Kind.named(name).isPresent()
                || OTHERS.contains(name.toUpperCase(Locale.ROOT));
    }

    /** All names, to be read. */
    static String names() {
        return Stream.of(Function.values(), CallOfTwo.Function.values(), Aggregate.Kind.values(), LineFit.Kind.values())
                        .flatMap(Arrays::stream)
                        .map(Enum::name)
                        .collect(Collectors.joining(", "))
                + ", IF, AND, OR, NOT, SUMPRODUCT, COUNTIFS, MMULT, TRANSPOSE, MINVERSE, MDETERM";
    }

    static ExpressionException wrongCount(Token name, String takes, int given) {
        return ExpressionException.at(
                name.column(),
                "the function %s at column %d takes %s, and has %d"
                        .formatted(name.text(), name.column(), takes, given));
    }

    Term term() {
        var one = Function.named(function);
        if (one.isPresent()) {
            requireCount(1, "1 argument");
            return apply(numbers(), operands -> new Call(one.get(), operands.get(0)));
        }
        var two = CallOfTwo.Function.named(function);
        if (two.isPresent()) {
            requireCount(2, "2 arguments");
            return apply(numbers(), operands -> new CallOfTwo(two.get(), operands.get(0), operands.get(1)));
        }
        var aggregate = Aggregate.Kind.named(function);
        if (aggregate.isPresent()) {
            return new Aggregate(aggregate.get(), parts(numbers()));
        }
        var fit = LineFit.Kind.named(function);
        if (fit.isPresent()) {
            requireCount(2, "2 arguments (the y, then the x)");
            return lineFit(fit.get());
        }
        return switch (function) {
            case "IF" -> choose();
            case "AND", "OR" -> connected(Connective.valueOf(function));
            case "NOT" -> {
                requireCount(1, "1 argument");
                yield apply(truths(), operands -> new Connected(Connective.NOT, operands));
            }
            case "SUMPRODUCT" -> innerProduct();
            case "MMULT" -> product();
            case "TRANSPOSE" -> {
                requireCount(1, "1 argument");
                yield pieces().get(0).array(function).transposed();
            }
            case "MINVERSE" -> inverse(square());
            case "MDETERM" -> new Determinant(square());
            default -> new Counting(name, arguments).node();
        };
    }

    private void requireCount(int wanted, String words) {
        if (arguments.size() != wanted) {
            throw wrongCount(name, words, arguments.size());
        }
    }

    private List<Piece> pieces() {
        if (arguments.isEmpty()) {
            throw wrongCount(name, "1 argument or more", 0);
        }
        return arguments.stream().map(argument -> argument.piece(name)).toList();
    }

    private List<Piece> numbers() {
        var pieces = pieces();
        pieces.forEach(piece -> piece.number(function));
        return pieces;
    }

    private List<Piece> truths() {
        var pieces = pieces();
        pieces.forEach(piece -> piece.truth(function));
        return pieces;
    }

    private Term apply(List<Piece> pieces, java.util.function.Function<List<Node>, Node> operation) {
        return elementwise.apply(function, name.column(), pieces, operation);
    }

    /** Arguments of a function that takes any number of them. */
    private List<Term> parts(List<Piece> pieces) {
        var written = pieces.stream()
                .mapToInt(piece -> piece.term() instanceof Elements elements ? elements.size() : 1)
                .sum();
        if (written > MOST_WRITTEN) {
            throw ExpressionException.at(
                    name.column(),
                    "%s at column %d has %d numbers to write out, and may have %d: give what is computed a name of its own"
                            .formatted(function, name.column(), written, MOST_WRITTEN));
        }
        return pieces.stream().map(Piece::term).toList();
    }

    private Term choose() {
        requireCount(3, "3 arguments (condition, then, else)");
        var pieces = pieces();
        pieces.get(0).truth(function);
        var then = pieces.get(1);
        var otherwise = pieces.get(2);
        if (!then.isTruth() || !otherwise.isTruth()) {
            then.number("the other branch");
            otherwise.number("the other branch");
        }
        return apply(pieces, operands -> new Choose(operands.get(0), operands.get(1), operands.get(2)));
    }

    private Node connected(Connective connective) {
        var conditions = new ArrayList<Node>();
        for (var part : parts(truths())) {
            if (part instanceof Node node) {
                conditions.add(node);
            } else {
                conditions.addAll(((Matrix) part).elements());
            }
        }
        return new Connected(connective, conditions);
    }

    private Node innerProduct() {
        var pieces = pieces();
        var arrays = pieces.stream().map(piece -> piece.array(function)).toList();
        if (arrays.size() == 2 && isRowAndColumn(arrays.get(0), arrays.get(1))) {
            var columnFirst = arrays.get(0).columns() == 1;
            var ordered = columnFirst ? List.of(arrays.get(1), arrays.get(0)) : arrays;
            return arrays.get(0).size() <= MOST_PRODUCTS
                    ? InnerProduct.writtenOut(arrays)
                    : moderate(InnerProduct.of(ordered));
        }
        pieces.forEach(piece -> Elementwise.requireSameShape(function, pieces.get(0), piece));
        return moderate(InnerProduct.of(arrays));
    }

    private static boolean isRowAndColumn(Matrix a, Matrix b) {
        return a.isVector() && b.isVector() && a.size() == b.size() && !a.hasShapeOf(b);
    }

    private Node moderate(Node node) {
        if (!Size.isModerate(node)) {
            throw ExpressionException.at(
                    name.column(),
                    "%s at column %d is too long for a cell when it is written out: give what is computed a name of its own"
                            .formatted(function, name.column()));
        }
        return node;
    }

    private Matrix product() {
        requireCount(2, "2 arguments");
        var pieces = pieces();
        var left = pieces.get(0).array(function);
        var right = pieces.get(1).array(function);
        if (left.columns() != right.rows()) {
            throw ExpressionException.at(
                    name.column(),
                    "%s is %s and %s is %s: MMULT at column %d needs as many columns in the first as rows in the second"
                            .formatted(
                                    pieces.get(0).shown(),
                                    left.shape(),
                                    pieces.get(1).shown(),
                                    right.shape(),
                                    name.column()));
        }
        var elements = new ArrayList<Node>();
        for (var row = 1; row <= left.rows(); row++) {
            for (var column = 1; column <= right.columns(); column++) {
                elements.add(productElement(left, right, row, column));
            }
        }
        return new Elements(left.rows(), right.columns(), elements);
    }

    /** Spreadsheets multiply ranges; what is computed is multiplied by the definition. */
    private Node productElement(Matrix left, Matrix right, int row, int column) {
        return left instanceof Cells a && right instanceof Cells b && left.columns() > 1
                ? new ProductElement(a, b, row, column)
                : moderate(InnerProduct.writtenOut(
                        List.of(left.part(row, 1, 1, left.columns()), right.part(1, column, right.rows(), 1))));
    }

    private Node lineFit(LineFit.Kind kind) {
        var pieces = pieces();
        var y = cells(pieces.get(0));
        var x = cells(pieces.get(1));
        Elementwise.requireSameShape(function, pieces.get(0), pieces.get(1));
        return new LineFit(kind, y, x);
    }

    private Cells square() {
        requireCount(1, "1 argument");
        var piece = pieces().get(0);
        var cells = cells(piece);
        if (cells.rows() != cells.columns()) {
            throw piece.complaint("is %s, and %s needs as many rows as columns".formatted(cells.shape(), function));
        }
        return cells;
    }

    /** Numbers of which a formula needs all at once, in a range. */
    private Cells cells(Piece piece) {
        if (piece.array(function) instanceof Cells cells) {
            return cells;
        }
        throw piece.complaint("is computed, and %s needs cells: give it a name of its own".formatted(function));
    }

    private static Matrix inverse(Cells cells) {
        var elements = new ArrayList<Node>();
        for (var row = 1; row <= cells.rows(); row++) {
            for (var column = 1; column <= cells.columns(); column++) {
                elements.add(new InverseElement(cells, row, column));
            }
        }
        return new Elements(cells.rows(), cells.columns(), elements);
    }
}
