package io.gradsheet.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartTest {
    @Property(tries = 200)
    void everythingBelongsToOnePart(@ForAll String key, @ForAll @IntRange(min = 1, max = 64) int of) {
        assertThat(IntStream.rangeClosed(1, of).filter(number -> new Part(number, of).holds(key)))
                .hasSize(1);
    }

    @Test
    void partsAreAboutEqual() {
        for (var number = 1; number <= 16; number++) {
            var part = new Part(number, 16);
            assertThat(IntStream.range(0, 16_000).filter(id -> part.holds(String.format("%07d", id))))
                    .hasSizeBetween(850, 1150);
        }
    }

    /** Runs on other machines, and of later versions, must divide a class alike. */
    @Test
    void whichPartAnIdBelongsToNeverChanges() {
        assertThat(IntStream.rangeClosed(1, 16).filter(number -> new Part(number, 16).holds("0012345")))
                .containsExactly(3);
    }

    @Test
    void aPartIsWrittenAsAFraction() {
        assertThat(Part.parse("3/16")).contains(new Part(3, 16));
        assertThat(Part.parse("1/1")).contains(Part.WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "0/4", "5/4", "-1/4", "1/0", "3/16/2", "1/99999", "a/b", "3 / 16"})
    void whatIsNoPartIsRefused(String text) {
        assertThat(Part.parse(text)).isEmpty();
    }
}
