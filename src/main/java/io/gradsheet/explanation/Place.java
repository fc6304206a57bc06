package io.gradsheet.explanation;

import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.SheetPlan;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A cell, a range of cells or a defined name as somebody types it. */
final class Place {
    private static final int MOST = 100;
    private static final Pattern CELLS = Pattern.compile(
            "(?:'?(?<sheet>[^'!]+)'?!)?\\$?(?<column>[A-Za-z]{1,3})\\$?(?<row>\\d{1,7})(?::\\$?(?<lastColumn>[A-Za-z]{1,3})\\$?(?<lastRow>\\d{1,7}))?");

    private Place() {}

    /**
     * The cells that a text names, row by row.
     *
     * @throws PlaceException if there are none, or too many
     */
    static List<Address> of(String text, Plan plan) {
        var typed = text.strip();
        var named = plan.names().stream()
                .filter(name -> name.name().equalsIgnoreCase(typed))
                .findFirst();
        if (named.isPresent()) {
            return cells(named.get().sheet(), named.get().cells(), typed);
        }
        var matcher = CELLS.matcher(typed);
        if (!matcher.matches()) {
            throw new PlaceException("there is no cell " + typed + ": write the sheet and the cell, such as "
                    + example(plan) + names(plan));
        }
        var sheet = sheet(Optional.ofNullable(matcher.group("sheet")), typed, plan);
        var first = ref(matcher.group("column"), matcher.group("row"), typed);
        var last = matcher.group("lastColumn") == null
                ? first
                : ref(matcher.group("lastColumn"), matcher.group("lastRow"), typed);
        if (last.row() < first.row() || last.column() < first.column()) {
            throw new PlaceException(typed + " is no range: write its top left cell first");
        }
        return cells(sheet, first.to(last), typed);
    }

    private static String sheet(Optional<String> name, String typed, Plan plan) {
        var visible = plan.sheets().stream()
                .filter(sheet -> !sheet.hidden())
                .map(SheetPlan::name)
                .toList();
        if (name.isEmpty()) {
            throw new PlaceException(typed + " may be on any sheet: write which, such as " + example(plan));
        }
        return visible.stream()
                .filter(sheet -> sheet.equalsIgnoreCase(name.get()))
                .findFirst()
                .orElseThrow(() -> new PlaceException(
                        "there is no sheet " + name.get() + ": the workbook has " + String.join(", ", visible)));
    }

    private static String example(Plan plan) {
        return plan.sheets().get(plan.sheets().size() > 1 ? 1 : 0).name() + "!B7";
    }

    private static String names(Plan plan) {
        return plan.names().isEmpty()
                ? ""
                : ", or a name: "
                        + plan.names().stream().map(Plan.Name::name).limit(5).collect(Collectors.joining(", "));
    }

    private static Ref ref(String letters, String digits, String typed) {
        var column =
                letters.toUpperCase(Locale.ROOT).chars().reduce(0, (number, letter) -> 26 * number + letter - 'A' + 1);
        var row = Integer.parseInt(digits);
        if (row < 1 || row > Plan.MAX_ROWS || column > Plan.MAX_COLUMNS) {
            throw new PlaceException("no sheet has a cell " + typed);
        }
        return Ref.at(row - 1, column - 1);
    }

    private static List<Address> cells(String sheet, Range range, String typed) {
        var count = (long) range.rows() * range.columns();
        if (count > MOST) {
            throw new PlaceException(typed + " has " + count + " cells: ask about " + MOST + " or fewer at a time");
        }
        return range.cells().stream().map(cell -> cell.address(sheet)).toList();
    }
}
