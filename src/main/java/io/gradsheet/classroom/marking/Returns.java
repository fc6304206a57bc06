package io.gradsheet.classroom.marking;

import io.gradsheet.classroom.marking.Refusal.Reason;
import io.gradsheet.scratch.RunFolder;
import io.gradsheet.xlsx.FullDisk;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * What came back: the files of a folder, or of an archive of one, and of archives within. Nothing is trusted: no link is followed, no
 * archive says where its files go or how large they become.
 */
final class Returns implements Closeable {
    /** No workbook that is handed out grows so large, whatever is done to it. */
    private static final long LARGEST_FILE = 16L << 20;

    private static final long LARGEST_TOTAL = 4L << 30;

    /** An archive of the class, and in it one of a student's own. */
    private static final int DEEPEST_ARCHIVE = 2;

    /** What an archive in the folder may hold, and what one of a student's own. The one that is asked for may hold more. */
    private static final int MOST_OF_CLASS = 10_000;

    private static final int MOST_OF_STUDENT = 1_000;
    private static final long LARGEST_OF_STUDENT = 4 * LARGEST_FILE;

    /** What every document of Office has in it, and no archive of files. */
    private static final String CONTENT_TYPES = "[Content_Types].xml";

    /** What systems put beside files of their own accord. */
    private static final Pattern SYSTEM =
            Pattern.compile("(.*/)?(__MACOSX/.*|\\._[^/]*|\\.DS_Store|Thumbs\\.db|desktop\\.ini)");

    /** Names in archives are in UTF-8, or, from older programs in China, in the national encoding, or in one byte a letter. */
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"), StandardCharsets.ISO_8859_1);

    private final Path place;
    private final Allotment allotment;
    private final List<String> names = new ArrayList<>();
    private final List<ReturnedFile> files = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final Thread interrupted = new Thread(this::clear, "remove what was unpacked");
    private Optional<RunFolder> unpacked = Optional.empty();
    private long bytes;
    private int count;
    private int ofSystems;

    private Returns(Path place, Allotment allotment) {
        this.place = place;
        this.allotment = allotment;
    }

    /**
     * Gathers what came back.
     *
     * @param folder the folder, or an archive of it
     * @param place where archives are unpacked, in a hidden folder that goes when this is closed
     * @throws MarkingException if the folder cannot be read, or nothing is in it
     */
    static Returns of(Path folder, Path place) {
        return of(folder, place, Allotment.everything());
    }

    /**
     * Gathers a part of what came back.
     *
     * @param folder the folder, or an archive of it
     * @param place where archives are unpacked, in a hidden folder that goes when this is closed
     * @param allotment says which files belong to the part
     * @throws MarkingException if the folder cannot be read, or nothing is in it
     */
    static Returns of(Path folder, Path place, Allotment allotment) {
        var returns = new Returns(place, allotment);
        try {
            returns.gather(folder);
        } catch (IOException e) {
            returns.close();
            throw new MarkingException(
                    FullDisk.holds(place, e)
                            ? "the archives cannot be unpacked in " + place.toAbsolutePath() + ": " + FullDisk.WORDS
                            : folder + " cannot be read: " + reason(e),
                    e);
        }
        if (returns.names.isEmpty()) {
            returns.close();
            throw new MarkingException(folder + " holds no file: name the folder that the returned workbooks are in");
        }
        return returns;
    }

    /** See {@link GradedClass#requireApart}. */
    static void requireApart(Path folder, Path target) {
        try {
            if (Files.exists(folder) && place(target).startsWith(folder.toRealPath())) {
                throw new MarkingException(target + " lies in " + folder
                        + ", and nothing that was returned is ever changed: choose a place outside it");
            }
        } catch (IOException e) {
            throw new MarkingException(target + " cannot be followed to its place: " + reason(e), e);
        }
    }

    /** Where a file is or would be, links followed. */
    private static Path place(Path target) throws IOException {
        var there = target.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there.toRealPath();
    }

    /** The files that may be workbooks, in the order of their names. */
    List<ReturnedFile> files() {
        return files.stream().sorted(Comparator.comparing(ReturnedFile::name)).toList();
    }

    /** The files that cannot be. */
    List<Refusal> refusals() {
        return refusals.stream().sorted(Comparator.comparing(Refusal::file)).toList();
    }

    /** A digest of the names of all files that there were, those of other parts too. */
    String listing() {
        return RunDigest.of(names.stream().sorted().collect(Collectors.joining("\n")));
    }

    /** Whether a file belongs to this part. Every file is asked about once. */
    private boolean isOurs(String name) {
        names.add(name);
        return allotment.holds(name);
    }

    /** How many files there were, but for those of systems and of other parts. */
    int seen() {
        return files.size() + refusals.size();
    }

    /** How many files there were that systems put beside others of their own accord. */
    int ofSystems() {
        return ofSystems;
    }

    private static String reason(IOException e) {
        return e instanceof AccessDeniedException ? "access was denied" : e.getMessage();
    }

    private void gather(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            throw new MarkingException(folder + " does not exist: name the folder that the returned workbooks are in");
        }
        if (Files.isDirectory(folder)) {
            Files.walkFileTree(folder, new Walk(folder));
        } else if (Files.isRegularFile(folder) && isArchive(folder)) {
            unpack(folder, "", 1, Integer.MAX_VALUE);
        } else {
            throw new MarkingException(folder
                    + " is neither a folder nor an archive of one: name the folder that the returned workbooks are in");
        }
    }

    /** Meets every file of a folder, however many there are and however deep they lie, and goes past what it may not read. */
    private final class Walk extends SimpleFileVisitor<Path> {
        private final Path folder;

        private Walk(Path folder) {
            this.folder = folder;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            var name = name(file);
            if (!attributes.isRegularFile()) {
                refuse(name, Reason.NO_WORKBOOK, "is a link or a device, which is not followed; put the file there");
            } else if (attributes.size() > LARGEST_FILE && !isArchive(file)) {
                refuse(name, Reason.TOO_LARGE, "is larger than any workbook that was handed out");
            } else {
                take(name, file, attributes.lastModifiedTime().toInstant(), 1);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (file.equals(folder)) {
                throw failure;
            }
            refuse(name(file), Reason.UNREADABLE, "cannot be read; give yourself the right to, and mark again");
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path visited, IOException failure) {
            if (failure != null) {
                refuse(name(visited), Reason.UNREADABLE, "cannot be read to its end; what else is in it is not marked");
            }
            return FileVisitResult.CONTINUE;
        }

        private String name(Path file) {
            return shown(folder.relativize(file).toString());
        }
    }

    /** Takes a file in, or those of an archive; {@code depth} counts the archives that it would be in. */
    private void take(String name, Path file, Instant time, int depth) throws IOException {
        if (SYSTEM.matcher(name).matches()) {
            countOfSystems(name);
        } else if (name.substring(name.lastIndexOf('/') + 1).matches("(~\\$|\\.~lock\\.).*")) {
            refuse(
                    name,
                    Reason.LOCK_FILE,
                    "is what a program leaves beside a workbook that is open; ask for the workbook itself");
        } else if (!isArchive(file)) {
            if (isOurs(name)) {
                files.add(new ReturnedFile(name, file, time));
            }
        } else if (depth > DEEPEST_ARCHIVE) {
            refuse(name, Reason.NO_WORKBOOK, "is an archive within archives; unpack it");
        } else {
            unpack(file, name + "/", depth, depth == 1 ? MOST_OF_CLASS : MOST_OF_STUDENT);
        }
    }

    /** Whether a file is an archive that is no document, whatever its name. */
    private static boolean isArchive(Path file) {
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
            return false;
        }
        try (var in = Files.newInputStream(file)) {
            return in.read() == 'P' && in.read() == 'K' && !isDocument(file);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isDocument(Path file) {
        try (var zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1)) {
            return zip.getEntry(CONTENT_TYPES) != null;
        } catch (IOException e) {
            return false; // A damaged archive, which is told when it is unpacked.
        }
    }

    private void unpack(Path archive, String prefix, int depth, int most) throws IOException {
        var shown = prefix.isEmpty() ? archive.getFileName().toString() : prefix.substring(0, prefix.length() - 1);
        var before = names.size();
        for (var charset : CHARSETS) {
            try (var zip = new ZipFile(archive.toFile(), charset)) {
                if (zip.size() > most) {
                    refuse(
                            shown,
                            Reason.TOO_LARGE,
                            "holds " + zip.size()
                                    + " files, and nothing of it was unpacked; ask for the workbook alone");
                    return;
                }
                unpack(zip, prefix, depth);
                break;
            } catch (IllegalArgumentException e) {
                // The names are in another encoding.
            } catch (ZipException e) {
                if (!charset.equals(StandardCharsets.UTF_8) || !isBadName(e)) {
                    refuse(shown, Reason.DAMAGED, "is a damaged archive");
                    return;
                }
            }
        }
        if (names.size() == before) {
            refuse(shown, Reason.NO_WORKBOOK, "is an archive with no file in it");
        }
    }

    private void unpack(ZipFile zip, String prefix, int depth) throws IOException {
        var largest = depth < DEEPEST_ARCHIVE ? Long.MAX_VALUE : bytes + LARGEST_OF_STUDENT;
        // All of them first: a name may turn out to be in another encoding.
        for (var entry : zip.stream().toList()) {
            if (!entry.isDirectory()) {
                unpack(zip, entry, prefix, depth, Math.min(largest, LARGEST_TOTAL));
            }
        }
    }

    /** How this Java says that a name in an archive is not in the encoding asked for. */
    private static boolean isBadName(ZipException e) {
        return e.getMessage() != null && e.getMessage().contains("bad entry name");
    }

    /** Unpacks a file, unless more than {@code largest} bytes would be unpacked then. */
    private void unpack(ZipFile zip, ZipEntry entry, String prefix, int depth, long largest) throws IOException {
        var name = prefix + shown(entry.getName());
        if (SYSTEM.matcher(name).matches()) {
            countOfSystems(name);
            return;
        }
        if (!allotment.holds(name) && !name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
            names.add(name); // Another part unpacks it.
            return;
        }
        var ending = name.toLowerCase(Locale.ROOT).endsWith(".zip") ? ".zip" : ".xlsx";
        var file = folder().resolve(++count + ending);
        var most = Math.min(LARGEST_FILE, largest - bytes);
        long size;
        try (var in = zip.getInputStream(entry)) {
            size = copy(in, file, most);
        } catch (ZipException | EOFException e) {
            Files.deleteIfExists(file);
            refuse(name, Reason.DAMAGED, "cannot be unpacked: the archive is damaged there");
            return;
        }
        if (size > most) {
            Files.delete(file);
            refuse(
                    name,
                    Reason.TOO_LARGE,
                    most < LARGEST_FILE
                            ? "was not unpacked, since its archive holds too much; unpack what is needed"
                            : "is larger than any workbook that was handed out");
            return;
        }
        bytes += size;
        var time = entry.getLastModifiedTime();
        take(name, file, time == null ? Instant.EPOCH : time.toInstant(), depth + 1);
    }

    /** The name of a file as a message can show it. */
    private static String shown(String name) {
        return name.replace('\\', '/').replaceAll("\\p{Cntrl}", "?");
    }

    /** Copies until it is more than that; how much it was. */
    private static long copy(InputStream in, Path file, long most) throws IOException {
        var size = 0L;
        try (var out = Files.newOutputStream(file)) {
            var buffer = new byte[1 << 16];
            for (var read = in.read(buffer); read >= 0 && size <= most; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                size += read;
            }
        }
        return size;
    }

    private Path folder() throws IOException {
        if (unpacked.isEmpty()) {
            // Before there is anything to remove, lest a program that is stopped just then leave it.
            Runtime.getRuntime().addShutdownHook(interrupted);
            unpacked = Optional.of(RunFolder.within(place, ".gradsheet-", left -> {}));
        }
        return unpacked.get().path();
    }

    private void countOfSystems(String name) {
        ofSystems += isOurs(name) ? 1 : 0;
    }

    private void refuse(String name, Reason reason, String what) {
        if (!isOurs(name)) {
            return;
        }
        refusals.add(new Refusal(name, reason, name + " " + what));
    }

    @Override
    public void close() {
        clear();
        try {
            Runtime.getRuntime().removeShutdownHook(interrupted);
        } catch (IllegalStateException e) {
            // The program is ending, and has cleared the folder already.
        }
    }

    private void clear() {
        unpacked.ifPresent(RunFolder::close);
    }
}
