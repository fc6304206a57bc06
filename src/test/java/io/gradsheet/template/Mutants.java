package io.gradsheet.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * All that may be wrong in a template, one thing at a time: a key missing or unknown, a value of another type, empty, or at and beyond
 * a limit that the schema sets for any value.
 */
final class Mutants {
    /** What is done with a mutant. */
    interface Action {
        void on(JsonNode mutant) throws IOException;
    }

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final BigDecimal FARTHEST = new BigDecimal("1e18");

    private final List<JsonNode> values = new ArrayList<>();
    private final Set<BigDecimal> limits = new TreeSet<>();
    private final Set<Integer> lengths = new TreeSet<>();
    private final Set<String> done = new HashSet<>();

    Mutants(JsonNode schema) {
        values.add(NODES.nullNode());
        values.add(NODES.booleanNode(true));
        values.add(NODES.textNode("word"));
        values.add(NODES.textNode(" "));
        values.add(NODES.numberNode(2.5));
        values.add(NODES.numberNode(7));
        values.add(NODES.arrayNode());
        values.add(NODES.arrayNode().add("word"));
        values.add(NODES.arrayNode().add(1).add(2));
        values.add(NODES.objectNode());
        values.add(NODES.objectNode().put("word", 1));
        values.add(NODES.objectNode().put("en", "word"));
        addLimits(schema);
    }

    private void addLimits(JsonNode schema) {
        for (var entry : schema.properties()) {
            if (entry.getValue().isNumber()) {
                switch (entry.getKey()) {
                    case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" ->
                        limits.add(entry.getValue().decimalValue());
                    case "maxItems", "maxLength" -> lengths.add(entry.getValue().intValue());
                    default -> {}
                }
            }
        }
        schema.forEach(this::addLimits);
    }

    /** Hands out every mutant of a template; what stood at the same place in one before is not made wrong again. */
    void of(JsonNode template, Action action) throws IOException {
        mutate(template.get("lesson").asText(), template, UnaryOperator.identity(), action);
    }

    private void mutate(String path, JsonNode node, UnaryOperator<JsonNode> whole, Action action) throws IOException {
        // Values of one key and type are alike, wherever they stand; groups of keys and lists differ in what they hold.
        var isNew = done.add(path.replaceAll("/\\d+", "") + " " + node.getNodeType());
        if (!isNew && !(node.isContainerNode() && done.add(path + " " + node))) {
            return;
        }
        for (var other : others(node, isNew)) {
            action.on(whole.apply(other));
        }
        if (node instanceof ObjectNode object) {
            for (var entry : object.properties()) {
                mutate(
                        path + "/" + entry.getKey(),
                        entry.getValue(),
                        value -> whole.apply(object.deepCopy().set(entry.getKey(), value)),
                        action);
            }
        }
        if (node instanceof ArrayNode array) {
            // What is wrong with one of many numbers is wrong with all.
            for (var i = 0; i < Math.min(array.size(), array.path(0).isNumber() ? 1 : array.size()); i++) {
                var index = i;
                mutate(
                        path + "/" + i,
                        array.get(i),
                        value -> whole.apply(array.deepCopy().set(index, value)),
                        action);
            }
        }
    }

    /** What may stand in place of a node: of anything new every other value, and always the same with a part of it changed. */
    private Set<JsonNode> others(JsonNode node, boolean isNew) {
        var others = new LinkedHashSet<JsonNode>();
        if (isNew) {
            others.addAll(values);
            others.add(NODES.arrayNode().add(node));
        }
        if (node.isNumber()) {
            others.add(NODES.textNode(node.asText()));
            numbers(node.isIntegralNumber()).forEach(number -> others.add(NODES.numberNode(number)));
        }
        if (node.isTextual()) {
            lengths.forEach(length -> {
                others.add(NODES.textNode("x".repeat(length)));
                others.add(NODES.textNode("x".repeat(length + 1)));
            });
        }
        if (node instanceof ObjectNode object) {
            object.fieldNames()
                    .forEachRemaining(key -> others.add(object.deepCopy().without(key)));
            others.add(object.deepCopy().put("word", 1));
        }
        if (node instanceof ArrayNode array && !array.isEmpty()) {
            others.add(array.get(0));
            others.add(firstItems(array, array.size() - 1));
            lengths.stream().filter(length -> length <= 200).forEach(length -> {
                others.add(firstItems(array, length));
                others.add(firstItems(array, length + 1));
            });
        }
        others.remove(node);
        return others;
    }

    /** Limits, and what is just beyond them. The validator fails on a whole number that is beyond those of Java. */
    private Stream<BigDecimal> numbers(boolean whole) {
        var near = limits.stream().filter(limit -> limit.abs().compareTo(FARTHEST) < 0);
        var around = near.flatMap(limit -> Stream.of(limit.subtract(BigDecimal.ONE), limit, limit.add(BigDecimal.ONE)));
        var tooLarge = new BigDecimal("1e309");
        return whole ? around : Stream.concat(around, Stream.of(tooLarge, tooLarge.negate()));
    }

    /** So many items, the last one again where there are too few. */
    private static ArrayNode firstItems(ArrayNode array, int count) {
        var items = NODES.arrayNode();
        for (var i = 0; i < count; i++) {
            items.add(array.get(Math.min(i, array.size() - 1)));
        }
        return items;
    }
}
