package io.gradsheet.benchmark;

import io.gradsheet.check.Agreement;
import io.gradsheet.check.Comparison;
import io.gradsheet.check.Verification;
import io.gradsheet.lesson.Lessons;
import io.gradsheet.recalc.Engine;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.template.Template;
import io.gradsheet.training.EpochTrace;
import io.gradsheet.training.GradientDescent;
import io.gradsheet.xlsx.WorkbookFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The steps between the template of the main lesson and the verdict on its workbook, each by itself. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class LessonBenchmark {
    private NetworkExperiment experiment;
    private Path folder;
    private Path workbook;

    /** Reads the template, and generates the workbook that is read and recalculated. */
    @Setup(Level.Trial)
    public void prepare() throws IOException {
        experiment = (NetworkExperiment) Template.builtIn("4.3-backpropagation").read(List.of());
        folder = Files.createTempDirectory("gradsheet-benchmark");
        workbook = folder.resolve("workbook.xlsx");
        write(workbook);
    }

    /** Removes what was written. */
    @TearDown(Level.Trial)
    public void remove() throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** All epochs in Java alone. */
    @Benchmark
    public EpochTrace train() {
        var descent = new GradientDescent(
                experiment.network(), experiment.samples(), experiment.initial(), experiment.hyperparameters());
        var last = descent.next();
        while (descent.hasNext()) {
            last = descent.next();
        }
        return last;
    }

    /** The plan and the file, training on the way. */
    @Benchmark
    public Path generate() {
        var file = folder.resolve("generated.xlsx");
        write(file);
        return file;
    }

    /** Reading every cell of the file and looking for what was changed, before any engine computes. */
    @Benchmark
    public Verification inspect() {
        return Verification.of(workbook, rows -> {});
    }

    /** Recalculating with the embedded engine and comparing, reading included. */
    @Benchmark
    public Comparison verify() {
        var engine = Engine.named("poi").orElseThrow();
        return inspect().compare(engine, Agreement.USUAL_TOLERANCE, rows -> {});
    }

    private void write(Path file) {
        new WorkbookFile(file, true).write(Lessons.of(experiment).plan(), rows -> {});
    }
}
