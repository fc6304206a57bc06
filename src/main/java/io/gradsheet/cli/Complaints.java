package io.gradsheet.cli;

import io.gradsheet.check.CheckException;
import io.gradsheet.classroom.ExerciseException;
import io.gradsheet.classroom.marking.MarkingException;
import io.gradsheet.explanation.PlaceException;
import io.gradsheet.expression.ExpressionException;
import io.gradsheet.lesson.frame.InputException;
import io.gradsheet.lesson.frame.UnrepresentableException;
import io.gradsheet.recalc.EngineException;
import io.gradsheet.recalc.WorkbookException;
import io.gradsheet.sheet.PlanTooLargeException;
import io.gradsheet.template.TemplateException;
import io.gradsheet.training.DivergenceException;
import io.gradsheet.training.PathException;
import io.gradsheet.training.SolverException;
import io.gradsheet.xlsx.OutputException;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Says in one sentence what went wrong, and gives the exit code for it. */
final class Complaints implements IExecutionExceptionHandler {
    private static final Set<Class<? extends Exception>> INPUT = Set.of(
            CheckException.class,
            DivergenceException.class,
            ExerciseException.class,
            ExpressionException.class,
            InputException.class,
            MarkingException.class,
            OutputException.class,
            PathException.class,
            PlanTooLargeException.class,
            SolverException.class,
            TemplateException.class,
            UnrepresentableException.class,
            PlaceException.class,
            WorkbookException.class);

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        var err = command.getErr();
        var exception = failure instanceof TemplateFailure one ? one.reason() : failure;
        var speaker = "gradsheet: " + (failure instanceof TemplateFailure one ? one.template() + ": " : "");
        if (exception instanceof EngineException || INPUT.contains(exception.getClass())) {
            err.println(speaker + exception.getMessage());
        } else {
            err.println(speaker + "unexpected failure (" + exception
                    + "); this is a bug: run again with --debug and report what it prints");
        }
        if (isDebug(parsed)) {
            exception.printStackTrace(err);
        }
        err.flush();
        return exception instanceof EngineException ? ExitCode.ENGINE : ExitCode.INPUT;
    }

    private static boolean isDebug(ParseResult parsed) {
        var innermost = parsed;
        while (innermost.hasSubcommand()) {
            innermost = innermost.subcommand();
        }
        return innermost.hasMatchedOption("--debug");
    }

    static int usage(ParameterException exception, String[] args) {
        var command = exception.getCommandLine();
        var err = command.getErr();
        err.println("gradsheet: " + exception.getMessage() + "; try: "
                + command.getCommandSpec().qualifiedName() + " --help");
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(exception, err)) {
            err.flush();
        }
        return ExitCode.INPUT;
    }
}
