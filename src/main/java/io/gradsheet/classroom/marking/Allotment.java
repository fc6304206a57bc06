package io.gradsheet.classroom.marking;

import io.gradsheet.classroom.Part;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which returned files a part marks, by their names alone, so that no file is opened in vain. Files that a platform's name, or one of ours,
 * gives to one student are in one part. Where names do not tell, a student's files may come into several: which of them counts is
 * decided when the parts are joined.
 *
 * @param ids of the class, as far as it is known
 */
record Allotment(Part part, Set<String> ids) {
    /** What systems and browsers put behind the name of a further file. */
    private static final Pattern COPY = Pattern.compile("(?i)(\\s*\\(\\d+\\)|\\s*-\\s*(copy|kopie|副本))+$");

    private static final Pattern ENDING = Pattern.compile("\\.\\w{1,5}$");

    Allotment {
        ids = Set.copyOf(ids);
    }

    /** All files. */
    static Allotment everything() {
        return new Allotment(Part.WHOLE, Set.of());
    }

    /** @param name of a file, see {@link ReturnedFile#name} */
    boolean holds(String name) {
        return part.equals(Part.WHOLE) || part.holds(key(name));
    }

    private String key(String name) {
        var steps = List.of(name.split("/", -1));
        return Submitter.of(name)
                .map(submitter -> submitter.platform() + " " + submitter.number())
                .or(() -> steps.stream()
                        .map(Allotment::bare)
                        .map(Allotment::id)
                        .filter(ids::contains)
                        .findFirst())
                .orElseGet(() -> bare(steps.get(steps.size() - 1)));
    }

    private static String bare(String name) {
        return COPY.matcher(ENDING.matcher(name).replaceFirst("")).replaceFirst("");
    }

    /** What stands before the name in names that {@link io.gradsheet.classroom.Student#fileName} gave; it may have hyphens for other signs. */
    private static String id(String name) {
        var end = name.indexOf('_');
        return end < 0 ? name : name.substring(0, end);
    }
}
