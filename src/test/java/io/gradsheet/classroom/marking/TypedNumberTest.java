package io.gradsheet.classroom.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type as numbers and programs keep as texts. */
class TypedNumberTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "0,061|0.061",
                "0.061|0.061",
                ",5|0.5",
                "5,|5",
                "-0,5|-0.5",
                "−0,5|-0.5",
                "–0,5|-0.5",
                "- 0,5|-0.5",
                "+1,5|1.5",
                "1.234,5|1234.5",
                "1,234.5|1234.5",
                "1,234,567|1234567",
                "1.234.567,25|1234567.25",
                "12 345,6|12345.6",
                "12\u00a0345,6|12345.6",
                "12\u202f345|12345",
                "1'234.5|1234.5",
                "1’234’567|1234567",
                "1,234|1.234",
                "6,1 %|0.061",
                "6.1%|0.061",
                "６．１％|0.061",
                "０，０６１|0.061",
                "－０．５|-0.5",
                "ca. 0,06|0.06",
                "ca.0,06|0.06",
                "≈ 0.06|0.06",
                "~0.06|0.06",
                "约0.06|0.06",
                "= 0,5|0.5",
                "1e-3|0.001",
                "1,5E-3|0.0015",
                "1,5·10^-3|0.0015",
                "2 × 10^(-2)|0.02",
                "\u00a00,5\u00a0|0.5"
            })
    void aNumberIsReadAsItWasMeant(String text, double number) {
        assertThat(TypedNumber.of(text)).hasValueCloseTo(number, within(1e-15 * Math.max(1, Math.abs(number))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "thirteen",
                "0.5.5",
                "1,2,3",
                "1 2",
                "12 34,5",
                "1.23,45,6",
                "--5",
                "0,5 or 0,6",
                "1/2",
                "0x10",
                "1e999",
                "NaN",
                "%",
                "-",
                "ca.",
                "5 cm",
                "1,2345,678"
            })
    void whatIsNoNumberIsNone(String text) {
        assertThat(TypedNumber.of(text)).isEmpty();
    }
}
