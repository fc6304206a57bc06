package io.gradsheet.recalc;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.apache.poi.ss.formula.eval.ErrorEval;
import org.apache.poi.ss.formula.eval.EvaluationException;
import org.apache.poi.ss.formula.eval.FunctionEval;
import org.apache.poi.ss.formula.eval.NumberEval;
import org.apache.poi.ss.formula.eval.OperandResolver;
import org.apache.poi.ss.formula.eval.ValueEval;
import org.apache.poi.ss.formula.function.FunctionMetadataRegistry;
import org.apache.poi.ss.formula.functions.Fixed1ArgFunction;
import org.apache.poi.ss.formula.functions.Function;

/**
 * SINH, COSH and TANH of numbers far from 0. Apache POI computes them from EXP, and has an error from 709.79 on, where Excel,
 * LibreOffice and Gnumeric give ±1, or numbers up to 1E308. Nearer to 0 its own functions stay.
 */
final class Hyperbolic extends Fixed1ArgFunction {
    private static final double FAR = 700;

    private final Function near;
    private final DoubleUnaryOperator far;

    private Hyperbolic(Function near, DoubleUnaryOperator far) {
        this.near = near;
        this.far = far;
    }

    /** Puts them in the place of POI's, in the whole program. POI offers no way to do so for a function that it has. */
    static void install() {
        var functions = table();
        Map.<String, DoubleUnaryOperator>of("SINH", Math::sinh, "COSH", Math::cosh, "TANH", Math::tanh)
                .forEach((name, far) -> {
                    var index = FunctionMetadataRegistry.lookupIndexByName(name);
                    if (!(functions[index] instanceof Hyperbolic)) {
                        functions[index] = new Hyperbolic(functions[index], far);
                    }
                });
    }

    private static Function[] table() {
        try {
            var field = FunctionEval.class.getDeclaredField("functions");
            field.setAccessible(true);
            return (Function[]) field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Apache POI keeps its functions elsewhere", e);
        }
    }

    @Override
    public ValueEval evaluate(int row, int column, ValueEval argument) {
        try {
            var number = OperandResolver.coerceValueToDouble(OperandResolver.getSingleValue(argument, row, column));
            if (Math.abs(number) <= FAR) {
                return near.evaluate(new ValueEval[] {argument}, row, column);
            }
            var result = far.applyAsDouble(number);
            return Double.isFinite(result) ? new NumberEval(result) : ErrorEval.NUM_ERROR;
        } catch (EvaluationException e) {
            return e.getErrorEval();
        }
    }
}
