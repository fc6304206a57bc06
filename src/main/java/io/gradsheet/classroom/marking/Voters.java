package io.gradsheet.classroom.marking;

import io.gradsheet.classroom.Student;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /** @param claims what each of the files of a class says of itself */
    Voters(Map<ReturnedFile, Claim> claims) {
        this.whole = whole(claims.keySet());
        this.submitters = new Submitters(
                claims.keySet().stream().map(this::handedIn).toList(),
                claims.values().stream()
                        .flatMap(claim -> claim.identity().student().stream())
                        .map(Student::name)
                        .distinct()
                        .toList());
    }

    /** An archive of the class that lies in the folder is nobody's own. */
    private static String whole(Collection<ReturnedFile> files) {
        var archives =
                files.stream().map(file -> archive(file.name())).distinct().toList();
        return archives.size() == 1
                ? archives.get(0).map(archive -> archive + "/").orElse("")
                : "";
    }

    private static Optional<String> archive(String path) {
        var matcher = ARCHIVE.matcher(path);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The path of what was handed in: a file, or an archive, in which names say what its owner likes. */
    private String handedIn(ReturnedFile file) {
        var path = file.name().substring(whole.length());
        return archive(path).orElse(path);
    }

    /** The same for files of one voter. */
    Object of(ReturnedFile file, Claim claim) {
        var handedIn = handedIn(file);
        var submitter = submitters.of(handedIn);
        if (submitter.isPresent()) {
            return submitter.get();
        }
        var isArchive = handedIn.length() < file.name().length() - whole.length();
        return isArchive || claim.id().isBlank()
                ? List.of(handedIn)
                : claim.id().strip().toLowerCase(Locale.ROOT);
    }
}
