package io.gradsheet.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.template.Provenance.Setting;
import java.util.List;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TemplateFuzzTest {
    private static final List<String> PIECES = List.of(
            "[",
            "]",
            "{",
            "}",
            ":",
            ": ",
            ",",
            "\n",
            "\r",
            "- ",
            "  ",
            "#",
            "&a ",
            "*a",
            "!!x ",
            "<<: ",
            "'",
            "\"",
            "\\",
            "|",
            ">",
            "?",
            "%",
            "@",
            "0",
            "-",
            "1e9",
            ".nan",
            "~",
            "null",
            "\t",
            "\u0000",
            "\uFEFF",
            "\uD800",
            "🙂",
            "---\n",
            "...\n",
            "eta: 1\n");

    /** A place in a text, how much is cut there, and what is put there instead. */
    record Change(double at, int cut, String piece) {
        String applied(String text) {
            var start = (int) (at * text.length());
            return text.substring(0, start) + piece + text.substring(Math.min(text.length(), start + cut));
        }
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        return Combinators.combine(
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.of(PIECES))
                .as(Change::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Property(tries = 1000)
    void changedTemplateIsReadOrComplainedAbout(@ForAll("changes") List<Change> changes) {
        readOrComplain(() -> new Points(changed(Points.RIGHT.yaml(), changes), Points.RIGHT.csv()).read());
    }

    @Property(tries = 1000)
    void changedDescentIsReadOrComplainedAbout(@ForAll("changes") List<Change> changes) {
        readOrComplain(() -> new Bowl(changed(Bowl.RIGHT.yaml(), changes)).read());
    }

    @Property(tries = 500)
    void changedFunctionIsReadOrComplainedAbout(@ForAll("changes") List<Change> changes) {
        readOrComplain(() -> Bowl.RIGHT.read(List.of(new Setting("f", changed("x^2+y^2", changes)))));
    }

    @Property(tries = 500)
    void changedDataIsReadOrComplainedAbout(@ForAll("changes") List<Change> changes) {
        readOrComplain(
                () -> Points.RIGHT.csv(changed(Points.RIGHT.csv(), changes)).read());
    }

    @Property(tries = 500)
    void changedSettingIsAppliedOrComplainedAbout(@ForAll("changes") List<Change> changes) {
        var settings = List.of(
                new Setting("network.sizes", changed("[2, 3, 2]", changes)),
                new Setting(changed("data.file", changes), "points.csv"));
        readOrComplain(() -> Points.RIGHT.read(settings));
    }

    private static String changed(String text, List<Change> changes) {
        var changed = text;
        for (var change : changes) {
            changed = change.applied(changed);
        }
        return changed;
    }

    /** Anything else that is thrown fails the property. */
    private static void readOrComplain(Supplier<Experiment> reading) {
        try {
            assertThat(reading.get().heading().lesson()).isNotEmpty();
        } catch (TemplateException e) {
            assertThat(e).hasMessageMatching("((points|bowl)\\.(yaml|csv)(:\\d+:\\d+)?|--set [^\n\r]*): [^\n\r]+");
        }
    }
}
