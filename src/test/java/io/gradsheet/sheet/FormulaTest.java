package io.gradsheet.sheet;

import static io.gradsheet.sheet.Formula.named;
import static io.gradsheet.sheet.Formula.number;
import static io.gradsheet.sheet.Function.EXP;
import static io.gradsheet.sheet.Function.IF;
import static io.gradsheet.sheet.Function.SUM;
import static io.gradsheet.sheet.Function.SUMPRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormulaTest {
    private static final Ref X = Ref.at(0, 0);
    private static final Ref Y = Ref.at(1, 1).fixColumn();

    private static void assertTyped(Formula formula, String text) {
        assertThat(formula.text()).isEqualTo(text);
        assertThat(formula).hasToString(text);
    }

    @Test
    void aFormulaIsTypedAsAPersonWould() {
        assertTyped(number(1).over(number(1).plus(EXP.of(X.negative()))), "1/(1+EXP(-A1))");
        assertTyped(Y.times(X).times(number(1).minus(X)), "$B2*A1*(1-A1)");
        assertTyped(IF.of(X.isGreater(0), X, X.times(0.01)), "IF(A1>0,A1,A1*0.01)");
        assertTyped(SUM.of(X.to(Ref.at(3, 0)).on("Data")), "SUM(Data!A1:A4)");
        assertTyped(X.on("Data").joined(" of ").joined(number(7)), "Data!A1&\" of \"&7");
    }

    @Test
    void parenthesesStandWhereReadersWouldGoWrong() {
        assertTyped(X.negative().toPower(2), "(-A1)^2");
        assertTyped(X.toPower(2).negative(), "-(A1^2)");
        assertTyped(X.toPower(2).toPower(3), "(A1^2)^3");
        assertTyped(X.times(-2), "A1*(-2)");
        assertTyped(X.minus(X.minus(1)), "A1-(A1-1)");
        assertTyped(X.over(X.times(2)), "A1/(A1*2)");
        assertTyped(X.plus(1).joined("%"), "A1+1&\"%\"");
        assertTyped(X.isGreater(-1), "A1>-1");
        assertTyped(X.isAtLeast(0.5).isEqualTo(Y.isAtLeast(0.5)), "(A1>=0.5)=($B2>=0.5)");
        assertTyped(X.negative().negative(), "-(-A1)");
    }

    @Test
    void whatIsFixedStaysWhereAFormulaIsMoved() {
        var formula = X.times(Y.fixRow()).plus(SUM.of(X.to(Y).fixRows()));
        assertTyped(formula.moved(2, 1), "B3*$B$2+SUM(B$1:$B$2)");
        assertTyped(formula.moved(2, 1).moved(-1, -1), "A2*$B$2+SUM(A$1:$B$2)");
        assertThat(formula.moved(2, 1).placed())
                .isEqualTo(X.plus(2, 1)
                        .times(Y.fixRow())
                        .plus(SUM.of(Ref.at(0, 1).fixRow().to(Y.fixRow()))));
    }

    @Test
    void whatAProgramDoesNotKnowCannotBeWritten() {
        assertThatIllegalArgumentException().isThrownBy(() -> EXP.of()).withMessage("EXP of 0 arguments");
        assertThatIllegalArgumentException().isThrownBy(() -> number(Double.NaN));
    }

    @Test
    void aTermCanBeTakenOutOfTheTree() {
        var terms = Formula.sum(List.of(X, Y, number(3)));
        assertThat(terms.parts()).containsExactly(X.plus(Y), number(3));
        assertTyped(terms.withParts(part -> part.equals(number(3)) ? number(4) : part), "A1+$B2+4");
    }

    @Test
    void whatAMovedFormulaReadsIsWhereItReadsIt() {
        assertThat(X.moved(2, 1)).isEqualTo(Ref.at(2, 1));
        assertThat(X.plus(Y).moved(2, 1).references()).containsExactly(Ref.at(2, 1), Y.plus(2, 0));
        assertThat(X.plus(Y).moved(2, 1).moved(1, 0)).isEqualTo(X.plus(Y).moved(3, 1));
        assertTyped(X.plus(Y).moved(2, 1).withReferences(Reference::fix), "$B$3+$B$4");
    }

    @Test
    void anotherSheetNamesTheSheetOfWhatItReads() {
        var data = Ref.at(3, 1).to(Ref.at(6, 3)).fix().on("Data");
        assertTyped(
                SUMPRODUCT
                        .of(Ref.at(8, 1).to(Ref.at(8, 12)), X)
                        .plus(SUM.of(data))
                        .from("T"),
                "SUMPRODUCT(T!B9:M9,T!A1)+SUM(Data!$B$4:$D$7)");
        var condition =
                IF.of(X.isEqualTo("A1"), number(1), named("eta").negative().times(Y));
        assertTyped(condition.from("T"), "IF(T!A1=\"A1\",1,-eta*T!$B2)");
        assertThat(condition.from("T").from("U")).isEqualTo(condition.from("T"));
    }

    @Test
    void moreArgumentsThanAFunctionCanTakeAreRefusedInASentence() {
        assertThatExceptionOfType(PlanTooLargeException.class)
                .isThrownBy(() -> SUM.of(Collections.nCopies(256, X)))
                .withMessage(
                        "a formula would give the function SUM 256 arguments, and a function can take 255: take smaller"
                                + " arrays or fewer cells");
        assertTyped(SUM.of(Collections.nCopies(2, X)), "SUM(A1,A1)");
    }
}
