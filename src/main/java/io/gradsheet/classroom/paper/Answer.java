package io.gradsheet.classroom.paper;

import io.gradsheet.classroom.Blank;
import java.util.List;
import java.util.Optional;

/**
 * What is known of an answer on paper.
 *
 * @param label what it is called, in markup
 * @param reads the numbers that it is worked out from, other answers left out
 * @param work how many numbers are to be reckoned with
 * @param solution how it is worked out with formula, numbers and result, in markup
 */
record Answer(Blank blank, String label, List<Given> reads, int work, Optional<String> solution) {
    Answer {
        reads = List.copyOf(reads);
    }
}
