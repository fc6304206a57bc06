package io.gradsheet.classroom.marking;

import io.gradsheet.classroom.Task;
import io.gradsheet.lesson.frame.Slip;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.recalc.Engine;
import io.gradsheet.recalc.EngineException;
import io.gradsheet.recalc.Recalculation;
import io.gradsheet.recalc.StoredRow;
import io.gradsheet.recalc.WorkbookException;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Marks as the teacher has left them in a workbook of marks: verdicts, points and weights are those of its yellow cells, and all else
 * follows from them anew. Whatever shows there is only believed if it is what follows.
 */
public final class ChangedMarks {
    /** Points have hundredths. */
    private static final double PRECISION = 0.0051;

    private final Path file;
    private final Recalculation workbook;
    private final Marks before;
    private final Texts texts;

    private ChangedMarks(Path file, Recalculation workbook) {
        this.file = file;
        this.workbook = workbook;
        this.before = record();
        this.texts = new Texts(MarksBook.BUNDLE, before.language());
    }

    /**
     * Reads the marks.
     *
     * @param file a workbook that {@link MarksBook} made, as it is now
     * @throws MarkingException if it is none, is damaged, has lost rows or columns, or holds what does not follow from its yellow cells
     */
    public static Marks read(Path file) {
        try (var workbook = Engine.named("poi").orElseThrow().recalculate(file)) {
            return new ChangedMarks(file, workbook).marks();
        } catch (WorkbookException | EngineException e) {
            throw new MarkingException(file + " cannot be read as a workbook of marks: " + e.getMessage(), e);
        }
    }

    /**
     * The verdicts, points and weights of {@code changed} for the same answers.
     *
     * @param fresh what came of marking the same files again
     * @throws MarkingException if they are not the same
     */
    static Marks transfer(Marks changed, Marks fresh) {
        var byId = changed.marked().stream().collect(Collectors.toMap(Marked::id, one -> one));
        var same = fresh.marked().stream()
                .map(one -> Optional.ofNullable(byId.get(one.id()))
                        .filter(other -> isSame(one, other))
                        .map(other -> transfer(one, other))
                        .orElseThrow(() -> new MarkingException(one.file().name()
                                + " is not what the marks were made from: mark again, and change the marks then")))
                .toList();
        if (same.size() < byId.size()) {
            throw new MarkingException("the marks are of " + byId.size() + " workbooks, but " + same.size()
                    + " of them can be marked there: name the same folder, template, roster and seed as before");
        }
        return fresh.with(same).with(changed.weights(), changed.tasks());
    }

    private static boolean isSame(Marked one, Marked other) {
        return one.file().name().equals(other.file().name())
                && contents(one).equals(contents(other))
                && one.answers().stream()
                        .map(answer -> answer.blank().place())
                        .toList()
                        .equals(other.answers().stream()
                                .map(answer -> answer.blank().place())
                                .toList());
    }

    private static List<String> contents(Marked one) {
        return one.answers().stream()
                .map(answer ->
                        answer.found().formula() + "=" + answer.found().value().content())
                .toList();
    }

    private static Marked transfer(Marked one, Marked other) {
        var verdicts = other.answers().iterator();
        return one.with(one.answers().stream()
                .map(answer -> answer.judged(verdicts.next().verdict()))
                .toList());
    }

    private Marks record() {
        try {
            return RecordSheet.read(rows(RecordSheet.NAME).stream()
                    .flatMap(row -> row.cells().stream().limit(1))
                    .map(cell -> cell.value().content())
                    .toList());
        } catch (WorkbookException e) {
            throw new MarkingException(
                    file + " is no workbook of marks: name the .xlsx file that grade wrote with -o", e);
        } catch (IOException e) {
            throw new MarkingException(
                    file + " was written by another version, or its hidden sheet " + RecordSheet.NAME
                            + " was changed: mark the returned workbooks again",
                    e);
        }
    }

    private Marks marks() {
        var tasksRows = rows(TasksSheet.NAME);
        var slips = slips(tasksRows);
        var points = points(tasksRows);
        var tasks = before.tasks().stream()
                .map(task -> task.worth(points.get(task.number()), own(task, slips)))
                .toList();
        var weights = new Weights(
                share(tasksRows, texts.get("tasks.follows")), share(tasksRows, texts.get("tasks.typed")), slips(slips));
        var marks = before.with(weights, tasks).with(marked());
        requireShown(marks);
        return marks;
    }

    private List<StoredRow> rows(String sheet) {
        return StoredTable.rows(workbook, sheet);
    }

    private StoredTable table(List<StoredRow> rows, String sheet, String... captions) {
        try {
            return StoredTable.below(
                    rows, sheet, Stream.of(captions).map(texts::get).toList());
        } catch (MarkingException e) {
            throw complaint(e.getMessage() + ": undo what was deleted, or renamed, there");
        }
    }

    private MarkingException complaint(String what) {
        return new MarkingException(file + ": " + what);
    }

    // Verdicts ----------------------------------------------------------------------------------------------------

    private record Key(String id, String cell) {}

    private List<Marked> marked() {
        if (before.marked().isEmpty()) {
            return List.of();
        }
        var verdicts = verdicts();
        return before.marked().stream()
                .map(one -> one.with(one.answers().stream()
                        .map(answer -> answer.judged(verdict(verdicts, one, answer)))
                        .toList()))
                .toList();
    }

    private Map<Key, Verdict> verdicts() {
        var verdicts = new HashMap<Key, Verdict>();
        var words = Stream.of(Verdict.values())
                .collect(Collectors.toMap(verdict -> texts.get("verdict." + verdict), verdict -> verdict));
        var id = texts.get("answers.id");
        var cell = texts.get("answers.cell");
        var verdict = texts.get("answers.verdict");
        for (var line : table(
                        rows(AnswersSheet.NAME), AnswersSheet.NAME, "answers.id", "answers.cell", "answers.verdict")
                .lines()) {
            if (line.text(id).isEmpty() && line.text(cell).isEmpty()) {
                continue;
            }
            var chosen = Optional.ofNullable(words.get(line.text(verdict).strip()))
                    .orElseThrow(() -> complaint(line.place(verdict) + " holds " + line.value(verdict)
                            + ", which is no verdict; choose one of "
                            + Stream.of(Verdict.values())
                                    .map(each -> texts.get("verdict." + each))
                                    .collect(Collectors.joining(", "))));
            if (verdicts.put(new Key(line.text(id), line.text(cell)), chosen) != null) {
                throw complaint(line.place(cell) + ": the answer of " + line.text(id) + " in " + line.text(cell)
                        + " is there a second time; delete one of the rows");
            }
        }
        return verdicts;
    }

    private Verdict verdict(Map<Key, Verdict> verdicts, Marked one, Answer answer) {
        var cell = answer.blank().place().toString();
        return Optional.ofNullable(verdicts.get(new Key(one.id(), cell)))
                .orElseThrow(() -> complaint("the sheet " + AnswersSheet.NAME + " has lost the row of " + one.id()
                        + " with the answer in " + cell + ": undo what was deleted or changed there"));
    }

    // Points and weights ------------------------------------------------------------------------------------------

    private Map<Integer, Double> points(List<StoredRow> rows) {
        var points = new HashMap<Integer, Double>();
        var number = texts.get("tasks.number");
        var caption = texts.get("tasks.points");
        var lines = table(rows, TasksSheet.NAME, "tasks.number", "tasks.points").lines();
        for (var task : before.tasks()) {
            var line = lines.stream()
                    .filter(each -> each.value(number).equals(Value.of(task.number())))
                    .findFirst()
                    .orElseThrow(() -> complaint("the sheet " + TasksSheet.NAME + " has lost the row of task "
                            + task.number() + ": undo what was deleted there"));
            points.put(task.number(), number(line.value(caption), line.place(caption), TasksSheet.MOST_POINTS));
        }
        return points;
    }

    private double number(Value value, Address place, double most) {
        if (value instanceof Value.Figure figure && figure.number() >= 0 && figure.number() <= most) {
            return figure.number();
        }
        throw complaint(place + " must hold a number from 0 to "
                + Value.of(most).content() + ", but holds " + (value instanceof Value.Nothing ? "nothing" : value));
    }

    /** The number beside a text. */
    private double share(List<StoredRow> rows, String text) {
        for (var row : rows) {
            var cells = row.cells();
            if (!cells.isEmpty() && cells.get(0).value().content().equals(text)) {
                var share = cells.stream()
                        .skip(1)
                        .filter(cell -> !(cell.value() instanceof Value.Nothing))
                        .findFirst()
                        .orElse(cells.get(0));
                return number(share.value(), new Address(TasksSheet.NAME, row.index(), share.column()), 1);
            }
        }
        throw complaint(
                "the sheet " + TasksSheet.NAME + " has lost the row \"" + text + "\": undo what was deleted there");
    }

    /** The shares by row of the list of mistakes. */
    private Map<SlipRows.Line, Double> slips(List<StoredRow> rows) {
        var shares = new HashMap<SlipRows.Line, Double>();
        var lines = SlipRows.lines(before);
        if (lines.isEmpty()) {
            return shares;
        }
        var task = texts.get("tasks.number");
        var name = texts.get("slips.slip");
        var share = texts.get("slips.share");
        var found = table(rows, TasksSheet.NAME, "tasks.number", "slips.slip", "slips.share")
                .lines();
        for (var line : lines) {
            var scope = line.task().map(each -> Value.of(each.number())).orElse(Value.of(texts.get("slips.all")));
            var slip = texts.get("slip." + line.kind());
            var row = found.stream()
                    .filter(each ->
                            each.value(task).equals(scope) && each.text(name).equals(slip))
                    .findFirst()
                    .orElseThrow(() -> complaint("the sheet " + TasksSheet.NAME + " has lost the row of the slip \""
                            + slip + "\": undo what was deleted there"));
            shares.put(line, number(row.value(share), row.place(share), 1));
        }
        return shares;
    }

    private static Map<Slip.Kind, Double> slips(Map<SlipRows.Line, Double> shares) {
        var everywhere = new EnumMap<Slip.Kind, Double>(Slip.Kind.class);
        shares.forEach((line, share) -> {
            if (line.task().isEmpty()) {
                everywhere.put(line.kind(), share);
            }
        });
        return everywhere;
    }

    private static Map<Slip.Kind, Double> own(Task task, Map<SlipRows.Line, Double> shares) {
        var own = new EnumMap<Slip.Kind, Double>(Slip.Kind.class);
        task.slips().keySet().forEach(kind -> own.put(kind, shares.get(new SlipRows.Line(kind, Optional.of(task)))));
        return own;
    }

    // What shows --------------------------------------------------------------------------------------------------

    /** A mark that was typed over its formula, or that rows put in another order have changed, is not what the verdicts say. */
    private void requireShown(Marks marks) {
        if (marks.marked().isEmpty()) {
            return;
        }
        var id = texts.get("marks.id");
        var captions = Stream.concat(
                        Stream.of(id),
                        Stream.concat(
                                marks.tasks().stream().map(task -> texts.get("marks.task", task.number())),
                                Stream.of(texts.get("marks.total"))))
                .toList();
        StoredTable table;
        try {
            table = StoredTable.below(rows(MarksSheet.NAME), MarksSheet.NAME, captions);
        } catch (MarkingException e) {
            throw complaint(e.getMessage() + ": undo what was deleted, or renamed, there");
        }
        var seen = new HashSet<String>();
        var byId = marks.marked().stream().collect(Collectors.toMap(Marked::id, one -> one));
        for (var line : table.lines()) {
            var one = byId.get(line.text(id));
            if (one != null && seen.add(one.id())) {
                marks.tasks()
                        .forEach(task ->
                                requireShown(line, texts.get("marks.task", task.number()), marks.points(one, task)));
                requireShown(line, texts.get("marks.total"), marks.total(one));
            }
        }
        marks.marked().stream()
                .filter(one -> !seen.contains(one.id()))
                .findFirst()
                .ifPresent(one -> {
                    throw complaint("the sheet " + MarksSheet.NAME + " has lost the row of " + one.id()
                            + ": undo what was deleted or changed there");
                });
    }

    private void requireShown(StoredTable.Line line, String caption, double points) {
        var shown = line.value(caption);
        if (!(shown instanceof Value.Figure figure) || Math.abs(figure.number() - points) > PRECISION) {
            throw complaint(line.place(caption) + " shows " + (shown instanceof Value.Nothing ? "nothing" : shown)
                    + ", but "
                    + Value.of(points).content()
                    + " follows from the yellow cells: leave its formula, and the order of the"
                    + " rows on " + AnswersSheet.NAME + ", as they were, and change verdicts there or points on "
                    + TasksSheet.NAME);
        }
    }
}
