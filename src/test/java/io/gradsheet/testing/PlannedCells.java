package io.gradsheet.testing;

import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The cells of a plan, found by what they are: where they stand is the business of the lessons. */
public final class PlannedCells {
    private final Plan plan;
    private final Map<Address, Cell> cells = new LinkedHashMap<>();

    private PlannedCells(Plan plan) {
        this.plan = plan;
        for (var sheet : plan.sheets()) {
            sheet.pushTo(row -> {
                for (var column = 0; column < row.cells().size(); column++) {
                    cells.put(
                            new Address(sheet.name(), row.index(), column),
                            row.cells().get(column));
                }
            });
        }
    }

    /** All cells of all sheets. */
    public static PlannedCells of(Plan plan) {
        return new PlannedCells(plan);
    }

    /** What is planned at a place. */
    public Cell at(Address address) {
        return cells.get(address);
    }

    /** The formula planned at a place. */
    public Cell.Computed computedAt(Address address) {
        return (Cell.Computed) at(address);
    }

    private List<Address> where(Predicate<Map.Entry<Address, Cell>> wanted) {
        return cells.entrySet().stream().filter(wanted).map(Map.Entry::getKey).toList();
    }

    /** All formulas, in order. */
    public List<Address> computed() {
        return where(entry -> entry.getValue() instanceof Cell.Computed);
    }

    /** The formulas of a sheet that have a role, in order. */
    public List<Address> computed(String sheet, Role role) {
        return where(entry -> entry.getKey().sheet().equals(sheet)
                && entry.getValue() instanceof Cell.Computed computed
                && computed.role() == role);
    }

    /** The labels of a sheet, in order. */
    public List<Address> labels(String sheet) {
        return where(entry -> entry.getKey().sheet().equals(sheet) && entry.getValue() instanceof Cell.Label);
    }

    /** The figures of a sheet that have a role, in order. */
    public List<Address> figures(String sheet, Role role) {
        return where(entry -> entry.getKey().sheet().equals(sheet)
                && entry.getValue() instanceof Cell.Figure figure
                && figure.role() == role);
    }

    /** The inputs of a sheet, in order. */
    public List<Address> inputs(String sheet) {
        return where(entry -> entry.getKey().sheet().equals(sheet) && entry.getValue() instanceof Cell.Input);
    }

    /** The cell of η. */
    public Address eta() {
        return plan.names().stream()
                .filter(name -> name.name().equals("eta"))
                .findFirst()
                .orElseThrow()
                .cell();
    }

    /** The initial weights and biases, in order. */
    public List<Address> initial() {
        return inputs("Training").stream().filter(cell -> !cell.equals(eta())).toList();
    }

    /** The inputs x of all samples, in order, for a network with so many. */
    public List<Address> pixels(int inputs) {
        return sampleInputs(inputs, false);
    }

    /** The labels of all samples, in order. */
    public List<Address> sampleLabels(int inputs) {
        return sampleInputs(inputs, true);
    }

    /** A row of Data has its inputs, and then its label. */
    private List<Address> sampleInputs(int inputs, boolean labels) {
        var all = inputs("Data");
        return all.stream()
                .filter(cell -> (all.indexOf(cell) % (inputs + 1) == inputs) == labels)
                .toList();
    }

    /** The one verdict of the Check sheet. */
    public Address verdict() {
        return computed("Check", Role.VERDICT).get(0);
    }

    /** Java's value of a formula. */
    public Value value(Address address) {
        return computedAt(address).value();
    }
}
