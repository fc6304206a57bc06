package io.gradsheet.cli;

import io.gradsheet.classroom.EditionPlan;
import io.gradsheet.classroom.Exercise;
import io.gradsheet.classroom.ExerciseException;
import io.gradsheet.classroom.Identity;
import io.gradsheet.lesson.Lessons;
import io.gradsheet.lesson.frame.Lesson;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.template.Experiment;
import io.gradsheet.template.Provenance.Setting;
import io.gradsheet.template.Template;
import io.gradsheet.template.TemplateException;
import io.gradsheet.xlsx.OutputException;
import io.gradsheet.xlsx.OutputFile;
import io.gradsheet.xlsx.OutputFolder;
import io.gradsheet.xlsx.WorkbookFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes workbooks. */
@Command(
        name = "generate",
        description = "Write the workbook of a template, or of several: the whole computation in live formulas.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  gradsheet generate 4.3-backpropagation",
            "  gradsheet generate 4.3-backpropagation --lang zh --epochs 100 -o class.xlsx",
            "  gradsheet generate my-template.yaml --set eta=0.05 --force",
            "  gradsheet generate 4.3-backpropagation --edition practice",
            "  gradsheet generate 4.3-backpropagation --pdf --lang zh",
            "  gradsheet generate 2 4.3-backpropagation -o lessons",
            "  gradsheet generate --all --lang zh -o lessons"
        })
final class GenerateCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "TEMPLATE",
            arity = "0..*",
            description = "Built-in templates (see gradsheet list), YAML files of your own, or numbers of chapters and"
                    + " sections: 2 is every template of chapter 2.")
    private List<String> words = new ArrayList<>();

    @Option(names = "--all", description = "Every built-in template.")
    private boolean all;

    @Mixin
    private SettingOptions settings;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "PATH",
            description =
                    "For one template a file, or a folder that exists; for several a folder, made if it is not there."
                            + " Without it: TEMPLATE.xlsx in the folder output if there is one here, else in this folder.")
    private Optional<Path> output = Optional.empty();

    @Mixin
    private EditionOptions edition;

    @Option(names = "--force", description = "Replace files that exist.")
    private boolean force;

    @Mixin
    private TalkOptions talk;

    @Spec
    private CommandSpec spec;

    /** A workbook to be written. */
    private record Job(Template template, Experiment experiment, WorkbookFile file) {
        String name() {
            return experiment.provenance().name();
        }
    }

    @Override
    public Integer call() {
        edition.refuseBlanksForTeachers();
        var templates = templates();
        var several = templates.size() > 1;
        var folder = folder(several);
        var jobs = jobs(templates, folder);
        if (several) {
            folder.map(OutputFolder::new).ifPresent(OutputFolder::make);
        }
        if (edition.isPaper()) {
            print(jobs);
            return ExitCode.DONE;
        }
        // Before any long work, and before the first of several files is there.
        jobs.forEach(job -> job.file().check());
        for (var i = 0; i < jobs.size(); i++) {
            write(jobs.get(i), i + 1, jobs.size());
        }
        return ExitCode.DONE;
    }

    private List<Template> templates() {
        if (all == !words.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    all ? "--all is every template: name no others" : "name a template, a chapter, or --all");
        }
        return all ? Template.all() : Template.find(words);
    }

    private List<Job> jobs(List<Template> templates, Optional<Path> folder) {
        var experiments = templates.stream()
                .map(template -> read(template, templates.size() > 1))
                .toList();
        var read = IntStream.range(0, templates.size())
                .mapToObj(i -> templates.get(i).files(experiments.get(i)))
                .flatMap(List::stream)
                .toList();
        var targets = new HashSet<Path>();
        var jobs = new ArrayList<Job>();
        for (var i = 0; i < templates.size(); i++) {
            var template = templates.get(i);
            var target = folder.map(in -> in.resolve(edition.fileName(template.name())))
                    .orElseGet(output::orElseThrow);
            if (!targets.add(target)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "two templates are called " + template.name() + " and would both be written to " + target
                                + ": rename one of them");
            }
            jobs.add(new Job(template, experiments.get(i), new WorkbookFile(new OutputFile(target, force, read))));
        }
        return jobs;
    }

    /** The folder that is asked for, or that the workbooks go to when none is; a name that is not there yet is a file's for one. */
    private Optional<Path> folder(boolean several) {
        var usual = Path.of("output");
        var chosen = output.orElse(Files.isDirectory(usual) ? usual : Path.of(""));
        return Optional.of(chosen).filter(path -> several || Files.isDirectory(path.toAbsolutePath()));
    }

    private Experiment read(Template template, boolean several) {
        var changes = changes();
        try {
            return template.read(changes);
        } catch (TemplateException e) {
            // A complaint about a template's text says where it stands; one about a setting does not say for which
            // template.
            throw several && !changes.isEmpty() ? new TemplateFailure(template.name(), e) : e;
        }
    }

    private List<Setting> changes() {
        return edition.with(settings.all());
    }

    private Plan plan(Job job, Lesson lesson) {
        if (edition.isTeachers()) {
            return lesson.plan();
        }
        var work = work(job);
        return EditionPlan.of(work.exercise(), work.identity());
    }

    private PaperJob.Work work(Job job) {
        return new PaperJob.Work(
                Exercise.of(job.template(), changes()),
                new Identity(job.template().name(), edition.edition(), Optional.empty(), ""));
    }

    private void print(List<Job> jobs) {
        var papers = jobs.stream()
                .map(job -> PaperJob.of(
                        () -> work(job),
                        job.file().file().target(),
                        force,
                        job.file().file().spared()))
                .toList();
        papers.forEach(PaperJob::check);
        try (var progress = talk.progress("printing", 2L * papers.size())) {
            PaperJob.print(papers, progress::at);
        }
        if (!talk.isQuiet()) {
            papers.forEach(paper -> {
                spec.commandLine().getOut().println(paper.handout().target());
                spec.commandLine().getOut().println(paper.solutions().target());
            });
        }
    }

    private void write(Job job, int number, int of) {
        var lesson = Lessons.of(job.experiment());
        try {
            var plan = plan(job, lesson);
            var rows = plan.sheets().stream().mapToLong(SheetPlan::rows).sum();
            var task = of == 1 ? "writing" : "writing " + number + " of " + of + ", " + job.name();
            try (var progress = talk.progress(task, rows)) {
                job.file().write(plan, progress::at);
            }
        } catch (OutputException | ExerciseException e) {
            throw e;
        } catch (RuntimeException e) {
            throw of == 1 ? e : new TemplateFailure(job.name(), e);
        }
        if (!talk.isQuiet()) {
            var err = spec.commandLine().getErr();
            job.experiment().remarks().forEach(err::println);
            if (edition.isTeachers()) {
                // An exercise has fewer steps: what is true of all of them need not be true of its own.
                lesson.cautions().forEach(err::println);
            }
            spec.commandLine().getOut().println(job.file().file().target());
        }
    }
}
