package io.gradsheet.check;

import static io.gradsheet.sheet.Value.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradsheet.sheet.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers agree within a tolerance that grows with them, texts exactly. */
class AgreementTest {
    private static boolean agree(Value java, Value sheet) {
        return Agreement.agree(java, sheet, 0.01);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, true",
        "0, 0.01, true",
        "0, -0.01, true",
        "0, 0.0101, false",
        "0.5, 0.509, true",
        "0.5, 0.511, false",
        "1000, 1009, true",
        "1000, 1011, false",
        "-1000, -991, true",
        "-1000, -989, false"
    })
    void numbersAgreeWithinTheToleranceOfTheLargerOfOneAndJavas(double java, double sheet, boolean agree) {
        assertThat(agree(Value.of(java), Value.of(sheet))).isEqualTo(agree);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "0.5, 0.75, 0.25", "100, 99, 0.01", "-100, -102, 0.02"})
    void theirDistanceIsInTheSameMeasure(double java, double sheet, double distance) {
        assertThat(Agreement.distance(java, sheet)).isCloseTo(distance, within(1e-15));
    }

    @Test
    void textsAreEqual() {
        assertThat(agree(Value.of("cat"), Value.of("cat"))).isTrue();
        assertThat(agree(Value.of("cat"), Value.of("Cat"))).isFalse();
        assertThat(agree(Value.of("cat"), NOTHING)).isFalse();
        assertThat(agree(Value.of("cat"), Value.of(""))).isFalse();
    }

    @Test
    void anEmptyTextIsAsGoodAsAnEmptyCell() {
        assertThat(agree(Value.of(""), NOTHING)).isTrue();
        assertThat(agree(Value.of(""), Value.of(""))).isTrue();
        assertThat(agree(NOTHING, Value.of(""))).isFalse();
    }

    @Test
    void whatLooksAlikeButIsOfAnotherKindDoesNotAgree() {
        assertThat(agree(Value.of("3"), Value.of(3))).isFalse();
        assertThat(agree(Value.of(3), Value.of("3"))).isFalse();
        assertThat(agree(Value.of("TRUE"), new Value.Truth(true))).isFalse();
        assertThat(agree(Value.of("#NUM!"), new Value.Failure("#NUM!"))).isFalse();
        assertThat(agree(Value.of(0), NOTHING)).isFalse();
    }
}
