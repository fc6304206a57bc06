package io.gradsheet.template;

import io.gradsheet.expression.Digits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One value of a template. Its readers return the value as a type, or complain where it stands.
 *
 * @param name what complaints call it: {@code data.file}, {@code layer 2 of initial.weights}
 */
record Entry(String name, Node node) {
    private static final Set<Tag> TAGS = Set.of(Tag.MAP, Tag.SEQ, Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL);

    Entry {
        if (!TAGS.contains(node.getTag())) {
            throw Place.of(node)
                    .complaint(name + " has a tag, "
                            + Wording.shown(node.getTag().getValue()) + ", which templates do not use; remove it");
        }
    }

    Place place() {
        return Place.of(node);
    }

    TemplateException complaint(String sentence) {
        return place().complaint(name + " " + sentence);
    }

    /** A complaint about the character of a {@link #text} at {@code column}, counted from 1. */
    TemplateException complaintAt(int column, String sentence) {
        return node instanceof ScalarNode scalar
                ? Place.inside(scalar, column).complaint(sentence)
                : place().complaint(sentence);
    }

    /** The same value under a name of its own, where the way to it would be long. */
    Entry called(String name) {
        return new Entry(name, node);
    }

    boolean isSection() {
        return node instanceof MappingNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    /** How many items a list has; 0 if it is none. */
    int length() {
        return node instanceof SequenceNode sequence ? sequence.getValue().size() : 0;
    }

    /** The keys below. */
    Section section() {
        if (node instanceof MappingNode mapping) {
            return new Section(this, mapping);
        }
        throw mustBe("a group of keys");
    }

    /**
     * Itself, read; of a group of keys, which must be language codes, the value for a language: where there is none, the English one,
     * or else the first. All of them are read, so that a template is right or wrong whatever language is asked for.
     */
    <T> T in(Language language, Function<Entry, T> reader) {
        if (!isSection()) {
            return reader.apply(this);
        }
        var read = new LinkedHashMap<String, T>();
        section().only(Language.codes()).all().forEach((code, entry) -> read.put(code, reader.apply(entry)));
        return Stream.of(language, Language.ENGLISH)
                .map(wanted -> read.get(wanted.code()))
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> read.values().stream().findFirst())
                .orElseThrow(() -> complaint("has no text in any language; add '" + language.code() + ": …'"));
    }

    /** The items of a list, called {@code noun 1 of …} or from another number on. */
    List<Entry> items(String noun, int first) {
        if (node instanceof SequenceNode sequence) {
            var nodes = sequence.getValue();
            return IntStream.range(0, nodes.size())
                    .mapToObj(i -> new Entry(noun + " " + (first + i) + " of " + name, nodes.get(i)))
                    .toList();
        }
        throw mustBe("a list");
    }

    /** The same, of which there must be so many; {@code reason} says why. */
    List<Entry> items(String noun, int first, int expected, String reason) {
        // Counted before an entry is made of each: aliases make long lists cheap to write.
        if (node instanceof SequenceNode sequence && sequence.getValue().size() != expected) {
            throw complaint("has " + Wording.count(sequence.getValue().size(), noun) + ", but must have "
                    + String.format(Locale.ROOT, "%,d", expected) + ", " + reason);
        }
        return items(noun, first);
    }

    /** The same, of which there must be from {@code least} to {@code most}. */
    List<Entry> items(String noun, int first, int least, int most) {
        if (node instanceof SequenceNode sequence
                && (sequence.getValue().size() < least || sequence.getValue().size() > most)) {
            throw complaint("has " + Wording.count(sequence.getValue().size(), noun) + ", but must have from " + least
                    + " to " + most);
        }
        return items(noun, first);
    }

    /** Any text that is not empty, a number or a word as it is written. */
    String text() {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank() && !isNull()) {
            return scalar.getValue();
        }
        throw mustBe("a text");
    }

    /** A number of any size, as one that is only read and calculated with by nobody but the template's own formulas. */
    double finite() {
        var number = NumberText.parse(plain("a number")).orElseThrow(() -> mustBe("a number"));
        if (!Double.isFinite(number)) {
            throw mustBe("a finite number");
        }
        return number;
    }

    /** A number of a size that can be squared. */
    double number() {
        var number = finite();
        if (!Digits.isInRange(number)) {
            throw mustBe(Digits.RANGE);
        }
        return number;
    }

    double positive() {
        var number = number();
        if (number <= 0) {
            throw mustBe("larger than 0");
        }
        return number;
    }

    int integer(int least, int most) {
        return Math.toIntExact(integer((long) least, most));
    }

    long integer(long least, long most) {
        var text = plain("a whole number");
        if (!text.matches("[-+]?\\d+")) {
            throw mustBe("a whole number");
        }
        try {
            var number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // It is a number, and far out of the range.
        }
        throw mustBe(String.format(Locale.ROOT, "a whole number from %,d to %,d", least, most));
    }

    /** True or false. */
    boolean truth() {
        return truth("true or false");
    }

    /** True or false, where something else may stand as well. */
    boolean truth(String whatMayStandHere) {
        var text = plain(whatMayStandHere);
        if (!text.equals("true") && !text.equals("false")) {
            throw mustBe(whatMayStandHere);
        }
        return text.equals("true");
    }

    /** The one of {@code options} whose name it is. */
    <T> T choice(List<T> options, Function<T, String> names) {
        var text = text();
        return options.stream()
                .filter(option -> names.apply(option).equals(text))
                .findFirst()
                .orElseThrow(() -> {
                    var known = options.stream().map(names).toList();
                    return complaint("cannot be " + Wording.quoted(text) + "; " + Wording.didYouMean(text, known)
                            + "there are: " + String.join(", ", known));
                });
    }

    private TemplateException mustBe(String what) {
        return complaint("must be " + what + ", but is " + description());
    }

    private String plain(String what) {
        if (node instanceof ScalarNode scalar && scalar.isPlain()) {
            return scalar.getValue();
        }
        throw mustBe(what);
    }

    private boolean isNull() {
        return node.getTag().equals(Tag.NULL);
    }

    private String description() {
        if (!(node instanceof ScalarNode scalar)) {
            return isList() ? "a list" : "a group of keys";
        }
        var text = scalar.getValue();
        if (isNull() || text.isBlank()) {
            return "empty";
        }
        if (!scalar.isPlain()) {
            return "the quoted text " + Wording.quoted(text);
        }
        return NumberText.parse(text).isPresent() ? Wording.shown(text) : Wording.quoted(text);
    }
}
