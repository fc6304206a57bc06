package io.gradsheet.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.expression.Expression;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathRoundingTest {
    @Test
    void runsThatComeToRestStayTogether() {
        assertThat(PathRounding.of(Expression.parse("x^2+y^2"), List.of(3.0, 2.0), 0.1, 50))
                .hasSize(51)
                .allSatisfy(apart -> assertThat(apart).isLessThan(1e-14));
    }

    @Test
    void runsThatJumpAboutComeApart() {
        var apart = PathRounding.of(Expression.parse("5*SIN(3*x)"), List.of(3.0), 0.3, 60);
        assertThat(apart.get(0)).isLessThan(1e-13);
        assertThat(apart.get(60)).isGreaterThan(1e-3);
    }
}
