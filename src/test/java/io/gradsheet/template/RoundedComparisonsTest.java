package io.gradsheet.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.template.Provenance.Setting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A verdict that asks computed numbers for the very same digits: programs round the last one each in its own way. */
class RoundedComparisonsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"x*y=1", "SQRT(x)<>y", "SUM(t.f)=1", "IF(t.g[2]=x, 1, 0)>0", "AND(x>0, x+y=2)", "SUMSQ(v-w)=0"})
    void isSaidToHangOnRounding(String condition) {
        assertThat(read(condition).remarks())
                .singleElement()
                .asString()
                .isEqualTo("t.yaml:21:18: '" + condition
                        + "' asks computed numbers for the very same digits, and every program rounds the last ones in its own way; ask"
                        + " whether they are near, as in ABS(a-b)<0.000000001, or compare ROUND(a, 9)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x=y",
                "k=3",
                "k*k-1=8",
                "SUM(t.hit)=2",
                "COUNT(t.f)=3",
                "ROUND(x*y, 9)=1",
                "MAX(v)=v[1]",
                "ABS(x*y-1)<0.000000001",
                "t.m[3]=3"
            })
    void isNotWhereNumbersAreWholeOrAsTheyWereTyped(String condition) {
        assertThat(read(condition).remarks()).isEmpty();
    }

    @Test
    void isInNoTemplateThatComesWithTheProgram() {
        assertThat(Template.all().stream()
                        .map(template -> template.read(List.of()))
                        .filter(WorksheetExperiment.class::isInstance))
                .isNotEmpty()
                .allSatisfy(experiment -> assertThat(experiment.remarks()).isEmpty());
    }

    private static Experiment read(String condition) {
        var yaml = """
                lesson: worksheet
                title: Comparisons
                sheets:
                  - name: Trial
                    title: Comparisons
                    about: What is asked of numbers.
                    content:
                      - inputs:
                          - {symbol: x, value: 0.5, from: 0.1, to: 9}
                          - {symbol: y, value: 2, from: 0.1, to: 9}
                          - {symbol: k, value: 3, from: 1, to: 9, whole: true}
                          - {symbol: v, values: [1.5, 0.3]}
                          - {symbol: w, values: [1.5, 0.4]}
                      - table: t
                        rows: {n: 1..3}
                        columns:
                          - {symbol: f, formula: n/3}
                          - {symbol: m, first: 1, formula: "m[n-1]+1"}
                          - {symbol: g, first: 1, formula: "g[n-1]/3"}
                          - {symbol: hit, formula: "IF(f>0.5, 1, 0)"}
                      - verdict: "%s"
                        then: Yes.
                        else: No.
                """.formatted(condition);
        return Template.of(new Provenance("t", yaml, List.of(), Map.of())).read(List.<Setting>of());
    }
}
