package io.gradsheet.testing;

import io.gradsheet.recalc.Engine;
import io.gradsheet.recalc.Recalculation;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Value;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The values that an engine computes from a file. */
public final class EngineValues {
    private EngineValues() {}

    /** The cells of the sheets named. */
    public static Map<Address, Value> of(Engine engine, Path file, String... sheets) {
        var values = new HashMap<Address, Value>();
        try (var recalculation = engine.recalculate(file)) {
            for (var sheet : sheets) {
                read(recalculation, sheet, values);
            }
        }
        return values;
    }

    private static void read(Recalculation recalculation, String sheet, Map<Address, Value> values) {
        try (var rows = recalculation.rows(sheet)) {
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                var index = row.get().index();
                row.get().cells().forEach(cell -> values.put(new Address(sheet, index, cell.column()), cell.value()));
            }
        }
    }
}
