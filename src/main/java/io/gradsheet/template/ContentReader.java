package io.gradsheet.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads what stands on a worksheet. Blocks that define cells are read at once, since a formula sees what stands above it; those
 * that only show cells, when all cells are known.
 */
final class ContentReader {
    private static final int MOST_BLOCKS = 200;
    private static final int MOST_DEFINITIONS = 200;
    private static final int MOST_LAYERS = 8;
    private static final int LARGEST_LAYER = 1_000;

    /** What a block is known by, and the keys that go with it. */
    private static final Map<String, List<String>> KEYS = keys();

    private final WorksheetTexts texts;
    private final DefinitionReader definitions;
    private final TableReader tables;
    private final ChartReader charts;
    private final ClaimReader claims;
    private final SolverReader solvers;
    private final List<String> sheets;

    /**
     * Begins with nothing read.
     *
     * @param sheets the names of the sheets, for links
     */
    ContentReader(Names names, WorksheetTexts texts, Sources sources, List<String> sheets) {
        this.texts = texts;
        this.definitions = new DefinitionReader(names, texts);
        this.tables = new TableReader(names, texts, definitions, new RowsReader(names, texts, sources));
        this.charts = new ChartReader(names, texts);
        this.claims = new ClaimReader(names, texts);
        this.solvers = new SolverReader(names);
        this.sheets = sheets;
    }

    private static Map<String, List<String>> keys() {
        var keys = new LinkedHashMap<String, List<String>>();
        keys.put("heading", List.of());
        keys.put("text", List.of());
        keys.put("try", List.of());
        keys.put("link", List.of("text"));
        keys.put("inputs", List.of());
        keys.put("values", List.of());
        keys.put("table", TableReader.KEYS);
        keys.put("chart", ChartReader.CHART);
        keys.put("map", ChartReader.MAP);
        keys.put("image", ChartReader.IMAGE);
        keys.put("network", List.of());
        keys.put("same", ClaimReader.SAME);
        keys.put("verdict", ClaimReader.VERDICT);
        keys.put("solver", SolverReader.KEYS);
        keys.put("show", List.of());
        keys.put("beside", List.of());
        return keys;
    }

    /** The blocks of a list; each becomes whole when it is asked for. */
    List<Supplier<Block>> read(Entry content) {
        return content.items("item", 1, 1, MOST_BLOCKS).stream()
                .map(this::block)
                .toList();
    }

    private Supplier<Block> block(Entry entry) {
        var kind = kind(entry.called("the item"));
        var section = entry.called(kind).section();
        section.only(Stream.concat(Stream.of(kind), KEYS.get(kind).stream())
                .distinct()
                .toList());
        var value = section.entry(kind).called(kind);
        return switch (kind) {
            case "heading" -> now(new Block.Headline(texts.of(value)));
            case "text" -> now(new Block.Paragraph(texts.of(value), false));
            case "try" -> now(new Block.Paragraph(texts.of(value), true));
            case "link" -> now(link(section));
            case "inputs" ->
                now(solvers.noted(new Block.Inputs(value.items("input", 1, 1, MOST_DEFINITIONS).stream()
                        .map(item -> definitions.input(item.called("input")))
                        .toList())));
            case "values" ->
                now(new Block.Values(value.items("value", 1, 1, MOST_DEFINITIONS).stream()
                        .map(item -> definitions.value(item.called("value")))
                        .toList()));
            case "table" -> now(tables.read(section));
            case "chart" -> () -> charts.chart(section);
            case "map" -> () -> charts.relief(section);
            case "image" -> () -> charts.image(section);
            case "network" ->
                now(new Block.Drawing(value.items("layer", 1, 2, MOST_LAYERS).stream()
                        .map(item -> item.integer(1, LARGEST_LAYER))
                        .toList()));
            case "same" -> () -> claims.same(section);
            case "verdict" -> () -> claims.verdict(section);
            case "solver" -> () -> solvers.read(section);
            case "show" -> now(claims.written(value));
            default -> beside(value);
        };
    }

    /** The key that a block is known by; that of a link may also have a text. */
    private static String kind(Entry entry) {
        var section = entry.section();
        if (section.has("link")) {
            return "link";
        }
        return KEYS.keySet().stream()
                .filter(section::has)
                .findFirst()
                .orElseThrow(() -> section.all().isEmpty()
                        ? entry.complaint("is empty; remove it")
                        : section.only(List.copyOf(KEYS.keySet())).complaint("is no item of a worksheet"));
    }

    private static Supplier<Block> now(Block block) {
        return () -> block;
    }

    private Block link(Section section) {
        var sheet = section.entry("link").called("link").choice(sheets, name -> name);
        return new Block.Link(sheet, section.optional("text").map(texts::of).orElse(sheet));
    }

    private Supplier<Block> beside(Entry list) {
        var blocks = new ArrayList<Supplier<Block>>();
        for (var item : list.items("item", 1, 1, MOST_BLOCKS)) {
            if (item.section().has("beside")) {
                throw item.complaint("stands beside others already; put its items into the list around it");
            }
            blocks.add(block(item));
        }
        return () -> new Block.Beside(blocks.stream().map(Supplier::get).toList());
    }
}
