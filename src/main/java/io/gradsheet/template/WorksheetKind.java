package io.gradsheet.template;

import io.gradsheet.expression.Meaning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A lesson that is said in its template: sheets of inputs, formulas, tables and pictures. */
final class WorksheetKind implements ExperimentKind {
    private static final int MOST_SHEETS = 20;
    private static final Pattern FUNCTION = Pattern.compile("\\s*([^()\\s]+)\\s*\\(([^()]*)\\)\\s*");
    private static final Pattern SHEET = Pattern.compile("\\p{L}[\\p{L}0-9]{0,30}");

    /** What a formula would take for a cell, as {@code A1} or {@code R1C1}. */
    private static final Pattern CELL = Pattern.compile("(?i)[a-z]{1,3}[0-9]+|r[0-9]*c?[0-9]*|c[0-9]*|true|false");

    /** Every workbook has sheets of these names. */
    private static final Set<String> TAKEN = Set.of("guide", "check", "source", "history", "exercise", "hints");

    @Override
    public String name() {
        return "worksheet";
    }

    @Override
    public List<String> keys() {
        return List.of("functions", "sheets");
    }

    @Override
    public List<String> subject() {
        return List.of("sheets");
    }

    @Override
    public AssignmentKeys assignment() {
        return new AssignmentKeys("rows", List.of());
    }

    @Override
    public WorksheetExperiment read(Heading heading, Section section, Sources sources) {
        var texts = new WorksheetTexts(heading.language());
        var names = new Names(declared(section.entry("sheets")));
        section.optional("functions").ifPresent(entry -> readFunctions(entry.section(), names));
        var sheets = section.entry("sheets").items("sheet", 1, 1, MOST_SHEETS).stream()
                .map(entry -> entry.called("sheet").section().only(List.of("name", "title", "about", "content")))
                .toList();
        var content = new ContentReader(names, texts, sources, sheetNames(sheets));
        var blocks = sheets.stream()
                .map(sheet -> content.read(sheet.entry("content")))
                .toList();
        var pages = new ArrayList<WorksheetExperiment.Page>();
        for (var i = 0; i < sheets.size(); i++) {
            pages.add(new WorksheetExperiment.Page(
                    sheets.get(i).entry("name").text(),
                    texts.of(sheets.get(i).entry("title")),
                    texts.of(sheets.get(i).entry("about")),
                    blocks.get(i).stream().map(Supplier::get).toList()));
        }
        return new WorksheetExperiment(heading, sources.provenance(), pages, Map.of());
    }

    private static List<String> sheetNames(List<Section> sheets) {
        var names = new ArrayList<String>();
        var seen = new HashSet<>(TAKEN);
        for (var sheet : sheets) {
            var entry = sheet.entry("name");
            var name = entry.text();
            if (!SHEET.matcher(name).matches() || CELL.matcher(name).matches()) {
                throw entry.complaint("cannot be " + Wording.quoted(name)
                        + "; take a word of at most 31 letters and digits that is not the name of a cell");
            }
            if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                throw entry.complaint("is " + Wording.quoted(name) + ", the name of another sheet; take another");
            }
            names.add(name);
        }
        return names;
    }

    private static void readFunctions(Section functions, Names names) {
        functions.all().forEach((key, body) -> {
            var match = FUNCTION.matcher(key);
            if (!match.matches()) {
                throw body.complaint("must have a key such as f(x) or f(x, y)");
            }
            var name = match.group(1);
            DefinitionReader.checkName(name, body);
            if (names.has(name)) {
                throw body.complaint("is a second function called " + Wording.quoted(name) + "; take another name");
            }
            var parameters =
                    Arrays.stream(match.group(2).split(",")).map(String::strip).toList();
            parameters.forEach(parameter -> DefinitionReader.checkName(parameter, body));
            if (new HashSet<>(parameters).size() < parameters.size()) {
                throw body.complaint("has the same parameter twice; take another name");
            }
            names.addFunction(name, new Meaning.Function(parameters, body.text()));
        });
    }

    /** Where every symbol stands, so that one that is used too early is told from one that is nowhere. */
    private static Map<String, Place> declared(Entry sheets) {
        var declared = new LinkedHashMap<String, Place>();
        collect(sheets.node(), declared);
        return declared;
    }

    private static void collect(Node node, Map<String, Place> declared) {
        if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(item -> collect(item, declared));
        } else if (node instanceof MappingNode mapping) {
            for (var tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals("symbol")
                        && tuple.getValueNode() instanceof ScalarNode symbol) {
                    declared.putIfAbsent(symbol.getValue(), Place.of(symbol));
                } else {
                    collect(tuple.getValueNode(), declared);
                }
            }
        }
    }
}
