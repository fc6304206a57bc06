package io.gradsheet.template;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of a template for a table that was looked at. */
final class DataDraft {
    private static final int MANY_ROWS = 500;
    private static final int PICKED = 300;
    private static final int ENOUGH_FOR_A_TEST = 30;
    private static final int MOST_NAMED = 3;
    private static final int EPOCHS = 60;

    /** Where comments begin, and how long a line is at most that has one behind it. */
    private static final int COMMENT = 34;

    private static final int LONGEST = 60;

    /** Numbers up to this size need no scale. */
    private static final double SMALL = 2;

    private final DataGuess guess;
    private final String path;
    private final String file;
    private final String lesson;
    private final StringBuilder yaml = new StringBuilder();

    /**
     * Prepares a text.
     *
     * @param path the data file as the template names it
     * @param file its name alone, for titles
     */
    DataDraft(DataGuess guess, String path, String file, String lesson) {
        this.guess = guess;
        this.path = path;
        this.file = file;
        this.lesson = lesson;
    }

    /**
     * The whole text.
     *
     * @param trial of the learning rate that it gets
     * @param isSteady whether programs agree in its training to as many digits as usual
     */
    String yaml(RateTrial trial, boolean isSteady) {
        putHeading();
        putNetwork();
        putData();
        put(
                "eta: " + NumberText.shown(trial.eta()),
                "found by trying: of the rates " + kept(trial.isSmooth(), isSteady)
                        + "with this the cost falls furthest" + (trial.isSmooth() ? "" : "; it rises at times"));
        put("epochs: " + EPOCHS, "how often the training goes through all samples");
        put("train: {gradient: mean}", "a step follows the mean of the gradients, however many samples there are");
        yaml.append('\n');
        put("initial: {normal: {deviation: 0.5, seed: 1}}", "drawn; another seed draws other parameters");
        return yaml.toString();
    }

    /** Which of the rates that were tried were not passed over. */
    private static String kept(boolean isSmooth, boolean isSteady) {
        var kept = Stream.of(
                        isSmooth ? Optional.of("the cost never rises") : Optional.<String>empty(),
                        isSteady ? Optional.of("programs agree") : Optional.<String>empty())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" and "));
        return kept.isEmpty() ? "that were tried, " : "with which " + kept + ", ";
    }

    private void put(String line, String comment) {
        if (line.length() > LONGEST) {
            // A comment behind it would be out of sight.
            yaml.append(line, 0, line.length() - line.stripLeading().length())
                    .append("# ")
                    .append(comment)
                    .append('\n');
            yaml.append(line).append('\n');
            return;
        }
        yaml.append(line)
                .append(" ".repeat(Math.max(2, COMMENT - line.length())))
                .append("# ")
                .append(comment)
                .append('\n');
    }

    private void putHeading() {
        var numbers = guess.kind() == DataGuess.Kind.NUMBERS;
        var count = guess.inputs().size();
        var named = count <= MOST_NAMED && guess.hasNames();
        var answers = guess.hasNames() ? names(guess.answers(), ", ", " and ") : numbers ? "numbers" : "the class";
        var by = (numbers ? " from " : " by ")
                + (named
                        ? names(guess.inputs(), ", ", " and ")
                        : Wording.count(count, "column") + " of " + shownFile());
        var title = (numbers ? "Estimating " : "Telling ") + answers + by;
        var chinese = "由 "
                + (named ? names(guess.inputs(), "、", "、") : shownFile() + " 的 " + count + " 列")
                + (numbers ? " 估计" : " 判断")
                + (guess.hasNames() ? " " + names(guess.answers(), "、", "、") : numbers ? "数值" : "类别");
        yaml.append("# ")
                .append(title)
                .append(
                        ".\n# Written for this file: every line may be changed. The workbook:  gradsheet generate  and the"
                                + " name of this file.\n");
        put("lesson: " + lesson, "the kind of lesson; keep it");
        yaml.append("title:\n  en: ")
                .append(quoted(title))
                .append("\n  zh: ")
                .append(quoted(chinese))
                .append('\n');
        put("language: en", "of the workbook: en or zh");
        yaml.append('\n');
    }

    private String shownFile() {
        return Wording.shown(file);
    }

    private static String names(List<ColumnLook> columns, String comma, String last) {
        if (columns.size() > MOST_NAMED) {
            return names(columns.subList(0, MOST_NAMED - 1), comma, comma) + comma + "…";
        }
        var names = columns.stream().map(look -> Wording.shown(look.name())).toList();
        return names.size() == 1
                ? names.get(0)
                : String.join(comma, names.subList(0, names.size() - 1)) + last + names.get(names.size() - 1);
    }

    private void putNetwork() {
        var inputs = guess.inputs().stream().mapToInt(DataDraft::width).sum();
        var outputs = outputs();
        var hidden = Math.max(3, Math.min(8, (inputs + outputs + 1) / 2));
        yaml.append("network:\n");
        put(
                "  sizes: [" + inputs + ", " + hidden + ", " + outputs + "]",
                "neurons in each layer: inputs, hidden, outputs");
        var last = guess.kind() == DataGuess.Kind.NUMBERS ? "linear" : outputs == 1 ? "sigmoid" : "softmax";
        put("  activations: [tanh, " + last + "]", "of each layer after the first");
        yaml.append("cost: ")
                .append(guess.kind() == DataGuess.Kind.NUMBERS ? "squared" : "cross-entropy")
                .append("\n\n");
    }

    /** How many inputs a column makes. */
    private static int width(ColumnLook look) {
        var words = look.texts().size();
        return look.isNumeric() ? 1 : words == 2 ? 1 : words;
    }

    private int outputs() {
        if (guess.kind() != DataGuess.Kind.LABEL) {
            return guess.answers().size();
        }
        var classes = classes().size();
        return classes == 2 ? 1 : classes;
    }

    private List<String> classes() {
        var classes = new TreeSet<String>(Classes.ORDER);
        var label = guess.answers().get(0);
        classes.addAll(label.texts().keySet());
        label.numbers().forEach(number -> classes.add(NumberText.shown(number)));
        return List.copyOf(classes);
    }

    private void putData() {
        yaml.append("data:\n");
        put("  file: " + quoted(path), "its path counts from this file");
        if (!guess.hasNames()) {
            put("  header: false", "the file has no row of column names: columns are numbered from 1");
        }
        guess.comment()
                .ifPresent(sign -> put("  comments: " + quoted("" + sign), "lines that begin with it are no data"));
        put("  inputs: " + list(guess.inputs()), "what the network sees");
        guess.left()
                .forEach(left -> yaml.append("  # left out: ")
                        .append(Wording.shown(left.column().name()))
                        .append(' ')
                        .append(left.why())
                        .append('\n'));
        switch (guess.kind()) {
            case LABEL -> {
                put("  label: " + key(guess.answers().get(0)), "what it is to tell");
                var classes = classes().stream().map(DataDraft::quoted).collect(Collectors.joining(", ", "[", "]"));
                put(
                        "  classes: " + classes,
                        outputs() == 1 ? "the label of t = 0, and that of t = 1" : "one for each output, in order");
            }
            case SHARES ->
                put("  targets: " + list(guess.answers()), "a column for each class, with a single 1 in each row");
            default -> put("  targets: " + list(guess.answers()), "numbers that the outputs are to come close to");
        }
        putMissing();
        putScale();
        putRows();
        yaml.append('\n');
    }

    private void putMissing() {
        var answers = guess.answers().stream().mapToInt(ColumnLook::missing).sum();
        if (guess.incomplete() > 0 && 5 * guess.incomplete() > guess.rows()) {
            put("  missing: mean", "the mean of a column stands for its missing numbers; skip leaves their rows out");
        } else if (guess.incomplete() + answers > 0) {
            put("  missing: skip", "rows in which a value is missing are left out; mean puts the column's mean there");
        }
    }

    private void putScale() {
        var numbers = guess.kind() == DataGuess.Kind.NUMBERS;
        var large = guess.inputs().stream().anyMatch(look -> look.isNumeric() && look.largest() > SMALL);
        var largeTargets = numbers && guess.answers().stream().anyMatch(look -> look.largest() > SMALL);
        if (largeTargets) {
            put(
                    "  scale: {inputs: " + (large ? "standard" : "none") + ", targets: standard}",
                    "columns: minus the mean, divided by the deviation");
        } else if (large) {
            put("  scale: standard", "each column: minus its mean, divided by its standard deviation");
        }
    }

    private void putRows() {
        var rows = guess.rows();
        if (rows > MANY_ROWS) {
            put(
                    "  pick: {random: " + PICKED + ", seed: 1}",
                    String.format(Locale.ROOT, "some of %,d rows, so that the workbook stays small", rows));
        }
        if (rows >= ENOUGH_FOR_A_TEST) {
            put("  test: {share: 0.3, seed: 1}", "kept for a test, drawn; not learned from");
        }
    }

    private String list(List<ColumnLook> columns) {
        return columns.stream().map(this::key).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A column by its name, or by its number where the name does not tell it from others. */
    private String key(ColumnLook look) {
        var alike = guess.columns().stream()
                .filter(other -> other.name().replaceFirst(" \\(\\d+\\)$", "").equals(look.name()))
                .count();
        return guess.hasNames()
                        && alike == 1
                        && !look.name().equals("column " + (look.number() + 1))
                        && !look.name().endsWith(")")
                ? quoted(look.name())
                : Integer.toString(look.number() + 1);
    }

    private static String quoted(String text) {
        return Starter.quoted(text);
    }
}
