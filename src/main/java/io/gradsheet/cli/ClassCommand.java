package io.gradsheet.cli;

import io.gradsheet.classroom.EditionPlan;
import io.gradsheet.classroom.Identity;
import io.gradsheet.classroom.Part;
import io.gradsheet.classroom.Student;
import io.gradsheet.classroom.Variants;
import io.gradsheet.sheet.OneLine;
import io.gradsheet.template.Template;
import io.gradsheet.xlsx.OutputFile;
import io.gradsheet.xlsx.OutputFolder;
import io.gradsheet.xlsx.Progress;
import io.gradsheet.xlsx.WorkbookFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a workbook for each student of a class. */
@Command(
        name = "class",
        description = {
            "Write a workbook of an exercise for each student of a class, with numbers of their own: drawn from the seed and the"
                    + " student's id, and always the same for both. So roster, template and seed are all that need be kept.",
            "",
            "The roster is a CSV file or an .xlsx with a row of column names, as schools and Moodle, Canvas, Blackboard and"
                    + " Brightspace export it: id and name, Matrikelnummer, Vorname and Nachname, 学号 and 姓名 …"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  gradsheet class class7.csv --template 4.3-backpropagation -o class7 --seed 'our secret'",
            "  gradsheet class class7.csv --template my-lesson.yaml -o exam --seed 'our secret' --edition exam"
        })
final class ClassCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ROSTER", description = "The list of students, with their ids and names: CSV or .xlsx.")
    private Path roster;

    @Mixin
    private RosterOptions columns;

    @Option(
            names = "--template",
            required = true,
            paramLabel = "TEMPLATE",
            description = "A built-in template (see gradsheet list) or a YAML file of your own.")
    private String template;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FOLDER",
            description = "The folder for the workbooks; made if its own folder is there.")
    private Path folder;

    @Option(
            names = "--seed",
            required = true,
            paramLabel = "SECRET",
            description = "Any text; keep it secret, since it tells every variant.")
    private String secret;

    @Option(
            names = "--part",
            paramLabel = "N/M",
            converter = PartOption.class,
            description =
                    "Write one of M parts of the class, 3/16, for several runs to share the work: which part a student belongs"
                            + " to follows from the id.")
    private Optional<Part> part = Optional.empty();

    @Mixin
    private EditionOptions editions;

    @Mixin
    private SettingOptions settings;

    @Option(names = "--force", description = "Replace files that exist.")
    private boolean force;

    @Mixin
    private TalkOptions talk;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (secret.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--seed must be a text that nobody guesses");
        }
        var read = columns.read(roster);
        var chosen = part.orElse(Part.WHOLE);
        var students = read.students().stream()
                .filter(student -> chosen.holds(student.id()))
                .toList();
        var found = Template.find(template);
        var edition = editions.forClass();
        var changes = editions.with(settings.all());
        var variants = new Variants(found, changes, secret);
        var spared = new ArrayList<>(found.files(found.read(changes)));
        spared.add(roster);
        new OutputFolder(folder).make();
        read.warnings().forEach(warning -> spec.commandLine().getErr().println("gradsheet: " + OneLine.of(warning)));
        var easy = new EasyAnswers(found.name());
        Function<Student, PaperJob.Work> work = student -> {
            var variant = variants.of(student.id());
            easy.add(variant);
            var identity = new Identity(found.name(), edition, Optional.of(student), variant.code()).sealed(secret);
            return new PaperJob.Work(variant.exercise(), identity);
        };
        if (editions.isPaper()) {
            print(students, work, spared);
        } else {
            write(students, work, spared);
        }
        easy.sentence()
                .ifPresent(sentence -> spec.commandLine().getErr().println("gradsheet: " + OneLine.of(sentence)));
        if (!talk.isQuiet()) {
            var what = editions.isPaper() ? " handouts with solutions in " : " workbooks in ";
            spec.commandLine()
                    .getOut()
                    .println(students.size()
                            + what
                            + folder
                            + part.map(which -> ", part " + which + " of a class of "
                                            + read.students().size())
                                    .orElse(""));
        }
        return ExitCode.DONE;
    }

    /** Nothing is written unless all workbooks can be. */
    private void write(List<Student> students, Function<Student, PaperJob.Work> work, List<Path> spared) {
        var files = students.stream()
                .map(student -> folder.resolve(student.fileName() + ".xlsx"))
                .map(target -> new WorkbookFile(new OutputFile(target, force, spared)))
                .toList();
        files.forEach(WorkbookFile::check);
        try (var progress = talk.progress("writing workbooks", students.size())) {
            for (var i = 0; i < students.size(); i++) {
                var own = work.apply(students.get(i));
                files.get(i).write(EditionPlan.of(own.exercise(), own.identity()), Progress.SILENT);
                progress.at(i + 1L);
            }
        }
    }

    private void print(List<Student> students, Function<Student, PaperJob.Work> work, List<Path> spared) {
        var papers = students.stream()
                .map(student -> PaperJob.of(
                        () -> work.apply(student), folder.resolve(student.fileName() + ".pdf"), force, spared))
                .toList();
        papers.forEach(PaperJob::check);
        try (var progress = talk.progress("printing", 2L * students.size())) {
            PaperJob.print(papers, progress::at);
        }
    }
}
