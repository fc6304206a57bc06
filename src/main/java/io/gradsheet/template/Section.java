package io.gradsheet.template;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Keys and their values. */
final class Section {
    /** What complaints call the outermost section. */
    static final String WHOLE = "the template";

    private final Entry self;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, Place> keys = new LinkedHashMap<>();

    Section(Entry self, MappingNode node) {
        this.self = self;
        var prefix = self.name().equals(WHOLE) ? "" : self.name() + ".";
        for (var tuple : node.getValue()) {
            var place = Place.of(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
                throw place.complaint("a key must be a word, and not a list or a group of keys");
            }
            var key = scalar.getValue();
            if (keys.containsKey(key)) {
                throw place.complaint("the key " + Wording.quoted(key) + " is here a second time, after "
                        + keys.get(key) + "; remove one of them");
            }
            keys.put(key, place);
            entries.put(key, new Entry(prefix + Wording.shown(key), tuple.getValueNode()));
        }
    }

    /** The same section, in which there may be no other keys than these. */
    Section only(List<String> known) {
        keys.forEach((key, place) -> {
            if (!known.contains(key)) {
                throw place.complaint("there is no key " + Wording.quoted(key) + " in " + self.name() + "; "
                        + Wording.didYouMean(key, known) + "there are: " + String.join(", ", known));
            }
        });
        return this;
    }

    Entry entry(String key) {
        return optional(key).orElseThrow(() -> self.complaint("has no key '" + key + "'; add it"));
    }

    Optional<Entry> optional(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** All keys and their values, in order. */
    Map<String, Entry> all() {
        return Collections.unmodifiableMap(entries);
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    TemplateException complaint(String sentence) {
        return self.complaint(sentence);
    }
}
