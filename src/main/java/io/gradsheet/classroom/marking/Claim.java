package io.gradsheet.classroom.marking;

import io.gradsheet.classroom.Edition;
import io.gradsheet.classroom.Identity;
import io.gradsheet.classroom.Student;
import io.gradsheet.classroom.marking.Refusal.Reason;
import io.gradsheet.lesson.frame.SourceSheet;
import io.gradsheet.recalc.FormulaText;
import io.gradsheet.recalc.StoredRow;
import io.gradsheet.recalc.StoredWorkbook;
import io.gradsheet.sheet.Address;
import io.gradsheet.template.Provenance;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a returned workbook says of itself: whose it is, and which texts it was made from. It is evidence, and decides nothing by
 * itself: whoever had the file could write anything there.
 *
 * @param source the lines of its sheet {@link SourceSheet#NAME}; none if it has no such sheet
 */
record Claim(Identity identity, List<Line> source) {
    private static final int MOST_IDENTITY = 200;

    /** No template and no data that travel in a workbook are longer. */
    private static final int MOST_LINES = 200_000;

    private static final int MOST_LETTERS = 1 << 24;

    /** A line of the sheet Source, and in which row it stands. */
    record Line(int row, String key, String value) {
        List<String> texts() {
            return List.of(key, value);
        }
    }

    Claim {
        source = List.copyOf(source);
    }

    /**
     * Reads what a file says of itself, and nothing else.
     *
     * @throws io.gradsheet.recalc.WorkbookException if it is not a workbook that is safe to read
     * @throws UnmarkableException if it says nothing of itself
     */
    static Claim of(Path file) {
        try (var workbook = StoredWorkbook.open(file)) {
            return new Claim(new Texts(workbook).identity(), source(workbook));
        }
    }

    /** The texts that it says it was made from; empty if there are none, or they cannot be read as such. */
    Optional<Provenance> provenance() {
        return SourceSheet.read(source.stream().map(Line::texts).toList());
    }

    /** What is to prove these texts; empty if there is nothing. */
    String digest() {
        return SourceSheet.digest(source.stream().map(Line::texts).toList());
    }

    /** The id of the student that it says it was made for; empty if it was made for nobody. */
    String id() {
        return identity.student().map(Student::id).orElse("");
    }

    /** Whom workbooks say that they were made for. */
    static List<String> names(Collection<Claim> claims) {
        return claims.stream()
                .flatMap(claim -> claim.identity().student().stream())
                .map(Student::name)
                .distinct()
                .toList();
    }

    private static List<Line> source(StoredWorkbook workbook) {
        var lines = new ArrayList<Line>();
        if (!workbook.sheetNames().contains(SourceSheet.NAME)) {
            return lines;
        }
        var letters = 0L;
        try (var rows = workbook.rows(SourceSheet.NAME)) {
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                // As it stands: spaces at the ends of a line belong to it.
                var line = new Line(row.get().index(), text(row.get(), 0), text(row.get(), 1));
                letters += line.key().length() + line.value().length();
                if (lines.size() == MOST_LINES || letters > MOST_LETTERS) {
                    throw new UnmarkableException(
                            Reason.TOO_LARGE,
                            "has a hidden sheet " + SourceSheet.NAME + " that is longer than any that was handed out");
                }
                lines.add(line);
            }
        }
        return lines;
    }

    private static String text(StoredRow row, int column) {
        return row.cells().stream()
                .filter(cell -> cell.column() == column)
                .findFirst()
                .map(cell -> cell.value().content())
                .orElse("");
    }

    /** The cells that say whose a workbook is, found by their defined names. */
    private static final class Texts {
        private final StoredWorkbook workbook;
        private final Map<Address, String> texts = new HashMap<>();

        private Texts(StoredWorkbook workbook) {
            this.workbook = workbook;
            places().map(Address::sheet).distinct().forEach(this::read);
        }

        private Stream<Address> places() {
            return Stream.of(Identity.TEMPLATE, Identity.EDITION, Identity.ID, Identity.NAME, Identity.CODE)
                    .flatMap(name -> place(name).stream());
        }

        private Optional<Address> place(String name) {
            return FormulaText.readings(workbook.names().getOrDefault(name, "")).stream()
                    .findFirst()
                    .flatMap(reading ->
                            reading.sheet().map(sheet -> reading.cells().first().address(known(sheet))));
        }

        private String known(String sheet) {
            return workbook.sheetNames().stream()
                    .filter(sheet::equalsIgnoreCase)
                    .findFirst()
                    .orElse(sheet);
        }

        private void read(String sheet) {
            var wanted = places().filter(place -> place.sheet().equals(sheet)).toList();
            if (!workbook.sheetNames().contains(sheet)) {
                return;
            }
            var last = wanted.stream().mapToInt(Address::row).max().orElseThrow();
            try (var rows = workbook.rows(sheet)) {
                for (var row = rows.next(); row.isPresent() && row.get().index() <= last; row = rows.next()) {
                    for (var place : wanted) {
                        if (place.row() == row.get().index()) {
                            texts.put(place, Claim.text(row.get(), place.column()));
                        }
                    }
                }
            }
        }

        private String text(String name) {
            var text = place(name)
                    .map(place -> texts.getOrDefault(place, ""))
                    .orElse("")
                    .strip();
            return text.substring(0, Math.min(text.length(), MOST_IDENTITY));
        }

        private Identity identity() {
            var template = text(Identity.TEMPLATE);
            var edition = text(Identity.EDITION);
            if (template.isEmpty() || edition.isEmpty()) {
                throw new UnmarkableException(
                        Reason.FOREIGN,
                        "is no workbook that was handed out: it has no sheet Exercise that says what it is of");
            }
            return new Identity(
                    template,
                    Edition.of(edition)
                            .orElseThrow(() -> new UnmarkableException(
                                    Reason.OTHER_EDITION, "is of an edition that this version does not know")),
                    student(),
                    text(Identity.CODE));
        }

        /** Whoever works in a workbook that was made for nobody fills in who they are. */
        private Optional<Student> student() {
            var id = text(Identity.ID);
            var name = text(Identity.NAME);
            return id.isEmpty() && name.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Student(id.isEmpty() ? name : id, name));
        }
    }
}
