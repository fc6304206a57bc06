package io.gradsheet.classroom;

import static io.gradsheet.sheet.Formula.named;

import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.sheet.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The marks of a sheet's blanks as texts to the right of everything else, each in the row of its blank, and the number of cells that are
 * still empty. The sheet's colours look at these, since some programs drop a rule that looks at another sheet or at a defined name. They
 * are not printed.
 */
final class MarksBeside {
    private static final double OPEN_WIDTH = 16;
    private static final double MARK_WIDTH = 7;
    private static final double USUAL_WIDTH = 8.43;
    private static final int CAPTION_ROW = 0;
    private static final int OPEN_ROW = 1;

    private final SheetPlan sheet;
    private final Map<Ref, Address> blanks;
    private final List<Integer> columns;
    private final Extent extent;
    private final Texts texts;

    /** Prepares the marks of those blanks that are on the sheet. */
    MarksBeside(SheetPlan sheet, Collection<Address> blanks, Texts texts) {
        this.sheet = sheet;
        this.blanks = blanks.stream()
                .filter(blank -> blank.sheet().equals(sheet.name()))
                .collect(Collectors.toMap(blank -> Ref.at(blank.row(), blank.column()), Function.identity()));
        this.columns = List.copyOf(
                new TreeSet<>(this.blanks.keySet().stream().map(Ref::column).toList()));
        this.extent = Extent.of(sheet);
        this.texts = texts;
    }

    /** Whether the sheet has no blank. */
    boolean isEmpty() {
        return blanks.isEmpty();
    }

    private Ref open() {
        return Ref.at(OPEN_ROW, extent.columns() + 1);
    }

    private Ref mark(int row, int column) {
        return open().plus(row - OPEN_ROW, 1 + columns.indexOf(column));
    }

    /** Hides the cells while a blank is empty. */
    List<Feature> hiding(Collection<Address> cells) {
        var condition = open().fix().isGreater(0);
        return Rectangles.of(cells).stream()
                .<Feature>map(range -> new Feature.Signal(range, condition, Feature.Tone.HIDDEN))
                .toList();
    }

    /** Colours the blanks that have one of the marks. */
    List<Feature> colouring(String sign, Feature.Tone tone) {
        return Rectangles.of(blanks.values()).stream()
                .<Feature>map(range -> new Feature.Signal(
                        range, mark(range.first().row(), range.first().column()).isEqualTo(sign), tone))
                .toList();
    }

    /**
     * The sheet with the marks.
     *
     * @param colours go before the sheet's own
     * @param open the defined name of the number of cells that are still empty
     * @param count so many as the file is handed out
     * @param marks where the mark of a blank is made
     */
    SheetPlan added(List<Feature> colours, String open, int count, Function<Address, Formula> marks) {
        var features = new ArrayList<>(colours);
        features.addAll(sheet.features());
        var head = new ArrayList<>(sheet.head());
        for (var index : List.of(CAPTION_ROW, OPEN_ROW)) {
            if (head.stream().noneMatch(row -> row.index() == index)) {
                head.add(index, Row.of(index, List.of()));
            }
        }
        var widths = new ArrayList<>(sheet.widths());
        while (widths.size() < open().column()) {
            widths.add(USUAL_WIDTH);
        }
        widths.add(OPEN_WIDTH);
        columns.forEach(column -> widths.add(MARK_WIDTH));
        var page = sheet.page().columns() > 0 ? sheet.page() : sheet.page().ofColumns(extent.columns());
        return new SheetPlan(
                        sheet.name(),
                        widths,
                        head,
                        sheet.body(),
                        Math.max(sheet.rows(), OPEN_ROW + 1),
                        open().column() + 1 + columns.size(),
                        sheet.frozen(),
                        sheet.page().rows() > 0 ? page : page.ofRows(extent.rows()),
                        features,
                        sheet.hidden(),
                        sheet.outlineLevels())
                .withRows(row -> added(row, open, count, marks));
    }

    private Row added(Row row, String open, int count, Function<Address, Formula> marks) {
        var cells = new ArrayList<>(row.cells());
        if (row.index() == CAPTION_ROW) {
            put(cells, open().column(), texts.label(Role.CAPTION, "exercise.open"));
            columns.forEach(column ->
                    put(cells, mark(CAPTION_ROW, column).column(), texts.label(Role.CAPTION, "exercise.mark")));
        }
        if (row.index() == OPEN_ROW) {
            put(cells, open().column(), Cell.computed(named(open), count, Role.INDEX));
        }
        for (var column : columns) {
            var blank = blanks.get(Ref.at(row.index(), column));
            if (blank != null) {
                put(
                        cells,
                        mark(row.index(), column).column(),
                        new Cell.Computed(marks.apply(blank), Value.of(""), Role.INDEX));
            }
        }
        return new Row(row.index(), cells, row.look());
    }

    private static void put(List<Cell> cells, int column, Cell cell) {
        while (cells.size() <= column) {
            cells.add(Cell.EMPTY);
        }
        cells.set(column, cell);
    }
}
