package io.gradsheet.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a team of threads works, by a clock of the test's own. */
class PaceTest {
    private static final long MILLISECOND = 1_000_000;

    private long now;
    private final Pace pace = new Pace(() -> now);

    /**
     * Does pieces of work for so many milliseconds.
     *
     * @param alone how long a piece takes one thread, in milliseconds
     * @param together how long it takes all
     * @return whether all worked, piece by piece
     */
    private List<Boolean> work(long milliseconds, long alone, long together) {
        var end = now + milliseconds * MILLISECOND;
        var ways = new ArrayList<Boolean>();
        while (now < end) {
            var all = pace.next();
            ways.add(all);
            now += (all ? together : alone) * MILLISECOND;
        }
        return ways;
    }

    private static double shareOfAll(List<Boolean> ways) {
        return (double) ways.stream().filter(all -> all).count() / ways.size();
    }

    @Test
    void oneThreadWorksAloneWhileJavaStarts() {
        assertThat(work(300, 1, 1)).doesNotContain(true);
    }

    @Test
    void allWorkWhereThatIsFaster() {
        work(500, 10, 6);
        assertThat(work(2_000, 10, 6)).doesNotContain(false);
    }

    @Test
    void oneWorksAloneWhereAllAreSlowerOrAsFast() {
        work(500, 10, 10);
        assertThat(work(2_000, 10, 10)).doesNotContain(true);
        work(5_000, 10, 14);
        assertThat(work(1_000, 10, 14)).doesNotContain(true);
    }

    @Test
    void bothAreTriedAgain() {
        work(500, 10, 14);
        assertThat(shareOfAll(work(6_000, 10, 6))).isBetween(0.3, 0.8);
        assertThat(shareOfAll(work(6_000, 10, 6))).isGreaterThan(0.9);
        work(6_000, 10, 14);
        assertThat(shareOfAll(work(6_000, 10, 14))).isLessThan(0.1);
    }

    @Test
    void aLongPieceIsATrial() {
        assertThat(work(5_000, 1_000, 500)).startsWith(false, false, true, true, false, true, true);
    }

    @Test
    void tryingTakesLittleOfTheTime() {
        assertThat(shareOfAll(work(60_000, 1, 2))).isLessThan(0.02);
    }
}
