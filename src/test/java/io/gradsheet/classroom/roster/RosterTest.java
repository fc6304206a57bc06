package io.gradsheet.classroom.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradsheet.classroom.ExerciseException;
import io.gradsheet.classroom.Student;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of students, as schools have them, and what may be wrong in one. */
class RosterTest {
    private static final Path CASES = Path.of("src/test/resources/rosters");

    private static final Student ADA = new Student("0012345", "Ada Example");
    private static final Student BO = new Student("0012346", "Bo Sample");

    @TempDir
    private Path folder;

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("class.csv"), text);
    }

    private Roster read(String text) throws IOException {
        return Roster.read(write(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id,name\ns1,Ann\ns2,\"Bo, Jr.\"\n",
                "\uFEFFName;ID\nAnn;s1\n\"Bo, Jr.\";s2\n",
                "group\t学号\t姓名\n7\ts1\tAnn\n\n7\ts2\tBo, Jr.",
                "Student, Student ID\r\n Ann , s1 \r\n\"Bo, Jr.\",s2\r\n",
                "sep=;\r\nid;name\r\ns1;Ann\r\ns2;Bo, Jr.\r\n",
                "Class 7b,,\n,,\nid,name,\ns1,Ann,\n,,\ns2,\"Bo, Jr.\",,,\n,,\n",
                "id,name\n=\"s1\",Ann\n\"=\"\"s2\"\"\",\"Bo, Jr.\"\n",
                "\"Name, as in the register\";id;Name\nx;s1;Ann\nx;s2;Bo, Jr.\n",
                "ID *,Name:\n\u00A0s1\u200B,Ann\u00A0\ns2,\"Bo, Jr.\"\n",
                "sep=\t\r\nid\tname\r\ns1\tAnn\r\ns2\tBo, Jr.\r\n",
                "Class 7b; of 2026\nid;name;group (a, b, c)\ns1;Ann;a\ns2;Bo, Jr.;b\n"
            })
    void rostersAreReadAsSchoolsWriteThem(String text) throws IOException {
        assertThat(read(text).students()).containsExactly(new Student("s1", "Ann"), new Student("s2", "Bo, Jr."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Moodle: participants, gradebook, grading worksheet, in the teacher's language.
                "\"First name\",\"Last name\",\"ID number\",\"Email address\",Groups\nAda,Example,0012345,ada@x.org,\nBo,Sample,0012346,bo@x.org,A",
                "Vorname,Nachname,ID-Nummer,Institution,Abteilung,E-Mail-Adresse,\"Aufgabe: Backpropagation (Punkte)\"\nAda,Example,0012345,,,a@x.org,-\nBo,Sample,0012346,,,b@x.org,-",
                "Identifier,\"Full name\",\"ID number\",\"Email address\",Status,Grade,\"Maximum Grade\",\"Grade can be changed\",\"Last modified (grade)\",\"Feedback comments\"\n\"Participant 71\",\"Ada Example\",0012345,a@x.org,\"No submission\",,20.00,Yes,-,\n\"Participant 72\",\"Bo Sample\",0012346,b@x.org,\"Submitted\",,20.00,Yes,-,",
                "First name,Surname,Username,ID number\nAda,Example,ada,0012345\nBo,Sample,bo,0012346",
                // Canvas, with first and last name apart, and with a row for columns that are posted by hand.
                "LastName,FirstName,ID,SIS User ID,SIS Login ID,Section,Work (5)\n,,,,,,Manual Posting\n    Points Possible,,,,,,10\nExample,Ada,11,0012345,aex,XC,3\nSample,Bo,12,0012346,bsa,XC,\nStudent,Test,15,,0abc,XC,",
                // Blackboard.
                "\"Last Name\"\t\"First Name\"\t\"Username\"\t\"Student ID\"\t\"Last Access\"\t\"Availability\"\t\"Total [Total Pts: 100 Score] |1\"\n\"Example\"\t\"Ada\"\t\"aex\"\t\"0012345\"\t\"\"\t\"Yes\"\t\"\"\n\"Sample\"\t\"Bo\"\t\"bsa\"\t\"0012346\"\t\"\"\t\"Yes\"\t\"\"",
                // Brightspace.
                "OrgDefinedId,Username,Last Name,First Name,Email,Work Points Grade <Numeric MaxPoints:10>,End-of-Line Indicator\n#0012345,#aex,Example,Ada,a@x.org,,#\n#0012346,#bsa,Sample,Bo,b@x.org,,#",
                // A teacher's own.
                "Name;Vorname;Matrikelnummer\nExample;Ada;0012345\nSample;Bo;0012346",
                "Matrikel-Nr.;Nachname;Vorname;E-Mail\n0012345;Example;Ada;a\n0012346;Sample;Bo;b",
                "学号,姓名,班级\n0012345,Ada Example,1\n0012346,Bo Sample,1"
            })
    void exportsOfLearningPlatformsAreReadAsTheyAre(String text) throws IOException {
        var roster = read(text);
        assertThat(roster.students()).containsExactly(ADA, BO);
        assertThat(roster.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "05-canvas-gradebook.csv, CANVAS, '20123456 Example, Ada|20123457 Sample, Bo'",
        "04b-roster-for-date-named-file.csv, CANVAS, '20123456 Example, Ada|20123457 Sample, Bo'",
        "06-moodle-gradebook.csv, OTHER, 0012345 Ada Example|0012346 Bo Sample",
        "07-roster-excel-blank-row.csv, OTHER, 007 Ada Example|008 Bo Sample",
        "class.csv, OTHER, 007 Ada Example|008 Bo Sample",
        "roster-of-three.csv, OTHER, s1 Ann Lee|s2 Bob Ray|s3 Cy Fox",
        "german.csv, OTHER, 0012345 Siobhan O'Connor",
        "utf16.csv, OTHER, 0012345 O'Connor|0012346 Müller",
        "latin1.csv, OTHER, '0012345 Siobhán O''Connor|0012346 Müller, Jürgen'",
        "idfmt.csv, OTHER, 0012345 Anna|1.23457E+11 Bob",
        "roster.xlsx, OTHER, 12345 Anna|0012346 Bob"
    })
    void filesAsTheyCameAreRead(String name, Platform platform, String students) {
        var roster = Roster.read(CASES.resolve(name));
        assertThat(roster.platform()).isEqualTo(platform);
        assertThat(roster.students())
                .extracting(student -> student.id() + " " + student.name())
                .containsExactly(students.split("\\|"));
    }

    @Test
    void aClassFromAllOverTheWorldKeepsItsNames() {
        assertThat(Roster.read(CASES.resolve("class7.csv")).students())
                .hasSize(12)
                .contains(
                        new Student("0012345", "O'Connor, Siobhán"),
                        new Student("0012347", "李小明"),
                        new Student("0012354", "محمد الأحمد"),
                        new Student("0012355", "King, Jr., Martin"));
    }

    @Test
    void aNameWithACommaWithoutQuotationMarksIsNotCut() {
        var file = CASES.resolve("ragged.csv");
        assertThatThrownBy(() -> Roster.read(file))
                .hasMessage(
                        file + ":2: there are 3 values, but 2 columns; a value that has the sign between columns in it"
                                + " needs quotation marks, such as \"O'Connor, Siobhan\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id,name|: there is no student in it; write a line for each below the column names",
                "``|: it is empty; it must have a row of column names, id and name among them",
                ",,\\n,|: it is empty; it must have a row of column names, id and name among them",
                "number,name\\n1,Ann|:1: there is no column called 'id' in the row of column names; add it, or say with --id-column which it is",
                "id,who\\n1,Ann|:1: there is no column called 'name' in the row of column names; add it, or say with --name-column which it is",
                "id,ID,name\\n1,1,Ann|:1: the columns 'id' and 'ID' may both hold the ids; say with --id-column which does, or rename one",
                "id,student,name\\n1,1,Ann|:1: the columns 'student' and 'name' may both hold names; say with --name-column which does, or rename one",
                "id,name\\ns1,Ann\\ns2|:3: there are only 1 columns; id and name must be there",
                "id,name\\ns1,Ann\\n,Bo|:3: the id is missing",
                "id,name\\ns1,Ann\\ns2, |:3: the name is missing",
                "id,name\\ns1,Ann\\nS1,Bo|:3: the id S1 is here a second time, after line 2; ids must differ",
                "id,name\\na/1,Ann\\na+1,Ann|:3: id and name give a file of the same name as those of line 2; let the ids differ in more than signs",
                "id,name\\ns1,\"An\\nn\"|:2: the name has a line break or a control character in it; remove it",
                "id,name\\ns1,\"Ann|:2:4: a quote is not closed, or text follows it; write the value without quotes",
                "id,name\\ns1,Ann\\ns2,\"Bo\" Ray\\n|:3:4: a quote is not closed, or text follows it; write the value without quotes",
                "First name,Last name,ID number,Email address\\nAnn,Lee,77,a@x\\nBo,Ray,,b@x|:3: the id is missing in the column 'ID number'; put it in, or say with --id-column which other column all students have",
                "Student,ID,SIS User ID,SIS Login ID,Section\\nAnn,1,77,a,X\\nBo,2,,b,X|:3: the id is missing in the column 'SIS User ID'; put it in, or say with --id-column which other column all students have"
            })
    void whatIsWrongIsSaidWithItsLine(String text, String complaint) throws IOException {
        var file = write(text.replace("\\n", "\n"));
        assertThatThrownBy(() -> Roster.read(file))
                .isInstanceOf(ExerciseException.class)
                .hasMessage(file + complaint);
    }

    @Test
    void columnsThatCannotBeToldAreSaid() throws IOException {
        var file = write("Nr;Code;Rufname;Zuname\n1;a7;Ada;Example\n2;a8;Bo;Sample\n");
        var said = new RosterColumns(Optional.of("code"), List.of("Rufname", "Zuname"));
        assertThat(Roster.read(file, said).students())
                .containsExactly(new Student("a7", "Ada Example"), new Student("a8", "Bo Sample"));
        assertThatThrownBy(() -> Roster.read(file, new RosterColumns(Optional.of("key"), List.of("Rufname"))))
                .hasMessage(file + ":1: there is no column called 'key'; the columns are: Nr, Code, Rufname, Zuname");
        var canvas = new RosterColumns(Optional.of("SIS Login ID"), List.of());
        assertThat(Roster.read(CASES.resolve("05-canvas-gradebook.csv"), canvas).students())
                .containsExactly(new Student("aexample", "Example, Ada"), new Student("bsample", "Sample, Bo"));
    }

    @Test
    void whereNoStudentHasANumberTheNextBestColumnHoldsTheIds() throws IOException {
        assertThat(read("First name,Last name,ID number,Email address\nAda,Example,,ada@x.org\n")
                        .students())
                .containsExactly(new Student("ada@x.org", "Ada Example"));
        assertThat(read("Student,ID,SIS Login ID,Section\n\"Example, Ada\",11,aex,X\n")
                        .students())
                .containsExactly(new Student("aex", "Example, Ada"));
        assertThat(read("ID,Bewertung,\"Zuletzt geändert (Bewertung)\"\nTeilnehmer/in71,,-\n")
                        .students())
                .as("a grading worksheet without names")
                .containsExactly(new Student("Teilnehmer/in71", "Teilnehmer/in71"));
    }

    @Test
    void namesAreJoinedAsTheyAreRead() throws IOException {
        assertThat(read("学号,姓,名\n1,李,小明\n2,Lee,Ann\n3,_,Ping\n").students())
                .extracting(Student::name)
                .containsExactly("李小明", "Ann Lee", "Ping");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "GB18030"})
    void chineseListsAreReadInWhateverTheyAreEncoded(String charset) throws IOException {
        var text = "学号,姓名\n001,李小明\n002,欧阳喆\n";
        var file = Files.write(folder.resolve("class.csv"), text.getBytes(Charset.forName(charset)));
        var roster = Roster.read(file);
        assertThat(roster.students()).containsExactly(new Student("001", "李小明"), new Student("002", "欧阳喆"));
        assertThat(roster.warnings()).hasSize(charset.startsWith("UTF") ? 0 : 1);
    }

    @Test
    void anEncodingThatIsGuessedIsSaid() throws IOException {
        var latin = Files.write(
                folder.resolve("latin.csv"), "id,name\n1,Jääskeläinen Åse\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Roster.read(latin).students()).containsExactly(new Student("1", "Jääskeläinen Åse"));
        assertThat(Roster.read(latin).warnings())
                .singleElement()
                .asString()
                .contains("is not in UTF-8; it is read as windows-1252", "save it as CSV UTF-8");
        var none = Files.write(folder.resolve("none.csv"), new byte[] {'i', 'd', ',', (byte) 0x81, ',', 'x'});
        assertThatThrownBy(() -> Roster.read(none))
                .hasMessage(none + ":1:4: this is not UTF-8 text; save the file as UTF-8");
    }

    @Test
    void idsThatASpreadsheetProgramSpoiledAreDoubted() throws IOException {
        assertThat(Roster.read(CASES.resolve("idfmt.csv")).warnings())
                .singleElement()
                .asString()
                .contains("idfmt.csv:3: the id 1.23457E+11 looks like a number that a spreadsheet program has rounded");
        assertThat(read("id,name\n0012345,Ann\n12345,Bo\n").warnings())
                .singleElement()
                .asString()
                .contains(":3: the id 12345 is that of line 2, 0012345, but for zeros at the front");
        assertThat(Roster.read(CASES.resolve("roster.xlsx")).warnings())
                .singleElement()
                .asString()
                .contains(":2: the id 12345 is shorter than those that begin with 0");
        assertThat(read("id,name\n0012345,Ann\n1012345,Bo\n5e12,Cy\n1E-7,Di\n").warnings())
                .isEmpty();
    }

    @Test
    void aGuardedTextIsReadAsTheTextThatItWas() throws IOException {
        assertThat(read("id,name\n'-12,'=Bob()\n'＝1,'t Hooft\n'0012,Ann\n").students())
                .containsExactly(
                        new Student("-12", "=Bob()"), new Student("＝1", "'t Hooft"), new Student("0012", "Ann"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1",
                "+1",
                "-1",
                "@x",
                "＝1",
                "＋1",
                "－1",
                "＠x",
                " =1",
                "\t=1",
                "\u200B=1",
                "\tx",
                "-cmd|'/c calc'!A1"
            })
    void whatAProgramWouldTakeForAFormulaIsGuardedAndReadAgain(String text) {
        assertThat(GuardedText.of(text)).isEqualTo("'" + text);
        if (!text.contains("\u200B")) {
            assertThat(GuardedText.read(GuardedText.of(text))).isEqualTo(text);
        }
    }

    @Test
    void whatAPlatformKnowsSomebodyByStaysUnlessItWouldDoSomething() {
        assertThat(GuardedText.key("-12")).isEqualTo("-12");
        assertThat(GuardedText.key("@ada")).isEqualTo("@ada");
        assertThat(GuardedText.key("=1+1")).isEqualTo("'=1+1");
        assertThat(GuardedText.key("-cmd|'/c calc'!A1")).startsWith("'-cmd");
        assertThat(GuardedText.key("＝HYPERLINK(\"http://x\")")).startsWith("'＝");
    }

    @Test
    void aWorkbookIsReadByItsFirstSheetThatHoldsSomething() throws IOException {
        var file = folder.resolve("class.xlsx");
        try (var workbook = new XSSFWorkbook();
                var out = Files.newOutputStream(file)) {
            workbook.createSheet("empty");
            var sheet = workbook.createSheet("7b");
            sheet.createRow(0).createCell(1).setCellValue("Klasse 7b");
            var head = sheet.createRow(2);
            head.createCell(1).setCellValue("Matrikelnummer");
            head.createCell(2).setCellValue("Name");
            var row = sheet.createRow(3);
            row.createCell(1).setCellValue("a_x0041_b");
            row.createCell(2).setCellValue("Ann");
            row.createCell(5).setCellValue("a note beside the table");
            var other = sheet.createRow(5);
            other.createCell(1).setCellValue(20230001);
            other.createCell(2).setCellValue("Bo");
            workbook.write(out);
        }
        assertThat(Roster.read(file).students()).extracting(Student::name).containsExactly("Ann", "Bo");
        assertThat(Roster.read(file).students().get(1).id()).isEqualTo("20230001");
    }

    @Test
    void aFileThatIsNoListOfStudentsIsRefused() throws IOException, InterruptedException {
        assertThatThrownBy(() -> Roster.read(folder.resolve("none.csv"))).hasMessageContaining("there is no such file");
        assertThatThrownBy(() -> Roster.read(folder)).hasMessageContaining("it is a folder");
        var large = folder.resolve("large.csv");
        try (var file = new java.io.RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(1L << 33);
        }
        assertThatThrownBy(() -> Roster.read(large)).hasMessageContaining("too large for a list of students");
        var zeros = Path.of("/dev/zero");
        if (Files.exists(zeros)) {
            assertThatThrownBy(() -> Roster.read(zeros)).hasMessageContaining("a device or the like");
        }
        var pipe = folder.resolve("pipe");
        if (new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0) {
            assertThatThrownBy(() -> Roster.read(pipe)).hasMessageContaining("a device or the like");
        }
        var text = Files.writeString(folder.resolve("class.xls"), "<html><table>");
        assertThatThrownBy(() -> Roster.read(text)).hasMessageContaining("there is no column called 'id'");
        var cut = Files.write(
                folder.resolve("cut.xlsx"),
                java.util.Arrays.copyOf(Files.readAllBytes(CASES.resolve("roster.xlsx")), 999));
        assertThatThrownBy(() -> Roster.read(cut))
                .isInstanceOf(ExerciseException.class)
                .hasMessageContaining("damaged");
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
