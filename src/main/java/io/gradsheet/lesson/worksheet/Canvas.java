package io.gradsheet.lesson.worksheet;

import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A sheet that panels paint on: its cells, what lies around them, and what they need to know for it. */
final class Canvas {
    private final String sheet;
    private final Places places;
    private final Evaluation evaluation;
    private final Texts texts;
    private final List<Double> widths;
    private final Grid grid = new Grid();
    private final List<Feature> features = new ArrayList<>();
    private final Set<Role> roles = EnumSet.noneOf(Role.class);

    Canvas(String sheet, Places places, Evaluation evaluation, Texts texts, List<Double> widths) {
        this.sheet = sheet;
        this.places = places;
        this.evaluation = evaluation;
        this.texts = texts;
        this.widths = widths;
    }

    String sheet() {
        return sheet;
    }

    Places places() {
        return places;
    }

    Evaluation evaluation() {
        return evaluation;
    }

    Texts texts() {
        return texts;
    }

    Grid grid() {
        return grid;
    }

    List<Feature> features() {
        return features;
    }

    /** The roles of all quantities on the sheet. */
    Set<Role> roles() {
        return roles;
    }

    void put(Ref place, Cell cell) {
        grid.put(place, cell);
        if (cell instanceof Cell.Computed computed) {
            roles.add(computed.role());
        } else if (cell instanceof Cell.Input) {
            roles.add(Role.INPUT);
        }
    }

    void put(Ref place, String markup, Role role) {
        grid.put(place, Cell.label(markup, role));
    }

    /** Makes a row so many points high. */
    void height(int row, double points) {
        grid.height(row, points);
    }

    void add(Feature feature) {
        features.add(feature);
    }

    /** A text over neighbouring cells of a row. */
    void putAcross(Ref place, int columns, String markup, Role role) {
        put(place, markup, role);
        if (columns > 1) {
            add(new Feature.Merge(Range.of(place, 1, columns)));
        }
    }

    /** How many columns from {@code first} on are at least so wide together, in characters. */
    int columnsOf(int first, double characters) {
        var width = 0.0;
        var column = first;
        while (width < characters) {
            width += width(column++);
        }
        return column - first;
    }

    private double width(int column) {
        return column < widths.size() ? widths.get(column) : Layout.USUAL_WIDTH;
    }
}
