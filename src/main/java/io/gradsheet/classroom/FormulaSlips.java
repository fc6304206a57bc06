package io.gradsheet.classroom;

import io.gradsheet.lesson.frame.Slip.Kind;
import io.gradsheet.recalc.FormulaText;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The usual mistakes that show in the right formula of a cell, whatever the lesson: each is the formula of who makes it. */
public final class FormulaSlips {
    private static final String CELL = "(\\$?[A-Z]{1,3}\\$?\\d+)";
    private static final Pattern BIAS_BEHIND = Pattern.compile("(.+)\\+" + CELL);
    private static final Pattern BIAS_BEFORE = Pattern.compile(CELL + "\\+(.+)");
    private static final Pattern SIGMOID = Pattern.compile("1/\\(1\\+EXP\\(-(.+)\\)\\)");
    private static final Pattern GUARDED = Pattern.compile("MAX\\((.+),-\\d+\\)");
    private static final Pattern SUM = Pattern.compile("SUM\\(" + CELL + ":" + CELL + "\\)");

    /** A mistake, and the formula that makes it, for the place of the right one. */
    public record Variant(Kind kind, String formula) {}

    private final String right;
    private final List<Variant> variants = new ArrayList<>();

    private FormulaSlips(String right) {
        this.right = right;
    }

    /** The mistakes in a cell, the most usual first. */
    public static List<Variant> of(Blank blank) {
        var slips = new FormulaSlips(blank.answer().text());
        slips.look(blank.answer().role());
        slips.addRows(blank.place());
        return slips.variants;
    }

    private void look(Role role) {
        if (role == Role.WEIGHTED_INPUT) {
            addBias();
        }
        addSigmoid();
        if (role == Role.COST && right.endsWith("/2")) {
            add(Kind.HALF_FORGOTTEN, right.substring(0, right.length() - 2));
        }
        replace("*PI()/180", "", Kind.ANGLE_IN_DEGREES);
        replace("SQRT(", "(", Kind.ROOT_FORGOTTEN);
        replace("^2", "", Kind.SQUARE_FORGOTTEN);
        replace("SUMSQ(", "SUM(", Kind.SQUARE_FORGOTTEN);
        replace("AVERAGE(", "SUM(", Kind.SUM_INSTEAD_OF_MEAN);
        replace("SUM(", "AVERAGE(", Kind.MEAN_INSTEAD_OF_SUM);
        addTerms();
    }

    private void add(Kind kind, String formula) {
        variants.add(new Variant(kind, formula));
    }

    private void replace(String part, String by, Kind kind) {
        if (right.contains(part)) {
            add(kind, right.replace(part, by));
        }
    }

    private void addBias() {
        var behind = BIAS_BEHIND.matcher(right);
        var before = BIAS_BEFORE.matcher(right);
        if (behind.matches()) {
            add(Kind.BIAS_FORGOTTEN, behind.group(1));
            add(Kind.BIAS_SUBTRACTED, behind.group(1) + "-" + behind.group(2));
        } else if (before.matches()) {
            add(Kind.BIAS_FORGOTTEN, before.group(2));
            add(Kind.BIAS_SUBTRACTED, "-" + before.group(1) + "+" + before.group(2));
        }
    }

    private void addSigmoid() {
        var sigmoid = SIGMOID.matcher(right);
        if (sigmoid.matches()) {
            var guarded = GUARDED.matcher(sigmoid.group(1));
            var z = guarded.matches() ? guarded.group(1) : sigmoid.group(1);
            add(Kind.ACTIVATION_FORGOTTEN, z);
            add(Kind.SIGN_IN_EXPONENT, "1/(1+EXP(" + z + "))");
            add(Kind.DERIVATIVE_INSTEAD, right + "*(1-" + right + ")");
            add(Kind.OTHER_ACTIVATION, "TANH(" + z + ")");
        }
    }

    private void addTerms() {
        var sum = SUM.matcher(right);
        if (sum.matches()) {
            for (var end = 1; end <= 2; end++) {
                add(Kind.TERM_LEFT_OUT, right + "-" + sum.group(end));
                add(Kind.ONE_TERM_ONLY, sum.group(end));
            }
        }
        var terms = terms(right);
        if (terms.size() > 1) {
            var last = terms.get(terms.size() - 1);
            add(Kind.TERM_LEFT_OUT, right.substring(0, right.length() - last.length()));
            add(Kind.TERM_LEFT_OUT, right.substring(terms.get(0).length()));
            terms.forEach(term -> add(Kind.ONE_TERM_ONLY, term));
            for (var turned = 0; turned < terms.size(); turned++) {
                var signs = new StringBuilder();
                for (var at = 0; at < terms.size(); at++) {
                    signs.append(at == turned ? turned(terms.get(at)) : terms.get(at));
                }
                add(Kind.SIGN_OF_TERM, signs.toString());
            }
        }
    }

    /** The terms of a sum with their signs, as they follow one another; the formula itself where it is none. */
    private static List<String> terms(String formula) {
        var terms = new ArrayList<String>();
        var depth = 0;
        var start = 0;
        for (var at = 0; at < formula.length(); at++) {
            var sign = formula.charAt(at);
            depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
            if (depth == 0 && (sign == '+' || sign == '-') && at > 0 && endsOperand(formula.charAt(at - 1))) {
                terms.add(formula.substring(start, at));
                start = at;
            }
        }
        terms.add(formula.substring(start));
        return terms;
    }

    private static String turned(String term) {
        return switch (term.charAt(0)) {
            case '+' -> "-" + term.substring(1);
            case '-' -> "+" + term.substring(1);
            default -> "-1*" + term;
        };
    }

    private static boolean endsOperand(char before) {
        return before == ')' || Character.isDigit(before);
    }

    /** What stands a row above or below is read: all that moves with its row, or one of it. */
    private void addRows(Address place) {
        var moving = new ArrayList<Set<Address>>();
        var all = new LinkedHashSet<Address>();
        for (var reading : FormulaText.readings(right)) {
            var sheet = reading.sheet().orElse(place.sheet());
            var cells = new LinkedHashSet<Address>();
            for (var end : List.of(reading.cells().first(), reading.cells().last())) {
                if (isMoving(end)) {
                    cells.add(end.address(sheet));
                }
            }
            if (!cells.isEmpty()) {
                moving.add(cells);
                all.addAll(cells);
            }
        }
        moving.add(0, all);
        for (var cells : new LinkedHashSet<>(moving)) {
            addRows(place, cells, -1);
            addRows(place, cells, 1);
        }
    }

    private static boolean isMoving(Ref cell) {
        return !cell.fixedRow() && cell.row() > 0;
    }

    private void addRows(Address place, Set<Address> cells, int by) {
        if (!cells.isEmpty()) {
            add(
                    Kind.OTHER_ROW,
                    FormulaText.moved(
                            right,
                            place.sheet(),
                            cell -> cells.contains(cell)
                                    ? new Address(cell.sheet(), cell.row() + by, cell.column())
                                    : cell));
        }
    }
}
