package io.gradsheet.lesson.worksheet;

import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.lesson.frame.UnrepresentableException;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.template.Block;
import io.gradsheet.template.WorksheetFormula;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How to let a solver loose on the sheet: Excel's is set up, and for others the cells are named.
 *
 * @param beside whether it stands beside other blocks
 */
record SolverPanel(Block.Solver solver, Texts texts, boolean beside) implements Panel {
    /** As long as the names of cells are. */
    private static final String SOME_CELL = "$A$10";

    @Override
    public int rows() {
        return panel(SOME_CELL, SOME_CELL + ":" + SOME_CELL).rows();
    }

    @Override
    public List<Double> widths() {
        return panel(SOME_CELL, SOME_CELL).widths();
    }

    private TextPanel panel(String objective, String changing) {
        return TextPanel.of(texts.get("worksheet.solver", objective, changing), Role.TEXT, beside);
    }

    @Override
    public void paint(Ref origin, Canvas canvas) {
        var objective = cells(solver.objective(), canvas).first();
        var changing = solver.changing().stream()
                .map(reading -> cells(reading, canvas))
                .toList();
        canvas.add(new Feature.Solver(objective, changing));
        panel(
                        objective.fix().toString(),
                        changing.stream().map(range -> range.fix().typed()).collect(Collectors.joining(";")))
                .paint(origin, canvas);
    }

    private Range cells(WorksheetFormula.Reading reading, Canvas canvas) {
        var area = canvas.places().of(reading);
        if (!area.sheet().equals(canvas.sheet())) {
            throw new UnrepresentableException(solver.place() + ": solver is on sheet " + canvas.sheet()
                    + ", but a cell that it names is on sheet " + area.sheet() + "; Solver works on one sheet only");
        }
        return area.cells();
    }
}
