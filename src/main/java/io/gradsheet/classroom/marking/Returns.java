package io.gradsheet.classroom.marking;

import io.gradsheet.classroom.marking.Refusal.Reason;
import io.gradsheet.scratch.RunFolder;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What came back: the files of a folder, or of an archive of one, and of archives within. Nothing is trusted: no link is followed, no
 * archive says where its files go or how large they become.
 */
final class Returns implements Closeable {
    /** No workbook that is handed out grows so large, whatever is done to it. */
    private static final long LARGEST_FILE = 16L << 20;

    private static final long LARGEST_TOTAL = 4L << 30;
    private static final int MOST_FILES = 10_000;
    private static final int DEEPEST_FOLDER = 16;

    /** An archive of the class, and in it one of a student's own. */
    private static final int DEEPEST_ARCHIVE = 2;

    /** What systems put beside files of their own accord. */
    private static final Pattern SYSTEM =
            Pattern.compile("(.*/)?(__MACOSX/.*|\\._[^/]*|\\.DS_Store|Thumbs\\.db|desktop\\.ini)");

    /** Names in archives are in UTF-8, or, from older programs in China, in the national encoding, or in one byte a letter. */
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"), StandardCharsets.ISO_8859_1);

    private final Path place;
    private final List<ReturnedFile> files = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final Thread interrupted = new Thread(this::clear, "remove what was unpacked");
    private Optional<RunFolder> unpacked = Optional.empty();
    private long bytes;
    private int count;

    private Returns(Path place) {
        this.place = place;
    }

    /**
     * Gathers what came back.
     *
     * @param folder the folder, or an archive of it
     * @param place where archives are unpacked, in a hidden folder that goes when this is closed
     * @throws MarkingException if the folder cannot be read, or nothing is in it
     */
    static Returns of(Path folder, Path place) {
        var returns = new Returns(place);
        try {
            returns.gather(folder);
        } catch (IOException | UncheckedIOException e) {
            returns.close();
            throw new MarkingException(folder + " cannot be read: " + e.getMessage(), e);
        }
        if (returns.files.isEmpty() && returns.refusals.isEmpty()) {
            returns.close();
            throw new MarkingException(folder + " holds no file: name the folder that the returned workbooks are in");
        }
        return returns;
    }

    /** The files that may be workbooks, in the order of their names. */
    List<ReturnedFile> files() {
        return files.stream().sorted(Comparator.comparing(ReturnedFile::name)).toList();
    }

    /** The files that cannot be. */
    List<Refusal> refusals() {
        return refusals.stream().sorted(Comparator.comparing(Refusal::file)).toList();
    }

    private void gather(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            throw new MarkingException(folder + " does not exist: name the folder that the returned workbooks are in");
        }
        if (!Files.isDirectory(folder)) {
            if (!isArchive(folder)) {
                throw new MarkingException(
                        folder + " is neither a folder nor an archive of one: name the folder that the returned"
                                + " workbooks are in");
            }
            unpack(folder, "", 1);
            return;
        }
        List<Path> found;
        try (var paths = Files.walk(folder, DEEPEST_FOLDER)) {
            found = paths.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .limit(MOST_FILES)
                    .toList();
        }
        for (var path : found) {
            var name = folder.relativize(path).toString().replace('\\', '/');
            if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                refuse(name, Reason.NO_WORKBOOK, "is a link or a device, which is not followed; put the file there");
            } else if (Files.size(path) > LARGEST_FILE && !isArchive(path)) {
                refuse(name, Reason.TOO_LARGE, "is larger than any workbook that was handed out");
            } else {
                take(name, path, Files.getLastModifiedTime(path).toInstant(), 1);
            }
        }
    }

    /** Takes a file in, or those of an archive; {@code depth} counts the archives that it would be in. */
    private void take(String name, Path file, Instant time, int depth) {
        if (SYSTEM.matcher(name).matches()) {
            return;
        }
        if (name.substring(name.lastIndexOf('/') + 1).matches("(~\\$|\\.~lock\\.).*")) {
            refuse(
                    name,
                    Reason.LOCK_FILE,
                    "is what a program leaves beside a workbook that is open; ask for the workbook itself");
        } else if (isArchive(file)) {
            if (depth > DEEPEST_ARCHIVE) {
                refuse(name, Reason.NO_WORKBOOK, "is an archive within archives; unpack it");
            } else {
                unpack(file, name + "/", depth);
            }
        } else {
            files.add(new ReturnedFile(name, file, time));
        }
    }

    /** Whether a file is an archive that is no document. */
    private static boolean isArchive(Path file) {
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
            return false;
        }
        try (var in = Files.newInputStream(file)) {
            return in.read() == 'P' && in.read() == 'K';
        } catch (IOException e) {
            return false;
        }
    }

    private void unpack(Path archive, String prefix, int depth) {
        var shown = prefix.isEmpty() ? archive.getFileName().toString() : prefix.substring(0, prefix.length() - 1);
        for (var charset : CHARSETS) {
            try (var zip = new ZipFile(archive.toFile(), charset)) {
                for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                    var entry = entries.nextElement();
                    if (!entry.isDirectory()) {
                        unpack(zip, entry, prefix, depth);
                    }
                }
                return;
            } catch (IllegalArgumentException e) {
                // The names are in another encoding.
            } catch (IOException e) {
                if (!charset.equals(StandardCharsets.UTF_8) || !isBadName(e)) {
                    refuse(shown, Reason.DAMAGED, "is a damaged archive");
                    return;
                }
            }
        }
    }

    /** How this Java says that a name in an archive is not in the encoding asked for. */
    private static boolean isBadName(IOException e) {
        return e.getMessage() != null && e.getMessage().contains("bad entry name");
    }

    private void unpack(ZipFile zip, ZipEntry entry, String prefix, int depth) throws IOException {
        var name = prefix + shown(entry.getName());
        if (SYSTEM.matcher(name).matches()) {
            return;
        }
        if (++count > MOST_FILES) {
            throw new MarkingException(
                    "the archives hold more than " + MOST_FILES + " files, which no class does: unpack what is needed");
        }
        var ending = name.toLowerCase(Locale.ROOT).endsWith(".zip") ? ".zip" : ".xlsx";
        var file = folder().resolve(count + ending);
        try (var in = zip.getInputStream(entry)) {
            if (!copy(in, file)) {
                refuse(name, Reason.TOO_LARGE, "is larger than any workbook that was handed out");
                return;
            }
        } catch (IOException e) {
            refuse(name, Reason.DAMAGED, "cannot be unpacked: " + e.getMessage());
            return;
        }
        var time = entry.getLastModifiedTime();
        take(name, file, time == null ? Instant.EPOCH : time.toInstant(), depth + 1);
    }

    /** The name of an entry as a message can show it. */
    private static String shown(String name) {
        return name.replace('\\', '/').replaceAll("\\p{Cntrl}", "?");
    }

    /** Copies until it is too much; then nothing is left of it. */
    private boolean copy(InputStream in, Path file) throws IOException {
        var size = 0L;
        try (var out = Files.newOutputStream(file)) {
            var buffer = new byte[1 << 16];
            for (var read = in.read(buffer); read >= 0 && size <= LARGEST_FILE; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                size += read;
            }
        }
        if (size > LARGEST_FILE) {
            Files.delete(file);
            return false;
        }
        bytes += size;
        if (bytes > LARGEST_TOTAL) {
            throw new MarkingException("the archives hold more than " + (LARGEST_TOTAL >> 30)
                    + " GB, which no class does: unpack what is needed");
        }
        return true;
    }

    private Path folder() throws IOException {
        if (unpacked.isEmpty()) {
            // Before there is anything to remove, lest a program that is stopped just then leave it.
            Runtime.getRuntime().addShutdownHook(interrupted);
            unpacked = Optional.of(RunFolder.within(place, ".gradsheet-", left -> {}));
        }
        return unpacked.get().path();
    }

    private void refuse(String name, Reason reason, String what) {
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
