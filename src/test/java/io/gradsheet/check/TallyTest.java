package io.gradsheet.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.recalc.StoredCell;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Quantity;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Value;
import io.gradsheet.testing.TypedCells;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is counted while cells go by: by role, the largest difference, the first that differ. */
class TallyTest {
    private final Tally tally = new Tally(0.01);

    private static Address cell(int row) {
        return new Address("Sheet", row, 0);
    }

    private void add(int row, Role role, double java, Value sheet) {
        tally.add(cell(row), TypedCells.computed("A1", java, role), new StoredCell(0, "A1", sheet));
    }

    private Comparison result() {
        return tally.result("poi", "5", Duration.ofMillis(1));
    }

    @Test
    void countsByRole() {
        add(1, Role.COST, 1, Value.of(1));
        add(2, Role.COST, 1, Value.of(2));
        add(3, Role.ERROR, 1, Value.NOTHING);
        add(4, Role.ERROR, 1, Value.of(1));
        add(5, Role.ERROR, 1, Value.of(1));

        assertThat(result().counts())
                .isEqualTo(Map.of(Role.COST, new Comparison.Count(2, 1), Role.ERROR, new Comparison.Count(3, 1)));
        assertThat(result().cells()).isEqualTo(5);
        assertThat(result().differing()).isEqualTo(2);
    }

    @Test
    void countsNothingButFormulas() {
        tally.add(cell(1), Cell.input(1), new StoredCell(0, "", Value.of(2)));
        tally.add(cell(2), new Cell.Figure(1, Role.CHECK), new StoredCell(0, "", Value.of(2)));

        assertThat(result().cells()).isZero();
        assertThat(result().examples()).isEmpty();
    }

    @Test
    void theLargestDifferenceIsTheFirstOfItsSize() {
        add(1, Role.COST, 1, Value.of(1.001));
        add(2, Role.COST, 1, Value.of(1.5));
        add(3, Role.COST, 1, Value.of(1.5));
        add(4, Role.COST, 1, Value.of(1.25));

        assertThat(result().largest()).contains(new Comparison.Largest(0.5, cell(2)));
    }

    @Test
    void equalNumbersHaveNoLargestDifference() {
        add(1, Role.COST, 1, Value.of(1));
        add(2, Role.COST, 1, new Value.Failure("#NUM!"));

        assertThat(result().largest()).isEmpty();
    }

    @Test
    void theFirstThatDifferAreKept() {
        for (var row = 0; row <= 3 * Comparison.EXAMPLES; row++) {
            add(row, Role.COST, 1, Value.of(row % 2 == 0 ? 1 : 7));
        }

        assertThat(result().examples()).hasSize(Comparison.EXAMPLES);
        assertThat(result().examples().get(1))
                .isEqualTo(new Comparison.Difference(cell(3), Role.COST, Quantity.NONE, Value.of(7), Value.of(1)));
    }
}
