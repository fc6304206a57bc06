package io.gradsheet.explanation;

import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Value;
import java.util.List;
import java.util.Optional;

/**
 * What there is to say of a cell.
 *
 * @param cell where it is
 * @param kind what it holds
 * @param name what it is, {@code ∂C/∂w²₁₁ of sample 3 in epoch 10}; of a label its text
 * @param words how it comes about, in a few words; may be empty
 * @param formula as the file has it, without {@code =}; empty if there is none
 * @param symbols the same with the symbols of the cells in it
 * @param numbers the same with the numbers of the cells in it
 * @param sheet what it comes to on the sheet
 * @param java what Java has
 * @param agrees whether both agree, as far as rounding allows
 * @param change how it is not as it was made
 * @param sources the cells that its formula reads, in the order in which it names them
 * @param uses the first of the cells whose formulas read it
 * @param useCount how many there are
 * @param lookups how many formulas look something up among it and others
 * @param origin where it went wrong, if it did
 */
public record Explanation(
        Address cell,
        Kind kind,
        String name,
        String words,
        String formula,
        String symbols,
        String numbers,
        Value sheet,
        Optional<Value> java,
        boolean agrees,
        Optional<String> change,
        List<Explanation> sources,
        List<Use> uses,
        long useCount,
        long lookups,
        Optional<Origin> origin) {
    /** What a cell holds. */
    public enum Kind {
        /** What the learner may change. */
        INPUT,
        FORMULA,
        /** A number that is there to be read. */
        FIGURE,
        TEXT,
        EMPTY
    }

    /** A cell whose formula reads another. */
    public record Use(Address cell, String name) {}

    /**
     * The first cell on the way to a wrong one that is wrong: all that it reads is as it should be.
     *
     * @param change how the cell is not as it was made; empty if only its value differs
     */
    public record Origin(Address cell, String name, Value sheet, Value java, Optional<String> change) {}
}
