package io.gradsheet.template;

import java.util.List;

/** A template read and checked: immutable, everything that a lesson's computation needs. */
public sealed interface Experiment permits NetworkExperiment, DescentExperiment, WorksheetExperiment {
    /** What every experiment says of itself. */
    Heading heading();

    /** What a workbook calls its lesson: the lesson's id, or the name of a template that is a lesson by itself. */
    default String subject() {
        return heading().lesson();
    }

    /** What was decided where the template leaves it open, and somebody should know: a sentence each. */
    default List<String> remarks() {
        return List.of();
    }

    /** Those of {@link #remarks} that are about its data: what is missing, or says nothing. */
    default List<String> dataRemarks() {
        return List.of();
    }

    /** The texts that the experiment was read from. */
    Provenance provenance();
}
