package io.gradsheet.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {
    private static Table table(String text) {
        return new Table(new TableText("t.csv", text), Table.Hints.NONE);
    }

    private static List<List<String>> rows(Table table) {
        var rows = new ArrayList<List<String>>();
        table.forEach(row -> rows.add(row.values()));
        return rows;
    }

    private static List<String> places(Table table, int column) {
        var places = new ArrayList<String>();
        table.forEach(row -> places.add(row.place(column)));
        return places;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b,c\n1,2.5,x y\n",
                "a;b;c\r\n1;2.5;x y\r\n",
                "a\tb\tc\r1\t2.5\tx y",
                "a|b|c\n1|2.5|x y\n",
                "sep=;\na;b;c\n1;2.5;x y\n",
                "\n\"sep=|\"\na|b|c\n1|2.5|x y\n",
                "  a  b   \"c\"\n\n  1  2.5 \"x y\"  \n",
                "a , b,\"c\"\n , ,\n1, 2.5 ,\"x y\"\n,,\n",
                "a,b,c,,\n1,2.5,x y,,\n,,,,\n",
                "% from far\n@relation t\n@attribute a numeric\n@ATTRIBUTE 'b' real\n@attribute c {'x y', z}\n\n@data\n% rows\n1,2.5,'x y'\n",
                "@RELATION t\n@attribute \"a\" NUMERIC\n@attribute b REAL\n@attribute c{'x y',z}\n@DATA\n1\t2.5\t\"x y\"\n"
            })
    void theSameRowsAreReadFromEveryForm(String text) {
        var table = table(text);
        var rows = new ArrayList<>(rows(table));
        if (table.declared().isEmpty()) {
            assertThat(rows.remove(0)).containsExactly("a", "b", "c");
        } else {
            assertThat(table.declared()).containsExactly("a", "b", "c");
        }

        assertThat(rows).containsExactly(List.of("1", "2.5", "x y"));
        assertThat(table.width()).isEqualTo(3);
    }

    @Test
    void columnsOfOneWidthMayHaveATabAmongTheirSpaces() {
        var table = table("""
                18.0   8   307.0      130.0      3504.      12.0   70  1\t"example one"
                15.0   8   350.0      165.0      3693.      11.5   70  1\t"example two"
                """);

        assertThat(rows(table).get(1))
                .containsExactly("15.0", "8", "350.0", "165.0", "3693.", "11.5", "70", "1", "example two");
        assertThat(places(table, 8)).containsExactly("t.csv:1:58", "t.csv:2:58");
    }

    @Test
    void severalTabsInARowAreOneWhereColumnsAreOtherwiseUneven() {
        assertThat(rows(table("15.26\t14.84\t\t0.871\n14.88\t14.57\t0.8811\n")))
                .containsExactly(List.of("15.26", "14.84", "0.871"), List.of("14.88", "14.57", "0.8811"));
    }

    @Test
    void decimalCommasMayStandBetweenSpaces() {
        assertThat(rows(table("1,5 2,5 a\n3,5 4,5 b\n")))
                .containsExactly(List.of("1,5", "2,5", "a"), List.of("3,5", "4,5", "b"));
    }

    @Test
    void textsOfSeveralWordsDoNotMakeSpacesSeparators() {
        assertThat(rows(table("name\tage\nAda B\t3\nCy D\t4\n"))).contains(List.of("Ada B", "3"), List.of("Cy D", "4"));
        assertThat(rows(table("name age,place 1\nAda B,x 1\n"))).contains(List.of("Ada B", "x 1"));
        assertThat(rows(table("full name\nAda\n"))).contains(List.of("full name"), List.of("Ada"));
    }

    @Test
    void commentsAreLeftOutWhereSomebodySaysSo() {
        var text = "# first\na,b\n  # second\n1,#2\n";

        assertThat(rows(new Table(new TableText("t", text), new Table.Hints(Optional.empty(), Optional.of('#')))))
                .containsExactly(List.of("a", "b"), List.of("1", "#2"));
        assertThat(rows(table(text))).contains(List.of("# first"));
    }

    @Test
    void aSeparatorThatIsSaidIsTaken() {
        var table =
                new Table(new TableText("t", "a b,c\n1 2,3\n"), new Table.Hints(Optional.of(','), Optional.empty()));

        assertThat(rows(table)).containsExactly(List.of("a b", "c"), List.of("1 2", "3"));
    }

    @Test
    void rowsKnowTheirLines() {
        var lines = new ArrayList<Long>();
        table("a,b\r\n\r\n\"1\n1\",2\n3,4").forEach(row -> lines.add(row.number()));

        assertThat(lines).containsExactly(1L, 3L, 5L);
    }

    @Test
    void rowsOfASheetKnowTheirCells() {
        var table =
                new Table(new TableText("t.xlsx", "a,b\n\n1,\"sep=;\n2\"\n3,4", Optional.of("Mine")), Table.Hints.NONE);

        assertThat(places(table, 1)).containsExactly("t.xlsx: Mine!B1", "t.xlsx: Mine!B3", "t.xlsx: Mine!B4");
        assertThat(places(table, 27)).startsWith("t.xlsx: Mine!AB1");
    }

    @Test
    void aHeadThatIsNotRightIsRefusedWithItsPlace() {
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> table("@relation t\n@attribute a\n@data\n1\n"))
                .withMessage("t.csv:2:1: this line must be @attribute NAME TYPE; complete it");
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> table("@relation t\n@attribute a real\n1\n"))
                .withMessage("t.csv: this ARFF file has no line @data; put one before the rows");
    }

    @Test
    void aBrokenQuoteIsRefusedWithItsPlace() {
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> table("a b\n1 \"2\n3 4\n"))
                .withMessage("t.csv:2:3: a quote is not closed, or text follows it; write the value without quotes");
    }

    @Property(tries = 200)
    void whateverIsWrittenBetweenQuotesIsReadAgain(
            @ForAll @Size(min = 2, max = 4)
                    List<
                                    @Size(min = 2, max = 2) List<
                                            @StringLength(min = 1, max = 6) @CharRange(from = ' ', to = '~') String>>
                            values) {
        var text = new StringBuilder("sep=,\n");
        for (var row : values) {
            text.append("x,")
                    .append(String.join(",", row.stream().map(TableFile::quoted).toList()))
                    .append('\n');
        }

        assertThat(rows(table(text.toString())).stream()
                        .map(row -> row.subList(1, row.size()))
                        .toList())
                .isEqualTo(values.stream()
                        .map(row -> row.stream().map(String::strip).toList())
                        .map(row -> row.get(1).isEmpty()
                                        && values.stream()
                                                .allMatch(other -> other.get(1).isBlank())
                                ? row.subList(0, row.get(0).isEmpty() ? 0 : 1)
                                : row)
                        .toList());
    }
}
