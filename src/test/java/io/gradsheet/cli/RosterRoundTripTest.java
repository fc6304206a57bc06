package io.gradsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From an export of a school's system through class and grade to a table that it imports. */
class RosterRoundTripTest {
    private static final String LESSON = "and";

    @TempDir
    private Path folder;

    private Path roster;
    private Path returned;

    private void handOut(String text, Object... more) throws IOException {
        roster = Files.writeString(folder.resolve("roster.csv"), text);
        returned = folder.resolve("returned");
        var arguments = new ArrayList<Object>(
                List.of("class", roster, "--template", LESSON, "--seed", "secret", "-o", returned, "-q"));
        arguments.addAll(List.of(more));
        var result = Shell.run(arguments.toArray());
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
    }

    private Shell.Result grade(Object... more) {
        var arguments = new ArrayList<Object>(
                List.of("grade", returned, "--template", LESSON, "--roster", roster, "--seed", "secret"));
        arguments.addAll(List.of(more));
        return Shell.run(arguments.toArray());
    }

    private static List<List<String>> rows(Path file) throws IOException {
        try (var parser = CSVParser.parse(file, StandardCharsets.UTF_8, CSVFormat.DEFAULT)) {
            return parser.stream().map(row -> row.toList()).toList();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "canvas!Student,ID,SIS User ID,SIS Login ID,Section,Work (5)\\n    Points Possible,,,,,10\\n\"Example, Ada\",11,0012345,aex@x.org,XC 101,\\n\"Sample, Bo\",12,a_x0041_,bsa,XC 101,\\n\"Student, Test\",15,,0abc,XC 101,\\n!5",
                "moodle!First name,Last name,ID number,Institution,Email address,Last downloaded from this course\\nAda,Example,0012345,,ada@x.org,1700000000\\nBo,Sample,-12,,bo@x.org,1700000000\\n!5",
                "moodle-worksheet!Identifier,Full name,ID number,Email address,Status,Grade,Maximum Grade,Last modified (grade),Feedback comments\\nParticipant 71,Ada Example,0012345,a@x.org,Submitted,,20.00,-,\\nParticipant 72,Bo Sample,123456789012345678901,b@x.org,Submitted,,20.00,-,\\n!5",
                "blackboard!Last Name,First Name,Username,Student ID,Last Access,Availability\\nExample,Ada,aex,0012345,,Yes\\nSample,Bo,bsa,M10_x000D_,,Yes\\n!4",
                "brightspace!OrgDefinedId,Username,Last Name,First Name,Email,Work Points Grade <Numeric MaxPoints:10>,End-of-Line Indicator\\n#0012345,#aex,Example,Ada,a@x.org,,#\\n#0012346,#bsa,Sample,Bo,b@x.org,,#\\n!5"
            })
    void identifyingColumnsComeBackExactlyAsTheyWere(String platform, String text, int columns) throws IOException {
        handOut(text.replace("\\n", "\n"));
        var table = folder.resolve("table.csv");
        var result = grade("-o", table, "--csv-for", platform);
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).contains("marked 2, files not marked 0, students without a workbook 0");
        var there = identifying(rows(roster));
        var back = identifying(rows(table));
        assertThat(back).hasSize(3);
        assertThat(there).startsWith(back.get(0)).containsAll(back);
        assertThat(back.get(0)).hasSize(columns == 5 && platform.startsWith("moodle") ? 4 : columns);
        assertThat(rows(table).get(rows(table).size() - 1)).anyMatch(cell -> cell.matches("0(\\.0+)?"));
    }

    /** What says who somebody is, in the head and the rows of students. */
    private static List<List<String>> identifying(List<List<String>> rows) {
        var head = rows.get(0);
        var columns = List.of(
                "Student",
                "ID",
                "SIS User ID",
                "SIS Login ID",
                "Section",
                "First name",
                "Last name",
                "First Name",
                "Last Name",
                "Full name",
                "Identifier",
                "ID number",
                "Email address",
                "Email",
                "Username",
                "Student ID",
                "OrgDefinedId");
        return rows.stream()
                .filter(row -> !row.get(0).strip().equals("Points Possible"))
                .map(row -> java.util.stream.IntStream.range(0, head.size())
                        .filter(column -> columns.contains(head.get(column)))
                        .mapToObj(row::get)
                        .toList())
                .toList();
    }

    @Test
    void anIdThatLooksLikeAFormulaIsGuardedAndKnownAgain() throws IOException {
        handOut("id,name\n-12,Ada\n＝1,Bo\n");
        var table = folder.resolve("table.csv");
        assertThat(grade("-o", table).code()).isZero();
        assertThat(rows(table)).extracting(row -> row.get(0)).containsExactly("id", "'-12", "'＝1");
        // The table itself is a list of students with the same ids.
        roster = table;
        assertThat(grade("-o", folder.resolve("again.csv")).out()).contains("marked 2, files not marked 0");
    }

    @Test
    void feedbackGoesBackToTheParticipantsOfMoodle() throws IOException {
        handOut("""
                Identifier,Full name,Email address,Status,Grade,Maximum Grade,Last modified (grade),Feedback comments
                Participant 71,Ada_ Example,a@x.org,Submitted,,20.00,-,
                Participant 72,Bo Sample,b@x.org,Submitted,,20.00,-,
                """);
        var archive = folder.resolve("feedback.zip");
        var result = grade("-o", folder.resolve("t.csv"), "--csv-for", "moodle", "--feedback-zip", archive);
        assertThat(result.code()).as(result.err()).isZero();
        try (var zip = new ZipFile(archive.toFile())) {
            assertThat(zip.stream().map(entry -> entry.getName()))
                    .containsExactlyInAnyOrder(
                            "Ada  Example_71_assignsubmission_file_/a-x-org_Ada_-Example.xlsx",
                            "Bo Sample_72_assignsubmission_file_/b-x-org_Bo-Sample.xlsx");
            assertThat(zip.stream().map(entry -> entry.getName()))
                    .as("the form that Moodle's importer takes apart")
                    .allMatch(name -> name.matches("[^_]+_\\d+_assignsubmission_file_.+"));
        }
        assertThat(grade("-o", folder.resolve("u.csv"), "--feedback-zip", archive)
                        .err())
                .contains("exists already");
    }

    @Test
    void whoIsNotKnownInMoodleIsSaid() throws IOException {
        handOut("id,name\ns1,Ann Lee\ns2,Bo Ray\n");
        var own = Files.createDirectory(returned.resolve("Ann Lee_77_assignsubmission_file_"));
        Files.move(returned.resolve("s1_Ann-Lee.xlsx"), own.resolve("s1_Ann-Lee.xlsx"));
        var archive = folder.resolve("feedback.zip");
        var result = grade("-o", folder.resolve("t.csv"), "--feedback-zip", archive);
        assertThat(result.err())
                .contains(
                        "no feedback for s2_Bo-Ray.xlsx: nothing says which participant s2 is",
                        "name the grading worksheet");
        try (var zip = new ZipFile(archive.toFile())) {
            assertThat(zip.stream().map(entry -> entry.getName()))
                    .containsExactly("Ann Lee_77_assignsubmission_file_/s1_Ann-Lee.xlsx");
        }
    }

    @Test
    void warningsAndMistakesAboutTheRosterAreSaid() throws IOException {
        handOut("id,name\n0012345,Ada\n0012346,Bo\n");
        roster = Files.writeString(folder.resolve("other.csv"), "id,name\n0012345,Ada\n12345,Bo\n");
        assertThat(grade("-o", folder.resolve("t.csv")).err())
                .contains("gradsheet: " + roster + ":3: the id 12345 is that of line 2, 0012345, but for zeros");
        assertThat(grade("-o", folder.resolve("u.csv"), "--csv-for", "brightspace")
                        .err())
                .contains("needs the columns of Brightspace");
        assertThat(Shell.run("grade", returned, "-o", folder.resolve("v.csv"), "--id-column", "x")
                        .err())
                .contains("add --roster ROSTER");
        var among = returned.resolve("0012345_Ada.xlsx");
        assertThat(grade("-o", folder.resolve("w.csv"), "--feedback-zip", among, "--force")
                        .err())
                .contains("nothing that was returned is ever changed");
        assertThat(grade("-o", roster, "--force").err()).contains("is what this run reads");
    }
}
