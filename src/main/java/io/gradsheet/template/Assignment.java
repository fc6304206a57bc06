package io.gradsheet.template;

import io.gradsheet.template.Provenance.Setting;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a template asks of those who work in its workbook: its key {@code exercise}. What it leaves open, an exercise decides by the kind
 * of the lesson.
 *
 * @param tasks which cells are asked for; empty for those that the lesson itself suggests
 * @param sizes settings that make the workbook of an exercise smaller than that of the lesson
 * @param variants from where to where the numbers of a variant are drawn, by the name of an input; in the order of the template
 * @param samples the setting that picks the samples, as a seed completes it: {@code each: 1}
 * @param slips what answers are worth that usual mistakes lead to, in all tasks that do not say otherwise
 * @param freeMistakes how many wrong answers cost nothing where others follow from them, if anything is said
 */
public record Assignment(
        List<Selection> tasks,
        List<Setting> sizes,
        Map<String, Interval> variants,
        Optional<String> samples,
        List<Credit> slips,
        OptionalInt freeMistakes) {
    /** The value of {@link #freeMistakes} where all of them are free. */
    public static final int ALL = Integer.MAX_VALUE;

    /** Of a template that says nothing. */
    public static final Assignment NONE =
            new Assignment(List.of(), List.of(), Map.of(), Optional.empty(), List.of(), OptionalInt.empty());

    public Assignment {
        tasks = List.copyOf(tasks);
        sizes = List.copyOf(sizes);
        variants = Collections.unmodifiableMap(new LinkedHashMap<>(variants));
        slips = List.copyOf(slips);
    }

    /**
     * What an answer is worth that a usual mistake leads to.
     *
     * @param slip the mistake, as the template calls it
     * @param share of the points of the answer, from 0 to 1
     * @param place where the template says so, for complaints: {@code file:line:column}
     */
    public record Credit(String slip, double share, String place) {}

    /** From {@code from} to {@code to}, both included. */
    public record Interval(double from, double to) {}

    /**
     * Cells that are asked for: those to which all of this applies.
     *
     * @param sheet the only one, if there is but one
     * @param roles what they may be; empty for every quantity
     * @param symbols what their captions may be, marks between letters and digits aside: {@code w211}; or what the template calls
     *     them: {@code neuron.z}; empty for any
     * @param rows the numbers of their rows: samples, steps, rows of a table or elements of a value from 1; empty for all
     * @param epoch the only one, if there is but one
     * @param total whether they are those of the row of totals, and not of samples
     * @param ask the words of the task, which all of its cells then are, in the language of the workbook; empty for tasks by rows
     *     and columns
     * @param hint how it is worked out, in the same language; empty for what stands near the cells
     * @param points for the cells of a task
     * @param tolerance how far an answer may be off
     * @param formula whether it must be a formula
     * @param slips what answers are worth here that usual mistakes lead to
     * @param choose whether an answer is one of a few, or of those that stand there, and to find the right one is the task
     */
    public record Selection(
            Optional<String> sheet,
            List<Definition.Kind> roles,
            List<String> symbols,
            List<Integer> rows,
            Optional<Integer> epoch,
            boolean total,
            Optional<String> ask,
            Optional<String> hint,
            double points,
            Tolerance tolerance,
            boolean formula,
            List<Credit> slips,
            boolean choose) {
        public Selection {
            roles = List.copyOf(roles);
            symbols = List.copyOf(symbols);
            rows = List.copyOf(rows);
            slips = List.copyOf(slips);
        }

        /** All quantities of some roles, or of every role if none is named, everywhere. */
        public static Selection of(Definition.Kind... roles) {
            return new Selection(
                    Optional.empty(),
                    List.of(roles),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    1,
                    Tolerance.USUAL,
                    false,
                    List.of(),
                    false);
        }

        /** Those on one sheet alone. */
        public Selection onSheet(String name) {
            return among(Optional.of(name), symbols, rows, epoch, total);
        }

        /** Those with certain captions alone. */
        public Selection withSymbols(List<String> captions) {
            return among(sheet, captions, rows, epoch, total);
        }

        /** Those in certain rows alone. */
        public Selection inRows(Integer... numbers) {
            return among(sheet, symbols, List.of(numbers), epoch, total);
        }

        /** Those of one epoch alone. */
        public Selection inEpoch(int number) {
            return among(sheet, symbols, rows, Optional.of(number), total);
        }

        /** Those of the row of totals alone. */
        public Selection inTotals() {
            return among(sheet, symbols, rows, epoch, true);
        }

        /** The same task about other cells. */
        private Selection among(
                Optional<String> where,
                List<String> captions,
                List<Integer> numbers,
                Optional<Integer> when,
                boolean ofTotals) {
            return new Selection(
                    where, roles, captions, numbers, when, ofTotals, ask, hint, points, tolerance, formula, slips,
                    choose);
        }
    }

    /**
     * How far an answer may be off: by {@code absolute}, and by the share {@code relative} of the right value besides.
     */
    public record Tolerance(double absolute, double relative) {
        /** An answer of four decimals that was worked out with such. */
        public static final Tolerance USUAL = new Tolerance(0.0001, 0.002);

        /** Whether an answer is close enough. */
        public boolean accepts(double found, double expected) {
            return Math.abs(found - expected) <= absolute + relative * Math.abs(expected);
        }
    }
}
