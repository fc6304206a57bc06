package io.gradsheet.training;

import io.gradsheet.network.FrozenParameters;
import io.gradsheet.network.Parameters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What another program may do otherwise without being wrong: round the last digit of a number, or add numbers up in another order. */
interface Disturbance {
    /** Nothing is done otherwise. */
    Disturbance NONE = new Disturbance() {};

    /** The numbers of a step's samples in the order in which they are added up. */
    default List<Integer> ordered(List<Integer> numbers) {
        return numbers;
    }

    /** Parameters as another program may round them; those that are frozen stay. */
    default Parameters touched(Parameters parameters, FrozenParameters frozen) {
        return parameters;
    }

    /** A gradient as another program may round it. */
    default Parameters rounded(Parameters gradient) {
        return gradient;
    }

    /** Samples are added up from the last to the first. */
    record Reversed() implements Disturbance {
        @Override
        public List<Integer> ordered(List<Integer> numbers) {
            var reversed = new ArrayList<>(numbers);
            Collections.reverse(reversed);
            return reversed;
        }
    }

    /** Every parameter is off by one unit in its last place, before the first step and after each, up or down by chance. */
    final class LastPlace implements Disturbance {
        private final Random random;

        LastPlace(long seed) {
            this.random = new Random(seed);
        }

        /** Factors such as 1 − a are rounded at the size of 1, however little is left of them: so small gradients are known less exactly. */
        @Override
        public Parameters rounded(Parameters gradient) {
            var largest =
                    gradient.toList().stream().mapToDouble(Math::abs).max().orElse(0);
            var unit = Math.ulp(1.0) * Math.max(1, largest);
            return gradient.map(value -> value == 0 ? value : random.nextBoolean() ? value + unit : value - unit);
        }

        @Override
        public Parameters touched(Parameters parameters, FrozenParameters frozen) {
            var values = parameters.toArray();
            for (var place = 0; place < values.length; place++) {
                if (!frozen.has(place) && values[place] != 0) {
                    values[place] = random.nextBoolean() ? Math.nextUp(values[place]) : Math.nextDown(values[place]);
                }
            }
            return Parameters.of(parameters.sizes(), values);
        }
    }
}
