package io.gradsheet.classroom.marking;

import io.gradsheet.classroom.Blank;
import io.gradsheet.classroom.Exercise;
import io.gradsheet.classroom.marking.Batch.Enrolled;
import io.gradsheet.classroom.marking.Batch.MarkedFile;
import io.gradsheet.lesson.frame.Slip;
import io.gradsheet.template.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What came of marking files one by one. What can only be seen across the files of a class is not decided yet: that is done by
 * {@link WholeClass}, for all files at once, whether one run has marked them or several.
 *
 * @param language of the marks; empty for that of the workbooks
 * @param students the class, as far as it is known
 * @param files the names of all that may be workbooks
 * @param names of those whom the workbooks say that they were made for
 * @param marked in the order of their names
 * @param refusals in the order of their names
 * @param ofSystems how many files there were that systems put beside others of their own accord
 * @param remarks what there is to say once, of all files
 */
record Batch(
        Optional<Language> language,
        List<Enrolled> students,
        List<String> files,
        List<String> names,
        List<MarkedFile> marked,
        List<Refusal> refusals,
        int ofSystems,
        List<String> remarks) {
    /**
     * A student of the class.
     *
     * @param position in the list of students
     * @param blanks in a part: what the student is asked for, if no file of the student is marked in it
     */
    record Enrolled(int position, String id, String name, List<Blank> blanks) {
        Enrolled {
            blanks = List.copyOf(blanks);
        }
    }

    /**
     * A file that is marked.
     *
     * @param paper what it is an exercise of
     * @param otherwise where it says otherwise than it is judged by
     * @param remarks what there is to say of it
     */
    record MarkedFile(Marked marked, Paper paper, Otherwise otherwise, List<String> remarks) {
        MarkedFile {
            remarks = List.copyOf(remarks);
        }

        String name() {
            return marked.file().name();
        }

        /** The same, handed in by somebody. */
        MarkedFile from(Optional<Submitter> submitter) {
            return new MarkedFile(marked.from(submitter), paper, otherwise, remarks);
        }

        MarkedFile joined() {
            return new MarkedFile(marked.joined(), paper, otherwise, remarks);
        }
    }

    /**
     * What a workbook is an exercise of.
     *
     * @param title of the lesson
     * @param lesson its id
     * @param template its name
     * @param slips what answers are worth that usual mistakes lead to
     */
    record Paper(String title, String lesson, String template, Language language, Map<Slip.Kind, Double> slips) {
        Paper {
            slips = new TreeMap<>(slips);
        }

        static Paper of(Exercise exercise) {
            var experiment = exercise.experiment();
            return new Paper(
                    exercise.title(),
                    experiment.heading().lesson(),
                    experiment.provenance().name(),
                    experiment.heading().language(),
                    exercise.slips());
        }
    }

    Batch {
        students = List.copyOf(students);
        files = List.copyOf(files);
        names = List.copyOf(names);
        marked = marked.stream().sorted(Comparator.comparing(MarkedFile::name)).toList();
        refusals = refusals.stream().sorted(Comparator.comparing(Refusal::file)).toList();
        remarks = List.copyOf(remarks);
    }

    /** How many files came in, but for those of systems. */
    int seen() {
        return marked.size() + refusals.size();
    }

    /** The same with what those are asked for of whom no file is marked: others may have their numbers. */
    Batch with(Function<String, List<Blank>> blanks) {
        var present = marked.stream().map(file -> file.marked().id()).collect(Collectors.toSet());
        return new Batch(
                language,
                students.stream()
                        .map(student -> present.contains(student.id())
                                ? student
                                : new Enrolled(
                                        student.position(), student.id(), student.name(), blanks.apply(student.id())))
                        .toList(),
                files,
                names,
                marked,
                refusals,
                ofSystems,
                remarks);
    }

    /** What is handed over of what a student is asked for, by id. */
    Function<String, List<Blank>> blanks() {
        var blanks = students.stream().collect(Collectors.toMap(Enrolled::id, Enrolled::blanks));
        return id -> blanks.getOrDefault(id, List.of());
    }

    /** The same, each answer joined to its task again. */
    Batch joined() {
        return new Batch(
                language,
                students,
                files,
                names,
                marked.stream().map(MarkedFile::joined).toList(),
                refusals,
                ofSystems,
                remarks);
    }

    /** All of several batches, as if one run had marked them. */
    static Batch of(List<Batch> parts) {
        var students = new ArrayList<Enrolled>();
        var marked = new ArrayList<MarkedFile>();
        var refusals = new ArrayList<Refusal>();
        var files = new ArrayList<String>();
        var names = new LinkedHashSet<String>();
        for (var part : parts) {
            students.addAll(part.students());
            marked.addAll(part.marked());
            refusals.addAll(part.refusals());
            files.addAll(part.files());
            names.addAll(part.names());
        }
        return new Batch(
                parts.get(0).language(),
                students.stream()
                        .sorted(Comparator.comparingInt(Enrolled::position))
                        .toList(),
                files,
                List.copyOf(names),
                marked,
                refusals,
                parts.stream().mapToInt(Batch::ofSystems).sum(),
                parts.stream()
                        .flatMap(part -> part.remarks().stream())
                        .distinct()
                        .toList());
    }
}
