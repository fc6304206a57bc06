package io.gradsheet.lesson.frame;

import io.gradsheet.sheet.RichText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The symbols of the book (Wakui 3.1) in the markup of {@link io.gradsheet.sheet.RichText}: the layer raised, the neurons lowered. */
public final class Notation {
    /** What has a form that stands lower. */
    private static final String LOWERED = "0123456789ijkn+-−";

    private Notation() {}

    /** x<sub>i</sub>. */
    public static String input(int i) {
        return "x_{" + i + "}";
    }

    /** t<sub>j</sub>. */
    public static String target(int j) {
        return "t_{" + j + "}";
    }

    /** w<sup>l</sup><sub>ji</sub>; a comma parts the indices where one has two digits. */
    public static String weight(int layer, int to, int from) {
        return "w^{" + layer + "}_{" + to + (to > 9 || from > 9 ? "," : "") + from + "}";
    }

    /** b<sup>l</sup><sub>j</sub>. */
    public static String bias(int layer, int neuron) {
        return symbol("b", layer, neuron);
    }

    /**
     * All parameters of a network: layer by layer, neuron by neuron, the weights of a neuron before its bias.
     *
     * @param sizes of the layers, the input layer first
     */
    public static List<String> parameters(List<Integer> sizes) {
        var symbols = new ArrayList<String>();
        for (var layer = 2; layer <= sizes.size(); layer++) {
            for (var j = 1; j <= sizes.get(layer - 1); j++) {
                for (var i = 1; i <= sizes.get(layer - 2); i++) {
                    symbols.add(weight(layer, j, i));
                }
                symbols.add(bias(layer, j));
            }
        }
        return symbols;
    }

    /** z<sup>l</sup><sub>j</sub>. */
    public static String weightedInput(int layer, int neuron) {
        return symbol("z", layer, neuron);
    }

    /** a<sup>l</sup><sub>j</sub>. */
    public static String activation(int layer, int neuron) {
        return symbol("a", layer, neuron);
    }

    /** e<sub>j</sub>, what softmax shares. */
    public static String exponential(int neuron) {
        return "e_{" + neuron + "}";
    }

    /** δ<sup>l</sup><sub>j</sub>. */
    public static String delta(int layer, int neuron) {
        return symbol("δ", layer, neuron);
    }

    /** ∂C/∂ of a parameter. */
    public static String gradient(String parameter) {
        return "∂C/∂" + parameter;
    }

    /** A symbol where there is no markup: w²₁₁. */
    public static String plain(String symbol) {
        return RichText.of(symbol).runs().stream()
                .map(run -> switch (run.script()) {
                    case NORMAL -> run.text();
                    case SUPER -> raised(run.text());
                    case SUB -> lowered(run.text());
                })
                .collect(Collectors.joining());
    }

    /** A text that stands higher; one that has no such letters, as a power: e^(−z). */
    private static String raised(String text) {
        if (text.chars().allMatch(Character::isDigit)) {
            return digits(text, "⁰¹²³⁴⁵⁶⁷⁸⁹");
        }
        return text.length() == 1 ? "^" + text : "^(" + text + ")";
    }

    /** A text that stands lower; one that has letters without such a form, after a line: C_T. */
    private static String lowered(String text) {
        if (text.chars().allMatch(letter -> LOWERED.indexOf(letter) >= 0 || letter == ',')) {
            return text.chars()
                    .mapToObj(letter ->
                            letter == ',' ? "," : String.valueOf("₀₁₂₃₄₅₆₇₈₉ᵢⱼₖₙ₊₋₋".charAt(LOWERED.indexOf(letter))))
                    .collect(Collectors.joining());
        }
        return "_" + (text.length() == 1 ? text : "(" + text + ")");
    }

    /** A text whose digits stand higher or lower. */
    private static String digits(String text, String digits) {
        return text.chars()
                .mapToObj(c -> c >= '0' && c <= '9' ? digits.substring(c - '0', c - '0' + 1) : Character.toString(c))
                .collect(Collectors.joining());
    }

    private static String symbol(String letter, int layer, int neuron) {
        return letter + "^{" + layer + "}_{" + neuron + "}";
    }
}
