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
