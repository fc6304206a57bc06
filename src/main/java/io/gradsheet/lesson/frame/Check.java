package io.gradsheet.lesson.frame;

import static io.gradsheet.sheet.Formula.number;
import static io.gradsheet.sheet.Formula.quoted;
import static io.gradsheet.sheet.Function.ABS;
import static io.gradsheet.sheet.Function.IF;
import static io.gradsheet.sheet.Function.INDEX;
import static io.gradsheet.sheet.Function.ISNUMBER;
import static io.gradsheet.sheet.Function.MATCH;
import static io.gradsheet.sheet.Function.MAX;
import static io.gradsheet.sheet.Function.NOT;
import static io.gradsheet.sheet.Function.OR;
import static io.gradsheet.sheet.Function.SUMPRODUCT;

import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Quantity;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.sheet.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The sheet that compares final values with Java's and gives one verdict. It also keeps the inputs as they were when the
 * workbook was made: once one of them has been changed, Java's numbers belong to another computation, and the verdict says so.
 */
public final class Check {
    /** The name of the sheet. */
    public static final String NAME = "Check";

    private static final int VERDICT_ROW = 2;
    private static final int ROUNDING_ROW = 3;
    private static final int LARGEST_ROW = 4;
    private static final int CHANGES_ROW = 5;
    private static final int TOLERANCE_ROW = 6;
    private static final int SENTENCES_ROW = 8;
    private static final int TABLE_ROW = 13;
    private static final int FIGURES_COLUMN = 3;
    private static final int INPUTS_COLUMN = 7;
    private static final int WORD_ROWS = 3;
    private static final double TOLERANCE = 1e-9;

    /** Values that agree up to more than this share hardly a digit. */
    private static final double LITTLE = 1e-2;

    /** Of an input's square, in Java and as a spreadsheet writes it: a program that saves keeps 13 digits at the very least. */
    private static final double SAME_SHARE = 1e-26;

    private final Texts texts;
    private final List<Compared> results = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Word> words = new ArrayList<>();
    private double tolerance = TOLERANCE;

    public Check(Texts texts) {
        this.texts = texts;
    }

    /**
     * A result on a sheet and Java's.
     *
     * @param symbol in markup
     * @param cell where the sheet has it
     * @param now what Java obtains from the inputs as they stand
     * @param recorded what Java obtained when the workbook was made
     */
    private record Compared(String symbol, Address cell, double now, double recorded) {
        double difference() {
            return Check.difference(now, recorded);
        }
    }

    /** Inputs that lie together; {@code recorded} and {@code now} are row by row. */
    private record Block(String symbol, String sheet, Range cells, List<Double> recorded, List<Double> now) {}

    /** An input that holds a word. */
    private record Word(String symbol, Address cell, String recorded, String now) {
        boolean isChanged() {
            return !recorded.equalsIgnoreCase(now);
        }
    }

    /** Compares a result. */
    public Check result(String symbol, Address cell, double now, double recorded) {
        results.add(new Compared(symbol, cell, now, recorded));
        return this;
    }

    /**
     * Asks for no more than any two programs have in common: results agree up to so much, where that is more than usual, and a sentence
     * says why.
     */
    public Check allowing(double share) {
        tolerance = Math.max(tolerance, share);
        return this;
    }

    /** Watches inputs. */
    public Check inputs(String symbol, String sheet, Range cells, List<Double> recorded, List<Double> now) {
        if (recorded.size() != cells.rows() * cells.columns() || now.size() != recorded.size()) {
            throw new IllegalArgumentException("a value for every cell of " + cells.on(sheet));
        }
        blocks.add(new Block(symbol, sheet, cells, recorded, now));
        return this;
    }

    /** Watches an input that holds a word. */
    public Check word(String symbol, Address cell, String recorded, String now) {
        words.add(new Word(symbol, cell, recorded, now));
        return this;
    }

    /** How far a value of the sheet is from Java's: |sheet − java| / max(1, |java|). */
    static Formula difference(Ref sheet, Ref java) {
        return ABS.of(sheet.minus(java)).over(MAX.of(number(1), ABS.of(java)));
    }

    static double difference(double sheet, double java) {
        return Math.abs(sheet - java) / Math.max(1, Math.abs(java));
    }

    /**
     * The sheet.
     *
     * @throws UnrepresentableException if a difference leaves the range of a spreadsheet, or there is no result
     */
    public SheetPlan sheet() {
        if (results.isEmpty()) {
            throw new UnrepresentableException("there is nothing for sheet " + NAME
                    + " to compare: the template has no formula; give it one at least");
        }
        var grid = new Grid();
        var changed = blocks.stream().mapToInt(Check::changes).sum()
                + (int) words.stream().filter(Word::isChanged).count();
        var largest = results.stream()
                .mapToDouble(result -> result.difference())
                .max()
                .orElse(0);
        if (!Double.isFinite(largest) || blocks.stream().anyMatch(Check::isTooFar)) {
            throw new UnrepresentableException("the inputs were changed by so much that sheet " + NAME
                    + " cannot say by how much; take inputs of ordinary size");
        }
        putTop(grid, changed, largest);
        putResults(grid);
        var width = putBlocks(grid);
        call(grid);
        var said = Ref.at(VERDICT_ROW, 0).fix();
        var agrees = Ref.at(SENTENCES_ROW, 0).fix();
        return SheetPlan.named(NAME)
                .widths(12, 16, 18, 18, 18, 14, 3, 14)
                .widths(Math.max(0, width - 1), 8)
                .head(grid.rows())
                .freeze(TABLE_ROW + 1, 0)
                .page(SheetPlan.Page.portrait().tall(0).ofColumns(INPUTS_COLUMN - 1))
                .with(new Feature.Merge(Range.of(Ref.at(0, 0), 1, 6)))
                .with(new Feature.Merge(Range.of(Ref.at(VERDICT_ROW, 0), 1, 6)))
                .with(new Feature.Signal(verdict(), said.isEqualTo(agrees), Feature.Tone.GOOD))
                .with(new Feature.Signal(verdict(), said.isNot(agrees), Feature.Tone.BAD))
                .with(sentenceMerges())
                .build();
    }

    private void call(Grid grid) {
        grid.called(verdict(), (place, cell) -> Quantity.of(texts.get("quantity.verdict"), texts.get("check.title")));
        grid.calledBefore(Range.of(Ref.at(LARGEST_ROW, 1), TOLERANCE_ROW - LARGEST_ROW + 1, 4), 0);
        grid.calledByBoth(Range.of(Ref.at(TABLE_ROW + 1, 1), results.size(), 4), TABLE_ROW, 0);
    }

    private static Range verdict() {
        return Range.of(Ref.at(VERDICT_ROW, 0), 1, 6);
    }

    private List<Feature> sentenceMerges() {
        var merges = new ArrayList<Feature>();
        for (var row : List.of(LARGEST_ROW, CHANGES_ROW, TOLERANCE_ROW)) {
            merges.add(new Feature.Merge(Range.of(Ref.at(row, 0), 1, 3)));
        }
        if (tolerance > TOLERANCE) {
            merges.add(new Feature.Merge(Range.of(Ref.at(ROUNDING_ROW, 0), 1, 6)));
        }
        for (var i = -1; i < 4; i++) {
            merges.add(new Feature.Merge(Range.of(Ref.at(SENTENCES_ROW + i, 0), 1, 6)));
        }
        return merges;
    }

    private void putTop(Grid grid, int changed, double largest) {
        var last = TABLE_ROW + results.size();
        var differences = Ref.at(TABLE_ROW + 1, 4).to(Ref.at(last, 4));
        var cells = Ref.at(TABLE_ROW + 1, 1).to(Ref.at(last, 1));
        var largestCell = Ref.at(LARGEST_ROW, FIGURES_COLUMN);
        var changesCell = Ref.at(CHANGES_ROW, FIGURES_COLUMN);
        var toleranceCell = Ref.at(TOLERANCE_ROW, FIGURES_COLUMN);
        var agrees = changed == 0 && largest <= tolerance;
        var changedSentence = texts.get("check.changed");

        grid.put(0, 0, texts.label(Role.TITLE, "check.title")).height(0, 26);
        grid.height(VERDICT_ROW, 34);
        grid.put(
                VERDICT_ROW,
                0,
                new Cell.Computed(
                        IF.of(
                                NOT.of(ISNUMBER.of(largestCell.plus(changesCell))),
                                Ref.at(SENTENCES_ROW + 3, 0),
                                IF.of(
                                        changesCell.isGreater(0),
                                        Ref.at(SENTENCES_ROW + 2, 0),
                                        IF.of(
                                                largestCell.isAtMost(toleranceCell),
                                                Ref.at(SENTENCES_ROW, 0),
                                                Ref.at(SENTENCES_ROW + 1, 0)))),
                        Value.of(changed > 0 ? changedSentence : texts.get(agrees ? agreement() : "check.differs")),
                        Role.VERDICT));
        if (tolerance > TOLERANCE) {
            grid.put(
                    ROUNDING_ROW,
                    0,
                    texts.label(Role.NOTE, tolerance > LITTLE ? "check.rounding.none" : "check.rounding"));
        }
        grid.put(LARGEST_ROW, 0, texts.label(Role.CAPTION, "check.largest"));
        grid.put(LARGEST_ROW, FIGURES_COLUMN, Cell.computed(MAX.of(differences), largest, Role.DIFFERENCE));
        grid.put(
                LARGEST_ROW,
                4,
                new Cell.Computed(
                        // Of changed inputs many cells follow, and round-off decides which of two is the farthest.
                        IF.of(
                                OR.of(largestCell.isAtMost(toleranceCell), changesCell.isGreater(0)),
                                quoted(""),
                                INDEX.of(cells, MATCH.of(largestCell, differences, number(0)))),
                        Value.of(""),
                        Role.CHECK));
        grid.put(CHANGES_ROW, 0, texts.label(Role.CAPTION, "check.changes"));
        grid.put(CHANGES_ROW, FIGURES_COLUMN, Cell.computed(changesFormula(), changed, Role.INDEX));
        grid.put(TOLERANCE_ROW, 0, texts.label(Role.CAPTION, "check.tolerance"));
        grid.put(TOLERANCE_ROW, FIGURES_COLUMN, new Cell.Figure(tolerance, Role.DIFFERENCE));
        grid.put(SENTENCES_ROW - 1, 0, texts.label(Role.NOTE, "check.sentences"));
        grid.put(SENTENCES_ROW, 0, texts.label(Role.NOTE, agreement()));
        grid.put(SENTENCES_ROW + 1, 0, texts.label(Role.NOTE, "check.differs"));
        grid.put(SENTENCES_ROW + 2, 0, texts.label(Role.NOTE, "check.changed"));
        grid.put(SENTENCES_ROW + 3, 0, texts.label(Role.NOTE, "check.broken"));
        grid.fold(SENTENCES_ROW - 1, 5);
    }

    /** The verdict as hoped: less is asked for where rounding grows, and nothing where it is as large as the numbers. */
    private String agreement() {
        return tolerance > LITTLE
                ? "check.agrees.none"
                : tolerance > TOLERANCE ? "check.agrees.rounded" : "check.agrees";
    }

    private void putResults(Grid grid) {
        var captions = List.of("check.symbol", "check.cell", "check.sheet", "check.java", "check.difference");
        for (var column = 0; column < captions.size(); column++) {
            grid.put(TABLE_ROW, column, texts.label(Role.CAPTION, captions.get(column)));
        }
        var row = TABLE_ROW;
        for (var result : results) {
            row++;
            var cell = result.cell();
            grid.put(row, 0, Cell.label(result.symbol(), Role.CAPTION));
            grid.put(row, 1, Cell.label(cell.toString(), Role.TEXT));
            grid.put(
                    row,
                    2,
                    Cell.computed(Ref.at(cell.row(), cell.column()).on(cell.sheet()), result.now(), Role.CHECK));
            grid.put(row, 3, new Cell.Figure(result.recorded(), Role.CHECK));
            grid.put(
                    row,
                    4,
                    Cell.computed(difference(Ref.at(row, 2), Ref.at(row, 3)), result.difference(), Role.DIFFERENCE));
        }
    }

    /** The inputs as generated, one block below the other, to the right of the results. */
    private int putBlocks(Grid grid) {
        grid.put(TABLE_ROW - 1, INPUTS_COLUMN, texts.label(Role.HEADING, "check.inputs"));
        var row = TABLE_ROW;
        var width = 1;
        for (var block : blocks) {
            grid.put(row, INPUTS_COLUMN, Cell.label(block.symbol(), Role.CAPTION));
            var columns = block.cells().columns();
            for (var i = 0; i < block.recorded().size(); i++) {
                grid.put(
                        row + 1 + i / columns,
                        INPUTS_COLUMN + i % columns,
                        new Cell.Figure(block.recorded().get(i), Role.DATA));
            }
            row += block.cells().rows() + 2;
            width = Math.max(width, columns);
        }
        for (var word : words) {
            grid.put(row, INPUTS_COLUMN, Cell.label(word.symbol(), Role.CAPTION));
            grid.put(row + 1, INPUTS_COLUMN, new Cell.Label(RichText.plain(word.recorded()), Role.DATA));
            row += WORD_ROWS;
        }
        return width;
    }

    private Formula changesFormula() {
        var terms = new ArrayList<Formula>();
        var row = TABLE_ROW;
        for (var block : blocks) {
            var kept = Range.of(
                    Ref.at(row + 1, INPUTS_COLUMN),
                    block.cells().rows(),
                    block.cells().columns());
            var moved = block.cells().on(block.sheet()).minus(kept).toPower(2);
            terms.add(SUMPRODUCT.of(
                    moved.isGreater(number(SAME_SHARE).times(kept.toPower(2))).times(1)));
            row += block.cells().rows() + 2;
        }
        for (var word : words) {
            var cell = Ref.at(word.cell().row(), word.cell().column())
                    .on(word.cell().sheet());
            terms.add(IF.of(cell.isEqualTo(Ref.at(row + 1, INPUTS_COLUMN)), number(0), number(1)));
            row += WORD_ROWS;
        }
        // A worksheet may have no input at all.
        return terms.isEmpty() ? number(0) : Formula.sum(terms);
    }

    /** How many inputs of a block are not what they were. */
    private static int changes(Block block) {
        return (int) IntStream.range(0, block.now().size())
                .filter(i -> isChanged(block.now().get(i), block.recorded().get(i)))
                .count();
    }

    /** What the formula of the changes asks of an input. A program that saves fewer digits than there were changes nothing. */
    private static boolean isChanged(double now, double recorded) {
        return square(now - recorded) > SAME_SHARE * square(recorded);
    }

    private static double square(double number) {
        return number * number;
    }

    private static boolean isTooFar(Block block) {
        return IntStream.range(0, block.now().size())
                .anyMatch(i -> Double.isInfinite(
                        square(block.now().get(i) - block.recorded().get(i))));
    }
}
