package io.gradsheet.expression;

import io.gradsheet.expression.Node.Add;
import io.gradsheet.expression.Node.Call;
import io.gradsheet.expression.Node.Subtract;
import io.gradsheet.expression.Node.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds out why a tree that has a value at a point has no derivative there, and says it of the tree and not of its derivative, in
 * which a reader would look for what was written in vain.
 */
final class DerivativeDiagnosis {
    private final Variable variable;
    private final Point point;
    private final Columns columns;
    private final Diagnosis diagnosis;

    DerivativeDiagnosis(Variable variable, Point point, Columns columns) {
        this.variable = variable;
        this.point = point;
        this.columns = columns;
        this.diagnosis = new Diagnosis(point, columns);
    }

    /** The first node without a derivative whose operands all have one. */
    Culprit culprit(Node root) {
        return culprit(Culprit.whole(root, columns));
    }

    private Culprit culprit(Culprit whole) {
        for (var operand : termsOrOperands(whole.node())) {
            if (!operand.isTruth() && Double.isNaN(operand.derivative(variable).value(point))) {
                return culprit(whole.narrowed(operand, columns));
            }
        }
        return whole;
    }

    /** All terms of a sum at once: to differentiate every partial sum of a long one would take long. */
    private List<Node> termsOrOperands(Node node) {
        if (!isSum(node)) {
            return node.operandsAt(point);
        }
        var terms = new ArrayList<Node>();
        collectTerms(node, terms);
        return terms;
    }

    private static void collectTerms(Node node, List<Node> terms) {
        if (isSum(node)) {
            node.operands().forEach(operand -> collectTerms(operand, terms));
        } else {
            terms.add(node);
        }
    }

    private static boolean isSum(Node node) {
        return node instanceof Add || node instanceof Subtract;
    }

    /** Why the culprit has no derivative. */
    String reason(Node culprit) {
        if (culprit instanceof Call call
                && hasEdgeAtZero(call.function())
                && call.argument().value(point) == 0) {
            return "%sthe derivative of %s does not exist at 0"
                    .formatted(diagnosis.valuesOf(call.operands()), call.function());
        }
        var derivative = culprit.derivative(variable);
        return "in its derivative %s, %s"
                .formatted(
                        Diagnosis.shown(derivative),
                        diagnosis.reason(diagnosis.culprit(derivative).node()));
    }

    private static boolean hasEdgeAtZero(Function function) {
        return function == Function.ABS || function == Function.SQRT;
    }
}
