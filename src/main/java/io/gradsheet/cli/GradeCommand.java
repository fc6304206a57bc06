package io.gradsheet.cli;

import io.gradsheet.classroom.FollowThrough;
import io.gradsheet.classroom.marking.FeedbackArchive;
import io.gradsheet.classroom.marking.FeedbackFolder;
import io.gradsheet.classroom.marking.FeedbackFolder.Trouble;
import io.gradsheet.classroom.marking.GradedClass;
import io.gradsheet.classroom.marking.HandedOut;
import io.gradsheet.classroom.marking.MarkingException;
import io.gradsheet.classroom.marking.MarkingRules;
import io.gradsheet.classroom.marking.Marks;
import io.gradsheet.classroom.marking.MarksBook;
import io.gradsheet.classroom.marking.MarksTable;
import io.gradsheet.classroom.marking.Refusal;
import io.gradsheet.classroom.tables.Format;
import io.gradsheet.classroom.tables.ScoreTable;
import io.gradsheet.recalc.Engine;
import io.gradsheet.sheet.OneLine;
import io.gradsheet.xlsx.OutputFile;
import io.gradsheet.xlsx.WorkbookFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Marks the workbooks of a class. */
@Command(
        name = "grade",
        description = {
            "Mark the workbooks that a class has returned. Nothing that is returned is changed.",
            "",
            "Every answer is held against Java's, and where it is another, against what follows from the student's own"
                    + " cells, so that a mistake costs once. What is wrong with a file is told in one line, and the rest"
                    + " is marked.",
            "",
            "Marks go to a workbook (.xlsx) in which points, verdicts and weights can be changed, or to a table (.csv). With"
                    + " --csv-for its columns are those that a platform imports: those of the roster that say who somebody is,"
                    + " as they came, and the points. Where the roster is the grading worksheet of an assignment in Moodle,"
                    + " --csv-for moodle fills it in."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  gradsheet grade returned -o marks.xlsx --feedback feedback",
            "  gradsheet grade submissions.zip -o marks.csv --csv-for moodle --feedback-zip feedback.zip",
            "  gradsheet grade exams.zip -o marks.xlsx --template my-exam.yaml --roster class7.csv --seed 'our secret'",
            "",
            "Exit codes: 0 all files are marked, 1 some are not, or feedback is missing, 2 nothing could be marked, or wrong"
                    + " usage, 3 an engine is missing."
        })
final class GradeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", description = "A folder of returned workbooks, or a .zip of one.")
    private Path folder;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "Where the marks go: a .xlsx or a .csv file.")
    private Path output;

    @Option(
            names = "--csv-for",
            paramLabel = "PLATFORM",
            description = {
                "moodle, moodle-worksheet, canvas, blackboard or brightspace: the columns that its import of grades takes; FILE"
                        + " is a .csv then. The columns of the roster that say who somebody is go into it as they came."
            })
    private Optional<Format> reader = Optional.empty();

    @Option(
            names = "--points-column",
            paramLabel = "NAME",
            description =
                    "The column of the roster that the points go to, with --csv-for, instead of a new one; if it gives"
                            + " another number of points than the exercise, as shares of it.")
    private Optional<String> pointsColumn = Optional.empty();

    @Option(
            names = "--feedback",
            paramLabel = "DIR",
            description =
                    "A folder that exists, for a copy of each workbook in which every answer is coloured and has a remark.")
    private Optional<Path> feedback = Optional.empty();

    @Option(
            names = "--feedback-zip",
            paramLabel = "FILE",
            description =
                    "A .zip for the same copies, in a folder for each participant, as Moodle takes it under \"Upload multiple"
                            + " feedback files in a zip\".")
    private Optional<Path> feedbackZip = Optional.empty();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description =
                    "How long the work on one file may take before it is left unmarked; default: ${DEFAULT-VALUE}.")
    private long timeLimit = GradedClass.USUAL_LIMIT.toSeconds();

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            defaultValue = "poi",
            description = {
                "What computes the students' formulas: poi (embedded), libreoffice or gnumeric (installed programs), or saved"
                        + " (the values that each student's own program stored); default: ${DEFAULT-VALUE}.",
                "Where an engine lacks a function, the stored value stands, and the fact is told."
            })
    private String engine;

    @Option(
            names = "--follow-through",
            paramLabel = "N",
            description =
                    "How many wrong answers cost nothing more than themselves where other answers follow from them; for each further"
                            + " one that no right answer makes up for, one that follows does not count. A number, or all for"
                            + " no limit; default: what the template says, else 1.")
    private Optional<String> followThrough = Optional.empty();

    @Mixin
    private HandoutOptions handout;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--force", description = "Replace files that exist.")
    private boolean force;

    @Mixin
    private TalkOptions talk;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var target = new OutputFile(output, force, handout.spared(folder));
        var isTable = name().endsWith(".csv");
        if (!isTable && !name().endsWith(".xlsx")) {
            throw new ParameterException(spec.commandLine(), output + " must end in .xlsx or .csv");
        }
        if ((reader.isPresent() || pointsColumn.isPresent()) && !isTable) {
            throw new ParameterException(
                    spec.commandLine(),
                    (reader.isPresent() ? "--csv-for" : "--points-column") + " needs an output that ends in .csv");
        }
        if (timeLimit < 1) {
            throw new ParameterException(spec.commandLine(), "--timeout must be 1 second or more");
        }
        GradedClass.requireApart(folder, output);
        feedback.ifPresent(dir -> GradedClass.requireApart(folder, dir));
        feedbackZip.ifPresent(file -> GradedClass.requireApart(folder, file));
        target.check();
        var rules = new MarkingRules(engine(), followThrough.map(this::followThrough));
        feedback.filter(dir -> !Files.isDirectory(dir)).ifPresent(dir -> {
            throw new ParameterException(spec.commandLine(), dir + " is not a folder: create it first");
        });
        var archive = feedbackZip.map(file -> new OutputFile(file, force, handout.spared(folder)));
        archive.ifPresent(OutputFile::check);
        var roster = handout.roster();
        roster.ifPresent(read -> say(read.warnings()));
        var table = ScoreTable.of(reader.orElse(Format.ANY), roster, pointsColumn);
        try (var graded = grade(handout.handouts(roster), rules)) {
            var copies = feedback.map(dir -> graded.feedback(dir, force));
            var zipped = archive.map(file -> graded.feedback(file, roster));
            if (isTable) {
                say(new MarksTable(graded.marks()).write(target, table));
            } else {
                new WorkbookFile(target).write(MarksBook.of(graded.marks()), done -> {});
            }
            var troubles = Stream.of(copies.map(this::write), zipped.map(this::write))
                    .flatMap(Optional::stream)
                    .flatMap(List::stream)
                    .toList();
            report(graded.marks(), troubles);
            return graded.marks().refusals().isEmpty() && troubles.stream().noneMatch(Trouble::isMissing)
                    ? ExitCode.DONE
                    : ExitCode.DIFFERENCE;
        }
    }

    private String name() {
        return output.toString().toLowerCase(Locale.ROOT);
    }

    private FollowThrough followThrough(String given) {
        if (given.equals("all")) {
            return FollowThrough.ALL;
        }
        if (!given.matches("\\d{1,3}")) {
            throw new ParameterException(
                    spec.commandLine(), "--follow-through must be a whole number from 0 to 999, or all");
        }
        return new FollowThrough(Integer.parseInt(given));
    }

    private Engine engine() {
        var found = Engine.named(engine)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "there is no engine " + engine + ": choose poi, libreoffice, gnumeric or saved"));
        found.requireInstalled();
        return found;
    }

    private GradedClass grade(HandedOut handouts, MarkingRules rules) {
        var place = Optional.ofNullable(output.toAbsolutePath().getParent()).orElse(Path.of(""));
        var graded = GradedClass.gather(folder, place, Duration.ofSeconds(timeLimit));
        try (var progress = talk.progress("marking", graded.files())) {
            graded.mark(handouts, handout.language(), rules, progress::at);
            return graded;
        } catch (RuntimeException e) {
            graded.close();
            if (e instanceof MarkingException failure) {
                report(failure.refusals());
            }
            throw e;
        }
    }

    private List<Trouble> write(FeedbackFolder copies) {
        try (var progress = talk.progress("feedback", copies.size())) {
            return copies.write(progress::at);
        }
    }

    private List<Trouble> write(FeedbackArchive copies) {
        try (var progress = talk.progress("feedback", copies.size())) {
            return copies.write(progress::at);
        }
    }

    private void say(List<String> sentences) {
        var err = spec.commandLine().getErr();
        sentences.forEach(sentence -> err.println("gradsheet: " + OneLine.of(sentence)));
    }

    private void report(List<Refusal> refusals) {
        var err = spec.commandLine().getErr();
        refusals.forEach(refusal -> err.println("gradsheet: not marked: " + refusal.sentence()));
    }

    private void report(Marks marks, List<Trouble> troubles) {
        var out = spec.commandLine().getOut();
        if (json) {
            Json.print(out, GradeReport.of(marks, troubles));
            return;
        }
        var err = spec.commandLine().getErr();
        troubles.forEach(trouble -> err.println("gradsheet: " + trouble.sentence()));
        report(marks.refusals());
        if (!talk.isQuiet()) {
            marks.remarks().forEach(err::println);
            out.println(output + ": files " + Figures.count(marks.seen()) + ", marked "
                    + Figures.count(marks.marked().size()) + ", files not marked "
                    + Figures.count(marks.refusals().size()) + ", students without a workbook "
                    + Figures.count(marks.missing().size()) + ", facts to look at "
                    + Figures.count(marks.facts().size()));
        }
    }
}
