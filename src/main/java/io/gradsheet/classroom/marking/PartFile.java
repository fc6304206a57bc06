package io.gradsheet.classroom.marking;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gradsheet.classroom.Part;
import io.gradsheet.xlsx.OutputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a run hands over that has marked a part of the files, as JSON.
 *
 * @param form of this file, and the version that wrote it
 * @param part which it is
 * @param run a digest of template, settings, students and seed
 * @param listing a digest of the names of all files, those of the other parts too
 */
record PartFile(String form, Part part, String run, String listing, Batch batch) {
    private static final String FORM = "gradsheet part 1";

    static PartFile of(Part part, String run, Returns returns, Batch batch) {
        return new PartFile(ours(), part, run, returns.listing(), batch);
    }

    private static String ours() {
        return FORM + ", "
                + Optional.ofNullable(PartFile.class.getPackage().getImplementationVersion())
                        .orElse("not built");
    }

    /**
     * Writes it.
     *
     * @throws io.gradsheet.xlsx.OutputException if it cannot be written
     */
    void write(OutputFile file) {
        file.write(draft -> {
            try (var out = Files.newBufferedWriter(draft)) {
                MarksJson.mapper().writeValue(out, this);
            }
        });
    }

    /**
     * Puts parts together again.
     *
     * @param files one for each part, in any order
     * @throws MarkingException if one of them is no part, parts are missing or are there twice, or they are not of one run
     */
    static Batch join(List<Path> files) {
        var parts = new TreeMap<Integer, PartFile>();
        var names = new TreeMap<Integer, Path>();
        // One for all: what it keeps once, it keeps once for the whole class.
        var mapper = MarksJson.mapper();
        var first = read(mapper, files.get(0));
        for (var file : files) {
            var read = file.equals(files.get(0)) ? first : read(mapper, file);
            if (read.part().of() != first.part().of()) {
                throw new MarkingException(file + " is one of " + read.part().of() + " parts, but " + files.get(0)
                        + " is one of " + first.part().of() + ": join parts of one division");
            }
            if (!read.run().equals(first.run())) {
                throw different(file, files.get(0), "template, settings, roster, seed or version");
            }
            if (!read.listing().equals(first.listing())) {
                throw different(file, files.get(0), "files: something came or went between the runs");
            }
            var before = names.put(read.part().number(), file);
            if (before != null) {
                throw new MarkingException(
                        before + " and " + file + " are both part " + read.part() + ": name each part once");
            }
            parts.put(read.part().number(), read);
        }
        requireAll(parts, first.part().of());
        return Batch.of(parts.values().stream().map(PartFile::batch).toList());
    }

    private static MarkingException different(Path one, Path other, String what) {
        return new MarkingException(one + " and " + other + " were marked with different " + what
                + "; mark all parts anew, in the same way");
    }

    private static void requireAll(TreeMap<Integer, PartFile> parts, int of) {
        var missing = IntStream.rangeClosed(1, of)
                .filter(number -> !parts.containsKey(number))
                .mapToObj(number -> number + "/" + of)
                .toList();
        if (!missing.isEmpty()) {
            throw new MarkingException("parts are missing: "
                    + missing.stream().limit(12).collect(Collectors.joining(", ")) + (missing.size() > 12 ? ", …" : "")
                    + "; name the files of all parts");
        }
    }

    private static PartFile read(ObjectMapper mapper, Path file) {
        try (var in = Files.newInputStream(file)) {
            var read = mapper.readValue(in, PartFile.class);
            if (!read.form().equals(ours())) {
                throw new MarkingException(
                        file + " was written by another version: mark all parts with the version that joins them");
            }
            return new PartFile(
                    read.form(),
                    read.part(),
                    read.run(),
                    read.listing(),
                    read.batch().joined());
        } catch (JacksonException | RuntimeException e) {
            if (e instanceof MarkingException complaint) {
                throw complaint;
            }
            throw new MarkingException(
                    file + " is no part of marks, or is damaged: name files that grade wrote with --part", e);
        } catch (IOException e) {
            throw new MarkingException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
