package io.gradsheet.classroom.marking;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.lesson.frame.Slip.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of numbers in a program that separates decimals by another sign. */
class MistypedTest {
    @ParameterizedTest
    @CsvSource({
        "46143, 1.5, DATE", // the first of May 2026
        "46027, 5.1, DATE", // the fifth of January 2026
        "45996, 12.05, DATE", // the fifth of December 2025
        "27426, 2.75, DATE", // February 1975
        "275, 2.75, POINT_LOST",
        "-613, -0.0613, POINT_LOST",
        "61, 0.061, POINT_LOST"
    })
    void aNumberIsKnownAgain(double found, double meant, Kind kind) {
        assertThat(Mistyped.as(found, typed -> Math.abs(typed - meant) < 1e-9)).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(doubles = {2.5, 7, -1.5, 46143, 275})
    void anythingElseIsNot(double found) {
        assertThat(Mistyped.as(found, typed -> Math.abs(typed - 3.14159) < 1e-3))
                .isEmpty();
    }
}
