package io.gradsheet.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialects;
import io.gradsheet.network.Activation;
import io.gradsheet.network.Cost;
import io.gradsheet.network.Scaling;
import io.gradsheet.template.Provenance.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** The schema that editors check templates with says what the reader says, as far as a schema can. */
class SchemaTest {
    private static final Path FILE = Path.of("templates/template.schema.json");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** The reader's answer to a key that is in no section lists those that are. */
    private static final Pattern UNKNOWN_KEY = Pattern.compile("there is no key 'word' in .*there are: (.*)");

    /** Complaints about what only the template as a whole, its formulas or its data can tell. */
    private static final Pattern BEYOND_A_SCHEMA = Pattern.compile(Stream.of(
                    "has [1-9][\\d,]* \\w+, but must have [\\d,]+, ",
                    "network(.sizes)? makes a network of | makes [\\d,]+ units, | takes [\\d,]+ products ",
                    "of initial.weights must be a number, but is a list",
                    "size does not fit: |, but there is nothing but |network has no key 'input'",
                    "cannot be a convolution: |cannot pool: |cannot be recurrent: |cannot be the last layer, ",
                    "data.image has .* pixels",
                    "zoom.(epoch|sample) must be a whole number from 1 to ",
                    ": the images are of |there is no (data file|file|folder) |cannot be read|cannot be the name of a file|is a folder",
                    "(points|more|wide).csv:\\d+:\\d+: ",
                    "(points|more|wide).csv: there are ",
                    "is no column of |: there is no sheet |: this is no workbook, and has no sheet ",
                    "data.targets must be a list, but is ",
                    "cannot be softmax (in a hidden layer|for a single neuron)",
                    "cost cannot be cross-entropy|link cannot be ",
                    "train.batch must be a whole number from 1 to |of train.order must be a whole number from 1 to ",
                    "of train.order is \\d+ again|train.schedule reaches 0 in epoch ",
                    "train leaves nothing to train",
                    " is in layer \\d+, but layers with parameters count",
                    " names neuron \\d+ of layer ",
                    "must go from a smaller number to a larger one",
                    "data.test leaves no sample|leaves no sample ",
                    "data.test has samples of class ",
                    "data.test.file is also the file to learn from",
                    "has no meaning where labels name classes",
                    "would scale each pixel on its own",
                    "which is in use already; take a column once",
                    " again; give every class its own label",
                    "asks for .*, but ",
                    "needs labels, and these targets are numbers",
                    "in f, ",
                    "in variables, ",
                    ": in [^:]*: ",
                    "must be a name|is no name for formulas|cannot be '[ij]', which is the number of an element",
                    "not the name of a cell",
                    "the name of another (sheet|table)",
                    "stands for something else already|the table has such a column already",
                    "must have a key such as f\\(x\\)",
                    "f has no variable; ",
                    "window is for a function of two variables",
                    "there is no key '.*' in window; ",
                    "window has no key ",
                    "must have its low end first",
                    "start is a point where ")
            .collect(Collectors.joining("|")));

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDialect(Dialects.getDraft202012())
                .getSchema(Files.readString(FILE), InputFormat.JSON);
    }

    private static JsonNode tree() throws IOException {
        return JSON.readTree(Files.readString(FILE));
    }

    /** A template as an editor sees it. */
    private static JsonNode json(String yaml) {
        return JSON.valueToTree(
                new Load(LoadSettings.builder().setSchema(new CoreSchema()).build()).loadFromString(yaml));
    }

    @TempDir
    private Path folder;

    /** What the reader has to say against a template. */
    private Optional<String> complaint(String template) throws IOException {
        try {
            Template.file(Files.writeString(folder.resolve("template.yaml"), template))
                    .read(List.of());
            return Optional.empty();
        } catch (TemplateException e) {
            return Optional.of(e.getMessage());
        }
    }

    @Test
    void theSchemaIsOne() throws IOException {
        var rules = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(Dialects.getDraft202012().getId()));
        assertThat(rules.validate(Files.readString(FILE), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.gradsheet.template.Template#builtIns")
    void everyBuiltInTemplateIsRightAndNamesTheSchema(String name) throws IOException {
        var template = Files.readString(FILE.resolveSibling(name + ".yaml"));
        assertThat(template).startsWith("# yaml-language-server: $schema=" + FILE.getFileName() + "\n");
        assertThat(schema().validate(json(template).toString(), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void whatIsWrongIsWrongForBoth() throws IOException {
        var schema = schema();
        SchemaExamples.writeFiles(folder);
        var mutants = new Mutants(tree());
        var agreed = new TreeMap<Boolean, Integer>();
        var differing = new ArrayList<String>();
        var listed = new TreeSet<String>();
        for (var example : SchemaExamples.all()) {
            var template = json(example);
            assertThat(complaint(template.toString())).isEmpty();
            assertThat(schema.validate(template.toString(), InputFormat.JSON)).isEmpty();
            mutants.of(template, mutant -> {
                var text = mutant.toString();
                var refused = schema.validate(text, InputFormat.JSON);
                var complaint = complaint(text);
                complaint
                        .map(UNKNOWN_KEY::matcher)
                        .filter(Matcher::find)
                        .ifPresent(unknown ->
                                listed.addAll(List.of(unknown.group(1).split(", "))));
                if (refused.isEmpty() == complaint.isEmpty()) {
                    agreed.merge(complaint.isEmpty(), 1, Integer::sum);
                } else if (!refused.isEmpty()
                        || !BEYOND_A_SCHEMA.matcher(complaint.get()).find()) {
                    differing.add(text + "\n    schema: " + refused + "\n    reader: " + complaint);
                }
            });
        }
        assertThat(differing).isEmpty();
        assertThat(properties(tree()).map(Map.Entry::getKey)).containsAll(listed);
        assertThat(agreed.get(true)).isGreaterThan(100);
        assertThat(agreed.get(false)).isGreaterThan(1000);
    }

    /** The tests above would not notice a key that no example has. */
    @Test
    void everyKeyStandsInAnExample() throws IOException {
        var used = SchemaExamples.all().stream()
                .flatMap(example -> keys(json(example)))
                .collect(Collectors.toSet());
        assertThat(used).containsAll(properties(tree()).map(Map.Entry::getKey).toList());
    }

    private static Stream<String> keys(JsonNode node) {
        var own = node.properties().stream().map(Map.Entry::getKey);
        return Stream.concat(own, children(node).flatMap(SchemaTest::keys));
    }

    private static Stream<JsonNode> children(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    @Test
    void everyKeyIsDescribed() throws IOException {
        var tree = tree();
        var bare = new ArrayList<String>();
        properties(tree).forEach(property -> {
            var described = property.getValue().has("description")
                    || tree.at(property.getValue().path("$ref").asText("#").substring(1))
                            .has("description");
            if (!described
                    && property.getValue().isObject()
                    && !property.getValue().has("const")) {
                bare.add(property.getKey());
            }
        });
        assertThat(bare).isEmpty();
    }

    /** The keys that any part of the schema declares. */
    private static Stream<Map.Entry<String, JsonNode>> properties(JsonNode schema) {
        return Stream.concat(
                schema.path("properties").properties().stream(),
                children(schema).flatMap(SchemaTest::properties));
    }

    @Test
    void choicesAreThoseOfTheReader() throws IOException {
        var definitions = tree().get("$defs");
        assertThat(choices(definitions.get("lesson")))
                .isEqualTo(names(LessonKind.all().stream().map(LessonKind::lesson)));
        assertThat(choices(definitions.get("language"))).isEqualTo(names(Language.codes().stream()));
        assertThat(choices(definitions.at("/activation/anyOf/0")))
                .isEqualTo(names(Activation.all().stream().map(Activation::name)));
        assertThat(choices(definitions.get("scaling")))
                .isEqualTo(names(Scaling.all().stream().map(Scaling::word)));
        assertThat(choices(definitions.get("role")))
                .isEqualTo(names(Arrays.stream(Definition.Kind.values()).map(Definition.Kind::word)));
        assertThat(choices(definitions.at("/network/properties/cost")))
                .isEqualTo(names(Cost.all().stream().map(Cost::name)));
    }

    /** A network of steps can go forward, but no gradient comes back through it. */
    @ParameterizedTest
    @ValueSource(strings = {"step", "[step, sigmoid]", "[tanh, step]"})
    void stepsAreForTheLessonsThatTheReaderGivesThemTo(String activations) throws IOException {
        var template = Files.readString(FILE.resolveSibling("xor.yaml"));
        var taking = new TreeSet<String>();
        for (var lesson : LessonKind.all()) {
            if (!(lesson.kind() instanceof NetworkKind)) {
                continue;
            }
            var settings = List.of(
                    Setting.parse("lesson=" + lesson.lesson()),
                    Setting.parse("cost=squared"),
                    Setting.parse("network.activations=" + activations));
            var seen = (ObjectNode) json(template);
            seen.put("lesson", lesson.lesson()).put("cost", "squared");
            ((ObjectNode) seen.get("network")).set("activations", json(activations));
            var refused = schema().validate(seen.toString(), InputFormat.JSON);
            if (refused.isEmpty()) {
                taking.add(lesson.lesson());
                assertThat(Template.builtIn("xor").read(settings).heading().lesson())
                        .isEqualTo(lesson.lesson());
            } else {
                assertThatExceptionOfType(TemplateException.class)
                        .isThrownBy(() -> Template.builtIn("xor").read(settings));
            }
        }
        assertThat(taking).containsExactly("3.1-parameters", "3.2-forward");
    }

    private static Set<String> choices(JsonNode schema) {
        var choices = new TreeSet<String>();
        schema.get("enum").forEach(choice -> choices.add(choice.asText()));
        return choices;
    }

    private static Set<String> names(Stream<String> names) {
        return names.collect(Collectors.toCollection(TreeSet::new));
    }
}
