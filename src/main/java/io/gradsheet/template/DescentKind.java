package io.gradsheet.template;

import io.gradsheet.expression.Digits;
import io.gradsheet.template.DescentExperiment.Window;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A function and how to descend on it. */
final class DescentKind implements ExperimentKind {
    private static final int MOST_STEPS = 100_000;
    private static final int MOST_RATES = 12;
    private static final int MOST_NOTES = 20;
    private static final int LONGEST_NOTE = 1_000;
    private static final double DIFFERENCE_STEP = 0.001;

    /** The width of a map, as a share of its farther end: its points are a fortieth of it apart, and keep their digits. */
    private static final double NARROWEST = 1e-9;

    /** What notes speak of: with another value for one of these they are no longer true. */
    private static final List<String> TOLD_OF = List.of("f", "variables", "start", "eta", "steps");

    @Override
    public String name() {
        return "descent";
    }

    @Override
    public List<String> keys() {
        return List.of("f", "variables", "start", "eta", "steps", "h", "rates", "window", "notes");
    }

    @Override
    public List<String> subject() {
        return List.of("f", "variables");
    }

    @Override
    public AssignmentKeys assignment() {
        return new AssignmentKeys("steps", List.of("steps"));
    }

    @Override
    public DescentExperiment read(Heading heading, Section section, Sources sources) {
        var text = new FunctionText(section.entry("f"), section.optional("variables"));
        var function = text.read();
        var start = text.start(function, section.entry("start"));
        var learningRate = section.entry("eta").positive();
        var window = section.optional("window")
                .filter(entry -> !text.isSet() || entry.place().isSetting() || isFor(function.variables(), entry));
        return new DescentExperiment(
                heading,
                sources.provenance(),
                function,
                start,
                learningRate,
                section.entry("steps").integer(1, MOST_STEPS),
                section.optional("h").map(Entry::positive).orElse(DIFFERENCE_STEP),
                section.optional("rates")
                        .filter(entry -> entry.place().isSetting() || !sources.isSet(subject()))
                        .map(DescentKind::rates)
                        .orElse(List.of(learningRate)),
                window(window, function.variables(), start),
                section.optional("notes")
                        .filter(entry -> entry.place().isSetting() || !sources.isSet(TOLD_OF))
                        .map(entry -> entry.in(heading.language(), DescentKind::notes))
                        .orElse(List.of()));
    }

    private static List<Double> rates(Entry entry) {
        return entry.items("rate", 1, 1, MOST_RATES).stream()
                .map(Entry::positive)
                .toList();
    }

    /** Whether a window of the template can stay when a setting takes another function. */
    private static boolean isFor(List<String> variables, Entry window) {
        return variables.size() == 2 && window.isSection() && variables.stream().allMatch(window.section()::has);
    }

    private static Optional<Window> window(Optional<Entry> given, List<String> variables, List<Double> start) {
        if (variables.size() == 2) {
            return Optional.of(
                    given.map(entry -> window(entry, variables)).orElseGet(() -> around(start.get(0), start.get(1))));
        }
        given.ifPresent(entry -> {
            throw entry.complaint(String.format(
                    Locale.ROOT,
                    "is for a function of two variables, but f has %d (%s); remove it",
                    variables.size(),
                    Wording.shown(String.join(", ", variables))));
        });
        return Optional.empty();
    }

    private static Window window(Entry entry, List<String> variables) {
        var sides = entry.section().only(variables);
        var horizontal = ends(sides.entry(variables.get(0)));
        var vertical = ends(sides.entry(variables.get(1)));
        return new Window(horizontal.get(0), horizontal.get(1), vertical.get(0), vertical.get(1));
    }

    private static List<Double> ends(Entry entry) {
        var ends = entry.items("end", 1, 2, "a low and a high one").stream()
                .map(Entry::number)
                .toList();
        if (ends.get(0) >= ends.get(1)) {
            throw entry.complaint("must have its low end first and a higher one after it");
        }
        if (ends.get(1) - ends.get(0) < NARROWEST * Math.max(Math.abs(ends.get(0)), Math.abs(ends.get(1)))) {
            throw entry.complaint("is too narrow: a map could not tell its points apart; take ends farther apart");
        }
        return ends;
    }

    /** A square around a point, with room for the origin. */
    private static Window around(double x, double y) {
        var half = Math.max(4, 2 * Math.max(Math.abs(x), Math.abs(y)));
        return new Window(Digits.kept(x - half), Digits.kept(x + half), Digits.kept(y - half), Digits.kept(y + half));
    }

    private static List<String> notes(Entry entry) {
        return entry.items("note", 1, 1, MOST_NOTES).stream()
                .map(DescentKind::note)
                .toList();
    }

    private static String note(Entry entry) {
        if (entry.isSection()) {
            throw entry.complaint("is a group of keys; put a text that has a colon in it between quotes");
        }
        var text = entry.text();
        if (text.length() > LONGEST_NOTE) {
            throw entry.complaint(
                    String.format(Locale.ROOT, "has %,d characters, but may have %,d", text.length(), LONGEST_NOTE));
        }
        return text;
    }
}
