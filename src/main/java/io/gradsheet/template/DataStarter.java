package io.gradsheet.template;

import io.gradsheet.table.TableException;
import io.gradsheet.table.TableFile;
import io.gradsheet.table.TableText;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A whole commented template for a data file: what its columns are is found by looking at them, and η by training. */
public final class DataStarter {
    /** A learning rate to read the template with before one was tried. */
    private static final RateTrial ANY = new RateTrial(0.01, 0, 0, true);

    private final Path template;
    private final DataGuess guess;
    private final RateTrial trial;
    private final String yaml;
    private final NetworkExperiment experiment;

    /**
     * What somebody says of a data file.
     *
     * @param answers the column of the label, or several of numbers; without any, the last column is the label
     * @param areTargets whether these are numbers to come close to, and no classes
     * @param hasNames whether the first row names the columns; left out, what is likely
     */
    public record Wish(List<String> answers, boolean areTargets, Optional<Boolean> hasNames) {}

    /**
     * Reads a data file and tries how a network learns from it.
     *
     * @param template where the template will be
     * @param isSteady whether nobody need be warned of a training's steps: a learning rate with which it is so is preferred
     * @throws TemplateException if no network can learn from the file; the message says why
     */
    public DataStarter(String lesson, Path data, Path template, Wish wish, Predicate<NetworkExperiment> isSteady) {
        this.template = template;
        var text = read(data);
        var name = relative(data, template);
        this.guess = DataGuess.of(text, wish);
        var file = data.getFileName().toString();
        var trials = RateTrial.byMerit(read(yaml(name, file, lesson, ANY, true), name, text));
        if (trials.isEmpty()) {
            throw new TemplateException(data
                    + ": with no learning rate the cost falls; look at the columns, or choose others with --label");
        }
        var steady = trials.stream()
                .filter(each -> isSteady.test(read(yaml(name, file, lesson, each, true), name, text)))
                .findFirst();
        this.trial = steady.orElse(trials.get(0));
        this.yaml = yaml(name, file, lesson, trial, steady.isPresent());
        this.experiment = read(yaml, name, text);
    }

    private String yaml(String name, String file, String lesson, RateTrial trial, boolean isSteady) {
        return new DataDraft(guess, name, file, lesson).yaml(trial, isSteady);
    }

    private static TableText read(Path data) {
        try {
            return new TableFile(data).read();
        } catch (NoSuchFileException e) {
            throw new TemplateException(data + ": there is no such file; check its name and folder");
        } catch (IOException e) {
            throw new TemplateException(data + ": cannot be read: " + TextFile.reason(data, e));
        } catch (TableException e) {
            throw new TemplateException(e.getMessage());
        }
    }

    private static NetworkExperiment read(String yaml, String name, TableText text) {
        return (NetworkExperiment) TemplateReader.read(
                new Origin.Drafted(new TextFile("the new template", yaml), Map.of(name, text)), List.of());
    }

    /** The name of the data file as it counts from the template's folder. */
    private static String relative(Path data, Path template) {
        var folder = Optional.ofNullable(template.toAbsolutePath().normalize().getParent());
        var file = data.toAbsolutePath().normalize();
        return folder.filter(path -> path.getRoot().equals(file.getRoot()))
                .map(path -> path.relativize(file))
                .orElse(file)
                .toString()
                .replace('\\', '/');
    }

    /** The texts of the template and of the schema that it names, by file name; the template is last. */
    public Map<String, String> files() {
        var files = new LinkedHashMap<String, String>();
        files.put(Starter.SCHEMA, Starter.schema());
        files.put(template.getFileName().toString(), Starter.SCHEMA_LINE + yaml);
        return files;
    }

    /** What was decided, and how the training went: a sentence each. */
    public List<String> remarks() {
        var remarks = new ArrayList<>(guess.remarks());
        remarks.addAll(experiment.remarks());
        remarks.add(String.format(
                Locale.ROOT,
                "eta: %s was found by trying: in %d epochs the mean cost falls from %.4g to %.4g%s",
                NumberText.shown(trial.eta()),
                experiment.epochs(),
                trial.first(),
                trial.last(),
                trial.isSmooth() ? "" : ", with swings; scale the columns, or look at them"));
        return remarks;
    }
}
