package io.gradsheet.calculation;

import static io.gradsheet.sheet.Formula.named;
import static io.gradsheet.sheet.Formula.number;
import static io.gradsheet.sheet.Formula.quoted;
import static io.gradsheet.sheet.Function.EXP;
import static io.gradsheet.sheet.Function.IF;
import static io.gradsheet.sheet.Function.INDEX;
import static io.gradsheet.sheet.Function.LEN;
import static io.gradsheet.sheet.Function.MAX;
import static io.gradsheet.sheet.Function.SUM;
import static io.gradsheet.sheet.Function.SUMPRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TermReaderTest {
    /** A sheet S whose cell in row r and column c holds 10 r + c, both counted from 1. */
    private static final Surroundings COUNTED = new Surroundings() {
        @Override
        public Cell cell(Address place) {
            return Cell.input(10 * (place.row() + 1) + place.column() + 1);
        }

        @Override
        public Optional<Address> named(String name) {
            return name.equals("eta") ? Optional.of(new Address("S", 0, 1)) : Optional.empty();
        }
    };

    private static final Ref A1 = Ref.at(0, 0);

    private static String written(Formula formula) {
        return new Writing(
                        leaf -> Ref.at(leaf.place().row(), leaf.place().column())
                                .toString(),
                        part -> false,
                        4)
                .of(new TermReader(COUNTED, "S").read(formula));
    }

    @Test
    void sumsAndProductsOverRangesAreWrittenOut() {
        assertThat(written(SUM.of(A1.to(Ref.at(0, 2))))).isEqualTo("A1 + B1 + C1");
        assertThat(written(SUMPRODUCT
                        .of(A1.to(Ref.at(0, 1)), Ref.at(1, 0).to(Ref.at(1, 1)))
                        .plus(Ref.at(2, 2))))
                .isEqualTo("A1 · A2 + B1 · B2 + C3");
    }

    @Test
    void ofManyTermsTheFirstAndTheLastStandForAll() {
        assertThat(written(SUM.of(A1.to(Ref.at(0, 5))))).isEqualTo("A1 + B1 + … + F1");
    }

    @Test
    void aDefinedNameIsItsCell() {
        assertThat(written(A1.minus(named("eta").times(Ref.at(0, 2))))).isEqualTo("A1 − B1 · C1");
    }

    @Test
    void ofTwoBranchesTheOneIsReadThatTheNumbersDecideOn() {
        assertThat(written(IF.of(A1.isLess(12), Ref.at(1, 0), Ref.at(2, 0)))).isEqualTo("A2");
        assertThat(written(IF.of(A1.isGreater(12), Ref.at(1, 0), Ref.at(2, 0)))).isEqualTo("A3");
    }

    @Test
    void whatIsLookedUpIsTheCellThatIsFound() {
        assertThat(written(INDEX.of(A1.to(Ref.at(4, 0)), number(3)))).isEqualTo("A3");
    }

    @Test
    void aBoundFarOutIsLeftOut() {
        assertThat(written(EXP.of(MAX.of(number(-700), A1.negative())))).isEqualTo("e^{−A1}");
    }

    @Test
    void aMovedFormulaIsReadWhereItIs() {
        assertThat(written(A1.plus(Ref.at(0, 1).fixColumn()).moved(1, 1))).isEqualTo("B2 + B2");
    }

    @Test
    void aFormulaThatHandsCannotWriteIsRefused() {
        assertThatThrownBy(() -> written(LEN.of(quoted("a")))).isInstanceOf(UnknownFormulaException.class);
    }

    // Every lesson --------------------------------------------------------------------------------------------------

    /** A workbook as Java has it. */
    private record OfPlan(Plan plan, Map<Address, Cell> cells) implements Surroundings {
        static OfPlan of(Plan plan) {
            var cells = new HashMap<Address, Cell>();
            plan.sheets()
                    .forEach(sheet -> sheet.pushTo(row -> {
                        for (var column = 0; column < row.cells().size(); column++) {
                            cells.put(
                                    new Address(sheet.name(), row.index(), column),
                                    row.cells().get(column));
                        }
                    }));
            return new OfPlan(plan, cells);
        }

        @Override
        public Cell cell(Address place) {
            return cells.getOrDefault(place, Cell.EMPTY);
        }

        @Override
        public Optional<Address> named(String name) {
            return plan.names().stream()
                    .filter(each -> each.name().equals(name))
                    .map(Plan.Name::cell)
                    .findFirst();
        }
    }

    static Stream<String> lessons() {
        return Template.all().stream().map(Template::name);
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void aCalculationComesToJavasNumber(String lesson) {
        var workbook =
                OfPlan.of(Lessons.of(Template.find(lesson).read(List.of())).plan());
        var read = 0;
        for (var entry : workbook.cells().entrySet()) {
            // Some cells of each column are enough: their formulas are alike.
            if (entry.getKey().row() % 7 == 1
                    && entry.getValue() instanceof Cell.Computed cell
                    && cell.value() instanceof Value.Figure java) {
                var term = term(workbook, entry.getKey(), cell);
                if (term.isPresent()) {
                    read++;
                    assertThat(term.get().value(workbook::number))
                            .as("%s: %s", entry.getKey(), cell.text())
                            .isCloseTo(java.number(), within(1e-9 * Math.max(1, Math.abs(java.number()))));
                }
            }
        }
        assertThat(read).isPositive();
    }

    private static Optional<Term> term(OfPlan workbook, Address place, Cell.Computed cell) {
        try {
            return Optional.of(new TermReader(workbook, place.sheet()).read(cell.formula()));
        } catch (UnknownFormulaException e) {
            return Optional.empty();
        }
    }
}
