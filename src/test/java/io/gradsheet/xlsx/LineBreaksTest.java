package io.gradsheet.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.sheet.RichText;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Chinese texts are broken into lines where a reader expects it, and lose nothing. */
class LineBreaksTest {
    @Test
    void aFullStopNeverStandsAloneOnALine() {
        var text = RichText.of("每个偏导数出现两次，二者应当几乎相等。");
        for (var width = 4; width < 24; width++) {
            assertThat(LineBreaks.broken(text, width).text()).doesNotContain("\n。", "\n，");
        }
    }

    @Test
    void textsInOtherLanguagesAreLeftToThePrograms() {
        var text = RichText.of("One row is one step. Change η, h or the **start**, and the path follows.");
        assertThat(LineBreaks.broken(text, 10)).isEqualTo(text);
    }

    @Test
    void aMessageIsWrappedInEveryLanguage() {
        var text = RichText.of("One row is one step. Change η, and the path follows.");
        assertThat(LineBreaks.wrapped(text, 15).text().lines())
                .hasSizeGreaterThan(1)
                .allSatisfy(line -> assertThat(LineBreaks.lines(RichText.plain(line.strip()), 15))
                        .isEqualTo(1));
        assertThat(LineBreaks.wrapped(text, 15).text().replace("\n", "")).isEqualTo(text.text());
    }

    @Test
    void wordsStayWhole() {
        var text = RichText.of("修改 **Training** 中的 η 或初始权重，或 **Data** 中的像素，一切随之变化。");
        assertThat(LineBreaks.broken(text, 9).text()).contains("Training", "Data");
    }

    @Property(tries = 300)
    void nothingIsLostAndNoLineIsTooLong(@ForAll("mixed") String text, @ForAll @IntRange(min = 8, max = 40) int width) {
        var broken = LineBreaks.broken(RichText.plain(text), width);
        assertThat(broken.text().replace("\n", "")).isEqualTo(text);
        assertThat(broken.text().lines()).allSatisfy(line -> {
            assertThat(line).doesNotStartWith("。").doesNotStartWith("，").doesNotEndWith("（");
            assertThat(LineBreaks.lines(RichText.plain(line), width)).isEqualTo(1);
        });
    }

    @Provide
    Arbitrary<String> mixed() {
        return Arbitraries.of("权重", "的", "和偏置", "学习率 η", " x ", "，", "。", "（δ", "）", " Java ")
                .list()
                .ofMaxSize(60)
                // Marks that follow one another may be longer than any line.
                .map(parts -> "样本" + String.join("字", parts));
    }
}
