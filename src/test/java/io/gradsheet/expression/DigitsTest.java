package io.gradsheet.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigitsTest {
    @ParameterizedTest
    @CsvSource({
        "1.2345678901234567, 1.23456789012346",
        "-0.00012345678901234567, -0.000123456789012346",
        "0.30000000000000004, 0.3",
        "12345678901234567, 12345678901234600",
        "9007199254740993, 9007199254740990",
        "1e308, 1e308"
    })
    void fifteenDigitsAreKept(double number, double kept) {
        assertThat(Digits.kept(number)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, 1, -7, 0.1, 123456789012345.0, Double.NaN, Double.POSITIVE_INFINITY})
    void whatHasNoMoreStays(double number) {
        assertThat(Double.doubleToLongBits(Digits.kept(number))).isEqualTo(Double.doubleToLongBits(number));
    }

    /** LibreOffice saves 15 digits, openpyxl 16, Excel 17. */
    @Property(seed = "1")
    void noProgramLosesAnyOfThemInSaving(@ForAll @DoubleRange(min = -1e9, max = 1e9) double number) {
        var kept = Digits.kept(number);
        assertThat(new BigDecimal(kept).round(new MathContext(15)).doubleValue())
                .isEqualTo(kept);
        for (var digits = 15; digits <= 17; digits++) {
            var saved = String.format(Locale.ROOT, "%." + (digits - 1) + "e", kept);
            assertThat(Double.parseDouble(saved)).as(saved).isEqualTo(kept);
        }
    }
}
