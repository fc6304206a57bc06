package io.gradsheet.classroom.marking;

import io.gradsheet.classroom.Identity;
import io.gradsheet.lesson.frame.SourceSheet;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.OneLine;
import io.gradsheet.template.Provenance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a workbook says otherwise than what it is judged by.
 *
 * @param words the lines that it has in place of others; empty if it says the same
 * @param cells where they stand
 * @param isProved whether it is proved that the teacher's own command wrote it so: then it is no matter of one student's
 */
record Otherwise(String words, List<Address> cells, boolean isProved) {
    static final Otherwise NOTHING = new Otherwise("", List.of(), false);

    private static final int MOST_SHOWN = 3;
    private static final int LONGEST = 80;

    /** So many letters before a difference are shown. */
    private static final int BEFORE = 40;

    private static final String DIGEST = "digest";

    Otherwise {
        cells = List.copyOf(cells);
    }

    Otherwise proved() {
        return new Otherwise(words, cells, true);
    }

    boolean isNothing() {
        return words.isEmpty();
    }

    /** What stands in a workbook and not in the texts, and what is missing there. */
    static Otherwise than(Provenance texts, Identity identity, Claim claim) {
        var missing = new HashMap<List<String>, Integer>();
        SourceSheet.lines(texts, identity.edition().code()).forEach(line -> missing.merge(line, 1, Integer::sum));
        var more = new ArrayList<Claim.Line>();
        for (var line : claim.source()) {
            if (missing.getOrDefault(line.texts(), 0) > 0) {
                missing.merge(line.texts(), -1, Integer::sum);
            } else if (!line.key().equals(DIGEST)) {
                more.add(line);
            }
        }
        var gone = SourceSheet.lines(texts, identity.edition().code()).stream()
                .distinct()
                .filter(line -> missing.get(line) > 0);
        var shown = more.isEmpty()
                ? gone.map(line -> "– " + shown(line))
                : more.stream().map(line -> shown(line.texts(), missing));
        return new Otherwise(
                limited(shown.toList()),
                more.stream()
                        .map(line -> new Address(SourceSheet.NAME, line.row(), 1))
                        .toList(),
                false);
    }

    /** A long line from where it differs from the most alike of those that are missing. */
    private static String shown(List<String> line, Map<List<String>, Integer> missing) {
        var value = line.get(1);
        var alike = missing.entrySet().stream()
                .filter(other -> other.getValue() > 0 && other.getKey().get(0).equals(line.get(0)))
                .mapToInt(other -> alike(value, other.getKey().get(1)))
                .max()
                .orElse(0);
        return value.length() <= LONGEST || alike <= BEFORE
                ? shown(line)
                : shown(List.of(line.get(0), "…" + value.substring(alike - BEFORE)));
    }

    private static int alike(String one, String other) {
        var end = Arrays.mismatch(one.toCharArray(), other.toCharArray());
        return end < 0 ? 0 : end;
    }

    private static String limited(List<String> shown) {
        return Stream.concat(
                        shown.stream().limit(MOST_SHOWN), shown.size() > MOST_SHOWN ? Stream.of("…") : Stream.empty())
                .collect(Collectors.joining("; "));
    }

    private static String shown(List<String> texts) {
        var line = OneLine.of(String.join(" ", texts)).strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
