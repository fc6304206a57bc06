package io.gradsheet.classroom.marking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.gradsheet.classroom.Blank;
import io.gradsheet.classroom.Task;
import io.gradsheet.lesson.frame.Slip;
import io.gradsheet.recalc.StoredCell;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.Assignment.Tolerance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What is kept of marks is read back as it was. */
class MarksJsonTest {
    static String json(Object value) {
        try {
            return MarksJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static <T> void assertKept(T value, Class<T> type) throws JsonProcessingException {
        assertThat(MarksJson.mapper().readValue(json(value), type)).isEqualTo(value);
    }

    @Test
    void everyKindOfValueIsKept() throws JsonProcessingException {
        for (var value : List.of(
                Value.of(0.1 + 0.2),
                Value.of(-0.0),
                Value.of(4.9e-324),
                Value.of("=1\n\u0000\uD83D\uDE00"),
                new Value.Truth(true),
                new Value.Failure("#DIV/0!"),
                Value.NOTHING)) {
            assertKept(new StoredCell(3, "A1+1", value), StoredCell.class);
        }
    }

    @Test
    void cellsOfSheetsOfAnyNameAreKept() throws JsonProcessingException {
        assertKept(
                new Fact(
                        "s1",
                        Fact.Kind.PASTED,
                        "",
                        List.of(new Address("Training", 8, 15), new Address("O'Hara's 表 1!A1", 0, 700))),
                Fact.class);
    }

    @Test
    void aTaskIsKeptButForItsFormulas() throws JsonProcessingException {
        assertKept(
                new Task(
                        1,
                        "z^{2}",
                        "words",
                        List.of(new Blank(
                                new Address("Steps", 1, 2),
                                "z",
                                new Cell.Computed(Formula.quoted(""), Value.of(0.25), Role.VALUE),
                                true,
                                null)),
                        2.5,
                        Tolerance.USUAL,
                        true,
                        Map.of(Slip.Kind.SIGN, 0.5)),
                Task.class);
    }

    @Test
    void anAnswerIsKeptButForItsTask() throws JsonProcessingException {
        assertKept(
                new Answer(
                        null,
                        null,
                        new StoredCell(1, "", Value.of("about 3")),
                        Verdict.WRONG,
                        OptionalDouble.of(1.5),
                        Optional.of(Slip.Kind.SIGN)),
                Answer.class);
        assertKept(
                new Answer(
                        null,
                        null,
                        new StoredCell(1, "", Value.NOTHING),
                        Verdict.EMPTY,
                        OptionalDouble.empty(),
                        Optional.empty()),
                Answer.class);
    }
}
