package io.gradsheet.classroom.marking;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who speaks where the files of a class decide what they were: whoever handed a file in, as far as that is known, or else the archive
 * that it came in, or the student that it says it was made for. Nobody gains by handing in copies.
 */
final class Voters {
    /** The path of the first archive that a file lies in. */
    private static final Pattern ARCHIVE = Pattern.compile("(?i)(.*?\\.zip)/.*");

    /** All files lie in it; empty if they do not lie in one archive. */
    private final String whole;

    private final Submitters submitters;

    /**
     * @param files the names of those that came back
     * @param names of the students, as far as they are known
     */
    Voters(Collection<String> files, Collection<String> names) {
        this.whole = whole(files);
        this.submitters = new Submitters(files.stream().map(this::handedIn).toList(), names);
    }

    /** An archive of the class that lies in the folder is nobody's own. */
    private static String whole(Collection<String> files) {
        var archives = files.stream().map(Voters::archive).distinct().toList();
        return archives.size() == 1
                ? archives.get(0).map(archive -> archive + "/").orElse("")
                : "";
    }

    private static Optional<String> archive(String path) {
        var matcher = ARCHIVE.matcher(path);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The path of what was handed in: a file, or an archive, in which names say what its owner likes. */
    private String handedIn(String file) {
        var path = file.substring(whole.length());
        return archive(path).orElse(path);
    }

    /**
     * The same for files of one voter.
     *
     * @param id of the student that the file says it was made for; blank if it says none
     */
    Object of(String file, String id) {
        var handedIn = handedIn(file);
        var submitter = submitters.of(handedIn);
        if (submitter.isPresent()) {
            return submitter.get();
        }
        var isArchive = handedIn.length() < file.length() - whole.length();
        return isArchive || id.isBlank() ? List.of(handedIn) : id.strip().toLowerCase(Locale.ROOT);
    }
}
