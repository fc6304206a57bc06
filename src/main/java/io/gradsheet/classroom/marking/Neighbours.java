package io.gradsheet.classroom.marking;

import io.gradsheet.classroom.Blank;
import io.gradsheet.sheet.Address;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

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

    private final Map<Address, TreeMap<Double, List<String>>> right = new HashMap<>();

    private Neighbours() {}

    /**
     * A fact for each workbook with numbers of somebody else's.
     *
     * @param absent the ids of the students of whom no workbook is marked
     * @param blanks those of a student's variant
     */
    static List<Fact> of(List<Marked> marked, List<String> absent, Function<String, List<Blank>> blanks) {
        var neighbours = new Neighbours();
        for (var one : marked) {
            one.answers().forEach(answer -> neighbours.add(one.id(), answer.blank()));
        }
        var facts = new ArrayList<Fact>();
        var unknown = new ArrayList<Marked>();
        for (var one : marked) {
            if (numbers(one).size() >= LEAST) {
                neighbours.fact(one).ifPresentOrElse(facts::add, () -> unknown.add(one));
            }
        }
        if (unknown.stream().anyMatch(Neighbours::isUnexplained)) {
            absent.stream()
                    .limit(MOST_VARIANTS)
                    .forEach(id -> blanks.apply(id).forEach(blank -> neighbours.add(id, blank)));
            unknown.forEach(one -> neighbours.fact(one).ifPresent(facts::add));
        }
        return facts;
    }

    private void add(String id, Blank blank) {
        if (!isCommon(blank.value())) {
            right.computeIfAbsent(blank.place(), place -> new TreeMap<>())
                    .computeIfAbsent(blank.value(), value -> new ArrayList<>())
                    .add(id);
        }
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
        var cells = new LinkedHashMap<String, List<Address>>();
        for (var answer : numbers) {
            var number = answer.number().getAsDouble();
            var reach = ROUNDED + PRECISION * Math.abs(number);
            var place = answer.blank().place();
            right
                    .getOrDefault(place, new TreeMap<>())
                    .subMap(number - reach, true, number + reach, true)
                    .values()
                    .stream()
                    .flatMap(List::stream)
                    .filter(id -> !id.equals(one.id()))
                    .distinct()
                    .forEach(id ->
                            cells.computeIfAbsent(id, key -> new ArrayList<>()).add(place));
        }
        return cells.entrySet().stream()
                .max((a, c) -> Integer.compare(a.getValue().size(), c.getValue().size()))
                .filter(most ->
                        most.getValue().size() >= LEAST && 2 * most.getValue().size() >= numbers.size())
                .map(most -> new Fact(one.id(), Fact.Kind.OTHERS_NUMBERS, most.getKey(), most.getValue()));
    }

    /** Whether a number has no more than two decimals. */
    private static boolean isCommon(double number) {
        return Math.abs(number * 100 - Math.rint(number * 100)) < PRECISION;
    }
}
