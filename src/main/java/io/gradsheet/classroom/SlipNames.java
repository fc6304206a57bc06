package io.gradsheet.classroom;

import io.gradsheet.lesson.frame.Slip;
import io.gradsheet.template.Assignment.Credit;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Usual mistakes as teachers name them: {@code BIAS_FORGOTTEN}, or {@code bias forgotten}. */
final class SlipNames {
    private SlipNames() {}

    /**
     * What answers are worth that usual mistakes lead to.
     *
     * @throws ExerciseException if there is no mistake of a name, or it is named twice
     */
    static Map<Slip.Kind, Double> credits(List<Credit> credits) {
        var shares = new EnumMap<Slip.Kind, Double>(Slip.Kind.class);
        for (var credit : credits) {
            var kind = kind(credit.slip())
                    .orElseThrow(() -> new ExerciseException(credit.place() + ": there is no slip called '"
                            + credit.slip() + "'; there are: "
                            + Stream.of(Slip.Kind.values()).map(SlipNames::name).collect(Collectors.joining(", "))));
            if (shares.put(kind, credit.share()) != null) {
                throw new ExerciseException(
                        credit.place() + ": the slip " + name(kind) + " is named twice; keep one of them");
            }
        }
        return shares;
    }

    private static Optional<Slip.Kind> kind(String written) {
        return Stream.of(Slip.Kind.values())
                .filter(kind -> letters(kind.name()).equals(letters(written)))
                .findFirst();
    }

    private static String letters(String name) {
        return name.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
    }

    private static String name(Slip.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
