package io.gradsheet.sheet;

import java.util.List;
import java.util.OptionalInt;

/**
 * What a cell computes, as a person would call it: ∂C/∂w<sup>2</sup><sub>11</sub> of sample 3 in epoch 10.
 *
 * @param symbol in the markup of {@link RichText}; where there is none, a few words
 * @param words what it is and how it comes about, in markup and in the language of the workbook; may be empty
 * @param places what it belongs to, from the narrowest on: a sample, and then the epoch
 */
public record Quantity(String symbol, String words, List<Place> places) {
    /** Of a cell that nobody asks about. */
    public static final Quantity NONE = new Quantity("", "", List.of());

    /** One of many things that are counted from 1. */
    public record Place(Kind kind, int number) {}

    /** What is counted. */
    public enum Kind {
        SAMPLE,
        LAYER,
        COLUMN,
        /** A row of a table. */
        ROW,
        /** A step of a descent, or of an epoch that has several. */
        STEP,
        EPOCH,
        /** The time after an epoch. */
        AFTER
    }

    public Quantity {
        places = List.copyOf(places);
    }

    /** Something that there is once in a workbook. */
    public static Quantity of(String symbol, String words) {
        return new Quantity(symbol, words, List.of());
    }

    /** A cell of a map or an image, by its row and column in it. */
    public static Quantity inMap(String symbol, Range map, Ref cell) {
        return new Quantity(
                symbol,
                "",
                List.of(
                        new Place(Kind.COLUMN, cell.column() - map.first().column() + 1),
                        new Place(Kind.ROW, cell.row() - map.first().row() + 1)));
    }

    /** The same somewhere else. */
    public Quantity at(List<Place> others) {
        return new Quantity(symbol, words, others);
    }

    /** The same under another symbol. */
    public Quantity called(String other) {
        return new Quantity(other, words, places);
    }

    /** A symbol with an index, {@code x} with 2 as {@code x_{2}}; one that has an index gets another. */
    public static String lowered(String symbol, String index) {
        return symbol.endsWith("}") && symbol.contains("_{")
                ? symbol.substring(0, symbol.length() - 1) + "," + index + "}"
                : (isCompound(symbol) ? "(" + symbol + ")" : symbol) + "_{" + index + "}";
    }

    /** Whether an index would seem to belong to the last of several symbols: A B, or y − ŷ. */
    private static boolean isCompound(String symbol) {
        return symbol.replaceAll("\\([^()]*\\)|[_^]\\{[^}]*\\}", "").contains(" ");
    }

    /** The number of the place of a kind, if it has one. */
    public OptionalInt number(Kind kind) {
        return places.stream()
                .filter(place -> place.kind() == kind)
                .mapToInt(Place::number)
                .findFirst();
    }

    /** Whether there is nothing to be said. */
    public boolean isNone() {
        return symbol.isEmpty();
    }
}
