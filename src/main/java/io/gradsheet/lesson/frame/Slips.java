package io.gradsheet.lesson.frame;

import io.gradsheet.sheet.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The usual mistakes in the computed cells of a lesson: what a learner would get who makes one of them. It is computed here from the
 * learner's own cells, so that a mistake is known again where it was made, and not where it led.
 */
@FunctionalInterface
public interface Slips {
    /** Of a lesson whose cells follow no pattern: only mistakes that can be made anywhere are known. */
    Slips NONE = (cell, sheet) -> List.of();

    /**
     * The mistakes that can be made in a cell, the most usual first.
     *
     * @param sheet the number in a cell of the learner's workbook; not a number where there is none
     */
    List<Slip> at(Address cell, ToDoubleFunction<Address> sheet);

    /** Where a cell says what a number becomes, the cell in which that number is now: a step is judged by its own size. */
    default Optional<Address> start(Address cell) {
        return Optional.empty();
    }

    /** The mistakes that can be made anywhere, where a number would be right. */
    static List<Slip> anywhere(double right) {
        var slips = new ArrayList<Slip>();
        slips.add(new Slip(Slip.Kind.SIGN, -right));
        slips.add(new Slip(Slip.Kind.DOUBLED, 2 * right));
        slips.add(new Slip(Slip.Kind.HALVED, right / 2));
        if (right > 0 && right < 1) {
            slips.add(new Slip(Slip.Kind.COMPLEMENT, 1 - right));
        }
        slips.add(new Slip(Slip.Kind.RECIPROCAL, 1 / right));
        slips.add(new Slip(Slip.Kind.PERCENT, 100 * right));
        for (var places = 3; places >= 1; places--) {
            var power = Math.pow(10, places);
            slips.add(new Slip(Slip.Kind.ROUNDED, Math.rint(right * power) / power));
        }
        return slips;
    }
}
