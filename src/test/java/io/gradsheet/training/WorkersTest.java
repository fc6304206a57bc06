package io.gradsheet.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pieces of work shared out among threads. */
@Timeout(60)
class WorkersTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void everyPartOfEveryPieceIsDoneOnceAndBeforeTheNextBegins(int size) throws InterruptedException {
        var done = new AtomicIntegerArray(size);
        try (var workers = new Workers(size)) {
            for (var piece = 1; piece <= 10_000; piece++) {
                workers.run(done::incrementAndGet);
                var expected = piece;
                assertThat(IntStream.range(0, size).map(done::get)).allMatch(count -> count == expected);
                if (piece % 2_500 == 0) {
                    // Long enough for the others to fall asleep.
                    Thread.sleep(20);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void whatAPartThrowsReachesTheCallerAndTheTeamGoesOn(int failing) {
        try (var workers = new Workers(3)) {
            assertThatThrownBy(() -> workers.run(part -> {
                        if (part == failing) {
                            throw new IllegalStateException("part " + part);
                        }
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("part " + failing);
            assertThatThrownBy(() -> workers.run(part -> {
                        throw new OutOfMemoryError("all parts");
                    }))
                    .isInstanceOf(OutOfMemoryError.class);
            var done = new AtomicIntegerArray(3);
            workers.run(done::incrementAndGet);
            assertThat(IntStream.range(0, 3).map(done::get)).containsExactly(1, 1, 1);
        }
    }

    @Test
    void sharesAreNearlyEqualAndInOrder() {
        try (var workers = new Workers(4)) {
            assertThat(IntStream.rangeClosed(0, 4).map(part -> workers.begin(part, 10)))
                    .containsExactly(0, 2, 5, 7, 10);
            assertThat(IntStream.rangeClosed(0, 4).map(part -> workers.begin(part, 2)))
                    .containsExactly(0, 0, 1, 1, 2);
        }
    }
}
