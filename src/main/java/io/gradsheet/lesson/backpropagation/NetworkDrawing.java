package io.gradsheet.lesson.backpropagation;

import io.gradsheet.lesson.frame.Guide;
import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.network.Network;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The network as the book draws it: layers from left to right, every neuron joined to all of the layer before. */
final class NetworkDrawing {
    /** More neurons than this in a layer are not all drawn: the first ones, dots, and the last. */
    private static final int MOST = 12;

    private static final double LEFT = Guide.PICTURE_COLUMN;
    private static final double WIDTH = 9.5;
    private static final double TOP = Guide.PICTURE_ROW + 2.5;
    private static final double HEIGHT = 21;
    private static final double NODE_WIDTH = 1.0;

    private final Network network;
    private final Texts texts;
    private final List<Shape> lines = new ArrayList<>();
    private final List<Shape> nodes = new ArrayList<>();

    NetworkDrawing(Network network, Texts texts) {
        this.network = network;
        this.texts = texts;
    }

    Feature.Drawing picture() {
        for (var layer = 1; layer <= network.layers(); layer++) {
            putLayer(layer);
        }
        putDirections();
        var all = new ArrayList<>(lines);
        all.addAll(nodes);
        return new Feature.Drawing(all);
    }

    /** The neurons of a layer that are drawn; 0 stands for those left out. */
    private List<Integer> drawn(int layer) {
        var size = network.size(layer);
        if (size <= MOST) {
            return IntStream.rangeClosed(1, size).boxed().toList();
        }
        var drawn = new ArrayList<>(IntStream.rangeClosed(1, MOST - 2).boxed().toList());
        drawn.add(0);
        drawn.add(size);
        return drawn;
    }

    private double x(int layer) {
        return LEFT + 0.5 + (layer - 1) * (WIDTH - NODE_WIDTH - 1) / (network.layers() - 1);
    }

    private double y(int layer, int place) {
        return TOP + HEIGHT * (place + 0.5) / drawn(layer).size();
    }

    private double nodeHeight() {
        var most = IntStream.rangeClosed(1, network.layers())
                .map(layer -> drawn(layer).size())
                .max()
                .orElseThrow();
        return Math.min(2.2, 0.86 * HEIGHT / most);
    }

    private void putLayer(int layer) {
        var places = drawn(layer);
        var captionKey = layer == 1 ? "drawing.input" : layer == network.layers() ? "drawing.output" : "drawing.hidden";
        nodes.add(new Shape.Caption(
                new Shape.Point(x(layer) - 0.6, TOP - 2.2),
                new Shape.Point(x(layer) + NODE_WIDTH + 0.6, TOP - 0.1),
                texts.rich(captionKey, layer),
                Shape.Hue.NEUTRAL));
        for (var place = 0; place < places.size(); place++) {
            var neuron = places.get(place);
            var y = y(layer, place);
            if (neuron > 0 && layer > 1) {
                putConnections(layer, place);
            }
            var topLeft = new Shape.Point(x(layer), y - nodeHeight() / 2);
            var bottomRight = new Shape.Point(x(layer) + NODE_WIDTH, y + nodeHeight() / 2);
            nodes.add(
                    neuron == 0
                            ? new Shape.Caption(topLeft, bottomRight, RichText.plain("⋮"), Shape.Hue.NEUTRAL)
                            : new Shape.Node(
                                    topLeft,
                                    bottomRight,
                                    RichText.of(
                                            layer == 1 ? Notation.input(neuron) : Notation.activation(layer, neuron)),
                                    layer == 1 ? Shape.Hue.INPUT : Shape.Hue.FORWARD,
                                    layer > 1));
        }
    }

    private void putConnections(int layer, int place) {
        var before = drawn(layer - 1);
        for (var from = 0; from < before.size(); from++) {
            if (before.get(from) > 0) {
                lines.add(new Shape.Line(
                        new Shape.Point(x(layer - 1) + NODE_WIDTH, y(layer - 1, from)),
                        new Shape.Point(x(layer), y(layer, place)),
                        Shape.Hue.NEUTRAL,
                        false,
                        0.5));
            }
        }
        // One weight for each layer carries its name: the first neuron's first.
        if (place == 0) {
            var x = (x(layer - 1) + NODE_WIDTH + x(layer)) / 2;
            var y = (y(layer - 1, 0) + y(layer, 0)) / 2;
            nodes.add(new Shape.Caption(
                    new Shape.Point(x - 0.7, y - 1.9),
                    new Shape.Point(x + 0.7, y - 0.1),
                    RichText.of(Notation.weight(layer, 1, 1)),
                    Shape.Hue.NEUTRAL));
        }
    }

    /** Two arrows below the network: which way z and a go, and which way δ goes. */
    private void putDirections() {
        putDirection(TOP + HEIGHT + 1.2, "drawing.forward", Shape.Hue.FORWARD, true);
        putDirection(TOP + HEIGHT + 3.6, "drawing.backward", Shape.Hue.BACKWARD, false);
    }

    private void putDirection(double y, String key, Shape.Hue hue, boolean rightwards) {
        var left = new Shape.Point(LEFT + 0.5, y);
        var right = new Shape.Point(LEFT + WIDTH - 0.5, y);
        lines.add(new Shape.Line(rightwards ? left : right, rightwards ? right : left, hue, true, 2));
        nodes.add(new Shape.Caption(
                new Shape.Point(LEFT + 0.5, y + 0.1),
                new Shape.Point(LEFT + WIDTH - 0.5, y + 1.6),
                texts.rich(key),
                hue));
    }
}
