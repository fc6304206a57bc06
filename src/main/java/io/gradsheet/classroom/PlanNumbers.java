package io.gradsheet.classroom;

import io.gradsheet.recalc.FormulaText;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Java's numbers in the cells of a plan, read when they are first asked for. Two of them never make a difference between blanks. */
final class PlanNumbers {
    private static final MathContext SHOWN = new MathContext(5);

    /** A negative number that nothing stands before needs no parentheses. */
    private static final Pattern LONE = Pattern.compile("([(,])\\((−[\\d.]+)\\)(?=[,)])");

    private final Plan plan;
    private Optional<Map<Address, Double>> numbers = Optional.empty();

    PlanNumbers(Plan plan) {
        this.plan = plan;
    }

    /** A formula with these numbers in place of its cells. */
    String filled(String formula, String sheet) {
        return LONE.matcher(FormulaText.filled(formula, sheet, this::shown, this::named))
                .replaceAll("$1$2");
    }

    private String named(String name) {
        return plan.names().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .map(each -> shown(each.cell()))
                .orElse(name);
    }

    private String shown(Address place) {
        var number = numbers().get(place);
        if (number == null) {
            return "0";
        }
        var text = number == 0
                ? "0"
                : BigDecimal.valueOf(number).round(SHOWN).stripTrailingZeros().toPlainString();
        return number < 0 ? "(" + text.replace('-', '−') + ")" : text;
    }

    private synchronized Map<Address, Double> numbers() {
        if (numbers.isEmpty()) {
            numbers = Optional.of(read());
        }
        return numbers.get();
    }

    private Map<Address, Double> read() {
        var read = new HashMap<Address, Double>();
        plan.sheets()
                .forEach(sheet -> sheet.pushTo(row -> {
                    for (var column = 0; column < row.cells().size(); column++) {
                        if (Cell.value(row.cells().get(column)) instanceof Value.Figure figure) {
                            read.put(new Address(sheet.name(), row.index(), column), figure.number());
                        }
                    }
                }));
        return read;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PlanNumbers;
    }

    @Override
    public int hashCode() {
        return 1;
    }

    @Override
    public String toString() {
        return "numbers of " + plan.title();
    }
}
