package io.gradsheet.calculation;

import java.util.Arrays;

/** A function of numbers, as it is written on paper. */
public enum MathFunction {
    EXP("exp"),
    LN("ln"),
    LOG10("lg"),
    SQRT("√"),
    ABS("abs"),
    SIN("sin"),
    COS("cos"),
    TAN("tan"),
    ATAN("arctan"),
    SINH("sinh"),
    COSH("cosh"),
    TANH("tanh"),
    MAX("max"),
    MIN("min");

    private final String written;

    MathFunction(String written) {
        this.written = written;
    }

    /** As it is written. */
    public String written() {
        return written;
    }

    /** The value; only the largest and the smallest are of more than one number. */
    double of(double[] arguments) {
        var first = arguments[0];
        return switch (this) {
            case EXP -> Math.exp(first);
            case LN -> Math.log(first);
            case LOG10 -> Math.log10(first);
            case SQRT -> Math.sqrt(first);
            case ABS -> Math.abs(first);
            case SIN -> Math.sin(first);
            case COS -> Math.cos(first);
            case TAN -> Math.tan(first);
            case ATAN -> Math.atan(first);
            case SINH -> Math.sinh(first);
            case COSH -> Math.cosh(first);
            case TANH -> Math.tanh(first);
            case MAX -> Arrays.stream(arguments).max().orElseThrow();
            case MIN -> Arrays.stream(arguments).min().orElseThrow();
        };
    }
}
