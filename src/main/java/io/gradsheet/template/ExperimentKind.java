package io.gradsheet.template;

import java.util.List;

/** A kind of experiment: which keys its templates have, and how an experiment is made of them. */
interface ExperimentKind {
    /** One word for it. */
    String name();

    /** The keys of the outermost section, beside those that every template has. */
    List<String> keys();

    /** The keys that say what an experiment is about: with another value for one of them, the template's title is no longer true. */
    List<String> subject();

    /** How the key {@code exercise} is read. */
    AssignmentKeys assignment();

    /** Reads an experiment from a section that has no other keys. */
    Experiment read(Heading heading, Section section, Sources sources);
}
