package io.gradsheet.classroom.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Tasks on pages. */
class PackingTest {
    private static List<Integer> pages(List<Integer> heights, int room) {
        return Packing.of(
                heights.size(),
                (first, last) -> heights.subList(first, last + 1).stream()
                        .mapToInt(height -> height)
                        .sum(),
                room);
    }

    @Test
    void pagesAreFilledAsEvenlyAsCanBe() {
        assertThat(pages(List.of(3, 3, 3, 3), 10)).containsExactly(0, 2);
        assertThat(pages(List.of(5, 5), 10)).containsExactly(0);
        assertThat(pages(List.of(12, 1, 1), 10)).containsExactly(0, 1);
    }

    @Property(tries = 200)
    void nothingIsOnAPageThatItDoesNotFitOnUnlessItIsAlone(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 9) Integer> heights) {
        var firsts = pages(heights, 10);
        assertThat(firsts.get(0)).isZero();
        for (var i = 0; i < firsts.size(); i++) {
            var end = i + 1 < firsts.size() ? firsts.get(i + 1) : heights.size();
            assertThat(heights.subList(firsts.get(i), end).stream()
                            .mapToInt(height -> height)
                            .sum())
                    .isLessThanOrEqualTo(10);
        }
    }
}
