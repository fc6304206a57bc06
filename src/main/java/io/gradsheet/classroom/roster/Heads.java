package io.gradsheet.classroom.roster;

import io.gradsheet.classroom.ExerciseException;
import io.gradsheet.table.Table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The row of column names, and what it tells of the columns. */
final class Heads {
    private final String place;
    private final List<String> head;

    /** @param place of the row, for complaints */
    Heads(String place, List<String> head) {
        this.place = place;
        this.head = head;
    }

    /** Whether a row names columns of ids and of names, and so is no title above them. */
    static boolean isHead(Row row, RosterColumns said) {
        var heads = new Heads("", row.values());
        var hasId = said.id()
                .map(name -> !heads.called(name).isEmpty())
                .orElseGet(() ->
                        heads.has(ColumnKind.STUDENT_NUMBER, ColumnKind.ID, ColumnKind.USERNAME, ColumnKind.EMAIL));
        var hasName = said.names().isEmpty()
                ? heads.has(ColumnKind.FULL_NAME, ColumnKind.LAST_NAME, ColumnKind.FIRST_NAME)
                : said.names().stream().noneMatch(name -> heads.called(name).isEmpty());
        return hasId && hasName;
    }

    private boolean has(ColumnKind... kinds) {
        return head.stream().flatMap(name -> ColumnKind.of(name).stream()).anyMatch(Set.of(kinds)::contains);
    }

    /**
     * The column of ids.
     *
     * @param isUsed whether any student has something in a column
     * @throws ExerciseException if it cannot be told
     */
    int id(RosterColumns said, Platform platform, IntPredicate isUsed) {
        if (said.id().isPresent()) {
            return one(said.id().get());
        }
        for (var kinds : kindsOfIds(platform)) {
            var found = IntStream.range(0, head.size())
                    .filter(column -> ColumnKind.of(head.get(column))
                            .filter(kinds::contains)
                            .isPresent())
                    .filter(isUsed)
                    .boxed()
                    .toList();
            if (found.size() > 1) {
                throw complaint("the columns '" + head.get(found.get(0)) + "' and '" + head.get(found.get(1))
                        + "' may both hold the ids; say with --id-column which does, or rename one");
            }
            if (!found.isEmpty()) {
                return found.get(0);
            }
        }
        throw complaint(
                "there is no column called 'id' in the row of column names; add it, or say with --id-column which it"
                        + " is");
    }

    /** What may hold ids, the best first. Canvas calls its own numbers ID: nobody else knows them. */
    private static List<Set<ColumnKind>> kindsOfIds(Platform platform) {
        return switch (platform) {
            case CANVAS, MOODLE_WORKSHEET ->
                List.of(
                        Set.of(ColumnKind.STUDENT_NUMBER),
                        Set.of(ColumnKind.USERNAME),
                        Set.of(ColumnKind.EMAIL),
                        Set.of(ColumnKind.ID));
            case BLACKBOARD, BRIGHTSPACE, OTHER ->
                List.of(
                        Set.of(ColumnKind.STUDENT_NUMBER, ColumnKind.ID),
                        Set.of(ColumnKind.USERNAME),
                        Set.of(ColumnKind.EMAIL));
        };
    }

    /**
     * The columns that make up a name, in the order of reading.
     *
     * @throws ExerciseException if they cannot be told
     */
    List<Integer> names(RosterColumns said, Platform platform, int id) {
        if (!said.names().isEmpty()) {
            return said.names().stream().map(this::one).toList();
        }
        var whole = only(ColumnKind.FULL_NAME);
        var first = only(ColumnKind.FIRST_NAME);
        var last = only(ColumnKind.LAST_NAME);
        // Where there is a first name and no other last name, 'Name' is that: so German schools write.
        var family = last.or(
                () -> whole.filter(column -> ColumnKind.normal(head.get(column)).equals("name")));
        if (first.isPresent() && family.isPresent() && (whole.isEmpty() || whole.equals(family))) {
            return List.of(first.get(), family.get());
        }
        return whole.map(List::of)
                .or(() -> platform == Platform.MOODLE_WORKSHEET ? Optional.of(List.of(id)) : Optional.empty())
                .orElseThrow(
                        () -> complaint("there is no column called 'name' in the row of column names; add it, or say"
                                + " with --name-column which it is"));
    }

    private Optional<Integer> only(ColumnKind kind) {
        var found = columns(kind);
        if (found.size() > 1) {
            throw complaint("the columns '" + head.get(found.get(0)) + "' and '" + head.get(found.get(1))
                    + "' may both hold names; say with --name-column which does, or rename one");
        }
        return found.stream().findFirst();
    }

    /** The columns of a kind. */
    List<Integer> columns(ColumnKind kind) {
        return IntStream.range(0, head.size())
                .filter(column ->
                        ColumnKind.of(head.get(column)).filter(kind::equals).isPresent())
                .boxed()
                .toList();
    }

    /** The only column of a name that the teacher gives. */
    private int one(String name) {
        var found = called(name);
        if (found.isEmpty()) {
            throw complaint("there is no column called '" + name + "'; the columns are: "
                    + String.join(
                            ", ", head.stream().filter(one -> !one.isBlank()).toList()));
        }
        if (found.size() > 1) {
            throw complaint("there are " + found.size() + " columns called '" + name + "'; rename all but one");
        }
        return found.get(0);
    }

    private List<Integer> called(String name) {
        var found = new ArrayList<Integer>();
        for (var column = 0; column < head.size(); column++) {
            if (ColumnKind.normal(head.get(column)).equals(ColumnKind.normal(name))) {
                found.add(column);
            }
        }
        return found;
    }

    private ExerciseException complaint(String what) {
        return new ExerciseException(place + ": " + what);
    }
}
