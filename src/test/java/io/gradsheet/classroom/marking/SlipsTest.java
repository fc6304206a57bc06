package io.gradsheet.classroom.marking;

import static io.gradsheet.classroom.marking.MarkingTest.answer;
import static io.gradsheet.classroom.marking.MarkingTest.blank;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradsheet.classroom.Blank;
import io.gradsheet.classroom.Edition;
import io.gradsheet.classroom.Exercise;
import io.gradsheet.classroom.WholeEpoch;
import io.gradsheet.lesson.frame.Slip;
import io.gradsheet.lesson.frame.Slip.Kind;
import io.gradsheet.lesson.frame.Slips;
import io.gradsheet.template.Provenance.Setting;
import io.gradsheet.template.Template;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of slip is made by some student, and is named where it was made; what follows from it counts. */
class SlipsTest {
    private static final Exercise NETWORK = Exercise.of(Template.builtIn("4.3-backpropagation"), WholeEpoch.SETTINGS);
    private static final Exercise DESCENT = Exercise.of(Template.builtIn("2.10-gradient-descent"), List.of());

    @TempDir
    private Path folder;

    /** What a learner does in the first blank of that name, and the mistake that this is. */
    record Slipped(String symbol, BiConsumer<Learner, Blank> work, Kind kind) {
        /** Writes another formula than the right one. */
        Slipped(String symbol, UnaryOperator<String> change, Kind kind) {
            this(
                    symbol,
                    (learner, blank) -> {
                        var right = blank.answer().text();
                        var written = change.apply(right);
                        assertThat(written).as(symbol).isNotEqualTo(right);
                        learner.writes(blank, written);
                    },
                    kind);
        }

        /** Types a number, or what a program made of it. */
        static Slipped typed(String symbol, double number, Kind kind) {
            return new Slipped(symbol, (learner, blank) -> learner.types(blank, number), kind);
        }

        Learner made(Learner learner, Exercise exercise) {
            work.accept(learner, blank(exercise, symbol));
            return learner;
        }
    }

    static final List<Slipped> NETWORK_SLIPS = List.of(
            new Slipped("z^{2}_{1}", formula -> formula.replaceFirst("\\+[^+]+$", ""), Kind.BIAS_FORGOTTEN),
            new Slipped("z^{2}_{2}", formula -> formula.replaceFirst("\\+([^+]+)$", "-$1"), Kind.BIAS_SUBTRACTED),
            new Slipped(
                    "z^{3}_{1}", formula -> blank(NETWORK, "z^{3}_{2}").answer().text(), Kind.OTHER_NEURON),
            new Slipped(
                    "z^{3}_{2}",
                    formula -> formula.replaceFirst("SUMPRODUCT\\((.*)\\)\\+", "SUMPRODUCT($1)/3+"),
                    Kind.MEAN_INSTEAD_OF_SUM),
            new Slipped("a^{2}_{1}", formula -> z(formula), Kind.ACTIVATION_FORGOTTEN),
            new Slipped("a^{2}_{2}", formula -> "1/(1+EXP(" + z(formula) + "))", Kind.SIGN_IN_EXPONENT),
            new Slipped("a^{2}_{3}", formula -> "TANH(" + z(formula) + ")", Kind.OTHER_ACTIVATION),
            new Slipped("a^{3}_{1}", formula -> "(" + formula + ")*(1-" + formula + ")", Kind.DERIVATIVE_INSTEAD),
            new Slipped("C", formula -> formula.replace("/2", ""), Kind.HALF_FORGOTTEN),
            new Slipped("δ^{3}_{1}", formula -> formula.replaceFirst("\\).*", ")"), Kind.SLOPE_FORGOTTEN),
            new Slipped("δ^{3}_{2}", formula -> "-" + formula, Kind.TARGET_MINUS_ACTIVATION),
            new Slipped("δ^{2}_{1}", formula -> formula.replaceFirst("\\*\\(1-[^)]+\\)$", ""), Kind.HALF_OF_SLOPE),
            new Slipped("δ^{2}_{2}", formula -> formula.replaceAll("\\*[A-Z]+\\$\\d+", ""), Kind.WEIGHTS_FORGOTTEN),
            new Slipped("∂C/∂w^{3}_{11}", formula -> formula.replaceFirst("\\*.*", ""), Kind.ACTIVATION_LEFT_OUT),
            new Slipped("∂C/∂w^{3}_{12}", formula -> formula.replaceFirst(".*\\*", ""), Kind.ERROR_LEFT_OUT),
            new Slipped("∂C_{T}/∂w^{3}_{11}", formula -> formula.replace("SUM", "AVERAGE"), Kind.MEAN_INSTEAD_OF_SUM),
            new Slipped(
                    "∂C_{T}/∂w^{3}_{12}",
                    formula -> formula.replaceFirst(".*\\(([A-Z]+\\d+):.*", "$1"), Kind.TERM_LEFT_OUT),
            new Slipped("next w^{3}_{11}", formula -> formula.replace("-eta", "+eta"), Kind.SIGN_OF_UPDATE),
            new Slipped("next w^{3}_{12}", formula -> formula.replace("eta*", ""), Kind.RATE_FORGOTTEN),
            new Slipped("next w^{3}_{13}", formula -> formula.replaceFirst("^[A-Z]+\\d+", ""), Kind.VALUE_FORGOTTEN),
            new Slipped(
                    "next w^{3}_{21}", formula -> formula.replace("-eta*", "+"), Kind.SIGN_OF_UPDATE_RATE_FORGOTTEN),
            new Slipped("next w^{3}_{22}", formula -> formula.replaceFirst("-.*", ""), Kind.NOT_UPDATED),
            new Slipped("z^{3}_{1}", formula -> "-1*" + formula, Kind.SIGN_OF_TERM),
            new Slipped(
                    "a^{2}_{1}",
                    (learner, blank) -> learner.types(blank, Math.rint(10 * blank.value()) / 10), Kind.ROUNDED),
            new Slipped("z^{2}_{3}", formula -> formula.replace("$B9:$M9", "$B10:$M10"), Kind.OTHER_SAMPLE),
            new Slipped("δ^{3}_{1}", formula -> "(X9-N9)*V9*(1-V9)", Kind.SLOPE_FROM_WEIGHTED_INPUT),
            new Slipped("δ^{3}_{2}", formula -> "O9-Y9", Kind.TARGET_MINUS_ACTIVATION_SLOPE_FORGOTTEN),
            new Slipped("C", formula -> "(ABS(N9-X9)+ABS(O9-Y9))/2", Kind.SQUARE_FORGOTTEN),
            new Slipped("δ^{2}_{3}", formula -> formula.replaceFirst("\\+[^)]+", ""), Kind.ONE_TERM_ONLY),
            new Slipped("δ^{2}_{2}", formula -> "($AB9*BV$8+$AC9*BX$8)*T9*(1-T9)", Kind.WEIGHT_TRANSPOSED),
            new Slipped("∂C/∂w^{3}_{21}", formula -> "$AC9*P9", Kind.WEIGHTED_INPUT_FOR_ACTIVATION),
            new Slipped("∂C/∂w^{3}_{13}", formula -> formula + "/2", Kind.HALVED),
            new Slipped("∂C/∂w^{3}_{22}", formula -> "2*" + formula, Kind.DOUBLED),
            new Slipped("C", formula -> "1/(" + formula + ")", Kind.RECIPROCAL),
            new Slipped("∂C/∂w^{3}_{23}", formula -> "100*" + formula, Kind.PERCENT));

    private static String z(String formula) {
        return formula.replaceFirst(".*MAX\\(([A-Z]+\\d+),.*", "$1");
    }

    private static final List<Slipped> DESCENT_SLIPS = List.of(
            new Slipped("∂f/∂x", formula -> "-(" + formula + ")", Kind.SIGN),
            new Slipped("∂f/∂y", formula -> blank(DESCENT, "∂f/∂x").answer().text(), Kind.OTHER_VARIABLE),
            new Slipped("|∇f|", formula -> formula.replaceFirst("SQRT\\((.*)\\)", "$1"), Kind.ROOT_FORGOTTEN),
            new Slipped(
                    "|∇f|",
                    formula -> formula.replaceFirst(".*\\((.*):(.*)\\)\\)", "ABS($1)+ABS($2)"),
                    Kind.ABSOLUTE_VALUES_ADDED),
            new Slipped("Δx", formula -> formula.substring(1), Kind.SIGN_OF_UPDATE),
            new Slipped("Δy", formula -> formula.replace("eta*", ""), Kind.RATE_FORGOTTEN),
            new Slipped("x_{n+1}", formula -> formula.replace('+', '-'), Kind.SIGN_OF_UPDATE),
            new Slipped("y_{n+1}", formula -> formula.replaceFirst(".*\\+", ""), Kind.VALUE_FORGOTTEN),
            // 2.4, typed where a point parts day and month: the second of April 2026
            Slipped.typed("x_{n+1}", 46114, Kind.DATE),
            // 1.6, typed where a point parts thousands
            Slipped.typed("y_{n+1}", 16, Kind.POINT_LOST));

    private static Exercise exercise(String template, String... settings) {
        return Exercise.of(
                Template.builtIn(template),
                Stream.of(settings).map(Setting::parse).toList());
    }

    /** A class that works in one exercise: everybody makes one of the mistakes. */
    record Work(String name, Exercise exercise, List<Slipped> slips) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Work> works() {
        return List.of(
                new Work("a network", NETWORK, NETWORK_SLIPS),
                new Work("a descent", DESCENT, DESCENT_SLIPS),
                new Work(
                        "slips that reach into another epoch",
                        exercise(
                                "4.3-backpropagation",
                                "eta=2",
                                "exercise.tasks=[{sheet: Training, epoch: 2, roles: [weighted input], symbols: [z2_1], samples: [1]},"
                                        + " {sheet: Training, epoch: 2, roles: [gradient], symbols: [w3_11], total: true},"
                                        + " {sheet: Training, epoch: 2, roles: [update], symbols: [w3_11, b3_1]},"
                                        + " {sheet: Training, epoch: 1, roles: [error], symbols: [δ2_2], samples: [1]}]"),
                        List.of(
                                new Slipped("z^{2}_{1}", formula -> formula.replace("$13", "$8"), Kind.PREVIOUS_EPOCH),
                                new Slipped(
                                        "∂C_{T}/∂w^{3}_{11}",
                                        formula -> formula.replaceFirst("SUM\\(([A-Z]+)14.*", "$111"),
                                        Kind.PREVIOUS_EPOCH),
                                new Slipped(
                                        "next w^{3}_{11}", formula -> formula.replace("13", "8"), Kind.PREVIOUS_EPOCH),
                                new Slipped(
                                        "next b^{3}_{1}", formula -> formula.replace("16", "11"), Kind.PREVIOUS_EPOCH),
                                new Slipped(
                                        "δ^{2}_{2}", formula -> formula.replace("$8", "$12"), Kind.UPDATED_WEIGHTS))),
                new Work(
                        "a sum where the cost is a mean",
                        exercise(
                                "4.3-backpropagation",
                                "train.gradient=mean",
                                "exercise.tasks=[{sheet: Training, epoch: 1, roles: [gradient], symbols: [w3_11], total: true},"
                                        + " {sheet: Training, epoch: 1, roles: [update], symbols: [w3_11]},"
                                        + " {sheet: Training, epoch: 1, roles: [activation], symbols: [a3_1], samples: [1]}]"),
                        List.of(
                                new Slipped(
                                        "∂C_{T}/∂w^{3}_{11}",
                                        formula -> formula.replace("AVERAGE", "SUM"), Kind.SUM_INSTEAD_OF_MEAN),
                                new Slipped(
                                        "next w^{3}_{11}",
                                        formula -> formula.replace("eta*", "2*eta*"), Kind.SUM_INSTEAD_OF_MEAN))),
                new Work(
                        "slips of a worksheet",
                        exercise(
                                "1.4-layers",
                                "exercise.tasks=[{symbols: [hidden.z, hidden.a]}, {symbols: [sight.apart]}]"),
                        List.of(
                                new Slipped(
                                        "z^{2}", formula -> formula.replaceFirst("\\+B13", ""), Kind.BIAS_FORGOTTEN),
                                new Slipped(
                                        "z^{2}",
                                        formula -> formula.replaceFirst("\\+B13", "-B13"), Kind.BIAS_SUBTRACTED),
                                new Slipped("a^{2}", formula -> "1/(1+EXP(C13))", Kind.SIGN_IN_EXPONENT),
                                new Slipped("a^{2}", formula -> "C13", Kind.ACTIVATION_FORGOTTEN),
                                new Slipped("|Δa^{2}|", formula -> "1-" + formula, Kind.COMPLEMENT))),
                new Work(
                        "slips with sums and rows",
                        exercise("2.3-sigma"),
                        List.of(
                                new Slipped(
                                        "Σ a_{k}",
                                        formula -> formula.replace("SUM", "AVERAGE"),
                                        Kind.MEAN_INSTEAD_OF_SUM),
                                new Slipped("Σ a_{k}", formula -> formula.replace("$15", "$14"), Kind.TERM_LEFT_OUT),
                                new Slipped("Σ k", formula -> formula.replace("A25", "A24"), Kind.OTHER_ROW))),
                new Work(
                        "slips with angles and roots",
                        exercise("2.4-vectors"),
                        List.of(
                                new Slipped("a", formula -> "$B$4*COS($B$5)", Kind.ANGLE_IN_DEGREES),
                                new Slipped("a", formula -> "$B$4*SIN($B$5*PI()/180)", Kind.OTHER_CELL),
                                new Slipped("|p|", formula -> formula.replace("SQRT", ""), Kind.ROOT_FORGOTTEN))));
    }

    @ParameterizedTest
    @MethodSource("works")
    void everySlipIsNamedWhereItWasMade(Work work) {
        for (var i = 0; i < work.slips().size(); i++) {
            var id = String.format("s%02d", i);
            work.slips()
                    .get(i)
                    .made(new Learner(work.exercise(), id, "Student " + i), work.exercise())
                    .saves(Edition.PRACTICE, folder.resolve(id + ".xlsx"));
        }
        var marks = marks();
        assertThat(marks.refusals()).isEmpty();
        assertThat(marks.facts()).isEmpty();
        assertThat(marks.marked()).hasSize(work.slips().size());
        for (var i = 0; i < work.slips().size(); i++) {
            assertSlips(
                    marks,
                    marks.marked().get(i),
                    work.exercise(),
                    List.of(work.slips().get(i)));
        }
    }

    @Test
    void noKindOfSlipIsLeftOut() {
        assertThat(works())
                .flatExtracting(Work::slips)
                .extracting(Slipped::kind)
                .contains(Kind.values());
    }

    private Marks marks() {
        try (var graded = GradedClass.gather(folder, folder)) {
            graded.mark(HandedOut.practice(), Optional.empty(), done -> {});
            return graded.marks();
        }
    }

    @Test
    void aComplementIsNamedWhereThereCanBeOne() {
        assertThat(Slips.anywhere(0.25)).extracting(Slip::kind).contains(Kind.COMPLEMENT);
        assertThat(Slips.anywhere(-1.5)).extracting(Slip::kind).doesNotContain(Kind.COMPLEMENT);
    }

    /** Answers are wrong where a slip was made, and cost their shares of their tasks; all others are right, or follow. */
    static void assertSlips(Marks marks, Marked marked, Exercise exercise, List<Slipped> slips) {
        var most = exercise.tasks().stream().mapToDouble(each -> each.points()).sum();
        var wrong = new HashSet<Blank>();
        for (var slip : slips) {
            var answer = answer(marked, blank(exercise, slip.symbol()));
            assertThat(answer.slip()).as("%s: %s", slip.symbol(), answer).contains(slip.kind());
            wrong.add(answer.blank());
            most -= answer.task().points() / answer.task().blanks().size();
        }
        assertThat(marked.answers())
                .as("what follows from %s", slips)
                .filteredOn(other -> !wrong.contains(other.blank()))
                .allSatisfy(other -> assertThat(other.verdict()).isIn(Verdict.RIGHT, Verdict.FOLLOWS));
        assertThat(marks.total(marked)).isCloseTo(most, within(0.0051 * slips.size()));
    }
}
