package io.gradsheet.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.recalc.Calculators;
import io.gradsheet.sheet.Formula;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Programs start slowly: each try is a batch of expressions in one workbook, and all of them are named that fail. */
class EngineRandomExpressionTest {
    private static final int BATCH = 600;
    private static final double TOLERANCE = 1e-9;
    private static final Node.Variable X = new Node.Variable("x", 0);

    /** An expression and where it is computed. */
    record Spot(Node tree, double x, double y) {}

    @Provide
    Arbitrary<List<Spot>> batches() {
        var coordinates = Arbitraries.doubles().between(-3, 3).ofScale(3);
        var trees = Arbitraries.oneOf(RandomTrees.ofDepth(5), RandomTrees.jumpingOfDepth(4));
        return Combinators.combine(trees, coordinates, coordinates)
                .as(Spot::new)
                .list()
                .ofSize(BATCH);
    }

    @Property(seed = "1", tries = 2, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void everyProgramComesToJavasValue(@ForAll("batches") List<Spot> batch, @ForAll long seed) throws IOException {
        var sheet = new FormulaSheet();
        var roundOff = new RoundOff(seed);
        for (var spot : batch) {
            add(sheet, spot.tree(), spot, roundOff);
            if (!jumps(spot.tree())) {
                add(sheet, spot.tree().derivative(X), spot, roundOff);
            }
        }
        assertThat(sheet.size()).as("what is left of the batch").isGreaterThan(BATCH / 3);

        var folder = Files.createTempDirectory("expressions");
        var file = sheet.write(folder.resolve("batch.xlsx"));
        for (var engine : Calculators.installed()) {
            sheet.assertComputedBy(engine, file);
        }
        Files.delete(file);
        Files.delete(folder);
    }

    private static boolean jumps(Node node) {
        return node instanceof CallOfTwo
                || (node instanceof Node.Call call && call.function().jumps())
                || node.operands().stream().anyMatch(EngineRandomExpressionTest::jumps);
    }

    private static void add(FormulaSheet sheet, Node tree, Spot spot, RoundOff roundOff) {
        double[] point = {spot.x(), spot.y()};
        var value = tree.value(point);
        // A spreadsheet shows an error where there is no value.
        if (!Double.isNaN(value)
                && !tree.operands().isEmpty()
                && !failsSomewhere(tree, point)
                && roundOff.spares(tree, point, TOLERANCE)) {
            sheet.add(
                    (x, y) -> FormulaTree.of(
                                    tree,
                                    new Naming.Addresses(
                                            name -> Formula.named(name.name().equals("x") ? x : y)))
                            .text(),
                    spot.x(),
                    spot.y(),
                    value);
        }
    }

    /** Whether a program is known to show an error where others have a value: Apache POI for the TANH of a number whose EXP overflows. */
    private static boolean failsSomewhere(Node node, double[] point) {
        if (node instanceof Node.Call call
                && call.function() == Function.TANH
                && Math.abs(call.argument().value(point)) > 700) {
            return true;
        }
        return node.operands().stream().anyMatch(operand -> failsSomewhere(operand, point));
    }
}
