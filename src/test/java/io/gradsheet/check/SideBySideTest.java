package io.gradsheet.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.recalc.StoredCell;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every planned cell is met once, with what the file has there, and so is every cell of the file that nobody planned. */
class SideBySideTest implements SideBySide.Pair {
    private final TypedSheet sheet = TypedSheet.of("a | | b", "", "1 | 2", "3");
    private final List<String> met = new ArrayList<>();
    private int rows;

    @Override
    public void cells(Address address, Cell planned, StoredCell found) {
        met.add(place(address) + "=" + shown(found));
        assertThat(found.column()).isEqualTo(address.column());
    }

    @Override
    public void stray(Address address, StoredCell found) {
        met.add("?" + place(address) + "=" + shown(found));
    }

    private static String place(Address address) {
        assertThat(address.sheet()).isEqualTo(TypedSheet.NAME);
        return address.toString().replace(TypedSheet.NAME + "!", "");
    }

    private static String shown(StoredCell found) {
        return found.value() instanceof Value.Nothing
                ? ""
                : found.value().toString().replace("\"", "");
    }

    @BeforeEach
    void forget() {
        met.clear();
        rows = 0;
    }

    private List<String> walk() {
        SideBySide.walk(sheet.plan(), sheet.rows(), this, () -> rows++);
        return met;
    }

    @Test
    void aFileAsPlanned() {
        assertThat(walk()).containsExactly("A1=a", "C1=b", "A3=1", "B3=2", "A4=3");
        assertThat(rows).isEqualTo(4);
    }

    @Test
    void cellsThatAreGone() {
        sheet.type("A1", "").type("B3", "").type("A4", "");
        assertThat(walk()).containsExactly("A1=", "C1=b", "A3=1", "B3=", "A4=");
    }

    @Test
    void cellsThatNobodyPlanned() {
        sheet.type("B1", "x").type("D1", "x").type("B2", "x").type("A6", "x").type("C7", "x");
        assertThat(walk())
                .containsExactly("A1=a", "?B1=x", "C1=b", "?D1=x", "?B2=x", "A3=1", "B3=2", "A4=3", "?A6=x", "?C7=x");
    }

    @Test
    void cellsThatNobodyPlannedInPlaceOfAll() {
        sheet.type("A3", "").type("B3", "").type("D3", "x");
        assertThat(walk()).containsExactly("A1=a", "C1=b", "A3=", "B3=", "?D3=x", "A4=3");
    }

    /** A plan may leave rows out. */
    @Test
    void rowsBetweenThePlannedOnes() {
        var apart = TypedSheet.of("a").below(3, "b").type("A2", "x").type("B3", "y");
        SideBySide.walk(apart.plan(), apart.rows(), this, () -> rows++);
        assertThat(met).containsExactly("A1=a", "?A2=x", "?B3=y", "A4=b");
        assertThat(rows).isEqualTo(2);
    }
}
