package io.gradsheet.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradsheet.template.DescentExperiment;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.template.Provenance.Setting;
import io.gradsheet.template.Template;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every student has numbers of their own, and always the same. */
class VariantsTest {
    private static Variants variants(String template, String secret, String... settings) {
        return new Variants(
                Template.find(template), Stream.of(settings).map(Setting::parse).toList(), secret);
    }

    private static List<Double> answers(Exercise exercise) {
        return exercise.tasks().stream()
                .flatMap(task -> task.blanks().stream())
                .map(Blank::value)
                .toList();
    }

    @Test
    void aVariantFollowsFromSecretAndId() {
        var one = variants("4.3-backpropagation", "secret").of("s1");
        var again = variants("4.3-backpropagation", "secret").of("s1");
        assertThat(again.code()).isEqualTo(one.code()).matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(answers(again.exercise())).isEqualTo(answers(one.exercise()));
        assertThat(variants("4.3-backpropagation", "other").of("s1").code()).isNotEqualTo(one.code());
        var other = variants("4.3-backpropagation", "secret").of("s2");
        assertThat(other.code()).isNotEqualTo(one.code());
        assertThat(answers(other.exercise())).isNotEqualTo(answers(one.exercise()));
    }

    /** A change here would give a class that works already other numbers than those that are marked. */
    @Test
    void drawsStayWhatTheyWere() {
        var variant = variants("2.10-gradient-descent", "secret").of("s1");
        assertThat(variant.code()).isEqualTo("W7D0-TC57");
        assertThat(((DescentExperiment) variant.exercise().experiment()).start())
                .containsExactly(2.16, 2.67);
    }

    @ParameterizedTest
    @MethodSource("io.gradsheet.classroom.Filled#lessons")
    void everyLessonHasVariants(String template) {
        assertThat(variants(template, "secret").of("s1").exercise().tasks()).isNotEmpty();
    }

    @Test
    void aTemplateSaysFromWhereToWhere() {
        var variants = variants("4.3-backpropagation", "secret", "exercise={variants: {initial: [0.5, 0.6]}}");
        var network = (NetworkExperiment) variants.of("s1").exercise().experiment();
        assertThat(Arrays.stream(network.initial().toArray())).allMatch(value -> value >= 0.5 && value <= 0.6);
        assertThat(network.samples()).hasSize(2);
        var descent = variants("2.10-gradient-descent", "secret", "exercise={variants: {y: [7, 8]}}");
        assertThat(IntStream.range(0, 9).mapToObj(i ->
                        (DescentExperiment) descent.of("s" + i).exercise().experiment()))
                .allSatisfy(drawn -> assertThat(drawn.start().get(1)).isBetween(7.0, 8.0));
    }

    @Test
    void studentsHaveDifferentSamples() {
        var variants = variants("4.3-backpropagation", "secret");
        var pictures = IntStream.range(0, 8)
                .mapToObj(i ->
                        ((NetworkExperiment) variants.of("s" + i).exercise().experiment()).samples())
                .distinct();
        assertThat(pictures).hasSizeGreaterThan(4);
    }

    @Test
    void whatCannotBeDrawnIsSaid() {
        assertThatThrownBy(() -> variants("and", "secret", "exercise={variants: {weights: [0, 1]}}"))
                .hasMessage("and: exercise.variants has weights, but what can be drawn is initial");
        assertThatThrownBy(() -> variants("4.3-backpropagation", "secret", "exercise={variants: {initial: [900, 901]}}")
                        .of("s1"))
                .hasMessageContaining("none of 50 draws makes an exercise");
    }
}
