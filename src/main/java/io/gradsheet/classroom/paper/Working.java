package io.gradsheet.classroom.paper;

import io.gradsheet.calculation.Term;
import io.gradsheet.sheet.Address;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The way to an answer.
 *
 * @param term the calculation; nothing where a formula says it in a way that is not known here
 * @param all the cells that it comes to
 * @param reads those that are no answers, in the order in which they are met
 * @param ranges cells that the formula takes together, row by row
 */
record Working(Optional<Term> term, Set<Address> all, List<Address> reads, List<List<List<Address>>> ranges) {
    Working {
        all = Set.copyOf(all);
        reads = List.copyOf(reads);
        ranges = List.copyOf(ranges);
    }
}
