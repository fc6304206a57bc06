package io.gradsheet.fuzz;

import io.gradsheet.recalc.FormulaText;
import java.nio.charset.StandardCharsets;

/** A formula in the file of a stranger: held against another, searched for what is dangerous, and computed. */
public final class FormulaFuzz {
    private FormulaFuzz() {}

    public static void fuzzerInitialize() {
        SmallWorkbook.warmUp();
    }

    public static void fuzzerTestOneInput(byte[] input) {
        var text = new String(input, StandardCharsets.UTF_8);
        if (!FormulaText.sameFormula(text, " = " + text.toLowerCase(java.util.Locale.ROOT) + " ")
                && FormulaText.sameFormula(text, text + " ") != FormulaText.sameFormula(text + " ", text)) {
            throw new AssertionError("the order of two formulas matters: " + text);
        }
        FormulaText.dangerousFunction(text).filter(String::isEmpty).ifPresent(danger -> {
            throw new AssertionError("a danger without a name: " + text);
        });
        var escaped = text.replace("&", "&amp;").replace("<", "&lt;");
        SmallWorkbook.withFormula(escaped).verify();
    }
}
