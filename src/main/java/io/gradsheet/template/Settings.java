package io.gradsheet.template;

import io.gradsheet.template.Provenance.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Puts the value of a setting into a template's tree, before anything is read from it. Whether the key exists is asked later. */
final class Settings {
    private static final Pattern KEY = Pattern.compile("\\w+(\\.\\w+){0,9}");

    private final Place place;
    private final Node value;

    private Settings(Setting setting) {
        this.place = Place.of(setting);
        if (!KEY.matcher(setting.key()).matches()) {
            throw place.complaint("this is not a key; write --set KEY=VALUE with a key such as eta or data.file");
        }
        this.value = YamlText.of(setting);
    }

    /** A tree with the settings' values in it; the given one stays as it is. */
    static MappingNode applied(MappingNode template, List<Setting> settings) {
        var tree = template;
        for (var setting : settings) {
            tree = new Settings(setting).put(tree, List.of(setting.key().split("\\.")));
        }
        return tree;
    }

    private MappingNode put(MappingNode node, List<String> path) {
        var tuples = new ArrayList<NodeTuple>();
        var found = false;
        for (var tuple : node.getValue()) {
            var same = tuple.getKeyNode() instanceof ScalarNode key
                    && key.getValue().equals(path.get(0));
            found |= same;
            if (!same) {
                tuples.add(tuple);
            } else if (path.size() > 1 || !isNull(value)) {
                tuples.add(new NodeTuple(tuple.getKeyNode(), below(tuple.getValueNode(), path)));
            }
        }
        if (!found && (path.size() > 1 || !isNull(value))) {
            tuples.add(new NodeTuple(key(path.get(0)), below(empty(), path)));
        }
        return new MappingNode(
                node.getTag(), true, tuples, node.getFlowStyle(), node.getStartMark(), node.getEndMark());
    }

    private Node below(Node old, List<String> path) {
        if (path.size() == 1) {
            return value;
        }
        if (old instanceof MappingNode mapping) {
            return put(mapping, path.subList(1, path.size()));
        }
        if (isNull(old)) {
            return put(empty(), path.subList(1, path.size()));
        }
        throw place.complaint(path.get(0) + " in the template has no keys below it; set the whole of it");
    }

    /** A key whose value is null is one that is not there. */
    private static boolean isNull(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    private ScalarNode key(String name) {
        return new ScalarNode(Tag.STR, true, name, ScalarStyle.PLAIN, value.getStartMark(), value.getEndMark());
    }

    private MappingNode empty() {
        return new MappingNode(Tag.MAP, true, List.of(), FlowStyle.FLOW, value.getStartMark(), value.getEndMark());
    }
}
