package io.gradsheet.classroom.marking;

import io.gradsheet.recalc.StoredCell;
import io.gradsheet.sheet.Value;
import io.gradsheet.xlsx.OutputFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;

/**
 * Whose code is whose, for marks that are handed on without names. The codes follow from a digest that the seed of the class is the key
 * of, so that a second run gives the same, and nobody without the seed can tell them.
 */
public final class NameKey {
    private static final List<String> CAPTIONS = List.of("code", "id", "name", "file");
    private static final int CODE_SIGNS = 8;

    /** A part of a name that is shorter may stand in any text. */
    private static final int SHORTEST = 3;

    private final List<Entry> entries;

    /** @param file that came back; empty if none did */
    private record Entry(String code, String id, String name, String file) {}

    private NameKey(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    static NameKey of(Marks marks, String digest) {
        var entries = new ArrayList<Entry>();
        var taken = new HashSet<String>();
        marks.marked()
                .forEach(one -> entries.add(new Entry(
                        code(digest, one.id(), taken),
                        one.id(),
                        one.name(),
                        one.file().name())));
        marks.missing().forEach(one -> entries.add(new Entry(code(digest, one.id(), taken), one.id(), one.name(), "")));
        return new NameKey(entries);
    }

    private static String code(String digest, String id, Set<String> taken) {
        for (var attempt = 1; ; attempt++) {
            var code = RunDigest.of(digest + "\n" + attempt + "\n" + id)
                    .substring(0, CODE_SIGNS)
                    .toUpperCase(Locale.ROOT);
            if (taken.add(code)) {
                return code;
            }
        }
    }

    // The key as a file ------------------------------------------------------------------------------------------

    /**
     * Writes the key.
     *
     * @throws io.gradsheet.xlsx.OutputException if it cannot be written
     */
    public void write(OutputFile file) {
        var rows = new ArrayList<List<String>>();
        rows.add(CAPTIONS);
        entries.forEach(entry -> rows.add(List.of(entry.code(), entry.id(), entry.name(), entry.file())));
        var table = rows.stream()
                .map(row -> CSVFormat.DEFAULT.format(row.toArray()) + CSVFormat.DEFAULT.getRecordSeparator())
                .collect(Collectors.joining());
        file.write(draft -> Files.writeString(draft, table, StandardCharsets.UTF_8));
    }

    /**
     * Reads a key.
     *
     * @throws MarkingException if it is none
     */
    public static NameKey read(Path file) {
        try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                var rows = CSVFormat.DEFAULT.parse(in)) {
            var all = rows.getRecords();
            if (all.isEmpty() || !all.get(0).toList().equals(CAPTIONS)) {
                throw new MarkingException(
                        file + " is no key: name the file that grade wrote with --anonymous, unchanged");
            }
            var entries = new ArrayList<Entry>();
            for (var row : all.subList(1, all.size())) {
                if (row.size() != CAPTIONS.size()) {
                    throw new MarkingException(file + ":" + row.getRecordNumber() + ": there are " + row.size()
                            + " columns, not " + CAPTIONS.size() + "; use the key as grade wrote it");
                }
                entries.add(new Entry(row.get(0), row.get(1), row.get(2), row.get(3)));
            }
            return new NameKey(entries);
        } catch (IOException | UncheckedIOException e) {
            throw new MarkingException(file + " cannot be read as a key: " + e.getMessage(), e);
        }
    }

    // Without names ----------------------------------------------------------------------------------------------

    /** The same marks without names and ids, and in the order of the codes: that of the class would tell. */
    Marks hide(Marks marks) {
        var codes = entries.stream().collect(Collectors.toMap(Entry::id, Entry::code));
        var byId = entries.stream().collect(Collectors.toMap(Entry::id, Function.identity()));
        return marks.with(
                marks.marked().stream()
                        .map(one -> hidden(one, byId.get(one.id())))
                        .sorted(Comparator.comparing(Marked::id))
                        .toList(),
                marks.missing().stream()
                        .map(one -> new Marks.Missing(codes.get(one.id()), codes.get(one.id())))
                        .sorted(Comparator.comparing(Marks.Missing::id))
                        .toList(),
                hidden(marks.refusals()),
                marks.facts().stream()
                        .filter(fact -> codes.containsKey(fact.student()))
                        .map(fact -> new Fact(
                                codes.get(fact.student()),
                                fact.kind(),
                                // Whatever else a fact speaks of is from a file, and may hold a name.
                                codes.getOrDefault(fact.other(), ""),
                                fact.cells()))
                        .sorted(Comparator.comparing(Fact::student))
                        .toList(),
                List.of());
    }

    /** How many files are not marked, and why, but not their names. */
    private static List<Refusal> hidden(List<Refusal> refusals) {
        var hidden = new ArrayList<Refusal>();
        for (var refusal : refusals) {
            var name = "file " + (hidden.size() + 1);
            hidden.add(new Refusal(name, refusal.reason(), name + ": " + refusal.reason()));
        }
        return hidden;
    }

    private static Marked hidden(Marked one, Entry entry) {
        var told = told(entry);
        return one.under(
                entry.code(),
                entry.code(),
                new ReturnedFile(entry.code() + ".xlsx", one.file().file(), Instant.EPOCH),
                one.answers().stream().map(answer -> hidden(answer, told)).toList());
    }

    private static Answer hidden(Answer answer, Pattern told) {
        var found = answer.found();
        var value = found.value() instanceof Value.Text text ? Value.of(without(text.text(), told)) : found.value();
        return answer.with(new StoredCell(found.column(), without(found.formula(), told), value));
    }

    private static String without(String text, Pattern told) {
        return told.matcher(text).replaceAll("…");
    }

    /** The id, and the words of the name, wherever somebody wrote them. */
    private static Pattern told(Entry entry) {
        return Pattern.compile(
                Stream.concat(
                                Stream.of(entry.id(), entry.name()),
                                Stream.of(entry.name().split("[\\s,]+", -1)).filter(word -> word.length() >= SHORTEST))
                        .filter(word -> !word.isEmpty())
                        .map(word -> "(?<![\\p{L}\\d])" + Pattern.quote(word) + "(?![\\p{L}\\d])")
                        .collect(Collectors.joining("|")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    // With names again -------------------------------------------------------------------------------------------

    /**
     * The same marks with names and ids, in the order of the key.
     *
     * @throws MarkingException if a code is not in the key
     */
    public Marks reveal(Marks marks) {
        var byCode = entries.stream().collect(Collectors.toMap(Entry::code, Function.identity(), (one, other) -> one));
        var positions = new HashMap<String, Integer>();
        entries.forEach(entry -> positions.put(entry.id(), positions.size()));
        return marks.with(
                marks.marked().stream()
                        .map(one -> revealed(one, entry(byCode, one.id())))
                        .sorted(Comparator.comparing(one -> positions.get(one.id())))
                        .toList(),
                marks.missing().stream()
                        .map(one -> entry(byCode, one.id()))
                        .map(entry -> new Marks.Missing(entry.id(), entry.name()))
                        .sorted(Comparator.comparing(one -> positions.get(one.id())))
                        .toList(),
                marks.refusals(),
                marks.facts().stream()
                        .map(fact -> new Fact(
                                entry(byCode, fact.student()).id(),
                                fact.kind(),
                                Optional.ofNullable(byCode.get(fact.other()))
                                        .map(Entry::id)
                                        .orElse(fact.other()),
                                fact.cells()))
                        .toList(),
                marks.remarks());
    }

    private static Entry entry(Map<String, Entry> byCode, String code) {
        return Optional.ofNullable(byCode.get(code))
                .orElseThrow(() -> new MarkingException(
                        "the code " + code + " is not in the key: name the key that was written with these marks"));
    }

    private static Marked revealed(Marked one, Entry entry) {
        var file = new ReturnedFile(entry.file(), one.file().file(), one.file().time(), Submitter.of(entry.file()));
        return one.under(entry.id(), entry.name(), file, one.answers());
    }
}
