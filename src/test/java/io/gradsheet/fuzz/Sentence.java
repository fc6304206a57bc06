package io.gradsheet.fuzz;

import io.gradsheet.check.CheckException;
import io.gradsheet.expression.ExpressionException;
import io.gradsheet.lesson.frame.InputException;
import io.gradsheet.lesson.frame.UnrepresentableException;
import io.gradsheet.recalc.EngineException;
import io.gradsheet.recalc.WorkbookException;
import io.gradsheet.sheet.PlanTooLargeException;
import io.gradsheet.table.TableException;
import io.gradsheet.template.TemplateException;
import io.gradsheet.training.DivergenceException;
import io.gradsheet.training.PathException;
import java.util.Set;

/** The exceptions whose message is told to users as it is. */
final class Sentence {
    private static final Set<Class<? extends RuntimeException>> KNOWN = Set.of(
            CheckException.class,
            DivergenceException.class,
            EngineException.class,
            ExpressionException.class,
            InputException.class,
            PathException.class,
            PlanTooLargeException.class,
            TableException.class,
            TemplateException.class,
            UnrepresentableException.class,
            WorkbookException.class);

    private Sentence() {}

    /** Does something with hostile input; what it throws must be a sentence, on one line that a terminal can show. */
    static void orResult(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (!KNOWN.contains(e.getClass())) {
                throw e;
            }
            require(String.valueOf(e.getMessage()));
        }
    }

    /** Something that is printed on a line. */
    static void require(String said) {
        if (said.isBlank() || said.equals("null") || said.chars().anyMatch(Character::isISOControl)) {
            throw new AssertionError("not a sentence: " + said);
        }
    }
}
