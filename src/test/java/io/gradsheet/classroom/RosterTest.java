package io.gradsheet.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of students, as schools have them, and what may be wrong in one. */
class RosterTest {
    @TempDir
    private Path folder;

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("class.csv"), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id,name\ns1,Ann\ns2,\"Bo, Jr.\"\n",
                "\uFEFFName;ID\nAnn;s1\n\"Bo, Jr.\";s2\n",
                "group\t学号\t姓名\n7\ts1\tAnn\n\n7\ts2\tBo, Jr.",
                "Student, Student ID\r\n Ann , s1 \r\n\"Bo, Jr.\",s2\r\n"
            })
    void rostersAreReadAsSchoolsWriteThem(String text) throws IOException {
        assertThat(Roster.read(write(text))).containsExactly(new Student("s1", "Ann"), new Student("s2", "Bo, Jr."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id,name|: there is no student in it; write a line for each below the column names",
                "``|: it is empty; it must have a row of column names, id and name among them",
                "number,name\\n1,Ann|:1: there is no column called 'id' in the row of column names; add it",
                "id,ID,name\\n1,1,Ann|:1: there are two columns for the id; rename one of them",
                "id,name\\ns1,Ann\\ns2|:3: there are only 1 columns; id and name must be there",
                "id,name\\ns1,Ann\\n,Bo|:3: the id is missing",
                "id,name\\ns1,Ann\\nS1,Bo|:3: the id S1 is here a second time, after line 2; ids must differ",
                "id,name\\na/1,Ann\\na+1,Ann|:3: id and name give a file of the same name as those of line 2; let the ids differ in more than signs",
                "id,name\\ns1,\"An\\nn\"|:3: the name has a line break or a control character in it; remove it",
                "id,name\\ns1,\"Ann|: cannot be read as CSV; a quotation is not closed, or goes on after its end"
            })
    void whatIsWrongIsSaidWithItsLine(String text, String complaint) throws IOException {
        var file = write(text.replace("\\n", "\n"));
        assertThatThrownBy(() -> Roster.read(file))
                .isInstanceOf(ExerciseException.class)
                .hasMessage(file + complaint);
    }

    @Test
    void aFileThatIsNoListOfStudentsIsRefused() throws IOException {
        var latin = Files.write(folder.resolve("latin.csv"), "id,name\n1,Jürgen".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Roster.read(latin)).hasMessage(latin + " is not in UTF-8: save it as CSV UTF-8");
        assertThatThrownBy(() -> Roster.read(folder.resolve("none.csv"))).hasMessageContaining("there is no such file");
        assertThatThrownBy(() -> Roster.read(folder)).hasMessageContaining("cannot be read");
    }

    @ParameterizedTest
    @CsvSource({
        "s1, Ann Lee, s1_Ann-Lee",
        "../../etc, x, etc_x",
        "s1, =cmd|' /C calc'!A0, s1_-cmd-C-calc-A0",
        "7, 李华, 7_李华"
    })
    void fileNamesAreWhatAnyDiskCanHave(String id, String name, String file) {
        assertThat(new Student(id, name).fileName()).isEqualTo(file);
    }
}
