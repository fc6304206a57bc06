package io.gradsheet.lesson.frame;

import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.template.Experiment;
import io.gradsheet.template.Heading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sheet in front: what the workbook is, how to read it, where its sheets are, and what its colours mean. */
public final class Guide {
    /** The name of the sheet. */
    public static final String NAME = "Guide";

    /** To the right of the texts, where a small screen still shows it. */
    private static final Ref PICTURE_PLACE = Ref.at(2, 5);

    private static final int TEXT_COLUMN = 3;
    private static final double KEY_WIDTH = 12;
    private static final double TEXT_WIDTH = 62;
    private static final int PICTURE_COLUMNS = 9;

    private final Texts texts;
    private final Experiment experiment;
    private final List<Feature> features = new ArrayList<>();
    private final Map<String, RichText> sheets = new LinkedHashMap<>();
    private final Map<Role, RichText> legend = new LinkedHashMap<>();
    private final Grid grid = new Grid();
    private int row;

    public Guide(Texts texts, Experiment experiment) {
        this.texts = texts;
        this.experiment = experiment;
    }

    /** Lists a sheet; its description is the text {@code guide.sheet.NAME}. */
    public Guide sheet(String name) {
        return sheet(name, texts.rich("guide.sheet." + name));
    }

    /** Lists sheets, each with the text {@code guide.sheet.NAME}. */
    public Guide sheets(List<SheetPlan> plans) {
        plans.forEach(plan -> sheet(plan.name()));
        return this;
    }

    /** Lists a sheet with a description of its own. */
    public Guide sheet(String name, RichText description) {
        sheets.put(name, description);
        return this;
    }

    /** Explains the colours of these roles; each is described by the text {@code guide.role.ROLE}. */
    public Guide legend(Role... roles) {
        for (var role : roles) {
            legend(role, texts.rich("guide.role." + role));
        }
        return this;
    }

    /** Explains the colour of a role in words of its own. */
    public Guide legend(Role role, RichText description) {
        legend.put(role, description);
        return this;
    }

    /** Draws a network and its way forward, and explains the colours of what a sheet shows of it. */
    public Guide forward(List<Integer> sizes) {
        return forwardLegend().picture(new NetworkDrawing(sizes, texts).forward(PICTURE_PLACE));
    }

    /** Draws a network and its ways forward and backward, and explains the colours of what a sheet shows of them. */
    public Guide backward(List<Integer> sizes) {
        return backward().picture(new NetworkDrawing(sizes, texts).picture(PICTURE_PLACE));
    }

    /** Explains the colours of what a sheet shows of a network and its ways forward and backward. */
    public Guide backward() {
        return forwardLegend().legend(Role.ERROR, Role.GRADIENT, Role.UPDATE);
    }

    private Guide forwardLegend() {
        return legend(Role.INPUT, Role.DATA, Role.PARAMETER, Role.WEIGHTED_INPUT, Role.ACTIVATION, Role.COST);
    }

    /** Adds a picture beside the texts. */
    public Guide picture(Feature picture) {
        features.add(picture);
        return this;
    }

    /** The title of the workbook: the template's own, or the lesson's. */
    public static String title(Heading heading, Texts texts) {
        return heading.title().orElseGet(() -> texts.get("guide.title"));
    }

    /** The sheet; {@code guide.what.1} and on say what the workbook is, {@code guide.how.1} and on how to read it. */
    public SheetPlan build(Object... arguments) {
        if (sheets.containsKey(Check.NAME)) {
            legend(Role.CHECK);
        }
        grid.put(0, 1, new Cell.Label(RichText.plain(title(experiment.heading(), texts)), Role.TITLE))
                .height(0, 30);
        grid.put(1, 1, texts.label(Role.NOTE, "guide.subtitle", experiment.subject()));
        row = 2;
        putHeading("guide.what");
        for (var i = 1; texts.has("guide.what." + i); i++) {
            putText("", RichText.of(texts.get("guide.what." + i, arguments)));
        }
        putHeading("guide.how");
        for (var i = 1; texts.has("guide.how." + i); i++) {
            putText(Integer.toString(i), RichText.of(texts.get("guide.how." + i, arguments)));
        }
        putText("", texts.rich("guide.at"));
        putHeading("guide.sheets");
        sheets.forEach((sheet, description) -> {
            features.add(new Feature.Link(Ref.at(row, 1), new Address(sheet, 0, 0)));
            grid.put(row, 1, Cell.label(sheet, Role.LINK));
            putText("", description);
        });
        putHeading("guide.colours");
        legend.forEach((role, description) -> {
            grid.put(row, 1, sample(role));
            putText("", description);
        });
        return SheetPlan.named(NAME)
                .widths(2, KEY_WIDTH, 1.5, TEXT_WIDTH, 2)
                .widths(PICTURE_COLUMNS, 8.5)
                .head(grid.rows())
                .page(SheetPlan.Page.landscape())
                .with(new Feature.Merge(Range.of(Ref.at(0, 1), 1, 3)))
                .with(new Feature.Merge(Range.of(Ref.at(1, 1), 1, 3)))
                .with(features)
                .build();
    }

    private void putHeading(String key) {
        grid.put(row, 1, texts.label(Role.HEADING, key)).height(row, 24);
        features.add(new Feature.Merge(Range.of(Ref.at(row, 1), 1, 3)));
        row++;
    }

    private void putText(String number, RichText text) {
        if (!number.isEmpty()) {
            grid.put(row, 1, Cell.label(number, Role.INDEX));
        }
        grid.put(row, TEXT_COLUMN, new Cell.Label(text, Role.TEXT));
        row++;
    }

    /** A cell that looks like those of a role. */
    private static Cell sample(Role role) {
        return new Cell.Figure(0.1234, role);
    }
}
