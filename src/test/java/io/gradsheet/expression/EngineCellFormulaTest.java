package io.gradsheet.expression;

import io.gradsheet.recalc.Calculators;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a formula of cells and arrays comes to in Java it comes to in every spreadsheet program. */
class EngineCellFormulaTest {
    private static final Scope SCOPE = new TestScope();

    private static final List<String> OF_NUMBERS = List.of(
            "p=q",
            "p<>q",
            "p<q",
            "p<=q",
            "p>q",
            "p>=p",
            "(p>1)=(q>1)",
            "(p>1)<>on",
            "0.1+0.2<0.4",
            "1=1+1e-13",
            "1<1+1e-13",
            "1e-300>0",
            "p-q<-p^2",
            "AND(p>0,q>0)",
            "OR(p>5,NOT(on))",
            "NOT(p>q)",
            "IF(p>q,p,q)",
            "IF(on,p,LN(-1))",
            "-IF(p>q,p,q)^2",
            "2*IF(AND(on,p<q),p,-q)",
            "kind=\"tanh\"",
            "IF(kind<>\"sigmoid\",1,2)",
            "MIN(p,q)",
            "MAX(p,q,-3)",
            "MAX(-1)",
            "SUM(p,q)*COUNT(p,q)+AVERAGE(p,q,7)+SUMSQ(p,q)",
            "SIGN(p)-SIGN(-q)+SIGN(0)+SIGN(1e-300)",
            "INT(p)+10*INT(q)",
            "INT(-2.5)+INT(2.9999999999)",
            "MOD(p,2)+MOD(-p,2)",
            "MOD(-3,2)+10*MOD(3,-2)+100*MOD(-3,-2)",
            "MOD(5.5,2)+MOD(1.5,0.5)+MOD(1e8,7)",
            "MOD(-6,3)+MOD(0,5)",
            "ROUND(p,2)",
            "ROUND(2.675,2)",
            "ROUND(1.005,2)",
            "ROUND(0.285,2)",
            "ROUND(1.115,2)",
            "ROUND(-2.5,0)+ROUND(0.5,0)",
            "ROUND(1250,-2)",
            "ROUND(2.6749999999,2)",
            "ROUND(12345678.285,i)",
            "ROUND(0.1+0.2,2)=0.3",
            "ROUND(2.675,2)=2.68",
            "sigma(p)+sigma'(p)+sigma''(q)",
            "cube(p)+cube'(q)*cube''(p)",
            "area_x(p,q)+area_y(p,q)+area_x_y(p,q)",
            "relu(p)+relu'(p)+relu'(-p)+relu'(0)",
            "act(p)-step(p-q)",
            "top'(p)+top'(q)",
            "IF(p>0,p^0.5,q^q)+ROUND(q,i+q-3)+q^p",
            "i*j-i^j");

    private static final List<String> OF_ARRAYS = List.of(
            "A",
            "A+2*A-p",
            "-A/q",
            "A*A",
            "A[1,]*w",
            "A[,i]",
            "A[q-2,]",
            "A[,q]",
            "TRANSPOSE(A)+B",
            "MMULT(A,B)",
            "MMULT(C,C)",
            "MMULT(w,v)",
            "MMULT(v,w)",
            "MMULT(w,B)",
            "MMULT(A,v)",
            "MMULT(one,one)",
            "MMULT(TRANSPOSE(A),C)",
            "MMULT(A+A,B)",
            "MINVERSE(C)",
            "MINVERSE(one)",
            "MMULT(MINVERSE(C),C)",
            "MDETERM(C)+10*MDETERM(one)",
            "SLOPE(neuron.z,at)+10*INTERCEPT(neuron.z,at)",
            "SLOPE(A[1,],w)",
            "IF(p>100,MINVERSE(C),C)",
            "w[2]",
            "w[q]",
            "v[q]",
            "A[i,q]+A[q-1,q-2]",
            "one[1]+one[q-2]",
            "A[1,][q]",
            "neuron.z[q+1]",
            "a+a[n-1]*a[n-2]",
            "c[n-1]-back[n+1]",
            "SUM(A)+SUM(A[1,],p)+SUM(A[,2])",
            "SUM(w^2)+SUMSQ(w)",
            "MIN(A,q)+MAX(A)+MAX(A[2,])",
            "AVERAGE(A)+COUNT(A)",
            "SUM(one)+MAX(one)",
            "SUM(many)/COUNT(many)-AVERAGE(many)",
            "SUMPRODUCT(w,w)",
            "SUMPRODUCT(w,v)+SUMPRODUCT(v,w)",
            "SUMPRODUCT(A,A,A)",
            "SUMPRODUCT(A[1,],w)",
            "SUMPRODUCT(TRANSPOSE(w),v)",
            "SUMPRODUCT(one,one)",
            "SUMPRODUCT(neuron.z,row)",
            "SUMPRODUCT(row,neuron.z)",
            "COUNTIFS(A,\">=\"&p,A,\"<\"&p+q)",
            "COUNTIFS(A,\">=-1\",A,2)",
            "COUNTIFS(many,\">\"&-p,many,\"<>\"&q)",
            "COUNTIFS(one,\"<=\"&p)",
            "SUM(gap)+SUMSQ(gap)+COUNT(gap)+AVERAGE(gap)",
            "MIN(gap)+10*MAX(gap)",
            "COUNTIFS(gap,\"<=\"&0)+10*COUNTIFS(gap,\"<>0\")",
            "SUM(gap[2,])+MAX(gap[2,])+COUNT(gap[2,])",
            "AND(w>0)",
            "OR(A<0)",
            "IF(A>p,A,0)",
            "w>q",
            "sigma(w)+sigma'(w)",
            "softmax(w)",
            "norm(w)+norm(A)",
            "share(w,w)",
            "LN(A^2+1)",
            "ROUND(A,1)+MOD(A,2)");

    @TempDir
    private static Path folder;

    private static final CellSheet SHEET = new CellSheet();
    private static Path file;

    @BeforeAll
    static void write() {
        SHEET.data("p", row(1.75)).data("q", row(3)).data("on", row(1)).data("kind", row(1));
        SHEET.data("A", row(1.5, -2, 3.25), row(0.5, 7, -1.125)).data("B", row(2, -1), row(0.5, 3), row(-4, 1));
        SHEET.data("C", row(1, 2), row(3, -4)).data("w", row(0.5, 1.25, 3)).data("v", row(2), row(-3), row(0.25));
        SHEET.data("one", row(2.5)).data("a", row(3), row(5), row(7)).data("c", row(11), row(13));
        SHEET.data("back", row(-2), row(17)).data("gap", row(-2), row(Double.NaN), row(4.5));
        SHEET.data("at", row(0.5), row(1), row(1.5), row(3), row(3), row(-2), row(7), row(2.25));
        SHEET.data("row", row(8, 7, 6, 5, 4, 3, 2, 1.5));
        SHEET.data("neuron.z", row(1), row(2), row(4), row(8), row(16), row(32), row(64), row(128.5));
        var many = new double[300][];
        for (var i = 0; i < many.length; i++) {
            many[i] = row((i * 37 % 101) / 4.0 - 3);
        }
        SHEET.data("many", many);
        OF_NUMBERS.forEach(text -> SHEET.add(Expression.parse(text, SCOPE)));
        OF_ARRAYS.forEach(text -> SHEET.add(Expression.parse(text, SCOPE)));
        file = SHEET.write(folder.resolve("cells.xlsx"));
    }

    private static double[] row(double... numbers) {
        return numbers;
    }

    @ParameterizedTest
    @MethodSource("io.gradsheet.recalc.Calculators#names")
    void everyProgramComesToJavasValue(String engine) {
        SHEET.assertComputedBy(Calculators.named(engine), file);
    }
}
