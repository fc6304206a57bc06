package io.gradsheet.lesson.worksheet;

import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.template.Block;
import io.gradsheet.template.WorksheetExperiment;
import java.util.Optional;
import java.util.Set;

/** A sheet of a worksheet: its panels get their places, and then paint. */
final class Page {
    private static final int FIRST_ROW = 3;
    private static final double LINE = 105;

    /** So many rows are printed on one page, still legible; more of them go on. */
    private static final int MOST_ON_A_PAGE = 52;

    private final WorksheetExperiment.Page page;
    private final Texts texts;
    private final Layout layout;

    Page(WorksheetExperiment.Page page, Texts texts) {
        this.page = page;
        this.texts = texts;
        this.layout = new Layout(FIRST_ROW);
        page.content().forEach(this::lay);
        layout.finished();
    }

    private void lay(Block block) {
        if (block instanceof Block.Beside beside) {
            layout.beside(
                    beside.blocks().stream().map(child -> panel(child, true)).toList(), 1);
        } else {
            layout.below(panel(block, false), block instanceof Block.Headline ? 0 : 1);
        }
    }

    private Panel panel(Block block, boolean beside) {
        if (block instanceof Block.Headline headline) {
            return TextPanel.of(headline.text(), Role.HEADING, beside);
        } else if (block instanceof Block.Paragraph paragraph) {
            var text = paragraph.question() ? texts.get("worksheet.try", paragraph.text()) : paragraph.text();
            return TextPanel.of(text, Role.TEXT, beside);
        } else if (block instanceof Block.Link link) {
            return new TextPanel(link.text(), Role.LINK, Optional.of(link.sheet()), beside);
        } else if (block instanceof Block.Inputs inputs) {
            return new InputsPanel(inputs, beside);
        } else if (block instanceof Block.Values values) {
            return new ValuesPanel(values, beside);
        } else if (block instanceof Block.Table table) {
            return new TablePanel(table, beside);
        } else if (block instanceof Block.Chart chart) {
            return new ChartPanel(chart, beside);
        } else if (block instanceof Block.Relief relief) {
            return new ReliefPanel(relief);
        } else if (block instanceof Block.Image image) {
            return new ImagePanel(image);
        } else if (block instanceof Block.Drawing drawing) {
            return new DrawingPanel(drawing, texts);
        } else if (block instanceof Block.Same same) {
            return new SamePanel(same);
        } else if (block instanceof Block.Verdict verdict) {
            return new VerdictPanel(verdict, beside);
        } else if (block instanceof Block.Solver solver) {
            return new SolverPanel(solver, texts, beside);
        } else if (block instanceof Block.Written written) {
            return new WrittenPanel(written);
        }
        throw new IllegalArgumentException("no panel for " + block);
    }

    /** Makes known where the cells of the sheet are. */
    void settle(Places places) {
        layout.panels().forEach(placed -> placed.panel().settle(placed.origin(), page.name(), places));
    }

    /** The sheet and the roles of its quantities. */
    record Painted(SheetPlan sheet, Set<Role> roles) {}

    Painted paint(Places places, Evaluation evaluation) {
        var canvas = new Canvas(page.name(), places, evaluation, texts, layout.widths());
        canvas.put(Ref.at(0, 0), page.title(), Role.TITLE);
        canvas.height(0, 26);
        canvas.putAcross(Ref.at(1, 0), canvas.columnsOf(0, LINE), page.about(), Role.NOTE);
        layout.panels().forEach(placed -> placed.panel().paint(placed.origin(), canvas));
        var sheet = SheetPlan.named(page.name())
                .widths(layout.widths().stream().mapToDouble(width -> width).toArray())
                .head(canvas.grid().rows())
                .page(
                        layout.rows() <= MOST_ON_A_PAGE
                                ? SheetPlan.Page.landscape()
                                : SheetPlan.Page.landscape().tall(0))
                .with(canvas.features())
                .build();
        return new Painted(sheet, canvas.roles());
    }
}
