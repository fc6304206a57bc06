package io.gradsheet.classroom;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.lesson.frame.Lesson;
import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.network.Network;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Quantity;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.template.Block;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.template.WorksheetExperiment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What cells of an exercise's workbook are called: in a worksheet as its template calls them, in any other lesson as the captions of
 * their sheet do.
 */
public final class CellNames {
    private final Exercise exercise;
    private final Lesson lesson;
    private final Map<String, Captions> captions = new HashMap<>();
    private final Map<String, Map<Integer, Row>> rows = new HashMap<>();
    private final List<Area> areas = new ArrayList<>();

    /** Cells that a worksheet's template names together. */
    private record Area(Plan.Name name, List<String> captions, Optional<Plan.Name> key, String keyCaption) {
        boolean contains(Address place) {
            return name.sheet().equals(place.sheet()) && name.cells().contains(Ref.at(place.row(), place.column()));
        }

        int row(Address place) {
            return place.row() - name.cells().first().row();
        }

        int column(Address place) {
            return place.column() - name.cells().first().column();
        }
    }

    public CellNames(Exercise exercise) {
        this.exercise = exercise;
        this.lesson = Lessons.of(exercise.experiment());
        if (exercise.experiment() instanceof WorksheetExperiment worksheet) {
            addAreas(worksheet);
        }
    }

    private void addAreas(WorksheetExperiment worksheet) {
        var names = new HashMap<String, Plan.Name>();
        lesson.symbols().forEach(name -> names.put(name.name(), name));
        worksheet.pages().stream()
                .flatMap(page -> page.content().stream())
                .flatMap(CellNames::flat)
                .forEach(block -> {
                    if (block instanceof Block.Inputs inputs) {
                        inputs.inputs().forEach(input -> add(names, input.id(), List.of(input.caption())));
                    } else if (block instanceof Block.Values values) {
                        values.values().forEach(value -> add(names, value.id(), List.of(value.caption())));
                    } else if (block instanceof Block.Table table) {
                        add(names, table);
                    }
                });
    }

    private static Stream<Block> flat(Block block) {
        return block instanceof Block.Beside beside
                ? beside.blocks().stream().flatMap(CellNames::flat)
                : Stream.of(block);
    }

    private void add(Map<String, Plan.Name> names, String id, List<String> captions) {
        Optional.ofNullable(names.get(id)).ifPresent(name -> areas.add(new Area(name, captions, Optional.empty(), "")));
    }

    private void add(Map<String, Plan.Name> names, Block.Table table) {
        var first = table.columns().get(0);
        var key = Optional.ofNullable(names.get(first.id()));
        for (var column : table.columns()) {
            Optional.ofNullable(names.get(column.id()))
                    .ifPresent(name -> areas.add(new Area(
                            name,
                            column.captions(),
                            key,
                            first.captions().size() == 1 ? first.captions().get(0) : "")));
        }
        table.totals()
                .forEach(total -> add(
                        names, total.quantity().id(), List.of(total.quantity().caption())));
    }

    /** The cells that a worksheet's template names together with a cell, row by row. */
    public Optional<List<List<Address>>> area(Address place) {
        return areaOf(place).map(area -> {
            var first = area.name().cells().first();
            return IntStream.range(0, area.name().cells().rows())
                    .mapToObj(row -> IntStream.range(0, area.name().cells().columns())
                            .mapToObj(column -> first.plus(row, column).address(place.sheet()))
                            .toList())
                    .toList();
        });
    }

    private Optional<Area> areaOf(Address place) {
        return areas.stream().filter(area -> area.contains(place)).findFirst();
    }

    /** The symbol of a cell by itself, in markup; empty if nothing names it. */
    public String symbol(Address place) {
        return bare(named(place));
    }

    /** A line of a calculation may be called "+ b": its number is b. And "a = σ(z)" is a. */
    private static String bare(String name) {
        return name.replaceFirst("^[+=·] ", "").replaceFirst("^([^\\s=]+) = .*", "$1");
    }

    private String named(Address place) {
        return areaOf(place)
                .map(area -> symbol(area, place))
                .or(() -> defined(place))
                .orElseGet(() -> captioned(place));
    }

    /** The name that formulas have for a cell: η, or h. */
    private Optional<String> defined(Address place) {
        return exercise.plan().names().stream()
                .filter(name -> name.cell().equals(place))
                .map(name -> name.name().equals("eta") ? "η" : name.name())
                .findFirst();
    }

    private String symbol(Area area, Address place) {
        if (area.captions().size() > 1) {
            return area.captions().get(area.column(place));
        }
        var caption = area.captions().get(0);
        var cells = area.name().cells();
        if (area.key().isPresent()) {
            return isFirstColumn(area)
                    ? caption
                    : indexed(area, caption, number(area, place)).orElse(caption);
        }
        if (cells.rows() > 1 && cells.columns() > 1) {
            return Quantity.lowered(caption, (area.row(place) + 1) + "" + (area.column(place) + 1));
        }
        return cells.rows() > 1 || cells.columns() > 1
                ? Quantity.lowered(caption, Integer.toString(Math.max(area.row(place), area.column(place)) + 1))
                : caption;
    }

    private static boolean isFirstColumn(Area area) {
        return area.key().filter(area.name()::equals).isPresent();
    }

    /** A caption with an index, {@code a_{n}}, where the number of the row is n. */
    private static Optional<String> indexed(Area area, String caption, String number) {
        var index = "_{" + area.keyCaption() + "}";
        return !area.keyCaption().isEmpty() && caption.contains(index)
                ? Optional.of(caption.replace(index, "_{" + number + "}"))
                : Optional.empty();
    }

    /** The number of a cell's row: what its first cell says if that is a whole number, else counted from 1. */
    private String number(Area area, Address place) {
        var first = area.key()
                .filter(key -> key.cells().columns() == 1)
                .map(key -> content(new Address(
                        place.sheet(), place.row(), key.cells().first().column())))
                .orElse("");
        return first.matches("\\d+") ? first : Integer.toString(area.row(place) + 1);
    }

    /** What cells are called together: what their template calls them, or a symbol with an index, {@code x_{i}}. */
    public String together(List<Address> cells) {
        var area = areaOf(cells.get(0))
                .filter(one -> one.captions().size() == 1 && cells.stream().allMatch(one::contains));
        if (area.isPresent()) {
            return area.get().captions().get(0);
        }
        var alike = symbol(cells.get(0)).equals(symbol(cells.get(cells.size() - 1)));
        var first = alike ? numbered(cells.get(0)) : symbol(cells.get(0));
        var last = alike ? numbered(cells.get(cells.size() - 1)) : symbol(cells.get(cells.size() - 1));
        return indexed(first, last).orElse(first.equals(last) ? first : first + " … " + last);
    }

    /** What differs in the first index that differs, and in nothing else, is called i. */
    private static Optional<String> indexed(String first, String last) {
        var same = 0;
        while (same < Math.min(first.length(), last.length()) && first.charAt(same) == last.charAt(same)) {
            same++;
        }
        // 1 and 12 differ as a whole.
        if (same < first.length() && first.charAt(same) == '}') {
            while (same > 0 && Character.isDigit(first.charAt(same - 1))) {
                same--;
            }
        }
        var opened = first.lastIndexOf('{', same - 1);
        var isInIndex = opened > 0 && first.charAt(opened - 1) == '_' && first.indexOf('}', opened) >= same;
        if (!isInIndex || last.indexOf('}', same) < 0) {
            return Optional.empty();
        }
        var rest = first.substring(first.indexOf('}', same));
        return rest.equals(last.substring(last.indexOf('}', same)))
                ? Optional.of(first.substring(0, same) + "i" + rest)
                : Optional.empty();
    }

    /** What an answer is called, in markup. */
    public String name(Blank blank) {
        return areas.isEmpty() && (lesson.isOfLines() || symbol(blank.place()).isEmpty())
                ? blank.symbol()
                : symbol(blank.place());
    }

    /** The symbol of a cell where others of its kind are spoken of as well: of a row of a table, or of a sample. */
    public String numbered(Address place) {
        var area = areaOf(place);
        if (area.isPresent()) {
            var caption = area.get().captions().get(0);
            return area.get().key().isPresent()
                            && area.get().captions().size() == 1
                            && indexed(area.get(), caption, "").isEmpty()
                    ? Quantity.lowered(caption, number(area.get(), place))
                    : symbol(place);
        }
        var symbol = symbol(place);
        var number = line(place);
        if (number.isEmpty()) {
            var label = rowLabel(place);
            return label.isEmpty() ? symbol : bare(label);
        }
        if (symbol.startsWith("∂C/")) {
            return "∂C_{" + number.getAsInt() + "}" + symbol.substring(2);
        }
        return symbol.equals("C") ? "C_{" + number.getAsInt() + "}" : symbol;
    }

    /** The cells that tell the row of a cell from the others of its table; none where its symbol does, or nothing. */
    public List<Address> row(Address place) {
        return areaOf(place)
                .filter(area -> area.key().isPresent() && !isFirstColumn(area))
                .filter(area -> indexed(area, area.captions().get(0), "").isEmpty())
                .map(area -> key(area, place))
                .orElse(List.of());
    }

    private static List<Address> key(Area area, Address place) {
        var cells = area.key().orElseThrow().cells();
        return IntStream.range(0, cells.columns())
                .mapToObj(column ->
                        new Address(place.sheet(), place.row(), cells.first().column() + column))
                .toList();
    }

    /** The first label of a row that says what it is about, in markup; empty if there is none, and in worksheets. */
    public String rowLabel(Address place) {
        return areas.isEmpty()
                ? IntStream.range(0, place.column())
                        .mapToObj(column -> cell(new Address(place.sheet(), place.row(), column)))
                        .filter(cell -> cell instanceof Cell.Label label
                                && label.role() != Role.NOTE
                                && label.role() != Role.TEXT
                                && !label.text().text().isBlank())
                        .findFirst()
                        .map(cell -> ((Cell.Label) cell).text().markup())
                        .orElse("")
                : "";
    }

    /** The number of the sample or step in whose line a cell stands. */
    public OptionalInt line(Address place) {
        return areas.isEmpty() && cell(new Address(place.sheet(), place.row(), 0)) instanceof Cell.Figure figure
                ? OptionalInt.of((int) figure.value())
                : OptionalInt.empty();
    }

    private String content(Address place) {
        return cell(place) instanceof Cell.Figure figure ? Mark.plain(figure.value()) : "";
    }

    // By captions
    // -------------------------------------------------------------------------------------------------------

    private Cell cell(Address place) {
        var row = rows(place.sheet()).get(place.row());
        return row != null && place.column() < row.cells().size() ? row.cells().get(place.column()) : Cell.EMPTY;
    }

    private Map<Integer, Row> rows(String sheet) {
        return rows.computeIfAbsent(sheet, name -> {
            var found = new HashMap<Integer, Row>();
            sheet(name).ifPresent(plan -> plan.pushTo(row -> found.put(row.index(), row)));
            return found;
        });
    }

    private Optional<SheetPlan> sheet(String name) {
        return exercise.plan().sheets().stream()
                .filter(sheet -> sheet.name().equals(name))
                .findFirst();
    }

    private String captioned(Address place) {
        var row = rows(place.sheet()).get(place.row());
        var known = captions.computeIfAbsent(
                place.sheet(), name -> sheet(name).map(Captions::new).orElseThrow());
        if (row == null) {
            return "";
        }
        var role = role(cell(place));
        var above = known.above(place.row(), place.column());
        var isInColumn =
                (lesson.isOfLines() && line(place).isPresent()) || (role == Role.PARAMETER && above.isPresent());
        var found = isInColumn ? above : known.before(row, place.column(), role).or(() -> above);
        return found.map(caption -> symbol(caption, role, place)).orElseGet(() -> rowLabel(place));
    }

    private String symbol(Captions.Caption caption, Role role, Address place) {
        if (caption.role() == Role.PARAMETER && role == Role.GRADIENT) {
            return line(place).isEmpty() ? "∂C_{T}/∂" + caption.markup() : Notation.gradient(caption.markup());
        }
        if (role == Role.GRADIENT && exercise.experiment() instanceof NetworkExperiment experiment) {
            return weight(experiment.network(), rowLabel(place), caption.markup())
                    .map(Notation::gradient)
                    .orElse(caption.markup());
        }
        // A frozen parameter is said to be so behind its symbol.
        return caption.role() == Role.PARAMETER ? caption.markup().split("\\s", 2)[0] : caption.markup();
    }

    /** The weight in a row of an error and a column of what flows in. */
    private static Optional<String> weight(Network network, String error, String inflow) {
        for (var layer = 2; layer <= network.layers(); layer++) {
            for (var j = 1; j <= network.size(layer); j++) {
                for (var i = 1; i <= network.size(layer - 1); i++) {
                    var from = layer == 2 ? Notation.input(i) : Notation.activation(layer - 1, i);
                    if (Notation.delta(layer, j).equals(error) && from.equals(inflow)) {
                        return Optional.of(Notation.weight(layer, j, i));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Role role(Cell cell) {
        if (cell instanceof Cell.Computed computed) {
            return computed.role();
        }
        if (cell instanceof Cell.Input input) {
            return input.role();
        }
        return cell instanceof Cell.Figure figure ? figure.role() : Role.TEXT;
    }
}
