package io.gradsheet.classroom.marking;

import io.gradsheet.classroom.Edition;
import io.gradsheet.classroom.EditionPlan;
import io.gradsheet.classroom.Exercise;
import io.gradsheet.classroom.Seal;
import io.gradsheet.classroom.Student;
import io.gradsheet.classroom.Variants;
import io.gradsheet.classroom.marking.Refusal.Reason;
import io.gradsheet.lesson.frame.SourceSheet;
import io.gradsheet.template.Provenance;
import io.gradsheet.template.Template;
import io.gradsheet.template.WorksheetExperiment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Workbooks that carry their template, where nothing else is known of it than what they agree on, and with a seed, what it proves. */
final class HandoutsByFiles implements Handouts {
    private final Optional<AgreedSource> agreed;
    private final Optional<Seal> seal;
    private final Map<Provenance, Exercise> exercises = new HashMap<>();

    private HandoutsByFiles(Optional<AgreedSource> agreed, Optional<Seal> seal) {
        this.agreed = agreed;
        this.seal = seal;
    }

    /** What the workbooks of most of those say who handed them in. */
    static HandoutsByFiles unproved(Map<ReturnedFile, Claim> claims) {
        return new HandoutsByFiles(AgreedSource.of(carried(claims, claim -> true)), Optional.empty());
    }

    /** What those say of which a seed proves that nothing in them was changed; no others are marked. */
    static HandoutsByFiles proved(Map<ReturnedFile, Claim> claims, Seal seal) {
        return new HandoutsByFiles(AgreedSource.of(carried(claims, claim -> isProved(claim, seal))), Optional.of(seal));
    }

    private static List<AgreedSource.Vote> carried(Map<ReturnedFile, Claim> claims, Predicate<Claim> counts) {
        var voters =
                new Voters(claims.keySet().stream().map(ReturnedFile::name).toList(), Claim.names(claims.values()));
        var votes = new ArrayList<AgreedSource.Vote>();
        claims.forEach((file, claim) -> {
            if (claim.identity().edition() == Edition.PRACTICE && counts.test(claim)) {
                claim.provenance()
                        .ifPresent(
                                texts -> votes.add(new AgreedSource.Vote(voters.of(file.name(), claim.id()), texts)));
            }
        });
        return votes;
    }

    private static boolean isProved(Claim claim, Seal seal) {
        return claim.provenance()
                .filter(carried -> seal.proves(claim.identity(), carried, claim.digest()))
                .isPresent();
    }

    @Override
    public Handout of(Claim claim, String fileName) {
        if (claim.identity().edition() == Edition.EXAM) {
            throw new UnmarkableException(
                    Reason.OTHER_EDITION,
                    "is an exam, which holds no answer: say with --template from which template it was made, and with"
                            + " --roster and --seed for which class");
        }
        if (seal.isPresent() && !isProved(claim, seal.get())) {
            throw new UnmarkableException(
                    Reason.OTHER_EDITION,
                    "is not as it was made with this seed: its hidden sheet " + SourceSheet.NAME
                            + ", its id or its code was changed; with --template and --roster it is marked as it was made");
        }
        var source = agreed.orElseThrow(() -> new UnmarkableException(
                Reason.OTHER_EDITION,
                "was made by another version, or its hidden sheet " + SourceSheet.NAME
                        + " was changed: say with --template from which template it was made"));
        source.requireName(claim.identity().template());
        var texts = source.with(claim.provenance());
        var exercise = exercise(texts, claim);
        var student = claim.identity().student().orElseGet(() -> new Student(fileName, ""));
        return new Handout(
                student.id(),
                student.name(),
                exercise,
                EditionPlan.of(exercise, claim.identity()),
                Otherwise.than(texts, claim.identity(), claim));
    }

    private Exercise exercise(Provenance texts, Claim claim) {
        try {
            var exercise = exercises.computeIfAbsent(texts, Exercise::of);
            // The numbers that are drawn for a worksheet are not among its texts.
            return seal.isPresent() && exercise.experiment() instanceof WorksheetExperiment
                    ? new Variants(
                                    Template.of(texts),
                                    texts.settings(),
                                    seal.get().secret())
                            .of(claim.id())
                            .exercise()
                    : exercise;
        } catch (RuntimeException e) {
            throw new UnmarkableException(
                    Reason.FOREIGN, "holds a template that was changed and makes no exercise: " + e.getMessage());
        }
    }

    @Override
    public List<String> remarks() {
        return seal.isPresent()
                ? List.of()
                : List.of(
                        "the tasks are those that the workbooks of most students carry; that nobody has changed the numbers in them"
                                + " could not be proved: a class's --seed proves it");
    }
}
