package io.gradsheet.classroom.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradsheet.classroom.Student;
import io.gradsheet.classroom.roster.Roster;
import io.gradsheet.classroom.tables.Scores.Score;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.template.Language;
import io.gradsheet.xlsx.OutputFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of points as platforms import them: nobody is marked under another's number, and no point is worth more or less there. */
class ScoreTableTest {
    private static final Texts TEXTS = new Texts("io/gradsheet/classroom/marking/Marking", Language.ENGLISH);
    private static final Path CASES = Path.of("src/test/resources/rosters");

    @TempDir
    private Path folder;

    private List<String> remarks = List.of();

    private Roster roster(String text) throws IOException {
        return Roster.read(Files.writeString(folder.resolve("roster.csv"), text));
    }

    private static Score score(String id, String name, double total, String canvasUser) {
        return new Score(
                new Student(id, name),
                List.of(total),
                total,
                "Task 1: " + total + " of 20",
                id + ".xlsx",
                Optional.of(canvasUser).filter(user -> !user.isEmpty()));
    }

    private static Scores scores(Score... scores) {
        return new Scores("Back, propagation", 20, 1, List.of(scores), List.of(new Student("s9", "Not There")));
    }

    private List<String> table(Format format, Optional<Roster> roster, Optional<String> column, Score... scores)
            throws IOException {
        var file = folder.resolve("table.csv");
        remarks = ScoreTable.of(format, roster, column).write(new OutputFile(file, true), scores(scores), TEXTS);
        try (var parser = CSVParser.parse(file, StandardCharsets.UTF_8, CSVFormat.DEFAULT)) {
            return parser.stream()
                    .map(row -> row.stream()
                            .map(cell -> cell.contains(",") ? '"' + cell + '"' : cell)
                            .collect(Collectors.joining(",")))
                    .toList();
        }
    }

    private List<String> table(Format format, Roster roster, Score... scores) throws IOException {
        return table(format, Optional.of(roster), Optional.empty(), scores);
    }

    @Test
    void canvasKnowsStudentsByItsOwnNumberAndTheSchools() throws IOException {
        var canvas = Roster.read(CASES.resolve("05-canvas-gradebook.csv"));
        assertThat(table(Format.CANVAS, canvas, score("20123457", "Sample, Bo", 18, "999")))
                .containsExactly(
                        "Student,ID,SIS User ID,SIS Login ID,Section,\"Back, propagation\"",
                        "    Points Possible,,,,,20",
                        "\"Sample, Bo\",12,20123457,bsample,XC 101,18");
    }

    @Test
    void aColumnOfCanvasGetsPointsOfItsOwnMaximum() throws IOException {
        var canvas = roster("""
                Student,ID,SIS User ID,SIS Login ID,Integration ID,Section,Other (1),Work (5521)
                ,,,,,,,Manual Posting
                    Points Possible,,,,,,5.00,10.00
                "Example, Ada",11,0123,aex,x-1,"XC 101 and XC 102",4,
                """);
        assertThat(table(
                        Format.CANVAS,
                        Optional.of(canvas),
                        Optional.of("work (5521)"),
                        score("0123", "Example, Ada", 17.5, "")))
                .containsExactly(
                        "Student,ID,SIS User ID,SIS Login ID,Integration ID,Section,Work (5521)",
                        ",,,,,,Manual Posting",
                        "    Points Possible,,,,,,10.00",
                        "\"Example, Ada\",11,0123,aex,x-1,XC 101 and XC 102,8.75");
        assertThat(remarks)
                .containsExactly("the column 'Work (5521)' gives 10 points, the exercise 20: the points are written as"
                        + " shares of the former");
    }

    @Test
    void withoutARosterOfCanvasOnlyWhatIsCertainIsWritten() throws IOException {
        assertThat(table(
                        Format.CANVAS,
                        Optional.empty(),
                        Optional.empty(),
                        score("007", "Ada", 3, "11"),
                        score("008", "Bo", 4, "")))
                .containsSequence("Ada,11,007,,,3", "Bo,,008,,,4");
        var logins = roster("name,e-mail\nAda,ada@x.org\n");
        assertThat(table(Format.CANVAS, logins, score("ada@x.org", "Ada", 3, "")))
                .contains("Ada,,,ada@x.org,,3");
    }

    @Test
    void moodleKnowsStudentsByNumberMailOrUserName() throws IOException {
        var moodle = Roster.read(CASES.resolve("06-moodle-gradebook.csv"));
        assertThat(table(Format.MOODLE, moodle, score("0012345", "Ada Example", 18, "")))
                .containsExactly(
                        "First name,Last name,ID number,Email address,\"Back, propagation\",Maximum points,Feedback",
                        "Ada,Example,0012345,ada@example.org,18,20,Task 1: 18.0 of 20");
        assertThat(table(Format.MOODLE, Optional.empty(), Optional.empty(), score("0012345", "Ada Example", 18, "")))
                .containsExactly(
                        "ID number,Full name,\"Back, propagation\",Maximum points,Feedback",
                        "0012345,Ada Example,18,20,Task 1: 18.0 of 20");
    }

    @Test
    void theGradingWorksheetIsFilledInAndElseStaysAsItCame() throws IOException {
        var worksheet = roster("""
                Identifier,"Full name","ID number","Email address",Status,Grade,"Maximum Grade","Grade can be changed","Last modified (submission)","Last modified (grade)","Feedback comments"
                "Participant 71","Ada Example",0012345,a@x.org,"Submitted for grading - ",,100.00,Yes,"Monday, 1 June 2026, 9:05 AM",-,
                "Participant 72","Bo Sample",0012346,b@x.org,"No submission - ",55.00,100.00,Yes,-,"Tuesday, 2 June 2026, 9:05 AM",late
                """);
        var rows = table(Format.MOODLE, worksheet, score("0012345", "Ada Example", 17, ""));
        assertThat(rows)
                .containsExactly(
                        "Identifier,Full name,ID number,Email address,Status,Grade,Maximum Grade,Grade can be changed,Last modified (submission),Last modified (grade),Feedback comments",
                        "Participant 71,Ada Example,0012345,a@x.org,Submitted for grading - ,85,100.00,Yes,\"Monday, 1 June 2026, 9:05 AM\",-,Task 1: 17.0 of 20",
                        "Participant 72,Bo Sample,0012346,b@x.org,No submission - ,55.00,100.00,Yes,-,\"Tuesday, 2 June 2026, 9:05 AM\",late");
        assertThat(remarks).singleElement().asString().contains("gives 100 points, the exercise 20");
    }

    @Test
    void aGermanWorksheetIsFilledInWithADecimalComma() throws IOException {
        var worksheet = roster("""
                ID,"Vollständiger Name",E-Mail-Adresse,Status,Bewertung,Bestwertung,"Bewertung kann geändert werden","Zuletzt geändert (Bewertung)","Feedback als Kommentar"
                Teilnehmer/in1234567,"Max Mustermann",max@x.de,Abgegeben,,"10,00",Ja,-,
                """);
        assertThat(table(Format.MOODLE_WORKSHEET, worksheet, score("max@x.de", "Max Mustermann", 17, ""))
                        .get(1))
                .isEqualTo(
                        "Teilnehmer/in1234567,Max Mustermann,max@x.de,Abgegeben,\"8,5\",\"10,00\",Ja,-,Task 1: 17.0 of 20");
    }

    @Test
    void brightspaceKeepsItsSigns() throws IOException {
        var export = roster("""
                OrgDefinedId,Username,Last Name,First Name,Work Points Grade <Numeric MaxPoints:40 Weight:10>,End-of-Line Indicator
                #0012345,#aex,Example,Ada,,#
                """);
        assertThat(table(Format.BRIGHTSPACE, export, score("0012345", "Ada Example", 18, "")))
                .containsExactly(
                        "OrgDefinedId,Username,Last Name,First Name,\"Back, propagation Points Grade <Numeric MaxPoints:20>\",End-of-Line Indicator",
                        "#0012345,#aex,Example,Ada,18,#");
        assertThat(table(
                        Format.BRIGHTSPACE,
                        Optional.of(export),
                        Optional.of("Work Points Grade <Numeric MaxPoints:40 Weight:10>"),
                        score("0012345", "Ada Example", 18, "")))
                .contains("#0012345,#aex,Example,Ada,36,#");
    }

    @Test
    void blackboardFindsItsColumnByNumber() throws IOException {
        var export = roster("""
                "Last Name","First Name","Username","Student ID","Last Access","Availability","Work [Total Pts: 10 Score] |534283"
                "Example","Ada","aex","0012345","2026-06-01 09:05:00","Yes",""
                """);
        assertThat(table(
                        Format.BLACKBOARD,
                        Optional.of(export),
                        Optional.of("Work [Total Pts: 10 Score] |534283"),
                        score("0012345", "Ada Example", 18, "")))
                .containsExactly(
                        "Last Name,First Name,Username,Student ID,Work [Total Pts: 10 Score] |534283",
                        "Example,Ada,aex,0012345,9");
    }

    @Test
    void whatAProgramWouldTakeForAFormulaIsGuarded() throws IOException {
        assertThat(table(Format.ANY, Optional.empty(), Optional.empty(), score("-12", "＝HYPERLINK(1)", 3, "")))
                .contains("'-12,'＝HYPERLINK(1),3,3,0.15,'-12.xlsx");
        var own = roster("id,name\n'-12,＠SUM(A1)\n\"=cmd|'/c calc'!A1\",Bo\n");
        assertThat(table(Format.MOODLE, own, score("-12", "＠SUM(A1)", 3, ""), score("=cmd|'/c calc'!A1", "Bo", 4, "")))
                .as("a number by which somebody is known stays; what would run does not")
                .anyMatch(row -> row.startsWith("-12,'＠SUM(A1),3,"))
                .anyMatch(row -> row.startsWith("'=cmd|'/c calc'!A1,Bo,4,"));
    }

    @Test
    void whoIsNotInTheRosterIsLeftOutAndSaid() throws IOException {
        var own = roster("id,name\ns1,Ann\n");
        assertThat(table(Format.MOODLE, own, score("s1", "Ann", 3, ""), score("s2", "Eve", 20, "")))
                .hasSize(2);
        assertThat(remarks).singleElement().asString().startsWith("s2 is not in ");
    }

    @Test
    void aTableForAPlatformNeedsItsRoster() throws IOException {
        var own = Optional.of(roster("id,name,mark\ns1,Ann,\n"));
        for (var format : List.of(Format.MOODLE_WORKSHEET, Format.BLACKBOARD, Format.BRIGHTSPACE)) {
            assertThatThrownBy(() -> ScoreTable.of(format, own, Optional.empty()))
                    .hasMessageContaining("--roster");
            assertThatThrownBy(() -> ScoreTable.of(format, Optional.empty(), Optional.empty()))
                    .hasMessageContaining("--roster");
        }
        assertThatThrownBy(() -> ScoreTable.of(Format.MOODLE, own, Optional.of("marks")))
                .hasMessageContaining("there is no column called 'marks'; the columns are: id, name, mark");
        assertThatThrownBy(() -> ScoreTable.of(Format.MOODLE, own, Optional.of("name")))
                .hasMessageContaining("says who a student is");
        assertThatThrownBy(() -> ScoreTable.of(Format.ANY, own, Optional.of("mark")))
                .hasMessageContaining("--csv-for");
    }
}
