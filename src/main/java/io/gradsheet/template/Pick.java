package io.gradsheet.template;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which rows of a file become samples. They keep the order of the file, so that those of a picked file are picked again. */
final class Pick {
    private static final int MOST = 1_000_000;

    private Pick() {}

    /** All rows. */
    static BitSet all(SampleSource source) {
        var rows = new BitSet();
        rows.set(0, source.count());
        return rows;
    }

    /**
     * The rows that a section asks for.
     *
     * @param classes those that the template lists, if it does
     */
    static BitSet of(Section pick, SampleSource source, Optional<Classes> classes) {
        pick.only(List.of("first", "random", "each", "seed"));
        var ways = List.of("first", "random", "each").stream().filter(pick::has).toList();
        if (ways.size() != 1) {
            throw pick.complaint("must have one of the keys first, random and each");
        }
        var way = pick.entry(ways.get(0));
        var wanted = way.integer(1, MOST);
        if (pick.has("each")) {
            return each(way, wanted, pick, source, classes);
        }
        if (wanted > source.count()) {
            throw way.complaint(
                    "asks for " + Wording.count(wanted, "sample") + ", but there are only " + source.count());
        }
        var rows = IntStream.range(0, source.count()).boxed().toList();
        if (pick.has("random")) {
            return chosen(rows, wanted, Optional.of(pick.entry("seed")));
        }
        pick.optional("seed").ifPresent(seed -> {
            throw seed.complaint(
                    "has no meaning with " + way.name() + "; write random: " + wanted + " to draw samples");
        });
        return chosen(rows, wanted, Optional.empty());
    }

    private static BitSet each(Entry way, int wanted, Section pick, SampleSource source, Optional<Classes> classes) {
        if (source.labels().isEmpty()) {
            throw way.complaint("needs labels, and these targets are numbers; write first or random");
        }
        var rows = new BitSet();
        var groups = byLabel(
                source.labels(), IntStream.range(0, source.count()).boxed().toList());
        // Where the template lists the classes, rows with another label are left out.
        var names = classes.map(Classes::names)
                .orElseGet(() -> groups.values().stream()
                        .map(members -> source.labels().get(members.get(0)))
                        .toList());
        for (var name : names) {
            var members = groups.getOrDefault(Classes.key(name), List.of());
            if (members.size() < wanted) {
                throw way.complaint("asks for " + Wording.count(wanted, "sample") + " of each class, but of "
                        + Wording.quoted(name) + " there are only " + members.size());
            }
            rows.or(chosen(members, wanted, pick.optional("seed")));
        }
        return rows;
    }

    /**
     * The rows that a test keeps: the last ones, or a share of each class, the last ones of it or with a seed any.
     *
     * @param rows all that were picked
     */
    static BitSet test(Section test, BitSet rows, List<String> labels) {
        var ways = List.of("share", "last").stream().filter(test::has).toList();
        if (ways.size() != 1) {
            throw test.complaint("must have one of the keys share, last and file");
        }
        var way = test.entry(ways.get(0));
        var all = rows.stream().boxed().toList();
        var kept = new BitSet();
        if (test.has("last")) {
            test.optional("seed").ifPresent(seed -> {
                throw seed.complaint("has no meaning with data.test.last; write share to draw samples");
            });
            all.subList(Math.max(0, all.size() - way.integer(1, MOST)), all.size())
                    .forEach(kept::set);
        } else {
            var share = way.number();
            if (share <= 0 || share >= 1) {
                throw way.complaint("must be a share between 0 and 1, but is " + Wording.shown(way.text()));
            }
            for (var members :
                    labels.isEmpty() ? List.of(all) : byLabel(labels, all).values()) {
                var last = new ArrayList<>(members);
                Collections.reverse(last);
                kept.or(chosen(last, (int) Math.round(share * last.size()), test.optional("seed")));
            }
        }
        if (kept.isEmpty() || kept.cardinality() == all.size()) {
            throw way.complaint("leaves " + (kept.isEmpty() ? "no sample for the test" : "no sample to learn from")
                    + ", of " + Wording.count(all.size(), "sample") + "; take another number");
        }
        return kept;
    }

    /** The rows of each class, in the order in which the classes come first. */
    private static Map<Object, List<Integer>> byLabel(List<String> labels, List<Integer> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> Classes.key(labels.get(row)), LinkedHashMap::new, Collectors.toList()));
    }

    /** The first ones, or with a seed any. */
    private static BitSet chosen(List<Integer> rows, int wanted, Optional<Entry> seed) {
        var order = new ArrayList<>(rows);
        seed.ifPresent(entry -> Collections.shuffle(order, new Random(entry.integer(Long.MIN_VALUE, Long.MAX_VALUE))));
        var chosen = new BitSet();
        order.subList(0, wanted).forEach(chosen::set);
        return chosen;
    }
}
