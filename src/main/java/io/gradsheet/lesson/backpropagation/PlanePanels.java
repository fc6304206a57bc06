package io.gradsheet.lesson.backpropagation;

import io.gradsheet.network.Activation;
import io.gradsheet.network.Network;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the maps of the Boundary sheet stand: a panel for each neuron, those of the output first, a few side by side. A panel is a
 * heading, the weights and the bias of the neuron, and the map.
 */
final class PlanePanels {
    /** Intervals in each direction: so many cells and one. */
    static final int INTERVALS = 30;

    /** Cells of a map in each direction. */
    static final int SIDE = INTERVALS + 1;

    /** Panels side by side. */
    static final int ACROSS = 3;

    /** The small columns between panels. */
    static final int GAP = 2;

    /** The small columns that a parameter or its symbol spans. */
    static final int SPAN = 6;

    /** The row of the first axis; below it is its scaled copy. */
    static final int AXIS_ROW = 6;

    /** The column of the second axis; to its right is its scaled copy. */
    static final int AXIS_COLUMN = 0;

    /** The row of what the learner chooses. */
    static final int CHOICE_ROW = 4;

    static final int CHOICE_SPAN = 9;

    /** The first column of the maps. */
    static final int FIRST_COLUMN = AXIS_COLUMN + 2;

    /** The columns of all panels, and of what is between them. */
    static final int WIDTH = ACROSS * (SIDE + GAP);

    /** The first column of the samples: right of what is printed. */
    static final int SAMPLES_COLUMN = WIDTH + 2;

    private static final int PARAMETERS_ACROSS = SIDE / SPAN;

    private final Network network;
    private final List<Panel> panels = new ArrayList<>();

    /** The picture of a neuron: of its activation, or, where its layer shares 1, of the weighted input before that. */
    record Panel(int layer, int neuron, boolean isActivation) {}

    PlanePanels(Network network) {
        this.network = network;
        var last = network.layers();
        add(last, true);
        if (isShared()) {
            add(last, false);
        }
        for (var layer = 2; layer < last; layer++) {
            add(layer, true);
        }
    }

    private void add(int layer, boolean isActivation) {
        for (var j = 1; j <= network.size(layer); j++) {
            panels.add(new Panel(layer, j, isActivation));
        }
    }

    /** Whether the outputs share 1. */
    boolean isShared() {
        return network.outputActivation() instanceof Activation.Softmax;
    }

    List<Panel> all() {
        return panels;
    }

    /** Whether the panel shows an activation of the output. */
    boolean isAnswer(Panel panel) {
        return panel.isActivation() && panel.layer() == network.layers();
    }

    /** Whether the neuron's parameters stand in the panel. */
    boolean hasParameters(Panel panel) {
        return !(isAnswer(panel) && isShared());
    }

    private int place(Panel panel) {
        return panels.indexOf(panel);
    }

    private int parameters(Panel panel) {
        return hasParameters(panel) ? network.size(panel.layer() - 1) + 1 : 0;
    }

    /** The lines of parameters over the maps of a row of panels. */
    private int lines(int row) {
        return panels.subList(row * ACROSS, Math.min(panels.size(), (row + 1) * ACROSS)).stream()
                .mapToInt(panel -> (parameters(panel) + PARAMETERS_ACROSS - 1) / PARAMETERS_ACROSS)
                .max()
                .orElse(0);
    }

    /** The first row of a row of panels. */
    private int top(int row) {
        var top = AXIS_ROW + 2;
        for (var before = 0; before < row; before++) {
            top += 1 + 2 * lines(before) + SIDE + 3;
        }
        return top;
    }

    /** How many rows the pictures take. */
    int rows() {
        return top((panels.size() + ACROSS - 1) / ACROSS);
    }

    Ref heading(Panel panel) {
        return Ref.at(top(place(panel) / ACROSS), FIRST_COLUMN + place(panel) % ACROSS * (SIDE + GAP));
    }

    /** The value of a parameter, which counts from 1, the bias last; its symbol is above. */
    Ref parameter(Panel panel, int number) {
        return heading(panel).plus(2 + 2 * ((number - 1) / PARAMETERS_ACROSS), (number - 1) % PARAMETERS_ACROSS * SPAN);
    }

    Ref bias(Panel panel) {
        return parameter(panel, parameters(panel));
    }

    /** The top left cell of the map. */
    Ref map(Panel panel) {
        return heading(panel).plus(1 + 2 * lines(place(panel) / ACROSS), 0);
    }

    /** All cells of a map. */
    Range mapRange(Panel panel) {
        return Range.of(map(panel), SIDE, SIDE);
    }

    /** The map of a neuron's activation. */
    Ref activation(int layer, int neuron) {
        return map(new Panel(layer, neuron, true));
    }

    /** A choice of the learner, or what follows from one; its caption is above. */
    static Ref choice(int number) {
        return Ref.at(CHOICE_ROW, FIRST_COLUMN + number * (CHOICE_SPAN + 1));
    }

    /** The ends of the axes: left, right, bottom, top. */
    static Ref bound(int number) {
        return choice(2 + number);
    }

    /** The first map, beside which the second axis stands. */
    Ref answer() {
        return map(panels.get(0));
    }

    /** A number of the first axis, in the units of the file. */
    Ref across(int j) {
        return Ref.at(AXIS_ROW, answer().column() + j);
    }

    /** A number of the second axis, from the top down. */
    Ref down(int i) {
        return Ref.at(answer().row() + i, AXIS_COLUMN);
    }
}
