package io.gradsheet.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Numbers on paper. */
class NumbersTest {
    @Test
    void aNumberHasTheDecimalsThatItNeedsAndAMinusOfItsOwn() {
        assertThat(Numbers.of(2, 4)).isEqualTo("2");
        assertThat(Numbers.of(-0.5, 4)).isEqualTo("−0.5");
        assertThat(Numbers.of(0.123456, 4)).isEqualTo("0.1235");
        assertThat(Numbers.of(-0.0, 4)).isEqualTo("0");
        assertThat(Numbers.of(0.01001, 4))
                .as("rounded, and to how many decimals")
                .isEqualTo("0.0100");
        assertThat(Numbers.of(0.01, 4)).isEqualTo("0.01");
    }

    @Test
    void aSmallNumberKeepsItsDigits() {
        assertThat(Numbers.of(0.00043857, 4)).isEqualTo("0.0004386");
        assertThat(Numbers.of(7.2181e-7, 4)).isEqualTo("7.218 · 10^{−7}");
    }
}
