package io.gradsheet.template;

import io.gradsheet.template.Provenance.Setting;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** A YAML text as a tree of nodes that know their places, within limits that no honest template comes near. */
final class YamlText {
    private static final int DEEPEST = 50;
    private static final int MOST_ALIASES = 50;

    private static final int LONGEST_PROBLEM = 200;

    private final String label;
    private final String text;
    private final LoadSettings settings;

    private YamlText(String label, String text) {
        this.label = label;
        this.text = text;
        this.settings = LoadSettings.builder()
                .setLabel(label)
                .setCodePointLimit(TextFile.LARGEST_TEMPLATE)
                .setAllowNonScalarKeys(true)
                .build();
    }

    /** The template's tree. */
    static Node of(TextFile template) {
        var yaml = new YamlText(template.label(), template.text());
        try {
            return yaml.compose()
                    .orElseThrow(() -> new Place(template.label())
                            .complaint("there is nothing in this template; copy a built-in one"));
        } catch (MarkedYamlEngineException e) {
            throw yaml.place(e).complaint("the YAML is broken here: " + problem(e));
        } catch (ReaderException e) {
            throw Place.in(template.label(), template.text(), offset(template.text(), e))
                    .complaint(String.format(
                            Locale.ROOT, "the character U+%04X is not allowed in YAML; remove it", e.getCodePoint()));
        } catch (YamlEngineException e) {
            throw new Place(template.label()).complaint("the YAML cannot be read: " + Wording.shown(e.getMessage()));
        }
    }

    /** The tree of a setting's value. */
    static Node of(Setting setting) {
        var place = Place.of(setting);
        try {
            return new YamlText(place.text(), setting.value())
                    .compose()
                    .orElseThrow(() -> place.complaint("the value is missing; write one after it"));
        } catch (MarkedYamlEngineException e) {
            throw place.complaint("the value is not valid YAML: " + problem(e)
                    + "; put a text with special characters between quotes");
        } catch (YamlEngineException e) {
            throw place.complaint("the value is not valid YAML: " + Wording.shown(e.getMessage()));
        }
    }

    private Optional<Node> compose() {
        checkLimits();
        try {
            return new Compose(settings).composeString(text);
        } catch (IllegalArgumentException e) {
            // Of a tag whose name it cannot keep, the library does not say where it is.
            throw new YamlEngineException("a tag (!name) is not valid: " + e.getMessage(), e);
        }
    }

    /** Composing calls itself for each level, so a hostile depth must be found before it. */
    private void checkLimits() {
        var depth = 0;
        var aliases = 0;
        for (var event : new Parse(settings).parseString(text)) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            aliases += event instanceof AliasEvent ? 1 : 0;
            if (depth > DEEPEST) {
                throw place(event)
                        .complaint("lists and keys are nested more than " + DEEPEST + " deep; make them flatter");
            }
            if (aliases > MOST_ALIASES) {
                throw place(event)
                        .complaint("there are more than " + MOST_ALIASES + " aliases (*name); write their values out");
            }
        }
    }

    private static Place place(Event event) {
        return Place.of(event.getStartMark().orElseThrow());
    }

    private Place place(MarkedYamlEngineException e) {
        return e.getProblemMark().or(e::getContextMark).map(Place::of).orElseGet(() -> new Place(label));
    }

    private static String problem(MarkedYamlEngineException e) {
        var context = Optional.ofNullable(e.getContext())
                .filter(text -> !text.isBlank())
                .map(text -> text + ", ");
        return Wording.shown(context.orElse("") + e.getProblem(), LONGEST_PROBLEM);
    }

    private static int offset(String text, ReaderException e) {
        return text.offsetByCodePoints(0, Math.min(e.getPosition(), text.codePointCount(0, text.length())));
    }
}
