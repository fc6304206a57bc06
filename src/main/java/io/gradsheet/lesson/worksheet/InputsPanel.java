package io.gradsheet.lesson.worksheet;

import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.Block;
import io.gradsheet.template.Input;
import java.util.List;

/** Inputs below one another: symbol, cells, meaning. */
final class InputsPanel implements DefinitionsPanel {
    /** A number beyond is a typing error. */
    private static final double LARGEST = 1e9;

    private final List<Input> inputs;
    private final Definitions lines;

    InputsPanel(Block.Inputs block, boolean beside) {
        this.inputs = block.inputs();
        this.lines = new Definitions(inputs.stream().map(input -> line(input)).toList(), beside);
    }

    private static Definitions.Line line(Input input) {
        return input.content() instanceof Input.Numbers numbers
                ? new Definitions.Line(
                        input.id(),
                        input.caption(),
                        input.meaning(),
                        numbers.values().height(),
                        numbers.values().width())
                : new Definitions.Line(input.id(), input.caption(), input.meaning(), 1, 1);
    }

    @Override
    public Definitions lines() {
        return lines;
    }

    @Override
    public void paint(Ref origin, Canvas canvas) {
        lines.paint(origin, canvas, index -> Role.INPUT, (index, cells) -> {
            var input = inputs.get(index);
            if (input.content() instanceof Input.Choice choice) {
                var chosen = (int) canvas.evaluation().of(input.id())[0][0];
                canvas.put(
                        cells.first(), new Cell.Input(Value.of(choice.options().get(chosen)), Role.INPUT));
                canvas.add(new Feature.Choice(
                        cells, choice.options(), canvas.texts().get("hint.choice")));
            } else {
                putNumbers(cells, canvas.evaluation().of(input.id()), canvas);
                canvas.add(bounds(cells, ((Input.Numbers) input.content()).bounds(), canvas.texts()));
            }
        });
    }

    /** Input cells with these numbers. */
    static void putNumbers(Range cells, double[][] numbers, Canvas canvas) {
        for (var row = 0; row < numbers.length; row++) {
            for (var column = 0; column < numbers[row].length; column++) {
                canvas.put(cells.first().plus(row, column), Cell.input(numbers[row][column]));
            }
        }
    }

    /** What may be typed into input cells. */
    static Feature bounds(Range cells, Input.Bounds bounds, Texts texts) {
        var hint = bounds.from().isPresent() && bounds.to().isPresent()
                ? texts.get(
                        bounds.whole() ? "hint.whole" : "hint.range",
                        Value.of(bounds.from().getAsDouble()),
                        Value.of(bounds.to().getAsDouble()))
                : texts.get("hint.number");
        return new Feature.Bounds(
                cells, bounds.from().orElse(-LARGEST), bounds.to().orElse(LARGEST), bounds.whole(), hint);
    }
}
