package io.gradsheet.classroom.marking;

import io.gradsheet.classroom.marking.Refusal.Reason;
import io.gradsheet.template.Provenance;
import io.gradsheet.template.Provenance.Setting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The texts that most of a class's workbooks carry. They differ in nothing but the numbers that were drawn for each student, which are
 * the values of some settings.
 */
final class AgreedSource {
    /** The settings whose values are drawn as a whole. */
    private static final Set<String> DRAWN = Set.of("initial", "start");

    /** The setting in which the seed of a choice is drawn. */
    private static final String PICK = "data.pick";

    private static final Pattern SEED = Pattern.compile("seed: -?\\d+");

    /** Of those who could have drawn different samples, hardly all draw the same but one. */
    private static final double NEARLY_ALL = 0.9;

    private final Form form;

    /** By their place among the settings: the values that all have, though they might have been drawn. */
    private final Map<Integer, Setting> common;

    /** By their names: the data files that all have, though they might hold drawn samples. */
    private final Map<String, String> commonFiles;

    private AgreedSource(Form form, Map<Integer, Setting> common, Map<String, String> commonFiles) {
        this.form = form;
        this.common = common;
        this.commonFiles = commonFiles;
    }

    /** Texts with nothing in place of what may be drawn: values of settings, and where samples are, what data files hold of them. */
    private record Form(String name, String yaml, Map<String, String> files, List<Setting> settings) {
        private static Form of(Provenance texts) {
            var settings = texts.settings().stream().map(Form::withoutDrawn).toList();
            var files = new HashMap<>(texts.files());
            if (settings.stream().anyMatch(Form::isPick)) {
                files.replaceAll((name, content) -> "");
            }
            return new Form(texts.name(), texts.yaml(), files, settings);
        }

        private static boolean isPick(Setting setting) {
            return setting.key().equals(PICK) && setting.value().contains("seed");
        }

        private boolean hasDrawnFiles() {
            return settings.stream().anyMatch(Form::isPick);
        }

        private static Setting withoutDrawn(Setting setting) {
            return DRAWN.contains(setting.key())
                    ? new Setting(setting.key(), "")
                    : setting.key().equals(PICK)
                            ? new Setting(PICK, SEED.matcher(setting.value()).replaceAll("seed"))
                            : setting;
        }

        private boolean isDrawn(int place) {
            var setting = settings.get(place);
            return DRAWN.contains(setting.key()) || isPick(setting);
        }

        private List<Integer> drawn() {
            return IntStream.range(0, settings.size())
                    .filter(this::isDrawn)
                    .boxed()
                    .toList();
        }
    }

    /**
     * Texts that a workbook carries.
     *
     * @param voter equal for those that are to count once
     */
    record Vote(Object voter, Provenance texts) {}

    /**
     * What most voters have; of forms that as many have, the one that most workbooks have, then the one that replaces the fewest keys,
     * then the first.
     */
    static Optional<AgreedSource> of(List<Vote> votes) {
        var forms = votes.stream()
                .collect(Collectors.groupingBy(vote -> Form.of(vote.texts()), LinkedHashMap::new, Collectors.toList()));
        return forms.entrySet().stream()
                .min(Comparator.<Map.Entry<Form, List<Vote>>>comparingLong(form -> -voters(form.getValue()))
                        .thenComparing(form -> -form.getValue().size())
                        .thenComparing(form -> form.getKey().settings().size()))
                .map(form -> new AgreedSource(
                        form.getKey(),
                        common(form.getKey(), form.getValue()),
                        commonFiles(form.getKey(), form.getValue())));
    }

    private static long voters(List<Vote> votes) {
        return votes.stream().map(Vote::voter).distinct().count();
    }

    private static Map<String, String> commonFiles(Form form, List<Vote> votes) {
        var common = new HashMap<String, String>();
        for (var name : form.files().keySet()) {
            most(votes, texts -> texts.files().get(name))
                    .filter(content -> content.voters() > NEARLY_ALL * voters(votes))
                    .ifPresent(content -> common.put(name, content.value()));
        }
        return common;
    }

    private static Map<Integer, Setting> common(Form form, List<Vote> votes) {
        var common = new LinkedHashMap<Integer, Setting>();
        for (var place : form.drawn()) {
            most(votes, texts -> texts.settings().get(place))
                    .filter(setting -> setting.voters() > 1 && 2 * setting.voters() > voters(votes))
                    .ifPresent(setting -> common.put(place, setting.value()));
        }
        return common;
    }

    private record Most<T>(T value, long voters) {}

    /** The value that most voters have. */
    private static <T> Optional<Most<T>> most(List<Vote> votes, Function<Provenance, T> value) {
        return votes.stream()
                .collect(Collectors.groupingBy(
                        vote -> value.apply(vote.texts()), LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(those -> new Most<>(those.getKey(), voters(those.getValue())))
                .max(Comparator.comparingLong(Most::voters));
    }

    /** @throws UnmarkableException if a workbook was made from another template */
    void requireName(String template) {
        if (!template.equals(form.name())) {
            throw new UnmarkableException(
                    Reason.OTHER_EDITION,
                    "is of another exercise than the others (" + template + "); mark it by itself");
        }
    }

    /**
     * The texts that one of the workbooks was made with: those of all, with its own numbers where they were drawn.
     *
     * @param own the texts that it carries
     * @throws UnmarkableException if its numbers are not among them
     */
    Provenance with(Optional<Provenance> own) {
        var settings = new ArrayList<Setting>();
        for (var place = 0; place < form.settings().size(); place++) {
            settings.add(
                    !form.isDrawn(place)
                            ? form.settings().get(place)
                            : common.containsKey(place) ? common.get(place) : drawn(place, own));
        }
        var files = new HashMap<>(form.files());
        if (form.hasDrawnFiles()) {
            files.replaceAll((name, none) -> commonFiles.containsKey(name)
                    ? commonFiles.get(name)
                    : own.map(Provenance::files)
                            .map(carried -> carried.get(name))
                            .orElseThrow(AgreedSource::saysNothing));
        }
        return new Provenance(form.name(), form.yaml(), settings, files);
    }

    private Setting drawn(int place, Optional<Provenance> own) {
        var agreed = form.settings().get(place);
        // A setting that was added later does not come before it.
        var before = form.settings().subList(0, place).stream()
                .filter(setting -> setting.key().equals(agreed.key()))
                .count();
        return own.stream()
                .flatMap(texts -> texts.settings().stream())
                .filter(setting -> setting.key().equals(agreed.key()))
                .skip(before)
                .findFirst()
                .filter(setting -> Form.withoutDrawn(setting).equals(agreed))
                .orElseThrow(AgreedSource::saysNothing);
    }

    private static UnmarkableException saysNothing() {
        return new UnmarkableException(
                Reason.OTHER_EDITION,
                "does not say in its hidden sheet Source, as the others do, which numbers it was made with: name"
                        + " --template, --roster and --seed");
    }
}
