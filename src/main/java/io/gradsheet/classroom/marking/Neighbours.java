package io.gradsheet.classroom.marking;

import io.gradsheet.classroom.Blank;
import io.gradsheet.sheet.Address;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Numbers that are not right in a workbook and are the right ones of somebody else in the class. The variants of those who handed nothing
 * in are computed only where numbers are left that nobody else's workbook and no usual mistake explains.
 */
final class Neighbours {
    /** Fewer may be chance. */
    private static final int LEAST = 4;

    /** More variants take minutes. */
    private static final int MOST_VARIANTS = 5_000;

    /** As far off as four decimals leave a number. */
    private static final double ROUNDED = 0.000051;

    private static final double PRECISION = 1e-6;

    private final List<String> ids = new ArrayList<>();
    private final Map<Address, RightNumbers> right = new HashMap<>();

    private Neighbours() {}

    /** The right number of one of the students, by the place of the id among the ids. */
    private record RightNumber(double value, int student) {}

    /** Those that are right in a cell. Few bytes each, since a large course has millions. */
    private static final class RightNumbers {
        private static final Comparator<RightNumber> BY_VALUE = Comparator.comparingDouble(RightNumber::value);

        private final List<RightNumber> numbers = new ArrayList<>();
        private boolean isSorted;

        void add(double value, int student) {
            numbers.add(new RightNumber(value, student));
            isSorted = false;
        }

        /** Those within reach of a number, from the least on. */
        List<RightNumber> near(double number) {
            if (!isSorted) {
                numbers.sort(BY_VALUE);
                isSorted = true;
            }
            var reach = ROUNDED + PRECISION * Math.abs(number);
            var from = firstFrom(number - reach);
            var to = from;
            while (to < numbers.size() && numbers.get(to).value() <= number + reach) {
                to++;
            }
            return numbers.subList(from, to);
        }

        private int firstFrom(double least) {
            var below = 0;
            var above = numbers.size();
            while (below < above) {
                var middle = (below + above) >>> 1;
                if (numbers.get(middle).value() < least) {
                    below = middle + 1;
                } else {
                    above = middle;
                }
            }
            return below;
        }
    }

    /**
     * A fact for each workbook with numbers of somebody else's.
     *
     * @param absent the ids of the students of whom no workbook is marked
     * @param blanks those of a student's variant
     */
    static List<Fact> of(List<Marked> marked, List<String> absent, Function<String, List<Blank>> blanks) {
        var neighbours = new Neighbours();
        for (var one : marked) {
            neighbours.add(one.id(), one.answers().stream().map(Answer::blank));
        }
        var facts = new ArrayList<Fact>();
        var unknown = new ArrayList<Marked>();
        for (var one : marked) {
            if (numbers(one).size() >= LEAST) {
                neighbours.fact(one).ifPresentOrElse(facts::add, () -> unknown.add(one));
            }
        }
        if (unknown.stream().anyMatch(Neighbours::isUnexplained)) {
            absent.stream().limit(MOST_VARIANTS).forEach(id -> neighbours.add(id, blanks.apply(id).stream()));
            unknown.forEach(one -> neighbours.fact(one).ifPresent(facts::add));
        }
        return facts;
    }

    private void add(String id, Stream<Blank> blanks) {
        var student = ids.size();
        ids.add(id);
        blanks.filter(blank -> !isCommon(blank.value()))
                .forEach(blank -> right.computeIfAbsent(blank.place(), place -> new RightNumbers())
                        .add(blank.value(), student));
    }

    /** Numbers that a student has and that are not right, but for those that stand everywhere. */
    private static List<Answer> numbers(Marked one) {
        return one.answers().stream()
                .filter(answer -> answer.verdict() == Verdict.WRONG
                        || answer.verdict() == Verdict.FOLLOWS
                        || answer.verdict() == Verdict.UNCOUNTED
                        || answer.verdict() == Verdict.TYPED)
                .filter(answer ->
                        answer.number().isPresent() && !isCommon(answer.number().getAsDouble()))
                .filter(answer -> answer.verdict() != Verdict.TYPED || !isRight(answer))
                .toList();
    }

    /** What is typed where a formula is asked for may well be the right number. */
    private static boolean isRight(Answer answer) {
        return answer.task()
                .tolerance()
                .accepts(answer.number().getAsDouble(), answer.blank().value());
    }

    /** Whether several numbers are wrong and no usual mistake leads to them. */
    private static boolean isUnexplained(Marked one) {
        return numbers(one).stream()
                        .filter(answer -> answer.verdict() == Verdict.WRONG
                                && answer.slip().isEmpty())
                        .count()
                > 1;
    }

    /** The one who has the most of these numbers, if that is half of them. */
    private Optional<Fact> fact(Marked one) {
        var numbers = numbers(one);
        var counts = new int[ids.size()];
        var most = -1;
        for (var answer : numbers) {
            for (var other : near(answer)) {
                counts[other.student()]++;
            }
        }
        for (var answer : numbers) {
            for (var other : near(answer)) {
                var student = other.student();
                if ((most < 0 || counts[student] > counts[most])
                        && !ids.get(student).equals(one.id())) {
                    most = student;
                }
            }
        }
        return most >= 0 && counts[most] >= LEAST && 2 * counts[most] >= numbers.size()
                ? Optional.of(new Fact(one.id(), Fact.Kind.OTHERS_NUMBERS, ids.get(most), cells(numbers, most)))
                : Optional.empty();
    }

    /** Where a student has these numbers. */
    private List<Address> cells(List<Answer> numbers, int student) {
        return numbers.stream()
                .filter(answer -> near(answer).stream().anyMatch(other -> other.student() == student))
                .map(answer -> answer.blank().place())
                .toList();
    }

    private List<RightNumber> near(Answer answer) {
        var known = right.get(answer.blank().place());
        return known == null ? List.of() : known.near(answer.number().getAsDouble());
    }

    /** Whether a number has no more than two decimals. */
    private static boolean isCommon(double number) {
        return Math.abs(number * 100 - Math.rint(number * 100)) < PRECISION;
    }
}
