package io.gradsheet.expression;

import java.util.List;
import java.util.Optional;

/** What the names in a formula mean at the place where it stands. */
public interface Scope {
    /** What a name means: a name, or a qualified one such as {@code neuron.z}; empty if it is unknown. */
    Optional<Meaning> meaning(String name);

    /** The names that a complaint may propose. */
    List<String> names();
}
