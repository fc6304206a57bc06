package io.gradsheet.recalc;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.formula.WorkbookEvaluator;
import org.apache.poi.ss.formula.ptg.AbstractFunctionPtg;
import org.apache.poi.ss.formula.ptg.NameXPxg;
import org.apache.poi.ss.formula.ptg.Ptg;

/** Which functions the evaluator of Apache POI has. */
final class Functions {
    private static final int LONGEST = 60;

    private static final Set<String> KNOWN = Stream.concat(
                    WorkbookEvaluator.getSupportedFunctionNames().stream(),
                    // Computed by the evaluator itself, which lists none of them.
                    Stream.of("IF", "CHOOSE", "INDIRECT", "OFFSET"))
            .map(name -> name.toUpperCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    private Functions() {}

    /** Whether a formula calls a function that POI lacks. */
    static boolean isForeign(Ptg... tokens) {
        return Stream.of(tokens).anyMatch(token -> {
            if (token instanceof NameXPxg name) {
                return name.getNameName() != null && !KNOWN.contains(plain(name.getNameName()));
            }
            return token instanceof AbstractFunctionPtg function
                    && !function.isExternalFunction()
                    && !KNOWN.contains(function.getName().toUpperCase(Locale.ROOT));
        });
    }

    /** The first function in a formula that POI lacks, by the name that is shown; the formula itself where there is none. */
    static String foreign(String formula) {
        return FormulaText.functions(formula)
                .map(Functions::plain)
                .filter(name -> !KNOWN.contains(name))
                .findFirst()
                .orElseGet(() -> "=" + (formula.length() <= LONGEST ? formula : formula.substring(0, LONGEST) + "…"));
    }

    /** The first function in a formula, by the name that is shown. */
    static Optional<String> named(String formula) {
        return FormulaText.functions(formula).map(Functions::plain).findFirst();
    }

    /** {@code _xlfn.LET} and {@code __xludf.DUMMYFUNCTION} are shown without what stands before the name. */
    private static String plain(String name) {
        return name.toUpperCase(Locale.ROOT).replaceFirst("^(_+XL[A-Z]+\\.)+", "");
    }
}
