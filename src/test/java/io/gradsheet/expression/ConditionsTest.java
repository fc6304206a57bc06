package io.gradsheet.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.sheet.Formula;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs differ in the powers of 0 and of negative numbers: a guarded cell asks before it takes one. */
class ConditionsTest {
    private static final List<String> XY = List.of("x", "y");

    @ParameterizedTest(name = "{0} needs {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "x^y | IF(x=0,y>0,OR(x>0,INT(y)=y))",
                "x^x | IF(x=0,x>0,OR(x>0,INT(x)=x))",
                "x^(1/3) | x>=0",
                "x^-0.5 | x>=0",
                "1+2*TANH((x-y)^0.5) | x-y>=0",
                "1/(1+EXP(-x)) | -x<=709.78",
                "IF(x>=0,1,EXP(x)) | IF(x>=0,TRUE,x<=709.78)",
                "x^0 | x<>0",
                "0^x | x>0",
                "(-2)^(x+y) | INT(x+y)=x+y",
                "-8^(1/3) | -8>=0",
                "0^0 | 0<>0",
            })
    void aPowerThatProgramsDifferInHasACondition(String text, String condition) {
        assertThat(Expression.parse(text, XY).conditions(Formula::named))
                .extracting(Formula::text)
                .containsExactly(condition);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x+LN(y)", "x^2", "x^-1", "2^x", "PI()^y", "EXP(1)^y", "8^(1/3)", "3^0", "SQRT(x)/y"})
    void whatAllProgramsAgreeOnHasNone(String text) {
        assertThat(Expression.parse(text, XY).conditions(Formula::named)).isEmpty();
    }

    @Test
    void everyConditionIsThereOnceInnerOnesFirst() {
        assertThat(Expression.parse("(x^0.5+y)^0.5+x^1.5", XY).conditions(Formula::named))
                .extracting(Formula::text)
                .containsExactly("x>=0", "x^0.5+y>=0");
    }

    @Test
    void addressesTakeThePlaceOfVariables() {
        assertThat(Expression.parse("(x-1)^y", XY).conditions(name -> Formula.named(name.equals("x") ? "B$4" : "$A5")))
                .extracting(Formula::text)
                .containsExactly("IF(B$4-1=0,$A5>0,OR(B$4-1>0,INT($A5)=$A5))");
    }
}
