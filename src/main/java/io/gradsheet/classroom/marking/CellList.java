package io.gradsheet.classroom.marking;

import io.gradsheet.classroom.Rectangles;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Range;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Cells as people list them: {@code Training!P9:R10, Training!T9}. */
final class CellList {
    private static final int MOST = 12;

    private CellList() {}

    static String of(List<Address> cells) {
        var bySheet = cells.stream().collect(Collectors.groupingBy(Address::sheet, TreeMap::new, Collectors.toList()));
        var areas = bySheet.entrySet().stream()
                .flatMap(sheet -> Rectangles.of(sheet.getValue()).stream().map(area -> shown(area, sheet.getKey())))
                .toList();
        return areas.stream().limit(MOST).collect(Collectors.joining(", ")) + (areas.size() > MOST ? ", …" : "");
    }

    private static String shown(Range area, String sheet) {
        return area.first().equals(area.last())
                ? area.first().on(sheet).text()
                : area.on(sheet).text();
    }
}
