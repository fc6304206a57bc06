package io.gradsheet.recalc;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.recalc.SharedFormulas.Area;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A reference is read as it is spelled, up to the edges of a sheet. */
class RefTextTest {
    @ParameterizedTest
    @CsvSource({
        "A1, 0, 0",
        "Z9, 8, 25",
        "AA10, 9, 26",
        "az100, 99, 51",
        "XFD1048576, 1048575, 16383",
        "$B$2, 1, 1",
        "B$2, 1, 1",
        "$b2, 1, 1"
    })
    void aCell(String text, int row, int column) {
        assertThat(RefText.parse(text)).hasValueSatisfying(ref -> {
            assertThat(ref.row()).isEqualTo(row);
            assertThat(ref.column()).isEqualTo(column);
            assertThat(ref.toString()).isEqualToIgnoringCase(text);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A",
                "1",
                "$",
                "$A",
                "A$",
                "$$A1",
                "A$$1",
                "A0",
                "A1048577",
                "A10485760",
                "A00000001",
                "XFE1",
                "ZZZ1",
                "AAAA1",
                "A1A",
                "A-1",
                "A1.0",
                "@1",
                "[1",
                "`1",
                "{1",
                "A/1",
                "A:",
                "Ä1"
            })
    void noCell(String text) {
        assertThat(RefText.parse(text)).isEmpty();
    }

    @Test
    void partsOfATextAreRead() {
        assertThat(RefText.column("$AB:$AC", 1, 3)).isEqualTo(27);
        assertThat(RefText.column("AB1", 0, 3)).isEqualTo(-1);
        assertThat(RefText.column("ABCD", 1, 4)).isEqualTo(1433);
        assertThat(RefText.column("A", 1, 1)).isEqualTo(-1);
        assertThat(RefText.row("$12:$13", 1, 3)).isEqualTo(11);
        assertThat(RefText.row("1a", 0, 2)).isEqualTo(-1);
        assertThat(RefText.row("x1234567", 1, 8)).isEqualTo(-1);
        assertThat(RefText.row("x0123456", 1, 8)).isEqualTo(123455);
        assertThat(RefText.row("1", 1, 1)).isEqualTo(-1);
    }

    @Test
    void anAreaHasItsEdges() {
        var area = Area.parse("B2:C4").orElseThrow();
        assertThat(area.contains(1, 1)).isTrue();
        assertThat(area.contains(3, 2)).isTrue();
        assertThat(area.contains(0, 1)).isFalse();
        assertThat(area.contains(4, 1)).isFalse();
        assertThat(area.contains(1, 0)).isFalse();
        assertThat(area.contains(1, 3)).isFalse();
        assertThat(Area.parse("B2")).contains(new Area(1, 1, 1, 1));
        assertThat(Area.parse("")).isEmpty();
        assertThat(Area.parse(":B2")).isEmpty();
        assertThat(Area.parse("B2:")).isEmpty();
        assertThat(Area.parse("B2:x")).isEmpty();
    }

    @Test
    void sharedFormulasOfRowsToComeAreKeptWhileThoseAboveAreForgotten() {
        var shared = new SharedFormulas();
        shared.define("tall", "A1", 0, 1, new Area(0, 1, 100_000, 1));
        for (var row = 0; row < 5_000; row++) {
            shared.define("flat" + row, "A" + (row + 1), row, 1, new Area(row, 1, row, 1));
        }
        assertThat(shared.at("tall", 5_000, 1)).contains("A5001");
        assertThat(shared.at("flat4999", 4_999, 1)).contains("A5000");
        assertThat(shared.at("flat0", 0, 1)).isEmpty();
    }
}
