package io.gradsheet.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The mathematics of the book once more, for one sample and number by number: what the layers' work is held against. It takes from a layer
 * nothing but its numbers, and knows no terms, no places and no arrays of many samples.
 */
final class DirectNetwork {
    private final Network network;
    private final double[] parameters;

    /** Of each layer, the first being the input. */
    private final List<double[]> z = new ArrayList<>();

    private final List<double[]> a = new ArrayList<>();
    private final List<double[]> deltas = new ArrayList<>();
    private final double[] gradient;

    DirectNetwork(Network network, Parameters parameters, Sample sample) {
        this.network = network;
        this.parameters = parameters.toArray();
        this.gradient = new double[this.parameters.length];
        z.add(sample.inputs());
        a.add(sample.inputs());
        var place = 0;
        var starts = new ArrayList<Integer>();
        for (var layer : network.following()) {
            starts.add(place);
            forward(layer, place);
            place += count(layer);
        }
        backward(sample.targets(), starts);
    }

    double z(int layer, int unit) {
        return z.get(layer - 1)[unit - 1];
    }

    double a(int layer, int unit) {
        return a.get(layer - 1)[unit - 1];
    }

    double delta(int layer, int unit) {
        return deltas.get(layer - 1)[unit - 1];
    }

    double[] gradient() {
        return gradient;
    }

    private static int count(Layer layer) {
        if (layer instanceof Dense dense) {
            return dense.size() * (dense.inputs() + 1);
        }
        if (layer instanceof Convolution convolution) {
            return convolution.filters() * filter(convolution);
        }
        if (layer instanceof Recurrent recurrent) {
            return recurrent.neurons() * (recurrent.inputs() + recurrent.neurons() + 1);
        }
        return 0;
    }

    /** How many parameters a filter has. */
    private static int filter(Convolution convolution) {
        return convolution.input().maps() * convolution.rows() * convolution.columns() + 1;
    }

    private void forward(Layer layer, int place) {
        var x = a.get(a.size() - 1);
        var sums = new double[layer.size()];
        var values = new double[layer.size()];
        if (layer instanceof Dense dense) {
            forward(dense, place, x, sums);
            layer.activation().activate(sums, values, 1, dense.size());
        } else if (layer instanceof Convolution convolution) {
            eachProduct(convolution, (unit, weight, from) -> sums[unit] += parameters[place + weight] * x[from]);
            eachUnit(convolution, (unit, bias) -> sums[unit] += parameters[place + bias]);
            layer.activation().activate(sums, values, 1, sums.length);
        } else if (layer instanceof Pooling pooling) {
            eachWindow(
                    pooling,
                    (unit, window) -> sums[unit] = pooling.by() == Pooling.By.MAX
                            ? IntStream.of(window)
                                    .mapToDouble(from -> x[from])
                                    .max()
                                    .orElseThrow()
                            : IntStream.of(window)
                                    .mapToDouble(from -> x[from])
                                    .average()
                                    .orElseThrow());
            System.arraycopy(sums, 0, values, 0, sums.length);
        } else if (layer instanceof Recurrent recurrent) {
            forward(recurrent, place, x, sums, values);
        }
        z.add(sums);
        a.add(values);
    }

    private void forward(Dense dense, int place, double[] x, double[] sums) {
        var skipped = dense.before() - dense.inputs();
        for (var j = 0; j < dense.size(); j++) {
            sums[j] = parameters[place + (j + 1) * (dense.inputs() + 1) - 1];
            for (var i = 0; i < dense.inputs(); i++) {
                sums[j] += parameters[place + j * (dense.inputs() + 1) + i] * x[skipped + i];
            }
        }
    }

    private void forward(Recurrent recurrent, int place, double[] x, double[] sums, double[] values) {
        var inputs = recurrent.inputs();
        var neurons = recurrent.neurons();
        var before = new double[neurons];
        for (var step = 0; step < recurrent.steps(); step++) {
            var now = new double[neurons];
            for (var j = 0; j < neurons; j++) {
                var own = place + j * (inputs + neurons + 1);
                now[j] = parameters[own + inputs + neurons];
                for (var i = 0; i < inputs; i++) {
                    now[j] += parameters[own + i] * x[step * inputs + i];
                }
                for (var i = 0; i < neurons; i++) {
                    now[j] += parameters[own + inputs + i] * before[i];
                }
            }
            System.arraycopy(now, 0, sums, step * neurons, neurons);
            recurrent.activation().activate(now, before, 1, neurons);
            System.arraycopy(before, 0, values, step * neurons, neurons);
        }
    }

    /** A product of a convolution: of which unit, of which weight, both counted from 0, and with which unit of the layer before. */
    private interface Product {
        void of(int unit, int weight, int from);
    }

    private interface Biased {
        void by(int unit, int bias);
    }

    private interface Windowed {
        void over(int unit, int[] window);
    }

    private static void eachProduct(Convolution convolution, Product product) {
        var input = convolution.input();
        var rows = convolution.rows();
        var columns = convolution.columns();
        var stride = convolution.stride();
        var down = convolution.isPadded() ? padding(input.rows(), rows, stride) : 0;
        var right = convolution.isPadded() ? padding(input.columns(), columns, stride) : 0;
        eachUnit(convolution, (unit, bias) -> {
            var inMap = unit % convolution.output().area();
            var top = inMap / convolution.output().columns() * stride - down;
            var left = inMap % convolution.output().columns() * stride - right;
            for (var map = 0; map < input.maps(); map++) {
                for (var r = 0; r < rows; r++) {
                    for (var c = 0; c < columns; c++) {
                        var isOutside =
                                top + r < 0 || left + c < 0 || top + r >= input.rows() || left + c >= input.columns();
                        if (!isOutside) {
                            product.of(
                                    unit,
                                    bias + 1 - filter(convolution) + (map * rows + r) * columns + c,
                                    (map * input.rows() + top + r) * input.columns() + left + c);
                        }
                    }
                }
            }
        });
    }

    /** What is beyond the first border so that there is a unit for each stride. */
    private static int padding(int length, int window, int stride) {
        var all = (int) Math.ceil((double) length / stride);
        return Math.max(0, (all - 1) * stride + window - length) / 2;
    }

    private static void eachUnit(Convolution convolution, Biased biased) {
        for (var unit = 0; unit < convolution.size(); unit++) {
            biased.by(unit, (unit / convolution.output().area() + 1) * filter(convolution) - 1);
        }
    }

    private static void eachWindow(Pooling pooling, Windowed windowed) {
        var input = pooling.input();
        var unit = 0;
        for (var map = 0; map < input.maps(); map++) {
            for (var top = 0; top < input.rows(); top += pooling.rows()) {
                for (var left = 0; left < input.columns(); left += pooling.columns()) {
                    var window = new ArrayList<Integer>();
                    for (var r = top; r < top + pooling.rows(); r++) {
                        for (var c = left; c < left + pooling.columns(); c++) {
                            window.add((map * input.rows() + r) * input.columns() + c);
                        }
                    }
                    windowed.over(unit++, window.stream().mapToInt(from -> from).toArray());
                }
            }
        }
    }

    private void backward(double[] targets, List<Integer> starts) {
        var last = network.layers() - 1;
        var errors = new double[network.outputs()];
        network.cost().errors(network.outputActivation(), z.get(last), a.get(last), targets, errors, 1, errors.length);
        IntStream.rangeClosed(0, last).forEach(l -> deltas.add(new double[a.get(l).length]));
        deltas.set(last, errors);
        for (var l = last; l >= 1; l--) {
            var slopes = backward(l, starts.get(l - 1), deltas.get(l), a.get(l - 1));
            if (l > 1) {
                network.following()
                        .get(l - 2)
                        .activation()
                        .toErrors(z.get(l - 1), a.get(l - 1), slopes, 1, slopes.length);
                deltas.set(l - 1, slopes);
            }
        }
    }

    /** Adds to the gradient, and sends errors back. */
    private double[] backward(int l, int place, double[] errors, double[] x) {
        var layer = network.following().get(l - 1);
        var slopes = new double[x.length];
        if (layer instanceof Dense dense) {
            var skipped = dense.before() - dense.inputs();
            for (var j = 0; j < dense.size(); j++) {
                gradient[place + (j + 1) * (dense.inputs() + 1) - 1] += errors[j];
                for (var i = 0; i < dense.inputs(); i++) {
                    gradient[place + j * (dense.inputs() + 1) + i] += errors[j] * x[skipped + i];
                    slopes[skipped + i] += errors[j] * parameters[place + j * (dense.inputs() + 1) + i];
                }
            }
        } else if (layer instanceof Convolution convolution) {
            eachUnit(convolution, (unit, bias) -> gradient[place + bias] += errors[unit]);
            eachProduct(convolution, (unit, weight, from) -> {
                gradient[place + weight] += errors[unit] * x[from];
                slopes[from] += errors[unit] * parameters[place + weight];
            });
        } else if (layer instanceof Pooling pooling) {
            eachWindow(pooling, (unit, window) -> {
                if (pooling.by() == Pooling.By.AVERAGE) {
                    IntStream.of(window).forEach(from -> slopes[from] += errors[unit] / window.length);
                } else {
                    var largest = window[0];
                    for (var from : window) {
                        // What is larger by rounding alone is not larger.
                        largest = x[from] > x[largest] + 1e-10 ? from : largest;
                    }
                    slopes[largest] += errors[unit];
                }
            });
        } else if (layer instanceof Recurrent recurrent) {
            backward(l, recurrent, place, errors, x, slopes);
        }
        return slopes;
    }

    /** From the last step to the first; an error of a step is that from above and what the next step sends. */
    private void backward(int l, Recurrent recurrent, int place, double[] errors, double[] x, double[] slopes) {
        var inputs = recurrent.inputs();
        var neurons = recurrent.neurons();
        for (var step = recurrent.steps() - 1; step >= 0; step--) {
            var back = new double[neurons];
            for (var j = 0; j < neurons; j++) {
                var own = place + j * (inputs + neurons + 1);
                var error = errors[step * neurons + j];
                gradient[own + inputs + neurons] += error;
                for (var i = 0; i < inputs; i++) {
                    gradient[own + i] += error * x[step * inputs + i];
                    slopes[step * inputs + i] += error * parameters[own + i];
                }
                for (var i = 0; i < neurons && step > 0; i++) {
                    gradient[own + inputs + i] += error * a.get(l)[(step - 1) * neurons + i];
                    back[i] += error * parameters[own + inputs + i];
                }
            }
            for (var i = 0; i < neurons && step > 0; i++) {
                var unit = (step - 1) * neurons + i;
                var one = new double[] {back[i]};
                recurrent
                        .activation()
                        .toErrors(new double[] {z.get(l)[unit]}, new double[] {a.get(l)[unit]}, one, 1, 1);
                errors[unit] += one[0];
            }
        }
    }
}
