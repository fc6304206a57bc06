package io.gradsheet.classroom.marking;

import io.gradsheet.check.Displacement;
import io.gradsheet.classroom.Criteria;
import io.gradsheet.classroom.ExerciseSheet;
import io.gradsheet.classroom.FollowThrough;
import io.gradsheet.classroom.marking.Refusal.Reason;
import io.gradsheet.lesson.Lessons;
import io.gradsheet.recalc.FormulaText;
import io.gradsheet.recalc.StoredCell;
import io.gradsheet.recalc.TrialWorkbook;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Census;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** One workbook that came back, held against what was handed out. */
final class Correction {
    /** A learner may work on the side, but not by that much: what is many times the handout is no work. */
    private static final int MOST_TIMES = 3;

    private static final int MOST_MORE = 20_000;

    private final Handout handout;
    private final TrialWorkbook workbook;
    private final Displacement places;
    private final Criteria criteria;
    private final Optional<FollowThrough> followThrough;

    private Correction(
            Handout handout,
            Criteria criteria,
            Optional<FollowThrough> followThrough,
            TrialWorkbook workbook,
            Displacement places) {
        this.followThrough = followThrough;
        this.handout = handout;
        this.criteria = criteria;
        this.workbook = workbook;
        this.places = places;
    }

    /**
     * Marks a workbook.
     *
     * @param criteria of the exercise that was handed out
     * @param followThrough how far what follows from a mistake counts; empty for what the exercise says
     * @throws UnmarkableException if it is far larger than the handout, or cells are no longer where they were
     * @throws io.gradsheet.check.CheckException if a sheet is gone, or its rows are
     */
    static Marked of(
            Handout handout,
            Criteria criteria,
            Optional<FollowThrough> followThrough,
            ReturnedFile file,
            TrialWorkbook workbook) {
        if (workbook.cells() > MOST_TIMES * Census.of(handout.plan()).cells() + MOST_MORE) {
            throw new UnmarkableException(
                    Reason.TOO_LARGE,
                    "holds far more cells than the workbook that was handed out; delete what is not of it");
        }
        var places = Displacement.of(
                handout.plan(),
                workbook.sheetNames(),
                sheet -> workbook.rows(sheet).orElseThrow());
        return new Correction(handout, criteria, followThrough, workbook, places).marked(file);
    }

    private Marked marked(ReturnedFile file) {
        requirePlaces();
        var exercise = handout.exercise();
        var slips = Lessons.of(exercise.experiment()).slips();
        var answers = new Marker(workbook, places, criteria, slips)
                .mark(exercise.tasks(), exercise.plan(), followThrough.orElse(exercise.followThrough()));
        var givens = Givens.of(handout, workbook, places);
        return new Marked(
                handout.id(),
                handout.name(),
                file,
                places,
                exercise.tasks(),
                answers,
                givens.pasted(),
                givens.changed(),
                workbook.foreign());
    }

    /** The list of the tasks reads each blank wherever that has got to, be there further ones in it or not. */
    private void requirePlaces() {
        var listed = listed();
        var row = ExerciseSheet.FIRST_ROW;
        for (var task : handout.tasks()) {
            row++;
            for (var blank : task.blanks()) {
                var reader = places.now(new Address(ExerciseSheet.NAME, row++, ExerciseSheet.VALUE_COLUMN));
                workbook.stored(reader)
                        .filter(StoredCell::hasFormula)
                        .filter(found -> !listed.contains(places.now(blank.place())))
                        .ifPresent(found -> {
                            throw new UnmarkableException(
                                    Reason.MOVED,
                                    "cannot be marked: " + blank.place() + " is no longer where it was; undo what moved"
                                            + " it, and save the workbook");
                        });
            }
        }
    }

    /** The cells that the list of the tasks reads. */
    private Set<Address> listed() {
        var listed = new HashSet<Address>();
        var column = places.now(new Address(ExerciseSheet.NAME, ExerciseSheet.FIRST_ROW, ExerciseSheet.VALUE_COLUMN))
                .column();
        workbook.rows(ExerciseSheet.NAME).ifPresent(rows -> {
            try (rows) {
                for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                    row.get().cells().stream()
                            .filter(cell -> cell.column() == column && cell.hasFormula())
                            .flatMap(cell -> FormulaText.readings(cell.formula()).stream())
                            .forEach(reading -> reading.sheet()
                                    .ifPresent(sheet ->
                                            listed.add(reading.cells().first().address(sheet))));
                }
            }
        });
        return listed;
    }
}
