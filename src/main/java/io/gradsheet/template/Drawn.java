package io.gradsheet.template;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleSupplier;

/** Numbers that are drawn from a distribution and a seed, and stand in the workbook as inputs. */
final class Drawn {
    static final List<String> KEYS = List.of("normal", "uniform");

    /** As many digits as a learner can read; every program keeps them. */
    private static final MathContext DIGITS = new MathContext(6);

    private Drawn() {}

    /** The numbers one after the other, if a section has a distribution. */
    static Optional<DoubleSupplier> from(Section section) {
        if (section.has("normal") && section.has("uniform")) {
            throw section.complaint("has both 'normal' and 'uniform'; keep one of them");
        }
        return section.optional("normal")
                .map(Drawn::normal)
                .or(() -> section.optional("uniform").map(Drawn::uniform));
    }

    private static DoubleSupplier normal(Entry entry) {
        var keys = entry.section().only(List.of("mean", "deviation", "seed"));
        var mean = keys.optional("mean").map(Entry::number).orElse(0.0);
        var deviation = keys.optional("deviation").map(Entry::positive).orElse(1.0);
        var random = random(keys);
        return () -> rounded(mean + deviation * random.nextGaussian());
    }

    private static DoubleSupplier uniform(Entry entry) {
        var keys = entry.section().only(List.of("from", "to", "seed"));
        var from = keys.optional("from").map(Entry::number).orElse(0.0);
        var to = keys.optional("to").map(Entry::number).orElse(1.0);
        if (from >= to) {
            throw entry.complaint("must have a 'from' below its 'to'");
        }
        var random = random(keys);
        return () -> rounded(from + (to - from) * random.nextDouble());
    }

    private static Random random(Section keys) {
        return new Random(keys.entry("seed").integer(Long.MIN_VALUE, Long.MAX_VALUE));
    }

    private static double rounded(double number) {
        return new BigDecimal(number).round(DIGITS).doubleValue();
    }
}
