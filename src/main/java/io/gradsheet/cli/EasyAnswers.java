package io.gradsheet.cli;

import io.gradsheet.classroom.Variants;
import io.gradsheet.sheet.Address;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers that students of a class may have without work, since no draw kept them apart from other numbers: told once for all. */
final class EasyAnswers {
    private static final int MOST_CELLS = 6;

    private final String template;
    private final Set<Address> cells = new LinkedHashSet<>();
    private int students;

    EasyAnswers(String template) {
        this.template = template;
    }

    /** Counts those of one student. */
    void add(Variants.Variant variant) {
        if (!variant.easy().isEmpty()) {
            students++;
            variant.easy().forEach(blank -> cells.add(blank.place()));
        }
    }

    /** What a teacher is told; empty if all is well. */
    Optional<String> sentence() {
        if (students == 0) {
            return Optional.empty();
        }
        var some = cells.stream().limit(MOST_CELLS).map(Address::toString).collect(Collectors.joining(", "));
        var more = cells.size() > MOST_CELLS ? " and " + (cells.size() - MOST_CELLS) + " more" : "";
        return Optional.of(template + ": for " + (students == 1 ? "1 student" : students + " students") + " none of "
                + Variants.MOST_DRAWS + " draws keeps the answers in " + some + more
                + " apart from 0, a given, another answer or what a usual slip gives, so they may be right without work;"
                + " ask for other cells in exercise.tasks, or let exercise.variants draw from a wider interval");
    }
}
