package io.gradsheet.template;

/** A template read and checked: immutable, everything that a lesson's computation needs. */
public sealed interface Experiment permits NetworkExperiment, DescentExperiment {
    /** What every experiment says of itself. */
    Heading heading();

    /** The texts that the experiment was read from. */
    Provenance provenance();
}
