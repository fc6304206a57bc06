package io.gradsheet.lesson.frame;

import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The network as the book draws it: layers from left to right, every neuron joined to all of the layer before. */
public final class NetworkDrawing {
    /** More neurons than this in a layer are not all drawn: the first ones, dots, and the last. */
    private static final int MOST = 12;

    /** How wide a drawing is, in points. */
    public static final double WIDTH = 480;

    /** How high a drawing of the way forward is, in points. */
    public static final double HEIGHT = 510;

    // In points.
    private static final double NEURONS = 400;
    private static final double TOP = 56;
    private static final double NODE = 38;
    private static final double MARGIN = 40;
    private static final double CAPTION_WIDTH = 120;

    private final List<Integer> sizes;
    private final Texts texts;
    private final List<Shape> lines = new ArrayList<>();
    private final List<Shape> nodes = new ArrayList<>();

    /** A network with so many neurons in each layer, the input layer first. */
    public NetworkDrawing(List<Integer> sizes, Texts texts) {
        this.sizes = List.copyOf(sizes);
        this.texts = texts;
    }

    /** The network with both directions, at a place. */
    public Feature.Drawing picture(Ref origin) {
        putLayers();
        putDirection(TOP + NEURONS + 20, "drawing.forward", Shape.Hue.FORWARD, true);
        putDirection(TOP + NEURONS + 58, "drawing.backward", Shape.Hue.BACKWARD, false);
        return drawing(origin);
    }

    /** The network with the way forward alone, at a place. */
    public Feature.Drawing forward(Ref origin) {
        putLayers();
        putDirection(TOP + NEURONS + 20, "drawing.forward", Shape.Hue.FORWARD, true);
        return drawing(origin);
    }

    private void putLayers() {
        for (var layer = 1; layer <= sizes.size(); layer++) {
            putLayer(layer);
        }
    }

    private Feature.Drawing drawing(Ref origin) {
        var all = new ArrayList<>(lines);
        all.addAll(nodes);
        return new Feature.Drawing(origin, all);
    }

    /** The neurons of a layer that are drawn; 0 stands for those left out. */
    private List<Integer> drawn(int layer) {
        var size = sizes.get(layer - 1);
        if (size <= MOST) {
            return IntStream.rangeClosed(1, size).boxed().toList();
        }
        var drawn = new ArrayList<>(IntStream.rangeClosed(1, MOST - 2).boxed().toList());
        drawn.add(0);
        drawn.add(size);
        return drawn;
    }

    /** The middle of a layer's neurons. */
    private double x(int layer) {
        return MARGIN + NODE + (layer - 1) * (WIDTH - 2 * MARGIN - 2 * NODE) / (sizes.size() - 1);
    }

    /** The middle of a neuron. */
    private double y(int layer, int place) {
        return TOP + NEURONS * (place + 0.5) / drawn(layer).size();
    }

    /** Neurons never touch, however many there are in a layer. */
    private double nodeHeight(int layer) {
        return Math.min(NODE, 0.8 * NEURONS / drawn(layer).size());
    }

    private void putLayer(int layer) {
        var places = drawn(layer);
        var captionKey = layer == 1 ? "drawing.input" : layer == sizes.size() ? "drawing.output" : "drawing.hidden";
        nodes.add(new Shape.Caption(
                new Shape.Point(x(layer) - CAPTION_WIDTH / 2, 10),
                new Shape.Point(x(layer) + CAPTION_WIDTH / 2, TOP - 8),
                texts.rich(captionKey, layer),
                Shape.Hue.NEUTRAL));
        for (var place = 0; place < places.size(); place++) {
            var neuron = places.get(place);
            var y = y(layer, place);
            if (neuron > 0 && layer > 1) {
                putConnections(layer, place);
            }
            var topLeft = new Shape.Point(x(layer) - NODE / 2, y - nodeHeight(layer) / 2);
            var bottomRight = new Shape.Point(x(layer) + NODE / 2, y + nodeHeight(layer) / 2);
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
                        new Shape.Point(x(layer - 1) + NODE / 2, y(layer - 1, from)),
                        new Shape.Point(x(layer) - NODE / 2, y(layer, place)),
                        Shape.Hue.NEUTRAL,
                        false,
                        0.5));
            }
        }
        // One weight for each layer carries its name: the first neuron's first.
        if (place == 0) {
            var x = (x(layer - 1) + x(layer)) / 2;
            var y = (y(layer - 1, 0) + y(layer, 0)) / 2;
            nodes.add(new Shape.Caption(
                    new Shape.Point(x - 24, y - 26),
                    new Shape.Point(x + 24, y - 6),
                    RichText.of(Notation.weight(layer, 1, 1)),
                    Shape.Hue.NEUTRAL));
        }
    }

    /** An arrow below the network: which way z and a go, or δ. */
    private void putDirection(double y, String key, Shape.Hue hue, boolean rightwards) {
        var left = new Shape.Point(MARGIN, y);
        var right = new Shape.Point(WIDTH - MARGIN, y);
        lines.add(new Shape.Line(rightwards ? left : right, rightwards ? right : left, hue, true, 2));
        nodes.add(new Shape.Caption(
                new Shape.Point(MARGIN, y + 3), new Shape.Point(WIDTH - MARGIN, y + 23), texts.rich(key), hue));
    }
}
