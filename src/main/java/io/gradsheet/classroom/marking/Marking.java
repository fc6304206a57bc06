package io.gradsheet.classroom.marking;

import io.gradsheet.check.CheckException;
import io.gradsheet.classroom.Criteria;
import io.gradsheet.classroom.Exercise;
import io.gradsheet.classroom.Part;
import io.gradsheet.classroom.marking.Batch.Enrolled;
import io.gradsheet.classroom.marking.Batch.MarkedFile;
import io.gradsheet.classroom.marking.Batch.Paper;
import io.gradsheet.classroom.marking.Refusal.Reason;
import io.gradsheet.recalc.EngineException;
import io.gradsheet.recalc.TrialWorkbook;
import io.gradsheet.recalc.WorkbookException;
import io.gradsheet.template.Language;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** The marking of a class, one file after the other. What is wrong with a file concerns this file alone. */
final class Marking {
    private final HandedOut handedOut;
    private final Optional<Language> language;
    private final TimeLimit limit;
    private final MarkingRules rules;
    private final IdentityHashMap<Exercise, Criteria> latest = new IdentityHashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<MarkedFile> marked = new ArrayList<>();

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
     * @param part of the class that they are of
     * @param progress hears how many files are done
     */
    Batch mark(Returns returns, Part part, IntConsumer progress) {
        refusals.addAll(returns.refusals());
        var files = returns.files();
        var claims = new LinkedHashMap<ReturnedFile, Claim>();
        files.forEach(file -> attempt(file, () -> claims.put(file, limit.run(() -> Claim.of(file.file())))));
        var handouts = handedOut.among(claims);
        var done = files.size() - claims.size();
        for (var claim : claims.entrySet()) {
            progress.accept(++done);
            attempt(claim.getKey(), () -> mark(claim.getKey(), claim.getValue(), handouts));
        }
        return new Batch(
                language,
                enrolled(part),
                files.stream().map(ReturnedFile::name).toList(),
                Claim.names(claims.values()),
                marked,
                refusals,
                returns.ofSystems(),
                handouts.remarks());
    }

    /** The students whose ids belong to a part. */
    private List<Enrolled> enrolled(Part part) {
        var enrolled = new ArrayList<Enrolled>();
        var position = 0;
        for (var student : handedOut.students().entrySet()) {
            if (part.holds(student.getKey())) {
                enrolled.add(new Enrolled(position, student.getKey(), student.getValue(), List.of()));
            }
            position++;
        }
        return enrolled;
    }

    private void mark(ReturnedFile file, Claim claim, Handouts handouts) {
        marked.add(TrialWorkbook.use(file.file(), rules.engine(), limit.limit(), workbook -> {
            var handout = handouts.of(claim, file.name());
            var one = Correction.of(handout, criteria(handout.exercise()), rules.followThrough(), file, workbook);
            return new MarkedFile(one, Paper.of(handout.exercise()), handout.otherwise(), remarks(one));
        }));
    }

    private static List<String> remarks(Marked one) {
        return one.places().words().stream()
                .map(words -> one.file().name() + ": " + words + "; marked as it is")
                .toList();
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
}
