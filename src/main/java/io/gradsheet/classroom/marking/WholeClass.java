package io.gradsheet.classroom.marking;

import io.gradsheet.classroom.Blank;
import io.gradsheet.classroom.marking.Batch.Enrolled;
import io.gradsheet.classroom.marking.Batch.MarkedFile;
import io.gradsheet.classroom.marking.Refusal.Reason;
import io.gradsheet.sheet.Address;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is seen across the files of a class: which exercise they are of, which of several files of a student counts, who is missing. */
final class WholeClass {
    private final Batch batch;
    private final Function<String, List<Blank>> blanks;
    private final List<Refusal> refusals;
    private final List<MarkedFile> marked;
    private final Voters voters;
    private final List<SeveralFiles.GivenWay> givenWay = new ArrayList<>();

    private WholeClass(Batch batch, Function<String, List<Blank>> blanks) {
        this.batch = batch;
        this.blanks = blanks;
        this.refusals = new ArrayList<>(batch.refusals());
        var names = batch.students().isEmpty()
                ? batch.names()
                : batch.students().stream().map(Enrolled::name).toList();
        this.voters = new Voters(batch.files(), names);
        var submitters = new Submitters(batch.files(), names);
        this.marked = new ArrayList<>(batch.marked().stream()
                .map(file -> file.from(submitters.of(file.name())))
                .toList());
    }

    /**
     * The marks of a class.
     *
     * @param blanks what a student is asked for of whom no file is marked
     * @throws MarkingException if none of its files is marked
     */
    static Marks of(Batch batch, Function<String, List<Blank>> blanks) {
        if (batch.marked().isEmpty()) {
            var refusals = batch.refusals();
            throw new MarkingException(
                    "no file is a workbook that was handed out"
                            + (refusals.isEmpty() ? "" : ": " + refusals.get(0).sentence()),
                    refusals);
        }
        var whole = new WholeClass(batch, blanks);
        whole.keepOneExercise();
        whole.keepOneOfEach();
        return whole.marks();
    }

    private void refuse(MarkedFile file, Reason reason, String what) {
        refusals.add(new Refusal(file.name(), reason, file.name() + what));
    }

    /** Marks are those of one exercise: that of most of those who handed something in, however many copies of it they did. */
    private void keepOneExercise() {
        var votes = new LinkedHashMap<Signature, Set<Object>>();
        marked.forEach(file -> votes.computeIfAbsent(signature(file), exercise -> new HashSet<>())
                .add(voters.of(file.name(), file.marked().id())));
        var most = votes.entrySet().stream()
                .max(Comparator.comparingInt(exercise -> exercise.getValue().size()))
                .orElseThrow()
                .getKey();
        marked.removeIf(file -> {
            var isOther = !signature(file).equals(most);
            if (isOther) {
                refuse(
                        file,
                        Reason.OTHER_EDITION,
                        " is of another exercise than the others ("
                                + file.paper().template() + "); mark it by itself");
            }
            return isOther;
        });
    }

    private record Signature(String lesson, List<Address> places) {}

    private static Signature signature(MarkedFile file) {
        return new Signature(
                file.paper().lesson(),
                file.marked().tasks().stream()
                        .flatMap(task -> task.blanks().stream())
                        .map(blank -> blank.place())
                        .toList());
    }

    /** Of several files of a student, one counts. */
    private void keepOneOfEach() {
        var several = new SeveralFiles(known(), Instant.now());
        marked.stream()
                .map(MarkedFile::marked)
                .collect(Collectors.groupingBy(Marked::id, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(files -> givenWay.addAll(several.of(files)));
        var given = Collections.<Marked>newSetFromMap(new IdentityHashMap<>());
        givenWay.forEach(one -> given.add(one.file()));
        marked.removeIf(file -> given.contains(file.marked()));
        for (var one : givenWay) {
            refusals.add(new Refusal(
                    one.file().file().name(),
                    Reason.DUPLICATE,
                    one.file().file().name() + " says that it is of the same student as "
                            + one.kept().file().name() + ", which is marked: " + one.why()));
        }
    }

    /** The names of the students by id; where the class is not known, of those whose workbooks are marked. */
    private Map<String, String> known() {
        var known = new LinkedHashMap<String, String>();
        if (batch.students().isEmpty()) {
            marked.forEach(
                    one -> known.putIfAbsent(one.marked().id(), one.marked().name()));
        } else {
            batch.students().forEach(student -> known.put(student.id(), student.name()));
        }
        return known;
    }

    private Marks marks() {
        var positions = batch.students().stream().collect(Collectors.toMap(Enrolled::id, Enrolled::position));
        marked.sort(Comparator.<MarkedFile>comparingInt(
                        one -> positions.getOrDefault(one.marked().id(), Integer.MAX_VALUE))
                .thenComparing(one -> one.marked().id()));
        var inOrder = marked.stream().map(MarkedFile::marked).toList();
        var present = inOrder.stream().map(Marked::id).collect(Collectors.toSet());
        var otherwise = new HashMap<String, Otherwise>();
        marked.forEach(file -> otherwise.put(file.marked().id(), file.otherwise()));
        var paper = marked.get(0).paper();
        return new Marks(
                paper.title(),
                paper.lesson(),
                batch.language().orElse(paper.language()),
                Weights.USUAL.withSlips(paper.slips()),
                inOrder.get(0).tasks(),
                inOrder,
                batch.students().stream()
                        .filter(student -> !present.contains(student.id()))
                        .map(student -> new Marks.Missing(student.id(), student.name()))
                        .toList(),
                refusals.stream().sorted(Comparator.comparing(Refusal::file)).toList(),
                facts(inOrder, otherwise),
                batch.seen(),
                remarks());
    }

    private List<Fact> facts(List<Marked> inOrder, Map<String, Otherwise> otherwise) {
        var places = new HashMap<String, Integer>();
        inOrder.forEach(one -> places.put(one.id(), places.size()));
        var absent = batch.students().stream()
                .map(Enrolled::id)
                .filter(id -> !places.containsKey(id))
                .toList();
        return Stream.concat(
                        Honesty.of(inOrder, known(), otherwise, givenWay).stream(),
                        Neighbours.of(inOrder, absent, blanks).stream())
                .sorted(Comparator.comparingInt(fact -> places.getOrDefault(fact.student(), places.size())))
                .toList();
    }

    private List<String> remarks() {
        var remarks = new ArrayList<String>();
        marked.forEach(file -> remarks.addAll(file.remarks()));
        remarks.addAll(batch.remarks());
        marked.stream()
                .map(MarkedFile::otherwise)
                .filter(Otherwise::isProved)
                .map(Otherwise::words)
                .min(Comparator.naturalOrder())
                .ifPresent(words -> remarks.add(
                        "workbooks were made with other options, or from another version of the template, than these: "
                                + words + "; they are marked by what is given now"));
        if (batch.ofSystems() > 0) {
            remarks.add("left aside what systems put beside files (.DS_Store, __MACOSX and the like): "
                    + batch.ofSystems());
        }
        return remarks;
    }
}
