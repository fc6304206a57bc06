package io.gradsheet.classroom.marking;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.classroom.Part;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AllotmentTest {
    private static int part(String name) {
        return IntStream.rangeClosed(1, 997)
                .filter(number -> new Allotment(new Part(number, 997), Set.of("0012345", "77")).holds(name))
                .findFirst()
                .orElseThrow();
    }

    private static void assertTogether(String... names) {
        assertThat(List.of(names)).extracting(AllotmentTest::part).containsOnly(part(names[0]));
    }

    @Test
    void filesOfOneStudentAreInOnePart() {
        assertTogether(
                "0012345_Ann-Example.xlsx",
                "0012345_Ann-Example (1).xlsx",
                "late/0012345_Ann-Example - Copy.xlsx",
                "0012345.xlsx",
                "0012345_Ann-Example/homework.xlsx",
                "class.zip/0012345_Ann-Example.zip/homework.xlsx");
    }

    @Test
    void filesOfOnePlatformFolderAreInOnePart() {
        assertTogether(
                "Ann Example_4711_assignsubmission_file_/a.xlsx",
                "Ann Example_4711_assignsubmission_file_/work.zip/b.xlsx",
                "all.zip/Ann Example_4711_assignsubmission_file_/c.xlsx");
        assertTogether("exampleann_4711_9001_a.xlsx", "exampleann_LATE_4711_9002_b.xlsx");
    }

    @Test
    void copiesOfOneFileAreInOnePart() {
        assertTogether("homework.xlsx", "homework (2).xlsx", "old/homework.xlsx");
    }

    @Test
    void filesOfOthersAreElsewhere() {
        assertThat(part("0012345_Ann.xlsx")).isNotEqualTo(part("77_Bob.xlsx"));
        assertThat(part("a.xlsx")).isNotEqualTo(part("b.xlsx"));
    }
}
