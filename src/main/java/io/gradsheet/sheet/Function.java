package io.gradsheet.sheet;

import java.util.List;

/** The functions of a spreadsheet that formulas may call: those that every program computes alike. */
public enum Function {
    ABS(1, 1),
    AND(1, 255),
    ATAN(1, 1),
    AVERAGE(1, 255),
    CHOOSE(2, 255),
    COS(1, 1),
    COSH(1, 1),
    COUNT(1, 255),
    COUNTIF(2, 2),
    COUNTIFS(2, 254),
    EXP(1, 1),
    FIND(2, 3),
    IF(2, 3),
    IFERROR(2, 2),
    INDEX(2, 3),
    INT(1, 1),
    INTERCEPT(2, 2),
    ISERROR(1, 1),
    ISNA(1, 1),
    ISNUMBER(1, 1),
    LEN(1, 1),
    LN(1, 1),
    LOG10(1, 1),
    MATCH(2, 3),
    MAX(1, 255),
    MDETERM(1, 1),
    MEDIAN(1, 255),
    MIN(1, 255),
    MINVERSE(1, 1),
    MMULT(2, 2),
    MOD(2, 2),
    NA(0, 0),
    NOT(1, 1),
    OR(1, 255),
    PI(0, 0),
    RANK(2, 3),
    ROUND(2, 2),
    ROWS(1, 1),
    SIGN(1, 1),
    SIN(1, 1),
    SINH(1, 1),
    SLOPE(2, 2),
    SQRT(1, 1),
    STDEVP(1, 255),
    SUM(1, 255),
    SUMIF(2, 3),
    SUMPRODUCT(1, 255),
    SUMSQ(1, 255),
    SUMXMY2(2, 2),
    TAN(1, 1),
    TANH(1, 1),
    TRANSPOSE(1, 1),
    TRIM(1, 1);

    private static final int MOST_OF_ANY = 255;

    private final int fewest;
    private final int most;

    Function(int fewest, int most) {
        this.fewest = fewest;
        this.most = most;
    }

    /**
     * A call.
     *
     * @throws PlanTooLargeException if there are more arguments than any function can take
     * @throws IllegalArgumentException if the function takes fewer or more of them
     */
    public Formula of(Formula... arguments) {
        return new Formula.Call(this, List.of(arguments));
    }

    /** A call, as {@link #of(Formula...)}. */
    public Formula of(List<? extends Formula> arguments) {
        return new Formula.Call(this, List.copyOf(arguments));
    }

    void check(int arguments) {
        if (arguments > MOST_OF_ANY) {
            throw PlanTooLargeException.arguments(name(), arguments, MOST_OF_ANY);
        }
        if (arguments < fewest || arguments > most) {
            throw new IllegalArgumentException(this + " of " + arguments + " arguments");
        }
    }
}
