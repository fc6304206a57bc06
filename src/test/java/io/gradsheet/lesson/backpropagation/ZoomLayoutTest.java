package io.gradsheet.lesson.backpropagation;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.testing.Experiments;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Zoom sheet fits a small screen and stays legible, whatever the network. */
class ZoomLayoutTest {
    /** A screen of 1366 pixels, less the row numbers and the scroll bar. */
    private static final double SCREEN_POINTS = 1310 * 0.75;

    private static ZoomLayout layout(Integer... sizes) {
        return new ZoomLayout(Experiments.small(List.of(sizes), 2, 1, 0.1, 1, "en"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 12, 13, 36, 64, 300})
    void everyNetworkFitsAcross(int inputs) {
        for (var hidden : List.of(1, 3, 6, 30)) {
            var zoom = layout(inputs, hidden, 2);
            assertThat(zoom.widthPoints()).isLessThan(SCREEN_POINTS);
            assertThat(zoom.showsFigures()).as("named inputs have figures").isTrue();
            assertThat(zoom.widths()).hasSize(zoom.columns());
        }
    }

    @Test
    void picturesFitAcross() {
        assertThat(new ZoomLayout(Experiments.builtIn("epochs=1")).widthPoints())
                .isLessThan(SCREEN_POINTS);
    }

    @Test
    void panelsBelowOneAnotherShareNoColumn() {
        var zoom = layout(36, 6, 3);
        assertThat(IntStream.rangeClosed(1, 6).mapToObj(j -> List.of(zoom.line(j), zoom.place(j))))
                .doesNotHaveDuplicates()
                .allMatch(place -> place.get(1) <= zoom.panelsAcross());
    }

    @Test
    void wideLayersAreDrawnAbridged() {
        var zoom = layout(4, 30, 2);
        assertThat(zoom.drawn(2)).isEqualTo(12);
        assertThat(zoom.drawn(3)).isEqualTo(2);
    }
}
