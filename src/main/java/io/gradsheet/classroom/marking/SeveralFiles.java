package io.gradsheet.classroom.marking;

import io.gradsheet.classroom.Student;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Of several files that say they are one student's, the one that counts. Dates decide between files of one submitter alone; between
 * others it is what the platform says of who handed them in, then the name that the file was handed out under, then whether anything is
 * filled in. Whatever those decide is told.
 */
final class SeveralFiles {
    /** Before this there was nothing to hand in; archives have such dates for none. */
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    /** Clocks and time zones differ by no more. */
    private static final Duration LENIENCE = Duration.ofDays(2);

    /** Ids by the name, in small letters, of the file that was handed out. */
    private final Map<String, List<String>> owners;

    /** Of these names. */
    private final List<Integer> lengths;

    private final Instant latest;

    /**
     * @param students names by id, as far as they are known
     * @param now by which nothing that will be handed in later is believed
     */
    SeveralFiles(Map<String, String> students, Instant now) {
        this.owners = students.entrySet().stream()
                .collect(Collectors.groupingBy(
                        student -> handedOut(student.getKey(), student.getValue()),
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        this.lengths =
                owners.keySet().stream().map(String::length).distinct().sorted().toList();
        this.latest = now.plus(LENIENCE);
    }

    /**
     * A file that gives way.
     *
     * @param kept the one that is marked in its place
     * @param why goes on after the names of both
     * @param isTold whether it is a fact that a teacher should look at, and no more than a student's own later file
     */
    record GivenWay(Marked file, Marked kept, String why, boolean isTold) {}

    /** Those of a student's files that give way to the best-founded; none of one. */
    List<GivenWay> of(Collection<Marked> files) {
        var best = files.stream()
                .filter(one -> files.stream()
                        .noneMatch(other -> isOfOneSubmitter(one, other) && byDate().compare(one, other) < 0))
                .max(byGrounds())
                .orElseThrow();
        var given = new ArrayList<GivenWay>();
        for (var one : files) {
            if (!one.equals(best)) {
                given.add(
                        isOfOneSubmitter(one, best)
                                ? new GivenWay(one, best, byDate(one, best), hasSameDate(one, best))
                                : new GivenWay(one, best, byGrounds(one, best), true));
            }
        }
        return given;
    }

    private Comparator<Marked> byDate() {
        return Comparator.<Marked, Instant>comparing(this::date)
                .thenComparing(marked -> marked.file().name());
    }

    private Comparator<Marked> byGrounds() {
        return Comparator.comparingInt(this::standing)
                .thenComparing(SeveralFiles::isFilledIn)
                .thenComparing(byDate());
    }

    /** A date that can be; of others, none. */
    private Instant date(Marked marked) {
        var time = marked.file().time();
        return time.isBefore(EARLIEST) || time.isAfter(latest) ? Instant.MIN : time;
    }

    private boolean hasSameDate(Marked one, Marked other) {
        return date(one).equals(date(other));
    }

    private static boolean isOfOneSubmitter(Marked one, Marked other) {
        var submitter = one.file().submitter();
        return submitter.isPresent() && submitter.equals(other.file().submitter());
    }

    /** How well founded it is that a file is whose it says: higher is better. */
    private int standing(Marked marked) {
        return 3 * byPlatform(marked) + byName(marked);
    }

    private static int byPlatform(Marked marked) {
        return marked.file()
                .submitter()
                .map(submitter -> submitter.mayBe(marked.name()) ? 1 : -1)
                .orElse(0);
    }

    /** Files are handed out under names of their own. */
    private int byName(Marked marked) {
        return owner(marked.file())
                .map(owner -> owner.equals(marked.id()) ? 1 : -1)
                .orElse(0);
    }

    private Optional<String> owner(ReturnedFile file) {
        var name = file.lastName().toLowerCase(Locale.ROOT);
        // Everything that the name holds is looked up, not everybody's name in it: a class may be large.
        return lengths.stream()
                .flatMap(length -> IntStream.rangeClosed(0, name.length() - length)
                        .mapToObj(start -> name.substring(start, start + length)))
                .flatMap(held -> owners.getOrDefault(held, List.of()).stream())
                .max(Comparator.comparingInt(String::length).thenComparing(Comparator.reverseOrder()));
    }

    private static String handedOut(String id, String name) {
        return new Student(id, name).fileName().toLowerCase(Locale.ROOT);
    }

    private static boolean isFilledIn(Marked marked) {
        return marked.answers().stream().anyMatch(answer -> answer.verdict() != Verdict.EMPTY);
    }

    private String byDate(Marked one, Marked kept) {
        return hasSameDate(one, kept) ? "both have the same date, or none that can be" : "that is the later one";
    }

    private String byGrounds(Marked one, Marked kept) {
        var why = byPlatform(kept) > byPlatform(one)
                ? "that is handed in under a name that fits"
                : byName(kept) > byName(one)
                        ? "that has the name it was handed out under"
                        : isFilledIn(kept) && !isFilledIn(one)
                                ? "nothing is filled in here"
                                : "nothing tells whose they are but their dates or names";
        var right = one.answers().stream()
                .filter(answer -> answer.verdict() == Verdict.RIGHT || answer.verdict() == Verdict.FOLLOWS)
                .count();
        return why + "; here " + right + " of " + one.answers().size() + " answers would be right";
    }
}
