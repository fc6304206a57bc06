package io.gradsheet.lesson.network;

import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.sheet.Quantity;
import io.gradsheet.sheet.Quantity.Kind;
import io.gradsheet.sheet.Quantity.Place;
import io.gradsheet.sheet.Role;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** What the cells of a row are, in a table whose columns are the variables of a sample and the parameters. */
@FunctionalInterface
public interface Naming extends BiFunction<Role, Quantity, Quantity> {
    /** This of what another makes of a column. */
    default Naming after(Naming first) {
        return (role, quantity) -> apply(role, first.apply(role, quantity));
    }

    /**
     * The row of a sample: below a parameter, its gradient.
     *
     * @param places what the row belongs to beside the sample
     */
    static Naming sample(int number, List<Place> places) {
        var all = Stream.concat(Stream.of(new Place(Kind.SAMPLE, number)), places.stream())
                .toList();
        return (role, quantity) ->
                (role == Role.GRADIENT ? quantity.called(Notation.gradient(quantity.symbol())) : quantity).at(all);
    }

    /** The row of the parameters. */
    static Naming value(List<Place> places) {
        return (role, quantity) -> new Quantity(quantity.symbol(), "", places);
    }

    /** The row of the totals: C_T, ∂C_T/∂w, and how many answers are right. */
    static Naming total(List<Place> places) {
        return (role, quantity) -> switch (role) {
            case GRADIENT -> new Quantity("∂C_{T}/∂" + quantity.symbol(), "", places);
            case COST -> new Quantity(quantity.symbol() + "_{T}", "", places);
            default -> new Quantity("Σ " + quantity.symbol(), "", places);
        };
    }

    /** What a variable or a parameter is after something has been moved, {@code w + h}. */
    static Naming shifted(String moved, List<Place> places) {
        return (role, quantity) -> new Quantity(quantity.symbol() + " (" + moved + ")", "", places);
    }

    /** A row of something that there is for each parameter: {@code v} of w. */
    static Naming each(String symbol, String words, List<Place> places) {
        return (role, quantity) -> new Quantity(symbol + "(" + quantity.symbol() + ")", words, places);
    }
}
