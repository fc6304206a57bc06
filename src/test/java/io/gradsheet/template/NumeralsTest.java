package io.gradsheet.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {
    private static OptionalDouble parsed(boolean commasAreUsual, String others, String text) {
        var numerals = new Numerals(commasAreUsual, Optional.empty());
        List.of(others.split(" ", -1)).forEach(numerals::note);
        numerals.note(text);
        return numerals.parse(text);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
            1234|false|12.5|1234
            .5|false|1|0.5
            3504.|false|1|3504
            -1,234,567.25|false|1|-1234567.25
            1.234.567,25|false|1|1234567.25
            1'234'567.25|false|1|1234567.25
            1 234,5|false|1|1234.5
            0,5|false|1|0.5
            12,34|false|1|12.34
            1,5e-3|true|1|0.0015
            1,234|false|1|1234
            1,234|false|12.5|1234
            1,234|false|1,234,567|1234
            1,234|false|0,5|1.234
            1,234|true|1|1.234
            1,234|true|12.5|1234
            1.234|true|1|1.234
            1.234|true|1.234,5|1234
            1.234|false|1.234.567|1234
            """)
    void whatTheColumnLeavesNoDoubtAboutDecides(String text, boolean commasAreUsual, String others, double number) {
        assertThat(parsed(commasAreUsual, others, text)).hasValue(number);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,234|0,5 12.5
            1,234|0,5 1,234,567
            1.234|0,5 12,25
            1.234|1.234.567 0.5
            12,34,567|1
            1,2345.6|1
            0,123,456|1
            ,|1
            1,|1
            1e5,5|1
            """)
    void whatContradictsItsColumnOrIsNoNumberIsNone(String text, String others) {
        assertThat(parsed(false, others, text)).isEmpty();
        assertThat(parsed(true, others, text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,234|,|1.234
            1,234|.|1234
            1.234|,|1234
            1.234|.|1.234
            0,5|,|0.5
            12.5|,|12.5
            """)
    void aSignThatIsSaidDecides(String text, char sign, double number) {
        var numerals = new Numerals(false, Optional.of(sign));
        List.of("0,5", "12.5", "1,234,567").forEach(numerals::note);

        assertThat(numerals.parse(text)).hasValue(number);
    }

    @Property(tries = 300)
    void numbersWrittenInOneStyleAreReadAgain(
            @ForAll @IntRange(min = -2_000_000, max = 2_000_000) int whole,
            @ForAll @IntRange(max = 99) int hundredths) {
        var number = whole + Math.copySign(hundredths / 100.0, whole);
        var english = String.format(Locale.US, "%,.2f", number);
        var german = String.format(Locale.GERMANY, "%,.2f", number);

        assertThat(parsed(false, english, english)).hasValue(Double.parseDouble(english.replace(",", "")));
        assertThat(parsed(false, german, german)).hasValue(Double.parseDouble(english.replace(",", "")));
    }
}
