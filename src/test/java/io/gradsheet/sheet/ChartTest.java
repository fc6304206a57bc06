package io.gradsheet.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradsheet.sheet.Chart.Axes;
import io.gradsheet.sheet.Chart.Axis;
import io.gradsheet.sheet.Chart.Categories;
import io.gradsheet.sheet.Chart.Mark;
import io.gradsheet.sheet.Chart.Plane;
import io.gradsheet.sheet.Chart.Series;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class ChartTest {
    private static final Range CELLS = Range.of(Ref.at(0, 0), 3, 1);
    private static final Plane PLANE = new Plane(Axis.fitting("x"), Axis.fitting("y"));
    private static final Categories CATEGORIES = new Categories("n", Axis.fitting("y"), false);

    private static Chart chart(Axes axes, Mark mark, int series) {
        return Chart.of(
                CELLS, "title", axes, Collections.nCopies(series, Series.of("name", "Sheet", CELLS, CELLS, mark)));
    }

    @Test
    void severalSeriesAreNamed() {
        assertThat(chart(PLANE, Mark.LINE, 1).legend()).isFalse();
        assertThat(chart(PLANE, Mark.POINTS, 2).legend()).isTrue();
    }

    @Test
    void columnsNeedCategoriesAndPathsAPlane() {
        assertThat(chart(CATEGORIES, Mark.COLUMN, 1).series()).hasSize(1);
        assertThatThrownBy(() -> chart(PLANE, Mark.COLUMN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> chart(CATEGORIES, Mark.END, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAxisRunsUpwards() {
        assertThatThrownBy(() -> Axis.fixed("x", 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Axis.fixed("x", 0, 1).logarithmic()).isInstanceOf(IllegalArgumentException.class);
        assertThat(Axis.fixed("x", 1e-9, 1).logarithmic().to()).hasValue(1);
    }
}
