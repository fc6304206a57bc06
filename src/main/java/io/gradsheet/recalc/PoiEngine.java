package io.gradsheet.recalc;

import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import org.apache.poi.Version;
import org.apache.poi.ss.formula.IStabilityClassifier;
import org.apache.poi.ss.formula.WorkbookEvaluator;
import org.apache.poi.ss.formula.eval.BoolEval;
import org.apache.poi.ss.formula.eval.ErrorEval;
import org.apache.poi.ss.formula.eval.NotImplementedException;
import org.apache.poi.ss.formula.eval.NumberEval;
import org.apache.poi.ss.formula.eval.StringEval;
import org.apache.poi.ss.formula.eval.ValueEval;

/**
 * The evaluator of Apache POI, which needs no other program. A cell that uses a function POI lacks shows {@code #NAME?}; one whose
 * arguments are beyond POI, {@code #VALUE!}; one that depends on itself, {@code #CIRCULAR!}.
 */
final class PoiEngine implements Engine {
    /** POI evaluates by recursion: where formulas point downward, a column of 100,000 cells is as many levels deep. */
    private static final long STACK_BYTES = 1L << 29;

    private static final Value UNKNOWN = new Value.Failure("#NAME?");
    private static final Value WRONG_ARGUMENT = new Value.Failure("#VALUE!");
    private static final Value CIRCULAR = new Value.Failure("#CIRCULAR!");
    private static final Value NOT_FINITE = new Value.Failure("#NUM!");

    private final Duration limit;

    PoiEngine(Duration limit) {
        this.limit = limit;
    }

    @Override
    public String name() {
        return "poi";
    }

    @Override
    public boolean isInstalled() {
        return true;
    }

    @Override
    public Recalculation recalculate(Path workbook) {
        return new Computed(onDeepStack(() -> compute(workbook), limit));
    }

    private static List<GridSheet> compute(Path file) {
        try (var stored = StoredWorkbook.open(file);
                var workbook = GridWorkbook.read(stored, new Dangers(file))) {
            var evaluator = new WorkbookEvaluator(workbook, IStabilityClassifier.TOTALLY_IMMUTABLE, null);
            for (var sheet : workbook.sheets()) {
                for (var cell : sheet.formulaCells()) {
                    if (Thread.currentThread().isInterrupted()) {
                        throw new EngineException("the poi engine was interrupted");
                    }
                    cell.sheet().set(cell.slot(), value(evaluator, cell));
                }
            }
            return workbook.sheets();
        }
    }

    /** What the formula of a cell gives. One that cannot be computed is put out of use. */
    static Value value(WorkbookEvaluator evaluator, GridCell cell) {
        try {
            return value(evaluator.evaluate(cell));
        } catch (NotImplementedException e) {
            cell.sheet().abandon(cell.slot(), UNKNOWN);
            return UNKNOWN;
        } catch (StackOverflowError e) {
            throw new EngineException(
                    address(cell) + " depends on too long a chain of cells below it for the poi engine:"
                            + " verify with --engine libreoffice",
                    e);
        } catch (RuntimeException e) {
            // SUMPRODUCT, for one, fails on an error in place of a range.
            cell.sheet().abandon(cell.slot(), WRONG_ARGUMENT);
            return WRONG_ARGUMENT;
        }
    }

    private static Address address(GridCell cell) {
        return new Address(cell.sheet().name(), cell.row(), cell.column());
    }

    private static Value value(ValueEval result) {
        if (result instanceof NumberEval number) {
            return Double.isFinite(number.getNumberValue()) ? Value.of(number.getNumberValue()) : NOT_FINITE;
        } else if (result instanceof StringEval text) {
            return Value.of(text.getStringValue());
        } else if (result instanceof BoolEval truth) {
            return new Value.Truth(truth.getBooleanValue());
        } else if (result == ErrorEval.CIRCULAR_REF_ERROR) {
            return CIRCULAR;
        } else if (result instanceof ErrorEval error) {
            return new Value.Failure(error.getErrorString());
        }
        return Value.NOTHING;
    }

    /** Does what goes deep. */
    static <T> T onDeepStack(Callable<T> work, Duration limit) {
        var task = new FutureTask<>(work);
        var thread = new Thread(null, task, "poi-engine", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            return ProcessorTime.await(task, thread, limit);
        } catch (TimeoutException e) {
            thread.interrupt();
            throw new EngineException("the poi engine" + ExternalProgram.tooLate(limit), e);
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new EngineException("the poi engine was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof OutOfMemoryError) {
                throw new EngineException(
                        "the workbook is too large for the memory the poi engine may use:"
                                + " allow more, for example JAVA_OPTS=-Xmx4g, or verify with --engine libreoffice",
                        e);
            }
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new EngineException("the poi engine failed: " + e.getCause(), e);
        }
    }

    private record Computed(List<GridSheet> sheets) implements Recalculation {
        @Override
        public String version() {
            return "Apache POI " + Version.getVersion();
        }

        @Override
        public RowCursor rows(String sheet) {
            return sheets.stream()
                    .filter(candidate -> candidate.name().equals(sheet))
                    .findFirst()
                    .orElseThrow(() -> new WorkbookException("the workbook has no sheet named " + sheet))
                    .cursor();
        }

        @Override
        public void close() {
            // Nothing is held open.
        }
    }
}
