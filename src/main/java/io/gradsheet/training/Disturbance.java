package io.gradsheet.training;

import io.gradsheet.network.Activation;
import io.gradsheet.network.FrozenParameters;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.Touch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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

    /** Rounds activations as another program may. */
    default Touch touch() {
        return Touch.NONE;
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

    /**
     * Every parameter is off by one unit in its last place, before the first step and after each, and so is every activation, up or
     * down by chance.
     */
    final class LastPlace implements Disturbance {
        /** Of weighted inputs so much smaller, the activation is looked at where it is 1. */
        private static final double SMALLER = 0.9;

        private final Random random;

        LastPlace(long seed) {
            this.random = new Random(seed);
        }

        @Override
        public Touch touch() {
            return this::touch;
        }

        /**
         * Where a neuron is saturated, what is left of 1 − a may be exactly 0 in one program and a unit in the last place in another.
         * An activation that would be 1 (or −1) with smaller weighted inputs as well is exactly that in all of them, and none is more.
         */
        private void touch(Activation activation, double[] z, double[] a, int rows) {
            var flat = Optional.<double[]>empty();
            for (var i = 0; i < a.length; i++) {
                if (Math.abs(a[i]) == 1) {
                    if (flat.isEmpty()) {
                        flat = Optional.of(ofSmaller(activation, z, rows));
                    }
                    a[i] = flat.get()[i] == a[i] ? a[i] : Math.copySign(Math.nextDown(1.0), a[i]);
                } else if (a[i] != 0) {
                    a[i] = random.nextBoolean() ? Math.nextUp(a[i]) : Math.nextDown(a[i]);
                }
            }
        }

        private static double[] ofSmaller(Activation activation, double[] z, int rows) {
            var smaller = Arrays.stream(z).map(number -> SMALLER * number).toArray();
            var a = new double[z.length];
            activation.activate(smaller, a, rows, z.length / rows);
            return a;
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
            return parameters.with(values);
        }
    }
}
