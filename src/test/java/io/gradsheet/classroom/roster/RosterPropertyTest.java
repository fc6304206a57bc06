package io.gradsheet.classroom.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.gradsheet.classroom.ExerciseException;
import io.gradsheet.classroom.Student;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.apache.commons.csv.CSVFormat;

/** Whatever a file holds, it is a class or one sentence; and a class is the one that was written. */
class RosterPropertyTest {
    private Path file;

    @BeforeProperty
    void makeFile() throws IOException {
        file = Files.createTempFile("roster", ".csv");
    }

    @AfterProperty
    void removeFile() throws IOException {
        Files.deleteIfExists(file);
    }

    @Property(tries = 500)
    void anyBytesAreAClassOrOneSentence(@ForAll("texts") String text, @ForAll("charsets") String charset)
            throws IOException {
        Files.write(file, text.getBytes(Charset.forName(charset)));
        assertThatCode(() -> {
                    try {
                        assertThat(Roster.read(file).students()).isNotEmpty();
                    } catch (ExerciseException e) {
                        assertThat(e.getMessage()).startsWith(file.toString()).doesNotContain("Exception");
                    }
                })
                .doesNotThrowAnyException();
    }

    @Provide
    Arbitrary<String> texts() {
        var pieces = Arbitraries.of(
                "id",
                "name",
                "Student",
                "ID",
                "SIS User ID",
                "Section",
                "Identifier",
                "Grade",
                "Participant 7",
                "学号",
                "姓名",
                "OrgDefinedId",
                ",",
                ",",
                ";",
                "\t",
                "\n",
                "\n",
                "\r\n",
                "\"",
                "\"\"",
                "=\"1\"",
                "'-1",
                "0012",
                "12",
                "é",
                "李",
                "1.2E+5",
                "\u0000",
                "\uFEFF",
                "\uD800",
                "sep=;",
                " ",
                "    Points Possible",
                "#7",
                "PK",
                "\u0081");
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(4, pieces),
                        net.jqwik.api.Tuple.of(1, Arbitraries.strings().ofMaxLength(4)))
                .list()
                .ofMaxSize(40)
                .map(list -> String.join("", list));
    }

    @Provide
    Arbitrary<String> charsets() {
        return Arbitraries.of("UTF-8", "UTF-16LE", "UTF-16", "ISO-8859-1", "GB18030");
    }

    @Property(tries = 200)
    void aClassIsTheOneThatWasWritten(
            @ForAll @Size(min = 1, max = 8) List<@From("names") String> names,
            @ForAll("heads") String heads,
            @ForAll("delimiters") char delimiter)
            throws IOException {
        var students = IntStream.range(0, names.size())
                .mapToObj(index -> new Student("a" + index, names.get(index)))
                .toList();
        var format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter).get();
        var text = heads.replace(',', delimiter) + "\r\n"
                + students.stream()
                        .map(student -> format.format(student.id(), student.name()))
                        .collect(Collectors.joining("\r\n"));
        Files.writeString(file, text, StandardCharsets.UTF_8);
        assertThat(Roster.read(file).students()).isEqualTo(students);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars("abcXYZäéß李明 ',.;-\"()`")
                .ofMinLength(1)
                .ofMaxLength(20)
                .map(name -> "N" + name.strip());
    }

    @Provide
    Arbitrary<String> heads() {
        return Arbitraries.of("id,name", "Matrikelnummer,Vollständiger Name", "学号,姓名", "ID number,Full name");
    }

    @Provide
    Arbitrary<Character> delimiters() {
        return Arbitraries.of(',', ';', '\t');
    }

    @Property
    void aGuardedTextIsReadAgain(@ForAll("cells") String text) {
        assertThat(GuardedText.read(GuardedText.of(text))).isEqualTo(text);
        assertThat(GuardedText.of(text)).doesNotMatch("(?s)[\\s\\p{Cc}\\p{Cf}\\p{Z}]*[=+\\-@＝＋－＠].*");
    }

    /** What no program writes as a guard itself: it is read as the text that it guards. */
    @Provide
    Arbitrary<String> cells() {
        return Arbitraries.strings().withChars("=+-@＝＋－＠ab1 \t\u200B\u00A0,;").ofMaxLength(6);
    }
}
