package io.gradsheet.lesson.frame;

import io.gradsheet.sheet.OneLine;
import io.gradsheet.sheet.Quantity;
import java.util.Locale;

/** What a quantity is called where it is spoken of: {@code ∂C/∂w²₁₁ of sample 3 in epoch 10}. */
public final class QuantityName {
    private QuantityName() {}

    /** Its symbol and all that it belongs to, without markup; empty if it has no symbol. */
    public static String of(Quantity quantity, Texts texts) {
        var name = OneLine.of(Notation.plain(quantity.symbol()));
        for (var place : quantity.places()) {
            name = texts.get("quantity." + place.kind().name().toLowerCase(Locale.ROOT), place.number(), name);
        }
        return name;
    }

    /**
     * Its symbol in markup where others of its kind are spoken of as well: with an index in brackets, as the book has it, a<sub>1</sub>[3]
     * in sample 3.
     */
    public static String numbered(Quantity quantity) {
        var symbol = quantity.symbol();
        if (quantity.places().isEmpty()) {
            return symbol;
        }
        var place = quantity.places().get(0);
        if (place.kind() == Quantity.Kind.SAMPLE && symbol.equals("C")) {
            return "C_{" + place.number() + "}";
        }
        if (place.kind() == Quantity.Kind.SAMPLE && symbol.startsWith("∂C/")) {
            return "∂C_{" + place.number() + "}" + symbol.substring(2);
        }
        return symbol + "[" + place.number() + "]";
    }
}
