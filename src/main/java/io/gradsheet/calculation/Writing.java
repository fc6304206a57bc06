package io.gradsheet.calculation;

import io.gradsheet.calculation.Term.Call;
import io.gradsheet.calculation.Term.Constant;
import io.gradsheet.calculation.Term.Decided;
import io.gradsheet.calculation.Term.Leaf;
import io.gradsheet.calculation.Term.Negative;
import io.gradsheet.calculation.Term.Power;
import io.gradsheet.calculation.Term.Product;
import io.gradsheet.calculation.Term.Quotient;
import io.gradsheet.calculation.Term.Sum;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A calculation as it is written on paper, in markup.
 *
 * @param leaves how cells are written
 * @param isLeftOut what is left out of sums of many terms, since it adds nothing
 * @param most of more terms of a sum, the first and the last stand for all
 */
public record Writing(Function<Leaf, String> leaves, Predicate<Term> isLeftOut, int most) {
    /** Nothing that is reckoned with on paper. */
    private static final double TINY = 1e-6;

    /** An exponent of more letters is written on the line, where it can be read. */
    private static final int LONG = 14;

    /** How tightly a term is held together. */
    private enum Bond {
        SUM,
        PRODUCT,
        POWER,
        ATOM
    }

    /** A term as it is written. */
    public String of(Term term) {
        if (term instanceof Constant constant) {
            return constant.number() == Math.PI ? "π" : Numbers.of(constant.number(), 9);
        }
        if (term instanceof Leaf leaf) {
            return leaves.apply(leaf);
        }
        if (term instanceof Sum sum) {
            return sum(sum.parts());
        }
        if (term instanceof Product product) {
            return product(product.parts());
        }
        if (term instanceof Negative negative) {
            return "−" + within(negative.of(), Bond.POWER);
        }
        if (term instanceof Quotient quotient) {
            return within(quotient.above(), Bond.PRODUCT) + " / " + within(quotient.below(), Bond.POWER);
        }
        if (term instanceof Power power) {
            var base = within(power.base(), Bond.ATOM);
            return (base.contains("^{") && !base.endsWith(")") ? "(" + base + ")" : base) + raised(power.exponent());
        }
        if (term instanceof Decided decided) {
            return of(plain(decided.left())) + " " + decided.sign() + " " + of(plain(decided.right()));
        }
        return call((Call) term);
    }

    /** A side of a comparison without what only keeps round-off from deciding it. */
    private static Term plain(Term side) {
        if (!(side instanceof Sum sum)) {
            return side;
        }
        var parts = sum.parts().stream().filter(part -> !isTiny(part)).toList();
        return parts.isEmpty() ? side : parts.size() == 1 ? parts.get(0) : new Sum(parts);
    }

    private static boolean isTiny(Term term) {
        return term instanceof Negative negative
                ? isTiny(negative.of())
                : term instanceof Constant constant && Math.abs(constant.number()) < TINY;
    }

    private String sum(List<Term> parts) {
        var kept = parts.size() > 4 ? parts.stream().filter(isLeftOut.negate()).toList() : parts;
        var written = new StringBuilder();
        for (var i = 0; i < kept.size(); i++) {
            if (kept.size() > most && i == 2) {
                written.append(" + …");
                i = kept.size() - 2;
                continue;
            }
            var part = kept.get(i);
            if (part instanceof Negative negative) {
                var text = bracketed(within(negative.of(), Bond.PRODUCT));
                written.append(written.isEmpty() ? "−" : " − ").append(text);
                continue;
            }
            var text = within(part, Bond.SUM);
            if (written.isEmpty()) {
                written.append(text);
            } else {
                written.append(text.startsWith("−") ? " − " + text.substring(1) : " + " + text);
            }
        }
        return written.isEmpty() ? "0" : written.toString();
    }

    /** What begins with a sign does not follow another sign. */
    private static String bracketed(String text) {
        return text.startsWith("−") ? "(" + text + ")" : text;
    }

    private String product(List<Term> parts) {
        var written = new StringBuilder();
        for (var part : parts) {
            var text = within(part, Bond.PRODUCT);
            written.append(written.isEmpty() ? text : " · " + bracketed(text));
        }
        return written.toString();
    }

    private String raised(Term exponent) {
        var text = of(exponent);
        return text.contains("{") ? "^(" + text + ")" : "^{" + text + "}";
    }

    private String call(Call call) {
        var inner = call.parts().stream().map(this::of).toList();
        return switch (call.function()) {
            case EXP ->
                inner.get(0).contains("{") || inner.get(0).length() > LONG
                        ? "e^(" + inner.get(0) + ")"
                        : "e^{" + inner.get(0) + "}";
            case ABS -> "|" + inner.get(0) + "|";
            default -> call.function().written() + "(" + String.join("; ", inner) + ")";
        };
    }

    private String within(Term term, Bond least) {
        var text = of(term);
        var isBare = bond(term).compareTo(least) >= 0
                && !(least == Bond.ATOM && text.startsWith("−"))
                && !(least == Bond.POWER && text.startsWith("−"));
        return isBare ? text : "(" + text + ")";
    }

    private Bond bond(Term term) {
        if (term instanceof Leaf leaf) {
            return bond(leaves.apply(leaf));
        }
        if (term instanceof Sum || term instanceof Decided) {
            return Bond.SUM;
        }
        if (term instanceof Product || term instanceof Quotient || term instanceof Negative) {
            return Bond.PRODUCT;
        }
        return term instanceof Power ? Bond.POWER : Bond.ATOM;
    }

    /** A cell may be called by what it is worked out from, {@code t − y}: that is held together as loosely as it reads. */
    private static Bond bond(String name) {
        var outside = name.replaceAll("\\([^()]*\\)|[_^]\\{[^}]*\\}", "");
        if (outside.contains(" ")) {
            return Bond.SUM;
        }
        return outside.contains("/") || outside.contains("·") ? Bond.PRODUCT : Bond.ATOM;
    }
}
