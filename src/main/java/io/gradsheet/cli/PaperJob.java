package io.gradsheet.cli;

import io.gradsheet.classroom.Exercise;
import io.gradsheet.classroom.Identity;
import io.gradsheet.classroom.paper.Paper;
import io.gradsheet.recalc.Engine;
import io.gradsheet.recalc.PdfPrinter;
import io.gradsheet.xlsx.OutputFile;
import io.gradsheet.xlsx.Progress;
import io.gradsheet.xlsx.WorkbookFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * An exercise to be printed.
 *
 * @param exercise made when its turn comes
 * @param handout what learners work on
 * @param solutions the same with every answer
 */
record PaperJob(Supplier<Work> exercise, OutputFile handout, OutputFile solutions) {
    /** An exercise and whose it is. */
    record Work(Exercise exercise, Identity identity) {}

    /**
     * The files of a handout of that name and of its solutions.
     *
     * @param target of the handout; its name ends in {@code .pdf}
     */
    static PaperJob of(Supplier<Work> exercise, Path target, boolean force, List<Path> spared) {
        var name = target.getFileName().toString().replaceFirst("(?i)\\.pdf$", "");
        return new PaperJob(
                exercise,
                new OutputFile(target, force, spared),
                new OutputFile(target.resolveSibling(name + "-solutions.pdf"), force, spared));
    }

    void check() {
        handout.check();
        solutions.check();
    }

    /** Prints handouts and solutions; each is there whole or not at all. */
    static void print(List<PaperJob> jobs, IntConsumer progress) {
        var papers = new HashMap<Integer, Paper>();
        var limit = Engine.USUAL_LIMIT.plusSeconds(10L * jobs.size());
        new PdfPrinter(limit)
                .print(
                        2 * jobs.size(),
                        (number, file) -> {
                            // Handout and solutions follow one another: the exercise is made once for both.
                            var plan = number % 2 == 0
                                    ? papers.computeIfAbsent(number, key -> paper(jobs.get(key / 2)))
                                            .handout()
                                    : papers.remove(number - 1).solutions();
                            new WorkbookFile(file, false).write(plan, Progress.SILENT);
                            progress.accept(number + 1);
                        },
                        (number, pdf) -> {
                            var job = jobs.get(number / 2);
                            (number % 2 == 0 ? job.handout() : job.solutions()).write(draft -> Files.copy(pdf, draft));
                        });
    }

    private static Paper paper(PaperJob job) {
        var work = job.exercise().get();
        return new Paper(work.exercise(), work.identity());
    }
}
