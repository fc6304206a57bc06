package io.gradsheet.lesson.worksheet;

import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.template.Block;
import io.gradsheet.template.Definition;
import java.util.List;

/** Values below one another: symbol, cells with formulas, meaning. */
final class ValuesPanel implements DefinitionsPanel {
    private final List<Definition> values;
    private final Definitions lines;

    ValuesPanel(Block.Values block, boolean beside) {
        this.values = block.values();
        this.lines = new Definitions(
                values.stream()
                        .map(value -> new Definitions.Line(
                                value.id(), value.caption(), value.meaning(), value.height(), value.width()))
                        .toList(),
                beside);
    }

    @Override
    public Definitions lines() {
        return lines;
    }

    @Override
    public void paint(Ref origin, Canvas canvas) {
        lines.paint(
                origin,
                canvas,
                index -> Roles.of(values.get(index).kind()),
                (index, cells) -> putFormulas(values.get(index), cells, canvas));
    }

    private static void putFormulas(Definition value, Range cells, Canvas canvas) {
        var numbers = canvas.evaluation().of(value.id());
        for (var row = 0; row < value.height(); row++) {
            for (var column = 0; column < value.width(); column++) {
                var cell = cells.first().plus(row, column);
                var formula = value.cells().get(row).get(column);
                canvas.put(
                        cell,
                        FormulaCell.of(formula, 0, numbers[row][column], Roles.of(value.kind()), value.gaps(), canvas));
            }
        }
        Figures.mark(cells, canvas);
    }
}
