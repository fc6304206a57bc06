package io.gradsheet.classroom;

import io.gradsheet.classroom.Captions.Caption;
import io.gradsheet.classroom.Lines.Line;
import io.gradsheet.lesson.frame.Check;
import io.gradsheet.lesson.frame.Guide;
import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.Assignment.Selection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the cells of a plan that are asked for, and puts those together that are worked out alike. */
final class TaskFinder {
    private final List<Selection> selections;
    private final LessonWords words;
    private final Map<Group, Found> found = new LinkedHashMap<>();

    /**
     * Prepares a search.
     *
     * @param selections what is asked for; of those that ask for a cell, the first counts
     */
    TaskFinder(List<Selection> selections, LessonWords words) {
        this.selections = selections;
        this.words = words;
    }

    /** What makes cells one task: a row and how it is worked out, or a caption of its own. */
    private record Group(String sheet, int row, int column, Role role, String words) {}

    /** The cells of a task; {@code numbers} are those of their rows. */
    private record Found(
            Selection selection, String words, Optional<Line> line, List<Blank> blanks, List<Integer> numbers) {}

    /** The tasks, in the order of the workbook. */
    List<Task> in(Plan plan) {
        for (var sheet : plan.sheets()) {
            if (!sheet.hidden()
                    && !sheet.name().equals(Guide.NAME)
                    && !sheet.name().equals(Check.NAME)) {
                if (words.isOfLines(plan)) {
                    findLines(sheet);
                } else {
                    findTables(sheet);
                }
            }
        }
        var tasks = new ArrayList<Task>();
        found.forEach((group, cells) -> tasks.add(task(tasks.size() + 1, group.sheet(), cells)));
        return tasks;
    }

    private Task task(int number, String sheet, Found cells) {
        var symbols = cells.blanks().stream().map(Blank::symbol).distinct().toList();
        var title = cells.line()
                .map(line -> words.title(symbols, line))
                .orElseGet(() -> words.title(symbols, cells.numbers(), sheet));
        var selection = cells.selection();
        return new Task(
                number,
                title,
                cells.words(),
                cells.blanks(),
                selection.points(),
                selection.tolerance(),
                selection.formula());
    }

    // A training or a descent: a row is a sample or a step ------------------------------------------------------------

    private void findLines(SheetPlan sheet) {
        var captions = new Captions(sheet);
        var lines = new Lines();
        sheet.pushTo(row -> {
            var line = lines.next(row);
            var runs = new Runs();
            for (var column = 0; column < row.cells().size(); column++) {
                if (row.cells().get(column) instanceof Cell.Computed cell && isNumber(cell)) {
                    lookAt(sheet.name(), Ref.at(row.index(), column), cell, line, runs, captions);
                }
            }
        });
    }

    /** Where the cells of one role begin that stand side by side: a layer. Gradients and updates of all layers belong together. */
    private static final class Runs {
        private Role role = Role.NOTE;
        private int first;
        private int last = -2;

        int start(int column, Role of) {
            if (of != role || column != last + 1) {
                first = column;
            }
            role = of;
            last = column;
            return of == Role.GRADIENT || of == Role.UPDATE ? 0 : first;
        }
    }

    private void lookAt(String sheet, Ref place, Cell.Computed cell, Line line, Runs runs, Captions captions) {
        var start = runs.start(place.column(), cell.role());
        captions.above(place.row(), place.column()).ifPresent(caption -> {
            var how = line.number().isPresent()
                    ? captions.words(caption.place().row() - 1, place.column())
                    : line.caption();
            selections.stream()
                    .filter(selection -> isFor(selection, sheet, cell, caption) && isOn(selection, line, cell.role()))
                    .findFirst()
                    .ifPresent(selection -> add(
                            new Group(sheet, place.row(), start, cell.role(), how),
                            new Found(selection, how, Optional.of(line), new ArrayList<>(), new ArrayList<>()),
                            new Blank(place.address(sheet), symbol(caption, cell.role(), line), cell),
                            line.number().orElse(0)));
        });
    }

    private static boolean isOn(Selection selection, Line line, Role role) {
        var inEpoch = selection.epoch().map(epoch -> epoch == line.epoch()).orElse(true);
        if (line.number().isEmpty()) {
            return inEpoch && selection.rows().isEmpty() && (selection.total() || role == Role.UPDATE);
        }
        return inEpoch
                && !selection.total()
                && (selection.rows().isEmpty()
                        || selection.rows().contains(line.number().get()));
    }

    private String symbol(Caption caption, Role role, Line line) {
        var isTotal = line.number().isEmpty();
        if (caption.role() == Role.PARAMETER && role == Role.GRADIENT) {
            return isTotal ? "∂C_{T}/∂" + caption.markup() : Notation.gradient(caption.markup());
        }
        if (caption.role() == Role.PARAMETER && role == Role.UPDATE) {
            return words.next(caption.markup());
        }
        return isTotal && role == Role.COST ? "C_{T}" : caption.markup();
    }

    // A worksheet: rows of a table, or a value of its own
    // --------------------------------------------------------------

    private void findTables(SheetPlan sheet) {
        var captions = new Captions(sheet);
        var counts = new HashMap<Ref, Integer>();
        sheet.pushTo(row -> {
            for (var column = 0; column < row.cells().size(); column++) {
                if (row.cells().get(column) instanceof Cell.Computed cell && isNumber(cell)) {
                    var at = column;
                    captions.before(row, column, cell.role())
                            .or(() -> captions.above(row.index(), at))
                            .ifPresent(caption -> lookAt(
                                    sheet.name(),
                                    Ref.at(row.index(), at),
                                    cell,
                                    caption,
                                    counts.merge(caption.place(), 1, Integer::sum),
                                    captions));
                }
            }
        });
    }

    private void lookAt(String sheet, Ref place, Cell.Computed cell, Caption caption, int number, Captions captions) {
        selections.stream()
                .filter(selection -> isFor(selection, sheet, cell, caption)
                        && (selection.rows().isEmpty() || selection.rows().contains(number)))
                .findFirst()
                .ifPresent(selection -> {
                    var above = caption.place().row() < place.row();
                    var how = above
                            ? captions.words(
                                    caption.place().row() + 1, caption.place().column())
                            : "";
                    add(
                            new Group(
                                    sheet,
                                    caption.place().row(),
                                    caption.place().column(),
                                    cell.role(),
                                    ""),
                            new Found(selection, how, Optional.empty(), new ArrayList<>(), new ArrayList<>()),
                            new Blank(place.address(sheet), caption.markup(), cell),
                            number);
                });
    }

    // Both ---------------------------------------------------------------------------------------------------------

    private void add(Group group, Found fresh, Blank blank, int number) {
        var cells = found.computeIfAbsent(group, key -> fresh);
        cells.blanks().add(blank);
        cells.numbers().add(number);
    }

    private static boolean isNumber(Cell.Computed cell) {
        return cell.value() instanceof Value.Figure;
    }

    private static boolean isFor(Selection selection, String sheet, Cell.Computed cell, Caption caption) {
        return selection.sheet().map(sheet::equals).orElse(true)
                && (selection.roles().isEmpty()
                        ? Roles.isQuantity(cell.role())
                        : selection.roles().stream().anyMatch(kind -> Roles.of(kind) == cell.role()))
                && (selection.symbols().isEmpty()
                        || selection.symbols().stream()
                                .anyMatch(symbol -> bare(symbol).equals(bare(caption.markup()))));
    }

    /** A symbol without what only places its letters and digits. */
    private static String bare(String symbol) {
        return symbol.replaceAll("[_^{}, ]", "");
    }
}
