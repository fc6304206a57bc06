package io.gradsheet.classroom.marking;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.classroom.Student;
import io.gradsheet.classroom.marking.Submitter.Platform;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Looking a name up finds whom asking everybody finds. */
class NamesakesTest {
    private static final List<Student> PEOPLE = named(
            "Ann Lee",
            "Lee, Ann",
            "Anne Le",
            "Éva van der Berg",
            "Bob Ray",
            "O'Connor, Siobhán",
            "ΝΙΚΟΣ ΠΑΠΑΣ",
            "Ka Lee Ann Mo Ri Ta",
            "李 雷",
            "",
            "–");

    private static List<Student> named(String... names) {
        return IntStream.range(0, names.length)
                .mapToObj(number -> new Student("s" + number, names[number]))
                .toList();
    }

    @Test
    void whoIsMeantIsFoundAmongAll() {
        var namesakes = new Namesakes(PEOPLE);
        for (var name : List.of(
                "Ann Lee",
                "leeann",
                "annlee",
                "eelnna",
                "bergevavander",
                "Siobhan OConnor",
                "Siobhan O Connor",
                "νικοςπαπας",
                "李雷",
                "雷 李",
                "kaleeannmorita",
                "",
                "nobody")) {
            for (var platform : Platform.values()) {
                var submitter = new Submitter(platform, name, "7");
                assertThat(namesakes.meantBy(submitter))
                        .as("%s in %s", name, platform)
                        .isEqualTo(PEOPLE.stream()
                                .filter(person -> submitter.mayBe(person.name()))
                                .toList());
            }
        }
        assertThat(namesakes.meantBy(new Submitter(Platform.CANVAS, "leeann", "7")))
                .extracting(Student::id)
                .containsExactly("s0", "s1");
        assertThat(namesakes.meantBy(new Submitter(Platform.MOODLE, "van der Berg Eva", "7")))
                .extracting(Student::id)
                .containsExactly("s3");
    }
}
