package io.gradsheet.template;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads which cell Excel's Solver makes small, and which inputs it changes for it. */
final class SolverReader {
    static final List<String> KEYS = List.of("solver", "changing");

    /** The most cells that Excel's Solver changes. */
    private static final int MOST_CHANGING = 200;

    private final Names names;
    private final Set<String> inputs = new HashSet<>();

    SolverReader(Names names) {
        this.names = names;
    }

    /** Takes note of inputs: nothing else can be changed. */
    Block.Inputs noted(Block.Inputs block) {
        block.inputs().stream()
                .filter(input -> input.content() instanceof Input.Numbers)
                .forEach(input -> inputs.add(input.id()));
        return block;
    }

    Block.Solver read(Section section) {
        var entry = section.entry("solver").called("solver");
        var objective = FormulaReader.cells(entry, names.view());
        if (cells(objective) != 1 || inputs.contains(objective.id())) {
            throw entry.complaint("must be the name of one cell with a formula, which Solver is to make small");
        }
        var list = section.entry("changing").called("changing");
        var changing = list.items("input", 1, 1, MOST_CHANGING).stream()
                .map(this::changing)
                .toList();
        if (changing.stream().mapToInt(SolverReader::cells).sum() > MOST_CHANGING) {
            throw list.complaint("has more than " + MOST_CHANGING + " cells, which Excel's Solver does not take");
        }
        return new Block.Solver(objective, changing, entry.place().toString());
    }

    private WorksheetFormula.Reading changing(Entry entry) {
        var reading = FormulaReader.cells(entry, names.view());
        if (!inputs.contains(reading.id())) {
            throw entry.complaint("must be the name of an input that holds numbers: Solver changes nothing else");
        }
        return reading;
    }

    private static int cells(WorksheetFormula.Reading reading) {
        return Readings.rows(reading) * Readings.columns(reading);
    }
}
