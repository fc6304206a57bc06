package io.gradsheet.lesson.descent;

import io.gradsheet.expression.Expression;
import io.gradsheet.lesson.frame.Slip;
import io.gradsheet.lesson.frame.Slip.Kind;
import io.gradsheet.lesson.frame.Slips;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Ref;
import io.gradsheet.template.DescentExperiment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The usual mistakes on the Steps sheet. */
final class StepsSlips implements Slips {
    private final DescentExperiment experiment;
    private final StepsSheet layout;
    private final List<Expression> derivatives;

    StepsSlips(DescentExperiment experiment, StepsSheet layout) {
        this.experiment = experiment;
        this.layout = layout;
        this.derivatives = experiment.function().variables().stream()
                .map(experiment.function()::derivative)
                .toList();
    }

    @Override
    public List<Slip> at(Address cell, ToDoubleFunction<Address> sheet) {
        var step = layout.step(cell.row());
        var slips = new ArrayList<Slip>();
        if (cell.sheet().equals(StepsSheet.NAME) && step >= 0) {
            new Row(step, sheet, slips).look(cell.column());
        }
        return slips;
    }

    @Override
    public Optional<Address> start(Address cell) {
        var step = layout.step(cell.row());
        return cell.sheet().equals(StepsSheet.NAME) && step >= 0
                ? IntStream.range(0, derivatives.size())
                        .filter(i -> cell.column() == layout.next(step, i).column())
                        .mapToObj(i -> layout.coordinate(step, i).address(StepsSheet.NAME))
                        .findFirst()
                : Optional.empty();
    }

    /** The row of a step: the learner's numbers in it. */
    private final class Row {
        private final int step;
        private final ToDoubleFunction<Address> sheet;
        private final List<Slip> slips;

        private Row(int step, ToDoubleFunction<Address> sheet, List<Slip> slips) {
            this.step = step;
            this.sheet = sheet;
            this.slips = slips;
        }

        private void add(Kind kind, double value) {
            slips.add(new Slip(kind, value));
        }

        private double at(Ref cell) {
            return sheet.applyAsDouble(cell.address(StepsSheet.NAME));
        }

        private double eta() {
            return at(layout.learningRate());
        }

        private void look(int column) {
            if (column == layout.value(step).column()) {
                value();
            } else if (column == layout.slope(step).column()) {
                slope();
            }
            for (var i = 0; i < derivatives.size(); i++) {
                if (column == layout.coordinate(step, i).column()) {
                    coordinate(i);
                } else if (column == layout.derivative(step, i).column()) {
                    derivative(i);
                } else if (column == layout.move(step, i).column()) {
                    move(i);
                } else if (column == layout.next(step, i).column()) {
                    next(i);
                }
            }
        }

        /** An expression at the point where a step begins; not a number if it has no value there. */
        private double of(Expression expression, int step) {
            var point = IntStream.range(0, derivatives.size())
                    .mapToDouble(i -> at(layout.coordinate(step, i)))
                    .toArray();
            return Arrays.stream(point).allMatch(Double::isFinite)
                    ? expression.tryEvaluate(point).orElse(Double.NaN)
                    : Double.NaN;
        }

        private void coordinate(int i) {
            if (step > 0) {
                add(Kind.PREVIOUS_EPOCH, at(layout.coordinate(step - 1, i)));
                add(Kind.VALUE_FORGOTTEN, at(layout.move(step - 1, i)));
            }
        }

        private void value() {
            if (step > 0) {
                add(Kind.PREVIOUS_EPOCH, of(experiment.function(), step - 1));
            }
        }

        private void derivative(int i) {
            if (step > 0) {
                add(Kind.PREVIOUS_EPOCH, of(derivatives.get(i), step - 1));
            }
            for (var other = 0; other < derivatives.size(); other++) {
                if (other != i) {
                    add(Kind.OTHER_VARIABLE, of(derivatives.get(other), step));
                }
            }
        }

        private void slope() {
            var slopes = IntStream.range(0, derivatives.size())
                    .mapToDouble(i -> at(layout.derivative(step, i)))
                    .toArray();
            add(
                    Kind.ROOT_FORGOTTEN,
                    Arrays.stream(slopes).map(slope -> slope * slope).sum());
            add(Kind.ABSOLUTE_VALUES_ADDED, Arrays.stream(slopes).map(Math::abs).sum());
        }

        private void move(int i) {
            var slope = at(layout.derivative(step, i));
            add(Kind.SIGN_OF_UPDATE, eta() * slope);
            add(Kind.RATE_FORGOTTEN, -slope);
            add(Kind.SIGN_OF_UPDATE_RATE_FORGOTTEN, slope);
            if (step > 0) {
                add(Kind.PREVIOUS_EPOCH, -eta() * at(layout.derivative(step - 1, i)));
            }
            for (var other = 0; other < derivatives.size(); other++) {
                if (other != i) {
                    add(Kind.OTHER_VARIABLE, -eta() * at(layout.derivative(step, other)));
                }
            }
        }

        private void next(int i) {
            var now = at(layout.coordinate(step, i));
            var slope = at(layout.derivative(step, i));
            add(Kind.NOT_UPDATED, now);
            add(Kind.SIGN_OF_UPDATE, now - at(layout.move(step, i)));
            add(Kind.RATE_FORGOTTEN, now - slope);
            add(Kind.SIGN_OF_UPDATE_RATE_FORGOTTEN, now + slope);
            add(Kind.VALUE_FORGOTTEN, at(layout.move(step, i)));
            if (step > 0) {
                add(Kind.PREVIOUS_EPOCH, at(layout.coordinate(step - 1, i)) + at(layout.move(step, i)));
                add(Kind.PREVIOUS_EPOCH, now + at(layout.move(step - 1, i)));
            }
        }
    }
}
