package io.gradsheet.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.template.Template;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class PageBreaksTest {
    /** Columns of one width, the first of which is on every page. */
    private static List<Integer> breaks(int columns, int across, Integer... groups) {
        var sheet = SheetPlan.named("Wide")
                .body(sink -> {}, 1, columns)
                .freeze(1, 1)
                .page(SheetPlan.Page.landscape().tall(1).across(across).inGroups(List.of(groups)))
                .build();
        return new PageBreaks(sheet, column -> 1).of(across);
    }

    @Test
    void pagesBeginAtGroups() {
        assertThat(breaks(13, 2, 1, 4, 8, 10)).containsExactly(8);
        assertThat(breaks(13, 3, 1, 4, 8, 10)).containsExactly(4, 8);
    }

    @Test
    void whatIsWiderThanAPageIsBrokenAnywhere() {
        assertThat(breaks(31, 3, 1)).containsExactly(11, 21);
    }

    @Test
    void whatFitsIsOnOnePage() {
        assertThat(breaks(5, 1, 1, 3)).isEmpty();
    }

    @Test
    void aProgramFindsBreaksAndAScale() throws IOException {
        var file = new ByteArrayOutputStream();
        var plan = Lessons.of(Template.builtIn("mazur").read(List.of())).plan();
        Skeleton.write(plan, Progress.SILENT, file);
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file.toByteArray()))) {
            var training = workbook.getSheet("Training");
            assertThat(training.getColumnBreaks())
                    .as("the last column before the errors of the hidden layer")
                    .containsExactly(15);
            assertThat(training.getFitToPage()).isFalse();
            assertThat(training.getPrintSetup().getScale()).isBetween((short) 70, (short) 85);
        }
    }
}
