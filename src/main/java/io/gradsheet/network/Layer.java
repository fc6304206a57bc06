package io.gradsheet.network;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A layer of a network after the first: its units, and what flows into each of them. A closed family, one record a kind.
 *
 * <p>z of a unit is the sum of its terms, each a weight times a unit, and of a bias; a {@link Pooling} has a rule of its own. Weights and biases belong to groups: the neurons of a
 * dense layer, or whatever else has weights of its own. A weight may have several uses, then its gradient is the sum over them. Units,
 * groups and weights count from 1.
 */
public sealed interface Layer permits Dense, Maps, Recurrent {
    /** How many units the layer before it has. */
    int before();

    /** How many units it has. */
    int size();

    /** How many groups of weights it has, each with a bias. */
    int groups();

    /** How many weights a group has. */
    int weights();

    /** How many units a unit of the layer before flows into, where its weights are all there are: what initialisations go by. */
    int fanOut();

    /** What makes a of z. */
    Activation activation();

    /** The group whose weights and bias a unit has. */
    int group(int unit);

    /** What flows into a unit, in the order in which it is added up. */
    List<Term> terms(int unit);

    /** Where a weight of a group stands in terms: ∂C/∂w is the sum of δ a over them. */
    List<Use> uses(int group, int weight);

    /** The units that have the bias of a group: ∂C/∂b is the sum of δ over them. */
    List<Integer> biased(int group);

    /** The terms that a unit flows into: ∂C/∂a is the sum of δ w over them. */
    default List<Reader> readers(Source source) {
        return IntStream.rangeClosed(1, size())
                .boxed()
                .flatMap(unit -> terms(unit).stream()
                        .filter(term -> term.source().equals(source))
                        .map(term -> new Reader(unit, term.weight())))
                .toList();
    }

    /** The work that it does for samples side by side. */
    Work work(int start, int rows);

    /**
     * Where a term takes its a from.
     *
     * @param isOwn whether it is a unit of the layer itself, at an earlier step, and not of the layer before
     */
    record Source(int unit, boolean isOwn) {
        static Source before(int unit) {
            return new Source(unit, false);
        }

        static Source own(int unit) {
            return new Source(unit, true);
        }
    }

    /** One of the terms of a unit: a weight of the unit's group, and what it is multiplied by; 0 where there are no weights. */
    record Term(int weight, Source source) {}

    /** A term in which a weight stands: that of a unit, and what the weight is multiplied by there. */
    record Use(int unit, Source source) {}

    /** A term that a unit flows into: that of a unit, and the weight there. */
    record Reader(int unit, int weight) {}
}
