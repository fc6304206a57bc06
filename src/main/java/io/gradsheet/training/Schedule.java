package io.gradsheet.training;

/** How the learning rate changes from epoch to epoch: a closed family. Epochs count from 1, and the first always has η itself. */
public sealed interface Schedule {
    /** The share of η that an epoch takes. */
    double share(int epoch);

    /** η in every epoch. */
    record Constant() implements Schedule {
        @Override
        public double share(int epoch) {
            return 1;
        }
    }

    /** Multiplied by a factor after every so many epochs. */
    record Steps(double factor, int every) implements Schedule {
        @Override
        public double share(int epoch) {
            var times = (epoch - 1) / every;
            return Math.pow(factor, times);
        }
    }

    /** Divided by 1 + rate · (epoch − 1). */
    record Inverse(double rate) implements Schedule {
        @Override
        public double share(int epoch) {
            return 1 / (1 + rate * (epoch - 1));
        }
    }

    /** Along a line to a share of η in the last of so many epochs. */
    record Linear(double last, int epochs) implements Schedule {
        @Override
        public double share(int epoch) {
            return epochs == 1 ? 1 : 1 - (1 - last) * (epoch - 1) / (epochs - 1);
        }
    }
}
