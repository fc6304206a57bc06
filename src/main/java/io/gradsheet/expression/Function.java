package io.gradsheet.expression;

import io.gradsheet.expression.Node.Add;
import io.gradsheet.expression.Node.Call;
import io.gradsheet.expression.Node.Constant;
import io.gradsheet.expression.Node.Divide;
import io.gradsheet.expression.Node.Multiply;
import io.gradsheet.expression.Node.Negate;
import io.gradsheet.expression.Node.Power;
import io.gradsheet.expression.Node.Subtract;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The functions of one argument, each under the name that a spreadsheet gives it. */
enum Function {
    EXP(Domain.ALL),
    LN(Domain.POSITIVE),
    LOG10(Domain.POSITIVE),
    SQRT(Domain.NOT_NEGATIVE),
    SIN(Domain.ANGLE),
    COS(Domain.ANGLE),
    TAN(Domain.ANGLE),
    ATAN(Domain.ALL),
    SINH(Domain.ALL),
    COSH(Domain.ALL),
    TANH(Domain.ALL),
    ABS(Domain.ALL),
    SIGN(Domain.ALL),
    INT(Domain.ALL);

    /** The arguments that a function accepts. */
    private enum Domain {
        ALL("any number"),
        POSITIVE("a positive number"),
        NOT_NEGATIVE("a number that is not negative"),
        ANGLE("an angle between -134217728 and 134217728");

        /** Excel refuses an angle of 2^27 and more; other programs calculate with it. What one of them refuses has no value here. */
        private static final double ANGLE_LIMIT = 0x1p27;

        private final String words;

        Domain(String words) {
            this.words = words;
        }

        private boolean contains(double argument) {
            return switch (this) {
                case ALL -> !Double.isNaN(argument);
                case POSITIVE -> argument > 0;
                case NOT_NEGATIVE -> argument >= 0;
                case ANGLE -> Math.abs(argument) < ANGLE_LIMIT;
            };
        }
    }

    /** Beyond it EXP leaves the range of a double; Gnumeric goes on in numbers of its own. */
    static final double LARGEST_EXPONENT = 709.78;

    private final Domain domain;

    Function(Domain domain) {
        this.domain = domain;
    }

    /** The function of that name, upper or lower case. */
    static Optional<Function> named(String name) {
        return Arrays.stream(values())
                .filter(function -> function.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** What a user who wrote the name of no function may have meant. */
    static Optional<String> suggestionFor(String name) {
        var upper = name.toUpperCase(Locale.ROOT);
        return switch (upper) {
            case "LOG", "LG" -> Optional.of("LOG10, or LN for the natural logarithm");
            case "ARCTAN", "ATN", "ARCTG" -> Optional.of(ATAN.name());
            case "TG" -> Optional.of(TAN.name());
            case "POW", "POWER" -> Optional.of("x^n");
            default ->
                Arrays.stream(values())
                        .map(Function::name)
                        .filter(known -> known.startsWith(upper) || upper.startsWith(known))
                        .findFirst();
        };
    }

    /** All names, to be read. */
    static String names() {
        return Arrays.stream(values())
                .filter(function -> !function.jumps())
                .map(Function::name)
                .collect(Collectors.joining(", "));
    }

    /** Whether there are places without a derivative that are more than a kink. */
    boolean jumps() {
        return this == SIGN || this == INT;
    }

    boolean accepts(double argument) {
        return domain.contains(argument);
    }

    /** What the argument has to be, to follow "needs". */
    String needs() {
        return domain.words;
    }

    double of(double argument) {
        return switch (this) {
            case EXP -> argument > LARGEST_EXPONENT ? Double.POSITIVE_INFINITY : Math.exp(argument);
            case LN -> Math.log(argument);
            case LOG10 -> Math.log10(argument);
            case SQRT -> Math.sqrt(argument);
            case SIN -> Math.sin(argument);
            case COS -> Math.cos(argument);
            case TAN -> Math.tan(argument);
            case ATAN -> Math.atan(argument);
            case SINH -> Math.sinh(argument);
            case COSH -> Math.cosh(argument);
            case TANH -> Math.tanh(argument);
            case ABS -> Math.abs(argument);
            case SIGN -> Math.signum(argument);
            case INT ->
                Nearness.isBlurred(argument - Math.rint(argument), Math.max(1, Math.abs(argument)))
                        ? Double.NaN
                        : Math.floor(argument);
        };
    }

    /** The derivative of the function at {@code u}, without the inner derivative of {@code u}. */
    Node derivativeAt(Node u) {
        return switch (this) {
            case EXP -> new Call(EXP, u);
            case LN -> new Divide(Constant.ONE, u);
            case LOG10 -> new Divide(Constant.ONE, new Multiply(u, new Call(LN, new Constant(10))));
            case SQRT -> new Divide(Constant.ONE, new Multiply(Constant.TWO, new Call(SQRT, u)));
            case SIN -> new Call(COS, u);
            case COS -> new Negate(new Call(SIN, u));
            case TAN -> new Divide(Constant.ONE, new Power(new Call(COS, u), Constant.TWO));
            case ATAN -> new Divide(Constant.ONE, new Add(Constant.ONE, new Power(u, Constant.TWO).simplified()));
            case SINH -> new Call(COSH, u);
            case COSH -> new Call(SINH, u);
            case TANH -> new Subtract(Constant.ONE, new Power(new Call(TANH, u), Constant.TWO));
            case ABS -> new Divide(u, new Call(ABS, u));
            case SIGN, INT -> throw Underivable.of(new Call(this, u));
        };
    }
}
