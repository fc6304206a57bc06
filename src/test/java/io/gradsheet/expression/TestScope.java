package io.gradsheet.expression;

import io.gradsheet.expression.Meaning.Array;
import io.gradsheet.expression.Meaning.Barred;
import io.gradsheet.expression.Meaning.Choice;
import io.gradsheet.expression.Meaning.Column;
import io.gradsheet.expression.Meaning.ColumnAbove;
import io.gradsheet.expression.Meaning.Fixed;
import io.gradsheet.expression.Meaning.Truth;
import io.gradsheet.expression.Operand.Block;
import io.gradsheet.sheet.Formula;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names of every kind, as a worksheet has them. */
final class TestScope implements Scope {
    private final Map<String, Meaning> meanings = new LinkedHashMap<>();

    TestScope() {
        put("p", new Meaning.Number()).put("q", new Meaning.Number()).put("on", new Truth());
        put("kind", new Choice(List.of("sigmoid", "tanh")));
        put("i", new Fixed(2)).put("j", new Fixed(-1));
        put("A", new Array(2, 3)).put("B", new Array(3, 2)).put("C", new Array(2, 2));
        put("w", new Array(1, 3)).put("v", new Array(3, 1)).put("one", new Array(1, 1));
        put("many", new Array(300, 1));
        put("neuron.z", new Array(8, 1)).put("row", new Array(1, 8)).put("gap", new Array(3, 1));
        put("n", new Column("n", 1, 0)).put("a", new Column("n", 1, 2)).put("c", new ColumnAbove("n", 1, 1));
        put("back", new Column("n", -1, 1)).put("plain", new Column("n", 1, 0));
        put("at", new Array(8, 1)).put("same", new Array(1, 3)).put("D", new Array(3, 3));
        put("late", new Barred("it stands further down"));
        put("sigma", function("1/(1+EXP(-z))", "z"));
        put("cube", function("x^3+p*x", "x"));
        put("area", function("x^2*y+cube(x)", "x", "y"));
        put("relu", function("MAX(0,z)", "z"));
        put("step", function("IF(z>=0,1,0)", "z"));
        put("act", function("IF(kind=\"tanh\",TANH(z),sigma(z))", "z"));
        put("softmax", function("EXP(z)/SUM(EXP(z))", "z"));
        put("norm", function("SQRT(SUMSQ(u))", "u"));
        put("share", function("norm(u)/s", "u", "s"));
        put("shift", function("p+q", "p"));
        put("ping", function("pong(x)+1", "x")).put("pong", function("ping(x)", "x"));
        put("faulty", function("1+zz", "z"));
        put("top", function("MAX(2,x,x^2,p)", "x"));
        put("whole", function("INT(z)", "z"));
        put("isPositive", function("z>0", "z"));
    }

    private TestScope put(String name, Meaning meaning) {
        meanings.put(name, meaning);
        return this;
    }

    private static Meaning function(String body, String... parameters) {
        return new Meaning.Function(List.of(parameters), body);
    }

    @Override
    public Optional<Meaning> meaning(String name) {
        return Optional.ofNullable(meanings.get(name));
    }

    @Override
    public List<String> names() {
        return List.copyOf(meanings.keySet());
    }

    /** What stands for an operand in a formula that is read by a person: {@code A11:A23}, {@code a(1)} for the row above. */
    static Formula address(Operand operand) {
        return Formula.named(shown(operand));
    }

    private static String shown(Operand operand) {
        if (operand instanceof Operand.Single single) {
            return single.name() + (single.rowsAbove() == 0 ? "" : "(" + single.rowsAbove() + ")");
        }
        var block = (Block) operand;
        var first = block.name() + block.row() + block.column();
        var last = block.name() + (block.row() + block.rows() - 1) + (block.column() + block.columns() - 1);
        return first.equals(last) ? first : first + ":" + last;
    }
}
