package io.gradsheet.classroom.marking;

import io.gradsheet.classroom.Criteria;
import io.gradsheet.classroom.FollowThrough;
import io.gradsheet.sheet.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Which of the answers that follow count, in one workbook. */
final class Counted {
    private final FollowThrough followThrough;
    private final Criteria criteria;
    private final ToDoubleFunction<Address> numbers;

    /** @param numbers the learner's number in a cell of the handout; not a number where there is none */
    Counted(FollowThrough followThrough, Criteria criteria, ToDoubleFunction<Address> numbers) {
        this.followThrough = followThrough;
        this.criteria = criteria;
        this.numbers = numbers;
    }

    /** The same answers, those that do not count marked as such. */
    List<Answer> of(List<Answer> judged) {
        var wrong = judged.stream()
                .filter(answer -> answer.verdict() == Verdict.WRONG)
                .toList();
        var right = judged.stream()
                .filter(answer -> answer.verdict() == Verdict.RIGHT || answer.verdict() == Verdict.TYPED)
                .count();
        var counting = judged.stream()
                .filter(answer -> answer.verdict() == Verdict.FOLLOWS && !repeats(answer, wrong))
                .toList();
        var most = followThrough.most(counting.size(), (int) right, wrong.size());
        var counted = new ArrayList<Answer>(judged.size());
        var following = 0;
        for (var answer : judged) {
            if (answer.verdict() == Verdict.FOLLOWS && (!counting.contains(answer) || ++following > most)) {
                counted.add(answer.as(Verdict.UNCOUNTED));
            } else {
                counted.add(answer);
            }
        }
        return counted;
    }

    /** Whether a number is that of a cell which it follows from, and stands in too many wrong cells. */
    private boolean repeats(Answer answer, List<Answer> wrong) {
        var number = answer.number().orElseThrow();
        return criteria.of(answer.blank()).needs().stream().anyMatch(need -> numbers.applyAsDouble(need) == number)
                && followThrough.isRepetition(wrong.stream()
                        .filter(other -> other.number().stream().anyMatch(typed -> typed == number))
                        .count());
    }
}
