package io.gradsheet.classroom;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.lesson.frame.Slip;
import io.gradsheet.lesson.frame.Slips;
import io.gradsheet.recalc.TrialWorkbook;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Answers of an exercise that somebody may have without having worked them out: a number that is so near to 0, to a given, to another
 * answer or to what a usual slip gives that the tolerance of its task takes one for the other.
 */
final class Coincidences {
    /** A step to the next value that is shorter may be lost where numbers are written down. */
    private static final double SHORTEST_STEP = 0.002;

    /** A sum of more is not told by one of the numbers that it is worked out from. */
    private static final int FEW = 6;

    /**
     * Slips that lead to the right number, or close to it, for a reason of their own: it has no more figures, a term is 0, a cell in
     * another row holds the same, a step is short, z(1 − z) is
     * about a(1 − a) in the middle of the sigmoid, or the number is 1.
     */
    private static final Set<Slip.Kind> NOT_TELLING = EnumSet.of(
            Slip.Kind.ROUNDED,
            Slip.Kind.OTHER_CELL,
            Slip.Kind.OTHER_ROW,
            Slip.Kind.PREVIOUS_EPOCH,
            Slip.Kind.UPDATED_WEIGHTS,
            Slip.Kind.TERM_LEFT_OUT,
            Slip.Kind.ONE_TERM_ONLY,
            Slip.Kind.SIGN_OF_TERM,
            Slip.Kind.SLOPE_FROM_WEIGHTED_INPUT,
            Slip.Kind.RECIPROCAL);

    /** As far apart as numbers that are the same but for rounding. */
    private static final double SAME = 1e-6;

    private final Exercise exercise;
    private final Flow flow;
    private final Slips slips;

    /** Made when slips are looked at: most draws that will not do are known before that. */
    private Optional<TrialWorkbook> workbook = Optional.empty();

    private Optional<TrialWorkbook> otherwise = Optional.empty();
    private final List<Coincidence> found = new ArrayList<>();

    /** What an answer cannot be told from. */
    enum Kind {
        /** 0, which anybody types. */
        NOUGHT,
        /** A number that it is worked out from. */
        GIVEN,
        /** The answer to another blank of its task, or to one that it is worked out from. */
        BLANK,
        /** What a usual slip gives. */
        SLIP,
        /** A number that stands elsewhere in an exam, or another answer, and is the same but for rounding. */
        REPEATED
    }

    /**
     * An answer that cannot be told from something.
     *
     * @param from a cell, or the name of a slip; empty for 0
     */
    record Coincidence(Blank blank, Kind kind, String from) {}

    private Coincidences(Exercise exercise) {
        this.exercise = exercise;
        this.flow = new Flow(exercise);
        this.slips = Lessons.of(exercise.experiment()).slips();
    }

    /** All of an exercise. */
    static List<Coincidence> of(Exercise exercise) {
        var coincidences = new Coincidences(exercise);
        coincidences.look(Long.MAX_VALUE);
        return coincidences.found;
    }

    /** How many there are in an exercise; as many as {@code enough} where there are not fewer. */
    static long count(Exercise exercise, long enough) {
        var coincidences = new Coincidences(exercise);
        coincidences.look(enough);
        return coincidences.found.size();
    }

    /** What takes the most time comes last. */
    private void look(long enough) {
        for (var look : List.<BiConsumer<Task, Blank>>of(
                this::lookAtNought, this::lookAtSources, this::lookAtTask, this::lookElsewhere, this::lookAtSlips)) {
            for (var task : exercise.tasks()) {
                for (var blank : task.blanks()) {
                    if (found.size() >= enough) {
                        return;
                    }
                    if (!blank.isChoice()) {
                        look.accept(task, blank);
                    }
                }
            }
        }
    }

    private void lookAtNought(Task task, Blank blank) {
        if (task.tolerance().accepts(0, blank.value())) {
            add(blank, Kind.NOUGHT, "");
        }
    }

    private void lookAtTask(Task task, Blank blank) {
        task.blanks().stream()
                .filter(other ->
                        !other.equals(blank) && !flow.reads(blank.place()).contains(other.place()))
                .filter(other -> task.tolerance().accepts(other.value(), blank.value()))
                .forEach(other -> add(blank, Kind.BLANK, other.place().toString()));
    }

    private void add(Blank blank, Kind kind, String from) {
        found.add(new Coincidence(blank, kind, from));
    }

    /** What an answer is worked out from: of an update the step must be long enough to be seen. */
    private void lookAtSources(Task task, Blank blank) {
        var sources = flow.reads(blank.place()).stream().distinct().toList();
        for (var source : sources.size() > FEW ? List.<Address>of() : sources) {
            var number = number(source);
            var isNear = task.tolerance().accepts(number, blank.value())
                    || (blank.answer().role() == Role.UPDATE && Math.abs(number - blank.value()) < SHORTEST_STEP);
            if (isNear) {
                add(blank, flow.isBlank(source) ? Kind.BLANK : Kind.GIVEN, source.toString());
            }
        }
    }

    private double number(Address place) {
        return flow.numbers().getOrDefault(place, Double.NaN);
    }

    private void lookAtSlips(Task task, Blank blank) {
        if (workbook.isEmpty()) {
            workbook = Optional.of(TrialWorkbook.of(exercise.plan(), flow.sheets(), (place, number) -> number));
        }
        var known = slips(blank, workbook.get(), this::number, blank.value());
        for (var i = 0; i < known.size(); i++) {
            var slip = known.get(i);
            if (!NOT_TELLING.contains(slip.kind())
                    && !(slip.kind() == Slip.Kind.COMPLEMENT && blank.answer().role() != Role.ACTIVATION)
                    && task.tolerance().accepts(slip.value(), blank.value())
                    && !isAlwaysRight(blank, i)) {
                add(blank, Kind.SLIP, slip.kind().name());
            }
        }
    }

    /** What slips lead to in a cell, always in the same order. */
    private List<Slip> slips(Blank blank, TrialWorkbook in, ToDoubleFunction<Address> numbers, double right) {
        return Stream.of(
                        slips.at(blank.place(), numbers).stream(),
                        FormulaSlips.of(blank).stream()
                                .map(variant -> new Slip(
                                        variant.kind(),
                                        tried(in, blank, variant.formula().text()))),
                        Slips.anywhere(right).stream())
                .flatMap(slip -> slip)
                .toList();
    }

    /** Whether a slip gives the right number whatever the numbers are: then it is none in this cell. */
    private boolean isAlwaysRight(Blank blank, int slip) {
        if (otherwise.isEmpty()) {
            otherwise = Optional.of(TrialWorkbook.of(exercise.plan(), flow.sheets(), Coincidences::other));
        }
        var right = tried(otherwise.get(), blank, blank.answer().text());
        var known = slips(
                blank,
                otherwise.get(),
                place -> flow.numbers().containsKey(place) ? other(place, number(place)) : Double.NaN,
                right);
        return slip < known.size()
                && Math.abs(known.get(slip).value() - right) <= SAME * SAME * Math.max(1, Math.abs(right));
    }

    /** Another number in a cell, nearby. */
    private static double other(Address place, double number) {
        var share = Math.floorMod(place.hashCode() * 31L, 997) / 997.0;
        return number * (1.05 + 0.1 * share) + 0.03 + 0.02 * share;
    }

    private static double tried(TrialWorkbook in, Blank blank, String formula) {
        return in.tried(blank.place(), formula) instanceof Value.Figure figure ? figure.number() : Double.NaN;
    }

    private void lookElsewhere(Task task, Blank blank) {
        if (isCommon(blank.value())) {
            return;
        }
        flow.numbers().forEach((place, number) -> {
            if (Math.abs(number - blank.value()) <= SAME * Math.abs(blank.value())
                    && !place.equals(blank.place())
                    && (flow.isBlank(place) || flow.isSeen(place))
                    && !flow.dependsOn(blank.place(), place)
                    && !flow.dependsOn(place, blank.place())) {
                add(blank, Kind.REPEATED, place.toString());
            }
        });
    }

    /** Whether a number has no more than two decimals: such stand everywhere, and say nothing. */
    private static boolean isCommon(double number) {
        return Math.abs(number * 100 - Math.rint(number * 100)) < SAME;
    }
}
