package io.gradsheet.classroom;

import io.gradsheet.classroom.Captions.Caption;
import io.gradsheet.classroom.Lines.Line;
import io.gradsheet.lesson.frame.Check;
import io.gradsheet.lesson.frame.Guide;
import io.gradsheet.lesson.frame.Lesson;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the cells of a plan that are asked for, and puts those together that are worked out alike. */
final class TaskFinder {
    private static final Pattern PLACING = Pattern.compile("[_^{}, ]");

    private final List<Selection> selections;
    private final Lesson lesson;
    private final LessonWords words;
    private final Plan plan;
    private final PlanNumbers numbers;
    private final Map<Group, Found> found = new LinkedHashMap<>();

    /** Symbols without what only places their letters and digits: every cell of a column is asked for the same few. */
    private final Map<String, String> bare = new HashMap<>();

    /**
     * Prepares a search.
     *
     * @param selections what is asked for, in this order; of those that ask for a cell, the first counts
     */
    TaskFinder(List<Selection> selections, Lesson lesson, Plan plan, LessonWords words) {
        this.plan = plan;
        this.numbers = new PlanNumbers(plan);
        this.selections = selections;
        this.lesson = lesson;
        this.words = words;
    }

    /** What makes cells one task: words of its own, or a row and how it is worked out, or a caption. */
    private record Group(Selection selection, String sheet, int row, int column, Role role, String words) {
        static Group ofItsOwn(Selection selection) {
            return new Group(selection, "", 0, 0, Role.TEXT, "");
        }
    }

    /** The cells of a task; {@code numbers} are those of their rows, {@code words} say how they are worked out. */
    private record Found(
            Selection selection,
            String sheet,
            Optional<Line> line,
            Set<String> words,
            List<Blank> blanks,
            List<Integer> numbers) {
        Found(Selection selection, String sheet, Optional<Line> line) {
            this(selection, sheet, line, new LinkedHashSet<>(), new ArrayList<>(), new ArrayList<>());
        }

        String hint() {
            return selection
                    .hint()
                    .orElseGet(
                            () -> words.stream().filter(how -> !how.isEmpty()).collect(Collectors.joining("; ")));
        }
    }

    /** The tasks in the order of what is asked for, and those of one selection in the order of the workbook. */
    List<Task> tasks() {
        for (var sheet : plan.sheets()) {
            if (!sheet.hidden()
                    && !sheet.name().equals(Guide.NAME)
                    && !sheet.name().equals(Check.NAME)) {
                if (lesson.isOfLines()) {
                    findLines(sheet);
                } else {
                    findTables(sheet);
                }
            }
        }
        var tasks = new ArrayList<Task>();
        for (var selection : new LinkedHashSet<>(selections)) {
            found.values().stream()
                    .filter(cells -> cells.selection().equals(selection))
                    .forEach(cells -> tasks.add(task(tasks.size() + 1, cells)));
        }
        return tasks;
    }

    private Task task(int number, Found cells) {
        var selection = cells.selection();
        return new Task(
                number,
                selection.ask().orElseGet(() -> title(cells)),
                cells.hint(),
                cells.blanks(),
                selection.points(),
                selection.tolerance(),
                selection.formula(),
                SlipNames.credits(selection.slips()));
    }

    private String title(Found cells) {
        var symbolsOfCells =
                cells.blanks().stream().map(Blank::symbol).distinct().toList();
        return cells.line()
                .map(line -> words.title(
                        symbolsOfCells, cells.blanks().get(0).answer().role(), line))
                .orElseGet(() -> words.title(
                        symbolsOfCells, cells.blanks().get(0).answer().role(), cells.numbers(), cells.sheet()));
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
                    .filter(selection ->
                            isFor(selection, sheet, cell, caption, "") && isOn(selection, line, cell.role()))
                    .findFirst()
                    .ifPresent(selection -> add(
                            new Group(selection, sheet, place.row(), start, cell.role(), how),
                            new Found(selection, sheet, Optional.of(line)),
                            how,
                            new Blank(
                                    place.address(sheet),
                                    symbol(caption, cell.role(), line),
                                    cell,
                                    selection.choose(),
                                    numbers),
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

    // A worksheet: rows of a table, or a value of its own -----------------------------------------------------------

    private void findTables(SheetPlan sheet) {
        var captions = new Captions(sheet);
        var counts = new HashMap<Ref, Integer>();
        sheet.pushTo(row -> {
            for (var column = 0; column < row.cells().size(); column++) {
                if (row.cells().get(column) instanceof Cell.Computed cell && isNumber(cell)) {
                    var place = Ref.at(row.index(), column);
                    var symbol = lesson.symbols().stream()
                            .filter(name -> name.sheet().equals(sheet.name())
                                    && name.cells().contains(place))
                            .findFirst();
                    // Further rows of a matrix are called what its first row is.
                    var top = symbol.map(
                                    name -> captions.row(name.cells().first().row()))
                            .orElse(row);
                    captions.before(top, column, cell.role())
                            .or(() -> captions.above(top.index(), place.column()))
                            .ifPresent(caption -> lookAt(
                                    sheet.name(),
                                    place,
                                    cell,
                                    caption,
                                    symbol.map(Plan.Name::name).orElse(""),
                                    counts.merge(caption.place(), 1, Integer::sum),
                                    captions));
                }
            }
        });
    }

    private void lookAt(
            String sheet,
            Ref place,
            Cell.Computed cell,
            Caption caption,
            String symbol,
            int number,
            Captions captions) {
        selections.stream()
                .filter(selection -> isFor(selection, sheet, cell, caption, symbol)
                        && (selection.rows().isEmpty() || selection.rows().contains(number)))
                .findFirst()
                .ifPresent(selection -> {
                    var at = caption.place();
                    var how = at.row() < place.row() ? captions.words(at.row() + 1, at.column()) : "";
                    add(
                            new Group(selection, sheet, at.row(), at.column(), cell.role(), ""),
                            new Found(selection, sheet, Optional.empty()),
                            how,
                            new Blank(place.address(sheet), caption.markup(), cell, selection.choose(), numbers),
                            number);
                });
    }

    // Both ---------------------------------------------------------------------------------------------------------

    private void add(Group group, Found fresh, String how, Blank blank, int number) {
        var selection = fresh.selection();
        var own = selection.ask().map(ask -> Group.ofItsOwn(selection)).orElse(group);
        var cells = found.computeIfAbsent(own, key -> fresh);
        cells.words().add(how);
        cells.blanks().add(blank);
        cells.numbers().add(number);
    }

    private static boolean isNumber(Cell.Computed cell) {
        return cell.value() instanceof Value.Figure;
    }

    private boolean isFor(Selection selection, String sheet, Cell.Computed cell, Caption caption, String symbol) {
        return selection.sheet().map(sheet::equals).orElse(true)
                && (selection.roles().isEmpty()
                        ? Roles.isQuantity(cell.role())
                        : selection.roles().stream().anyMatch(kind -> Roles.of(kind) == cell.role()))
                && (selection.symbols().isEmpty()
                        || selection.symbols().stream()
                                .anyMatch(asked -> isSymbol(asked, selection)
                                        ? asked.equals(symbol)
                                        : bare(asked).equals(bare(caption.markup()))));
    }

    /** Whether the template calls cells so: then it means them, whatever else has such a caption. */
    private boolean isSymbol(String asked, Selection selection) {
        return lesson.symbols().stream()
                .anyMatch(name -> name.name().equals(asked)
                        && selection.sheet().map(name.sheet()::equals).orElse(true));
    }

    private String bare(String symbol) {
        return bare.computeIfAbsent(symbol, whole -> PLACING.matcher(whole).replaceAll(""));
    }
}
