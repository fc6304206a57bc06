package io.gradsheet.classroom.marking;

import io.gradsheet.classroom.Student;
import io.gradsheet.classroom.marking.Submitter.Platform;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Who handed in the files of a class. Moodle's names cannot be mistaken; what looks like one of Canvas may be a date, or the name that a
 * workbook was handed out under, and counts only if it is that of somebody in the class, or all files have such names.
 */
final class Submitters {
    private final Namesakes namesakes;
    private final boolean isAllCanvas;

    /**
     * @param files the names of all that came back
     * @param names of the students, as far as they are known
     */
    Submitters(Collection<String> files, Collection<String> names) {
        this.namesakes =
                new Namesakes(names.stream().map(name -> new Student("", name)).toList());
        var canvas = files.stream()
                .flatMap(file -> Submitter.of(file).stream())
                .filter(submitter -> submitter.platform() == Platform.CANVAS)
                .toList();
        this.isAllCanvas = canvas.size() == files.size() && areOfSeveral(canvas);
    }

    /** Several people have several names; files that one name begins are called so by somebody. */
    private static boolean areOfSeveral(List<Submitter> submitters) {
        return submitters.stream().map(Submitter::name).distinct().count() > 1;
    }

    /** Who handed a file in; empty if its name does not say so. */
    Optional<Submitter> of(String file) {
        return Submitter.of(file)
                .filter(submitter -> submitter.platform() == Platform.MOODLE
                        || isAllCanvas
                        || !namesakes.meantBy(submitter).isEmpty());
    }
}
