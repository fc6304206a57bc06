package io.gradsheet.template;

import io.gradsheet.template.Assignment.Credit;
import io.gradsheet.template.Assignment.Interval;
import io.gradsheet.template.Assignment.Selection;
import io.gradsheet.template.Assignment.Tolerance;
import io.gradsheet.template.Provenance.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Reads the key {@code exercise}.
 *
 * @param rows what the rows of this kind of lesson are called: samples, steps, rows
 * @param sizes the keys that make an exercise smaller
 */
record AssignmentKeys(String rows, List<String> sizes) {
    private static final int MOST_TASKS = 50;
    private static final int MOST_WORDS = 50;
    private static final int MOST_LETTERS = 250;
    private static final int MOST_ROWS = 1_000;
    private static final int LAST_ROW = 1_000_000;
    private static final int MOST_DECIMALS = 12;
    private static final double MOST_POINTS = 1_000;

    private static final String PICK = "pick";

    Assignment read(Entry exercise, WorksheetTexts texts) {
        var section = exercise.section()
                .only(Stream.of(List.of("tasks"), sizes, List.of("variants", "slips", "followThrough"))
                        .flatMap(List::stream)
                        .toList());
        return new Assignment(
                section.optional("tasks")
                        .map(entry -> entry.items("task", 1, 1, MOST_TASKS).stream()
                                .map(task -> selection(task.section(), texts))
                                .toList())
                        .orElse(List.of()),
                sizes.stream()
                        .filter(size -> !size.equals(PICK))
                        .flatMap(size -> section.optional(size).stream()
                                .map(entry -> new Setting(
                                        size, Integer.toString(entry.integer(1, LAST_ROW)), "exercise." + size)))
                        .toList(),
                section.optional("variants").map(AssignmentKeys::variants).orElse(Map.of()),
                section.optional(PICK).map(AssignmentKeys::pick),
                slips(section),
                followThrough(section));
    }

    private static OptionalInt followThrough(Section section) {
        return section.optional("followThrough").stream()
                .mapToInt(entry ->
                        entry.isSection() || !entry.text().equals("all") ? entry.integer(0, MOST_ROWS) : Assignment.ALL)
                .findFirst();
    }

    private Selection selection(Section task, WorksheetTexts texts) {
        var keys = new ArrayList<>(List.of("sheet", "roles", "symbols", rows));
        if (isOfEpochs()) {
            keys.addAll(List.of("epoch", "total"));
        }
        keys.addAll(List.of("ask", "hint", "points", "tolerance", "formula", "slips", "choose"));
        task.only(keys);
        return new Selection(
                task.optional("sheet").map(Entry::text),
                task.optional("roles").map(AssignmentKeys::roles).orElse(List.of()),
                task.optional("symbols").map(AssignmentKeys::symbols).orElse(List.of()),
                task.optional(rows).map(this::numbers).orElse(List.of()),
                task.optional("epoch").map(entry -> entry.integer(1, LAST_ROW)),
                task.optional("total").map(Entry::truth).orElse(false),
                task.optional("ask").map(entry -> texts.of(entry, MOST_LETTERS)),
                task.optional("hint").map(entry -> texts.of(entry, MOST_LETTERS)),
                task.optional("points").map(AssignmentKeys::points).orElse(1.0),
                task.optional("tolerance").map(AssignmentKeys::tolerance).orElse(Tolerance.USUAL),
                task.optional("formula").map(Entry::truth).orElse(false),
                slips(task),
                task.optional("choose").map(Entry::truth).orElse(false));
    }

    private static List<Credit> slips(Section section) {
        return section.optional("slips")
                .map(entry -> entry.section().all().entrySet().stream()
                        .map(slip -> new Credit(
                                slip.getKey(),
                                share(slip.getValue()),
                                slip.getValue().place().text()))
                        .toList())
                .orElse(List.of());
    }

    private static double share(Entry entry) {
        var share = entry.number();
        if (share < 0 || share > 1) {
            throw entry.complaint("must be from 0 to 1: a share of the points of the answer");
        }
        return share;
    }

    private boolean isOfEpochs() {
        return sizes.contains("epochs");
    }

    private static List<Definition.Kind> roles(Entry entry) {
        return entry.items("role", 1, 1, MOST_WORDS).stream()
                .map(role -> role.choice(List.of(Definition.Kind.values()), Definition.Kind::word))
                .toList();
    }

    private static List<String> symbols(Entry entry) {
        return entry.items("symbol", 1, 1, MOST_WORDS).stream().map(Entry::text).toList();
    }

    private List<Integer> numbers(Entry entry) {
        return entry.items("number", 1, 1, MOST_ROWS).stream()
                .map(number -> number.integer(0, LAST_ROW))
                .toList();
    }

    private static double points(Entry entry) {
        var points = entry.number();
        if (points <= 0 || points > MOST_POINTS) {
            throw entry.complaint("must be larger than 0, and at most 1000");
        }
        return points;
    }

    /** A share of the right value, or both bounds, or a number of decimals. */
    private static Tolerance tolerance(Entry entry) {
        if (!entry.isSection()) {
            return new Tolerance(Tolerance.USUAL.absolute(), bound(entry));
        }
        var section = entry.section().only(List.of("absolute", "relative", "decimals"));
        if (section.has("decimals") && (section.has("absolute") || section.has("relative"))) {
            throw entry.complaint("has decimals beside another bound; keep one of them");
        }
        return section.optional("decimals")
                .map(decimals -> new Tolerance(0.5001 * Math.pow(10, -decimals.integer(0, MOST_DECIMALS)), 0))
                .orElseGet(() -> new Tolerance(
                        section.optional("absolute").map(AssignmentKeys::bound).orElse(0.0),
                        section.optional("relative").map(AssignmentKeys::bound).orElse(0.0)));
    }

    private static double bound(Entry entry) {
        var bound = entry.number();
        if (bound < 0) {
            throw entry.complaint("must be 0 or larger");
        }
        return bound;
    }

    private static Map<String, Interval> variants(Entry entry) {
        var variants = new LinkedHashMap<String, Interval>();
        entry.section().all().forEach((name, ends) -> variants.put(name, interval(ends)));
        return variants;
    }

    static Interval interval(Entry entry) {
        var ends = entry.items("end", 1, 2, "a low and a high one").stream()
                .map(Entry::number)
                .toList();
        if (ends.get(0) >= ends.get(1)) {
            throw entry.complaint("must have its low end first and a higher one after it");
        }
        return new Interval(ends.get(0), ends.get(1));
    }

    private static String pick(Entry entry) {
        var section = entry.section().only(List.of("first", "each"));
        if (section.all().size() != 1) {
            throw entry.complaint("must have one of the keys first and each");
        }
        return Optional.of("first")
                .filter(section::has)
                .or(() -> Optional.of("each"))
                .map(way -> way + ": " + section.entry(way).integer(1, LAST_ROW))
                .orElseThrow();
    }
}
