package io.gradsheet.cli;

import io.gradsheet.classroom.FollowThrough;
import io.gradsheet.classroom.Part;
import io.gradsheet.classroom.marking.ChangedMarks;
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
import io.gradsheet.classroom.marking.NameKey;
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
import java.util.function.Consumer;
import java.util.function.IntConsumer;
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
                    + " --csv-for moodle fills it in.",
            "",
            "What you change in the yellow cells of marks.xlsx counts: --from marks.xlsx writes a table, or feedback, from the"
                    + " marks as they stand there."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  gradsheet grade returned -o marks.xlsx --feedback feedback",
            "  gradsheet grade submissions.zip -o marks.csv --csv-for moodle --feedback-zip feedback.zip",
            "  gradsheet grade --from marks.xlsx -o marks.csv --csv-for canvas",
            "  gradsheet grade returned --from marks.xlsx --feedback feedback",
            "  gradsheet grade --from second.xlsx --key key.csv -o marks.csv",
            "  gradsheet grade exams.zip -o marks.xlsx --template my-exam.yaml --roster class7.csv --seed 'our secret'",
            "",
            "  gradsheet grade returned --part 3/16 -o part3.json --template t.yaml --roster all.csv --seed 'our secret'",
            "  gradsheet grade --join part*.json -o marks.csv",
            "",
            "Exit codes: 0 all files are marked, 1 some are not, or feedback is missing, 2 nothing could be marked, or wrong"
                    + " usage, 3 an engine is missing."
        })
final class GradeCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FOLDER",
            arity = "0..1",
            description = "A folder of returned workbooks, or a .zip of one. With --from, for feedback alone.")
    private Optional<Path> folder = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where the marks go: a .xlsx or a .csv file. With --from and --feedback it may be left out.")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = "--from",
            paramLabel = "MARKS",
            description =
                    "A workbook of marks that grade has written: take verdicts, points and what answers are worth from its"
                            + " yellow cells, as you have changed them.")
    private Optional<Path> from = Optional.empty();

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
            names = "--anonymous",
            paramLabel = "KEY",
            description =
                    "Write codes in place of names and ids, for second markers, and to the .csv file KEY whose they are."
                            + " Feedback is then a page of remarks, and no copy.")
    private Optional<Path> anonymous = Optional.empty();

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "With --from: the key that --anonymous wrote, to put names and ids back.")
    private Optional<Path> key = Optional.empty();

    @Option(
            names = "--part",
            paramLabel = "N/M",
            converter = PartOption.class,
            description =
                    "Mark one of M parts of the files, 3/16; -o is a .json file then. Which part a file belongs to follows"
                            + " from whose it is by its name.")
    private Optional<Part> part = Optional.empty();

    @Option(
            names = "--join",
            paramLabel = "PART",
            arity = "1..*",
            description = "Put the .json files of all parts together: the marks are those of one run, byte for byte.")
    private List<Path> joined = List.of();

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
        requireSense();
        var rules = new MarkingRules(engine(), followThrough.map(this::followThrough));
        var spared = Stream.of(folder.stream(), handout.spared().stream(), from.stream(), joined.stream(), key.stream())
                .flatMap(files -> files)
                .toList();
        var target = output.map(file -> new OutputFile(file, force, spared));
        target.ifPresent(OutputFile::check);
        feedback.filter(dir -> !Files.isDirectory(dir)).ifPresent(dir -> {
            throw usage(dir + " is not a folder: create it first");
        });
        var archive = feedbackZip.map(file -> new OutputFile(file, force, spared));
        archive.ifPresent(OutputFile::check);
        var roster = handout.roster();
        roster.ifPresent(read -> say(read.warnings()));
        var table = ScoreTable.of(reader.orElse(Format.ANY), roster, pointsColumn);
        if (!joined.isEmpty()) {
            return finish(GradedClass.join(joined), target, table, List.of());
        }
        var names = anonymous.map(file -> new OutputFile(file, force, spared));
        names.ifPresent(OutputFile::check);
        var changed = from.map(ChangedMarks::read)
                .map(marks ->
                        key.map(NameKey::read).map(read -> read.reveal(marks)).orElse(marks));
        if (folder.isEmpty()) {
            return finish(changed.orElseThrow(), target, table, List.of());
        }
        var handouts = handout.handouts(roster);
        try (var graded =
                part.isPresent() ? gradePart(handouts, rules, target.orElseThrow()) : grade(handouts, rules)) {
            if (!graded.isMarked()) {
                talk(part.orElseThrow() + " of the files: none is marked");
                return ExitCode.DONE;
            }
            changed.ifPresent(graded::change);
            names.ifPresent(file -> graded.hideNames(handouts).write(file));
            var copies = feedback.map(dir -> graded.feedback(dir, force));
            var zipped = archive.map(file -> graded.feedback(file, roster));
            if (part.isEmpty()) {
                target.ifPresent(file -> write(graded.marks(), file, table));
            }
            var troubles = Stream.of(copies.map(this::write), zipped.map(this::write))
                    .flatMap(Optional::stream)
                    .flatMap(List::stream)
                    .toList();
            return finish(graded.marks(), Optional.empty(), table, troubles);
        }
    }

    private boolean isFeedbackAsked() {
        return feedback.isPresent() || feedbackZip.isPresent();
    }

    private void requireSense() {
        if (!joined.isEmpty() && (folder.isPresent() || from.isPresent() || isFeedbackAsked() || part.isPresent())) {
            throw usage("--join puts parts together that are marked: name them, and with -o where the marks go");
        }
        if (folder.isEmpty() && from.isEmpty() && joined.isEmpty()) {
            throw usage("name the folder that the returned workbooks are in");
        }
        if (from.isPresent() && isFeedbackAsked() != folder.isPresent()) {
            throw usage(
                    isFeedbackAsked()
                            ? "--feedback makes copies of what was returned: name the folder that it is in as well"
                            : "with --from, the folder of what was returned is named for --feedback alone: leave it out");
        }
        if (output.isEmpty() && (from.isEmpty() || !isFeedbackAsked())) {
            throw usage("say with -o where the marks go: a .xlsx or a .csv file");
        }
        if (part.isPresent() != name().endsWith(".json")) {
            throw usage(
                    part.isPresent()
                            ? "the marks of a part go to a .json file, which --join takes: write -o part.json"
                            : "a .json file takes the marks of a part alone: write -o marks.xlsx or marks.csv, or add --part"
                                    + " 1/16; --json prints all marks");
        }
        if (output.isPresent() && part.isEmpty() && !isTable() && !name().endsWith(".xlsx")) {
            throw usage(output.get() + " must end in .xlsx or .csv");
        }
        if ((reader.isPresent() || pointsColumn.isPresent()) && !isTable()) {
            throw usage((reader.isPresent() ? "--csv-for" : "--points-column") + " needs an output that ends in .csv");
        }
        if (key.isPresent() && from.isEmpty()) {
            throw usage("--key puts names back into marks that are read: add --from MARKS");
        }
        if (anonymous.isPresent()
                && (from.isPresent()
                        || part.isPresent()
                        || !joined.isEmpty()
                        || reader.isPresent()
                        || feedbackZip.isPresent())) {
            throw usage("--anonymous goes with marking a whole class for people: leave out --from, --part, --join,"
                    + " --csv-for and --feedback-zip");
        }
        if (anonymous
                .filter(file -> !file.toString().toLowerCase(Locale.ROOT).endsWith(".csv"))
                .isPresent()) {
            throw usage("the key of --anonymous is a .csv file: name one");
        }
        if (part.isPresent() && from.isPresent()) {
            throw usage("--part marks, and --from takes marks from a workbook: leave one of them out");
        }
        if (timeLimit < 1) {
            throw usage("--timeout must be 1 second or more");
        }
        folder.ifPresent(returned -> {
            output.ifPresent(file -> GradedClass.requireApart(returned, file));
            feedback.ifPresent(dir -> GradedClass.requireApart(returned, dir));
            feedbackZip.ifPresent(file -> GradedClass.requireApart(returned, file));
            anonymous.ifPresent(file -> GradedClass.requireApart(returned, file));
        });
    }

    private ParameterException usage(String what) {
        return new ParameterException(spec.commandLine(), what);
    }

    private String name() {
        return output.map(file -> file.toString().toLowerCase(Locale.ROOT)).orElse("");
    }

    private boolean isTable() {
        return name().endsWith(".csv");
    }

    private void write(Marks marks, OutputFile target, ScoreTable table) {
        if (isTable()) {
            say(new MarksTable(marks).write(target, table));
        } else {
            new WorkbookFile(target).write(MarksBook.of(marks), done -> {});
        }
    }

    /** Writes what is still to be written, and reports. */
    private int finish(Marks marks, Optional<OutputFile> target, ScoreTable table, List<Trouble> troubles) {
        target.ifPresent(file -> write(marks, file, table));
        report(marks, troubles);
        return marks.refusals().isEmpty() && troubles.stream().noneMatch(Trouble::isMissing)
                ? ExitCode.DONE
                : ExitCode.DIFFERENCE;
    }

    /** Where archives are unpacked for a while. */
    private Path place() {
        return output.or(() -> feedback)
                .or(() -> feedbackZip)
                .map(file -> file.toAbsolutePath().getParent())
                .orElse(Path.of(""));
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
        var graded = GradedClass.gather(folder.orElseThrow(), place(), Duration.ofSeconds(timeLimit));
        return marked(graded, progress -> graded.mark(handouts, handout.language(), rules, progress));
    }

    private GradedClass gradePart(HandedOut handouts, MarkingRules rules, OutputFile target) {
        var graded = GradedClass.gather(
                folder.orElseThrow(), place(), Duration.ofSeconds(timeLimit), part.orElseThrow(), handouts);
        return marked(graded, progress -> graded.markPart(handouts, handout.language(), rules, target, progress));
    }

    private GradedClass marked(GradedClass graded, Consumer<IntConsumer> marking) {
        try (var progress = talk.progress("marking", graded.files())) {
            marking.accept(progress::at);
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

    private void talk(String what) {
        if (!talk.isQuiet()) {
            spec.commandLine().getOut().println(what);
        }
    }

    private void report(Marks marks, List<Trouble> troubles) {
        if (json) {
            Json.print(spec.commandLine().getOut(), GradeReport.of(marks, troubles));
            return;
        }
        var err = spec.commandLine().getErr();
        troubles.forEach(trouble -> err.println("gradsheet: " + trouble.sentence()));
        report(marks.refusals());
        if (!talk.isQuiet()) {
            marks.remarks().forEach(err::println);
        }
        talk(output.or(() -> feedback).or(() -> feedbackZip).map(Path::toString).orElse("") + ": files "
                + Figures.count(marks.seen())
                + ", marked " + Figures.count(marks.marked().size()) + ", files not marked "
                + Figures.count(marks.refusals().size()) + ", students without a workbook "
                + Figures.count(marks.missing().size()) + ", facts to look at "
                + Figures.count(marks.facts().size()));
    }
}
