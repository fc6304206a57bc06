package io.gradsheet.lesson.frame;

import io.gradsheet.expression.Digits;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Value;
import java.util.Map;

/** The values of a workbook's input cells as they stand in the file now. */
public final class Inputs {
    private final Map<Address, Value> values;

    public Inputs(Map<Address, Value> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * The number in an input cell.
     *
     * @throws InputException if there is none
     */
    public double number(Address cell) {
        if (!(value(cell) instanceof Value.Figure figure)) {
            throw new InputException(cell, value(cell), "a number");
        }
        if (!Digits.isInRange(figure.number())) {
            throw new InputException(cell, figure, Digits.RANGE);
        }
        return figure.number();
    }

    /**
     * The whole number in an input cell.
     *
     * @throws InputException if it holds anything else, or a number outside {@code least} to {@code most}
     */
    public int whole(Address cell, int least, int most) {
        if (value(cell) instanceof Value.Figure figure
                && figure.number() == Math.rint(figure.number())
                && figure.number() >= least
                && figure.number() <= most) {
            return (int) figure.number();
        }
        throw new InputException(cell, value(cell), "a whole number from " + least + " to " + most);
    }

    /** Whatever is in an input cell; nothing if it is empty. */
    public Value value(Address cell) {
        return values.getOrDefault(cell, Value.NOTHING);
    }
}
