package io.gradsheet.template;

import static io.gradsheet.template.Bowl.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.expression.Expression;
import io.gradsheet.template.DescentExperiment.Window;
import io.gradsheet.template.Provenance.Setting;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescentTemplateTest {
    private static final String LESSON = "2.10-gradient-descent";

    @Test
    void everythingIsRead() {
        assertThat(RIGHT.read())
                .isEqualTo(new DescentExperiment(
                        new Heading(LESSON, Optional.empty(), Optional.empty(), Language.ENGLISH),
                        RIGHT.read().provenance(),
                        Expression.parse("x^2+y^2", List.of("x", "y")),
                        List.of(3.0, 2.0),
                        0.1,
                        30,
                        0.01,
                        List.of(0.1, 0.5),
                        Optional.of(new Window(-4, 5, -3, 2)),
                        List.of("Look.", "Try.")));
    }

    @Test
    void whatIsLeftOutHasADefault() {
        var experiment = RIGHT.yaml("h: 0.01\nrates: [0.1, 0.5]\n", "")
                .yaml("window: {x: [-4, 5], y: [-3, 2]}\nnotes: [Look., Try.]\n", "")
                .read();

        assertThat(experiment.differenceStep()).isEqualTo(0.001);
        assertThat(experiment.rates()).containsExactly(0.1);
        assertThat(experiment.window()).contains(new Window(-3, 9, -4, 8));
        assertThat(experiment.notes()).isEmpty();
    }

    @Test
    void titleAndNotesGoWhereASettingMakesThemUntrue() {
        var template = Template.builtIn("2.10-gradient-descent");
        var untouched = template.read(List.of(new Setting("h", "0.01")));
        var slower = template.read(List.of(new Setting("eta", "0.05")));
        var other = template.read(List.of(new Setting("f", "x^4-3*x^2+y^2"), new Setting("eta", "0.05")));
        var named = template.read(List.of(
                new Setting("f", "x^4-3*x^2+y^2"),
                new Setting("eta", "0.05"),
                new Setting("title", "Two valleys"),
                new Setting("notes", "[Look left.]")));

        assertThat(untouched.heading().title()).isPresent();
        assertThat(((DescentExperiment) untouched).notes()).isNotEmpty();
        assertThat(slower.heading().title()).isEqualTo(untouched.heading().title());
        assertThat(((DescentExperiment) slower).notes()).isEmpty();
        assertThat(other.heading().title()).isEmpty();
        assertThat(named.heading().title()).contains("Two valleys");
        assertThat(((DescentExperiment) named).notes()).containsExactly("Look left.");
    }

    @Test
    void variablesComeInTheOrderInWhichTheFunctionNamesThemUnlessTheyAreListed() {
        var swapped = RIGHT.yaml("x^2+y^2", "y+x^2");

        assertThat(swapped.read().function().variables()).containsExactly("y", "x");
        assertThat(swapped.yaml("# a bowl", "\nvariables: [x, y]")
                        .read()
                        .function()
                        .variables())
                .containsExactly("x", "y");
    }

    @Test
    void windowGoesByTheNamesOfTheVariables() {
        assertThat(RIGHT.yaml("x^2+y^2", "y+x^2").read().window()).contains(new Window(-3, 2, -4, 5));
    }

    @Test
    void listedVariableNeedNotBeUsed() {
        var experiment =
                RIGHT.yaml("x^2+y^2 # a bowl", "x^2\nvariables: [x, y]").read();

        assertThat(experiment.function().variables()).containsExactly("x", "y");
    }

    @Test
    void settingsTakeAnotherFunctionAndRate() {
        var experiment = RIGHT.read("f=x^4-3*x^2+y^2", "eta=0.05");

        assertThat(experiment.function()).isEqualTo(Expression.parse("x^4-3*x^2+y^2", List.of("x", "y")));
        assertThat(experiment.learningRate()).isEqualTo(0.05);
        assertThat(experiment.window()).contains(new Window(-4, 5, -3, 2));
        assertThat(experiment.provenance().settings())
                .containsExactly(new Setting("f", "x^4-3*x^2+y^2"), new Setting("eta", "0.05"));
    }

    @Test
    void windowOfTheTemplateIsLeftOutWhenASettingTakesOtherVariables() {
        assertThat(RIGHT.read("f=x^2", "start=[3]").window()).isEmpty();
        assertThat(RIGHT.read("f=x^2+y^2+z^2", "start=[3,2,1]").window()).isEmpty();
        assertThat(RIGHT.read("f=u^2+v^2").window()).contains(new Window(-3, 9, -4, 8));
        assertThat(RIGHT.read("f=u^2+v^2", "window={u: [-1, 1], v: [-2, 2]}").window())
                .contains(new Window(-1, 1, -2, 2));
    }

    @Test
    void notesComeInTheLanguageOfTheWorkbook() {
        var bowl = RIGHT.yaml("[Look., Try.]", "{en: [Look.], zh: [看。]}");

        assertThat(bowl.read().notes()).containsExactly("Look.");
        assertThat(bowl.read("language=zh").notes()).containsExactly("看。");
        assertThat(bowl.yaml(", zh: [看。]", "").read("language=zh").notes()).containsExactly("Look.");
        assertThat(RIGHT.read("language=zh").notes()).containsExactly("Look.", "Try.");
    }

    @Test
    void experimentReadsAgainFromItsOwnTexts() {
        var first = RIGHT.read("f=x^4-3*x^2+y^2", "eta=0.05");

        var second = Template.of(first.provenance()).read(List.of());

        assertThat(second).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {LESSON, "2.10-elongated-bowl", "2.10-two-valleys", "2.10-rosenbrock", "2.10-three-variables"})
    void builtInSpeaksEveryLanguage(String name) {
        var english = (DescentExperiment) Template.builtIn(name).read(List.of());
        var chinese = (DescentExperiment) Template.builtIn(name).read(List.of(new Setting("language", "zh")));

        assertThat(english.notes()).hasSizeBetween(3, 5);
        assertThat(chinese.notes()).hasSameSizeAs(english.notes()).doesNotContainAnyElementsOf(english.notes());
        assertThat(chinese.heading().title())
                .isPresent()
                .isNotEqualTo(english.heading().title());
    }

    @Test
    void builtInsComeBeforeThoseOfLaterChapters() {
        var names = Template.builtIns();

        assertThat(names)
                .containsSubsequence(
                        "2.10-elongated-bowl",
                        LESSON,
                        "2.10-rosenbrock",
                        "2.10-three-variables",
                        "2.10-two-valleys",
                        "4.3-backpropagation");
    }
}
