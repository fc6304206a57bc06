package io.gradsheet.classroom.marking;

import io.gradsheet.check.CheckException;
import io.gradsheet.classroom.Criteria;
import io.gradsheet.classroom.Exercise;
import io.gradsheet.classroom.Student;
import io.gradsheet.classroom.marking.Refusal.Reason;
import io.gradsheet.recalc.EngineException;
import io.gradsheet.recalc.TrialWorkbook;
import io.gradsheet.recalc.WorkbookException;
import io.gradsheet.sheet.Address;
import io.gradsheet.template.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The marking of a class, one file after the other. What is wrong with a file concerns this file alone. */
final class Marking {
    private final HandedOut handedOut;
    private final Optional<Language> language;
    private final TimeLimit limit;
    private final MarkingRules rules;
    private final IdentityHashMap<Exercise, Criteria> latest = new IdentityHashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final Map<Marked, Handout> marked = new LinkedHashMap<>();
    private final List<SeveralFiles.GivenWay> givenWay = new ArrayList<>();

    /**
     * @param language of the marks; empty for that of the handouts
     * @param rules how they are marked besides
     * @param limit of the work on one file
     */
    Marking(HandedOut handedOut, Optional<Language> language, MarkingRules rules, TimeLimit limit) {
        this.handedOut = handedOut;
        this.language = language;
        this.rules = rules;
        this.limit = limit;
    }

    /**
     * Marks what came back.
     *
     * @param progress hears how many files are done
     * @throws MarkingException if there is nothing to mark
     */
    Marks mark(Returns returns, IntConsumer progress) {
        refusals.addAll(returns.refusals());
        var files = returns.files();
        var claims = new LinkedHashMap<ReturnedFile, Claim>();
        files.forEach(file -> attempt(file, () -> claims.put(file, limit.run(() -> Claim.of(file.file())))));
        var handouts = handedOut.among(claims.values());
        var submitters = new Submitters(files, names(claims.values()));
        var done = files.size() - claims.size();
        for (var claim : claims.entrySet()) {
            progress.accept(++done);
            var file = claim.getKey().from(submitters.of(claim.getKey().name()));
            attempt(file, () -> mark(file, claim.getValue(), handouts));
        }
        if (marked.isEmpty()) {
            throw new MarkingException(
                    "no file is a workbook that was handed out" + (refusals.isEmpty() ? "" : ": each is told above"),
                    refusals);
        }
        keepOneExercise();
        keepOneOfEach();
        return marks(returns, handouts);
    }

    private void mark(ReturnedFile file, Claim claim, Handouts handouts) {
        var work = TrialWorkbook.use(file.file(), rules.engine(), limit.limit(), workbook -> {
            var handout = handouts.of(claim, file.name());
            return Map.entry(
                    Correction.of(handout, criteria(handout.exercise()), rules.followThrough(), file, workbook),
                    handout);
        });
        marked.put(work.getKey(), work.getValue());
    }

    /** Does something with a file. Whatever is wrong with it is told of this file. */
    private void attempt(ReturnedFile file, Runnable work) {
        try {
            work.run();
        } catch (WorkbookException e) {
            refuse(file, reason(e.kind()), named(e.getMessage(), file));
        } catch (EngineException e) {
            refuse(file, Reason.NOT_COMPUTED, file.name() + ": " + named(e.getMessage(), file));
        } catch (CheckException e) {
            refuse(file, Reason.MOVED, file.name() + ": " + e.getMessage());
        } catch (UnmarkableException e) {
            refuse(file, e.reason(), file.name() + " " + e.getMessage());
        } catch (TimeLimit.ExceededException e) {
            refuse(
                    file,
                    Reason.NOT_COMPUTED,
                    file.name() + " cannot be read in the time there is; allow more with --timeout");
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            refuse(
                    file,
                    Reason.DAMAGED,
                    file.name() + " cannot be marked: " + named(String.valueOf(e.getMessage()), file));
        }
    }

    /** Those of the exercise before, where it is the same for everybody. */
    private Criteria criteria(Exercise exercise) {
        if (!latest.containsKey(exercise)) {
            latest.clear();
            latest.put(exercise, Criteria.of(exercise));
        }
        return latest.get(exercise);
    }

    /** A message speaks of where the file was unpacked to, which nobody knows. */
    private static String named(String message, ReturnedFile file) {
        return message.replace(file.file().toString(), file.name());
    }

    private void refuse(ReturnedFile file, Reason reason, String sentence) {
        refusals.add(new Refusal(file.name(), reason, sentence));
    }

    private static Reason reason(WorkbookException.Kind kind) {
        return switch (kind) {
            case DAMAGED -> Reason.DAMAGED;
            case PASSWORD -> Reason.PASSWORD;
            case OLD_EXCEL -> Reason.OLD_EXCEL;
            case OPEN_DOCUMENT -> Reason.OPEN_DOCUMENT;
            case NUMBERS -> Reason.NUMBERS;
            case NO_WORKBOOK -> Reason.NO_WORKBOOK;
            case UNSAFE -> Reason.UNSAFE;
        };
    }

    /** Marks are those of one exercise: that of most files. */
    private void keepOneExercise() {
        var counts = marked.values().stream()
                .collect(Collectors.groupingBy(Marking::signature, LinkedHashMap::new, Collectors.counting()));
        var most = counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        marked.entrySet().removeIf(entry -> {
            var isOther = !signature(entry.getValue()).equals(most);
            if (isOther) {
                refuse(
                        entry.getKey().file(),
                        Reason.OTHER_EDITION,
                        entry.getKey().file().name() + " is of another exercise than the others ("
                                + entry.getValue()
                                        .exercise()
                                        .experiment()
                                        .provenance()
                                        .name()
                                + "); mark it by itself");
            }
            return isOther;
        });
    }

    private record Signature(String lesson, List<Address> places) {}

    private static Signature signature(Handout handout) {
        return new Signature(handout.exercise().experiment().heading().lesson(), handout.places());
    }

    /** Of several files of a student, one counts. */
    private void keepOneOfEach() {
        var several = new SeveralFiles(known(), Instant.now());
        marked.keySet().stream()
                .collect(Collectors.groupingBy(Marked::id, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(files -> givenWay.addAll(several.of(files)));
        for (var one : givenWay) {
            marked.remove(one.file());
            refuse(
                    one.file().file(),
                    Reason.DUPLICATE,
                    one.file().file().name() + " says that it is of the same student as "
                            + one.kept().file().name() + ", which is marked: " + one.why());
        }
    }

    /** The names of the students by id; where the class is not known, of those whose workbooks are marked. */
    private Map<String, String> known() {
        return handedOut.students().isEmpty()
                ? marked.keySet().stream()
                        .collect(Collectors.toMap(Marked::id, Marked::name, (a, b) -> a, LinkedHashMap::new))
                : handedOut.students();
    }

    private Collection<String> names(Collection<Claim> claims) {
        return handedOut.students().isEmpty()
                ? claims.stream()
                        .flatMap(claim -> claim.identity().student().stream())
                        .map(Student::name)
                        .toList()
                : handedOut.students().values();
    }

    private Marks marks(Returns returns, Handouts handouts) {
        var students = handedOut.students();
        var order = new ArrayList<>(students.keySet());
        var inOrder = marked.keySet().stream()
                .sorted(Comparator.<Marked>comparingInt(one -> position(order, one.id()))
                        .thenComparing(Marked::id))
                .toList();
        var first = marked.get(inOrder.get(0));
        var present = inOrder.stream().collect(Collectors.toMap(Marked::id, Function.identity()));
        return new Marks(
                first.exercise().title(),
                first.exercise().experiment().heading().lesson(),
                language.orElse(first.exercise().experiment().heading().language()),
                Weights.USUAL.withSlips(first.exercise().slips()),
                first.tasks(),
                inOrder,
                students.entrySet().stream()
                        .filter(student -> !present.containsKey(student.getKey()))
                        .map(student -> new Marks.Missing(student.getKey(), student.getValue()))
                        .toList(),
                refusals.stream().sorted(Comparator.comparing(Refusal::file)).toList(),
                facts(inOrder),
                returns.seen(),
                remarks(inOrder, returns, handouts));
    }

    private List<Fact> facts(List<Marked> marked) {
        var present = marked.stream().map(Marked::id).collect(Collectors.toSet());
        var absent = handedOut.students().keySet().stream()
                .filter(id -> !present.contains(id))
                .toList();
        return Stream.concat(
                        Honesty.of(marked, known(), otherwise(), givenWay).stream(),
                        Neighbours.of(marked, absent, handedOut::blanks).stream())
                .sorted(Comparator.comparingInt(
                        fact -> position(marked.stream().map(Marked::id).toList(), fact.student())))
                .toList();
    }

    private static List<String> remarks(List<Marked> marked, Returns returns, Handouts handouts) {
        var remarks = new ArrayList<String>();
        for (var one : marked) {
            one.places()
                    .words()
                    .ifPresent(words -> remarks.add(one.file().name() + ": " + words + "; marked as it is"));
        }
        remarks.addAll(handouts.remarks());
        if (returns.ofSystems() > 0) {
            remarks.add("left aside what systems put beside files (.DS_Store, __MACOSX and the like): "
                    + returns.ofSystems());
        }
        return remarks;
    }

    private Map<Marked, Otherwise> otherwise() {
        return marked.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().otherwise()));
    }

    private static int position(List<String> order, String id) {
        var position = order.indexOf(id);
        return position < 0 ? order.size() : position;
    }
}
