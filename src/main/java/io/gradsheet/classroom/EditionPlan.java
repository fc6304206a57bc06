package io.gradsheet.classroom;

import static io.gradsheet.sheet.Formula.quoted;
import static io.gradsheet.sheet.Function.IF;
import static io.gradsheet.sheet.Function.ISNUMBER;

import io.gradsheet.lesson.frame.SourceSheet;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Chart;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Reference;
import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.sheet.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The workbook of an edition: the teacher's, its blanks made. Of its sheets there are only those that are worked in, and those that they
 * read, for an exam that the blanks read; any other might say an answer.
 *
 * <p>For practice every formula stays, but without its value where that follows from a blank or is the same, and it looks like an empty
 * cell until all blanks are filled. For an exam no formula stays: what answers are worked out from becomes a number, and everything else is left out.
 */
public final class EditionPlan {
    private final Exercise exercise;
    private final Identity identity;
    private final Flow flow;
    private final Texts texts;
    private final boolean exam;
    private final Set<String> names;
    private final Set<Formula> answers;

    private EditionPlan(Exercise exercise, Identity identity) {
        this.exercise = exercise;
        this.identity = identity;
        this.flow = new Flow(exercise);
        this.answers = answers(exercise);
        this.exam = identity.edition() == Edition.EXAM;
        this.names = exam ? flow.needed() : flow.sheets();
        this.texts = new Texts(
                List.of(Exercise.BUNDLE),
                exercise.experiment().heading().language(),
                List.of(identity.edition().code()));
    }

    /** The workbook of an exercise for somebody; the teacher's is that of the lesson. */
    public static Plan of(Exercise exercise, Identity identity) {
        return identity.edition() == Edition.TEACHER ? exercise.plan() : new EditionPlan(exercise, identity).plan();
    }

    private Plan plan() {
        var tasks = new ExerciseSheet(exercise, flow, identity, texts);
        var kept = exercise.plan().sheets().stream()
                .filter(sheet -> names.contains(sheet.name()))
                .toList();
        var sheets = new ArrayList<SheetPlan>();
        sheets.add(new EditionGuide(exercise, texts)
                .sheet(kept.stream().map(SheetPlan::name).toList(), identity));
        sheets.add(tasks.sheet());
        kept.forEach(sheet -> sheets.add(changed(sheet, tasks)));
        if (!exam) {
            sheets.add(Hints.sheet(exercise.tasks(), tasks, texts));
            var provenance = exercise.experiment().provenance();
            sheets.add(SourceSheet.of(
                    provenance, identity.edition().code(), identity.seal().map(seal -> seal.of(identity, provenance))));
        }
        var defined = new ArrayList<>(tasks.names());
        exercise.plan().names().stream()
                .filter(name -> names.contains(name.sheet()))
                .forEach(defined::add);
        return new Plan(
                exercise.title(),
                subject(),
                exercise.plan().language(),
                sheets,
                defined,
                exercise.plan().iteration());
    }

    /** Stands in every footer, after the title. */
    private String subject() {
        var whose = identity.student().map(student -> " · " + student.id() + " · " + student.name());
        return exercise.plan().subject() + whose.orElse("");
    }

    private SheetPlan changed(SheetPlan sheet, ExerciseSheet tasks) {
        var features = sheet.features().stream().filter(this::holds).toList();
        var leftovers = exam ? Leftovers.of(sheet, row -> changed(sheet.name(), row)) : Set.<Ref>of();
        UnaryOperator<Row> change = row -> without(leftovers, changed(sheet.name(), row));
        var changed = new SheetPlan(
                sheet.name(),
                sheet.widths(),
                sheet.head().stream().map(change).toList(),
                sink -> sheet.body()
                        .pushTo(row -> Optional.of(change.apply(row))
                                .filter(kept -> !isLeftOut(row, kept))
                                .ifPresent(sink::row)),
                sheet.rows(),
                sheet.columns(),
                sheet.frozen(),
                sheet.page(),
                features,
                false,
                sheet.outlineLevels());
        return exam ? changed : tasks.marked(changed, flow.telling(sheet.name()));
    }

    private static Row without(Set<Ref> leftovers, Row row) {
        if (leftovers.isEmpty()) {
            return row;
        }
        var cells = new ArrayList<>(row.cells());
        for (var column = 0; column < cells.size(); column++) {
            if (leftovers.contains(Ref.at(row.index(), column))) {
                cells.set(column, Cell.EMPTY);
            }
        }
        return new Row(row.index(), cells, row.look());
    }

    /** Whether what lies around cells can stay: it leads to no sheet that is gone, and tells no answer. */
    private boolean holds(Feature feature) {
        if (feature instanceof Feature.Link link) {
            return names.contains(link.to().sheet());
        }
        if (feature instanceof Feature.ChoiceFrom choice) {
            return names.contains(choice.sheet());
        }
        if (feature instanceof Chart chart) {
            return !exam && chart.series().stream().allMatch(series -> names.contains(series.sheet()));
        }
        return !exam || !(feature instanceof Feature.Signal);
    }

    private Row changed(String sheet, Row row) {
        var cells = new ArrayList<Cell>(row.cells().size());
        for (var column = 0; column < row.cells().size(); column++) {
            var cell = row.cells().get(column);
            if (cell instanceof Cell.Computed computed) {
                cells.add(changed(new Address(sheet, row.index(), column), computed));
            } else if (flow.isEcho(new Address(sheet, row.index(), column))) {
                cells.add(cell instanceof Cell.Input input ? new Cell.Input(Value.NOTHING, input.role()) : Cell.EMPTY);
            } else if (exam && cell instanceof Cell.Label label && isTelling(label)) {
                cells.add(Cell.EMPTY);
            } else {
                cells.add(cell);
            }
        }
        if (exam && isIdle(row, cells)) {
            cells.clear();
        }
        return new Row(row.index(), cells, row.look());
    }

    /** Whether nothing is left of what a row computes, and nothing in it is the learner's: a caption of it may tell a rule. */
    private static boolean isIdle(Row row, List<Cell> changed) {
        return row.cells().stream().anyMatch(Cell.Computed.class::isInstance)
                && IntStream.range(0, changed.size())
                        .allMatch(column -> changed.get(column) instanceof Cell.Empty
                                || !(changed.get(column) instanceof Cell.Input
                                        || row.cells().get(column) instanceof Cell.Computed));
    }

    /** Whether a text may tell an answer: it says how cells are computed, what figures come to, or what else to try. */
    private static boolean isTelling(Cell.Label label) {
        return label.role() == Role.NOTE || label.role() == Role.TEXT;
    }

    private Cell changed(Address place, Cell.Computed cell) {
        if (flow.isBlank(place)) {
            return new Cell.Input(Value.NOTHING, Role.BLANK);
        }
        if (!exam) {
            var formula = isAnswer(place, cell) ? cell.formula().withReferences(Reference::fix) : cell.formula();
            return new Cell.Computed(formula, flow.isTelling(place) ? Value.NOTHING : cell.value(), cell.role())
                    .as(cell.quantity());
        }
        if (flow.isGiven(place)) {
            return cell.value() instanceof Value.Figure figure
                    ? new Cell.Figure(figure.number(), cell.role())
                    : new Cell.Label(RichText.plain(cell.value().content()), cell.role());
        }
        // The point or parameter that a step ends in is where the next one begins.
        return cell.role() == Role.PARAMETER
                        && flow.isFollower(place)
                        && cell.formula() instanceof Ref
                        && staysInExam(place, cell)
                ? new Cell.Computed(
                                IF.of(ISNUMBER.of(cell.formula()), cell.formula(), quoted("")),
                                Value.of(""),
                                cell.role())
                        .as(cell.quantity())
                : Cell.EMPTY;
    }

    /** Whether the cell that a cell repeats is asked for or given: of others nothing is left to repeat. */
    private boolean staysInExam(Address place, Cell.Computed repeating) {
        return repeating.formula().references().stream()
                .map(read -> read.range().first().address(read.sheet().orElse(place.sheet())))
                .anyMatch(cell -> flow.isBlank(cell) || flow.isGiven(cell));
    }

    /** Whether a formula, copied onto a blank, would be the answer to it: that of another sample, say. */
    private boolean isAnswer(Address place, Cell.Computed cell) {
        return answers.contains(copied(place, cell));
    }

    private static Set<Formula> answers(Exercise exercise) {
        return exercise.tasks().stream()
                .flatMap(task -> task.blanks().stream())
                .map(blank -> copied(blank.place(), blank.answer()))
                .collect(Collectors.toSet());
    }

    /** The formula of a cell as it would be in one cell of its sheet that is far from all others. */
    private static Formula copied(Address place, Cell.Computed cell) {
        return cell.formula()
                .moved(Plan.MAX_ROWS - place.row(), Plan.MAX_COLUMNS - place.column())
                .from(place.sheet());
    }

    private boolean isLeftOut(Row row, Row changed) {
        return exam && !row.cells().isEmpty() && changed.cells().isEmpty();
    }
}
