package io.gradsheet.cli;

import io.gradsheet.explanation.Explanation;
import io.gradsheet.explanation.Explanation.Kind;
import io.gradsheet.sheet.OneLine;
import io.gradsheet.sheet.Value;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code explain} prints. */
final class ExplainReport {
    /** Of more cells that a formula reads, the first ones and the last are listed. */
    private static final int MOST_SOURCES = 20;

    private static final int LONGEST_FORMULA = 300;
    private static final int NAMES_WIDTH = 44;

    private final PrintWriter out;

    ExplainReport(PrintWriter out) {
        this.out = out;
    }

    // For people ----------------------------------------------------------------------------------------------------

    void print(List<Explanation> explanations) {
        for (var i = 0; i < explanations.size(); i++) {
            if (i > 0) {
                out.println();
            }
            print(explanations.get(i), "");
            printUses(explanations.get(i));
        }
        out.flush();
    }

    private void print(Explanation of, String indent) {
        out.println(indent + of.cell() + ": " + title(of));
        if (!of.words().isEmpty()) {
            out.println(indent + "  " + OneLine.of(of.words()));
        }
        var inner = indent + "  ";
        if (of.kind() == Kind.FORMULA) {
            line(inner, "in symbols", of.symbols());
            line(inner, "in cells", of.formula().isEmpty() ? "" : "=" + OneLine.of(of.formula(), LONGEST_FORMULA));
            line(inner, "in numbers", of.numbers());
        }
        of.change().ifPresent(change -> line(inner, "changed", change));
        if (of.kind() != Kind.TEXT && of.kind() != Kind.EMPTY) {
            line(
                    inner,
                    of.java().isPresent() ? "the sheet has" : "it holds",
                    of.sheet().toString());
        }
        of.java().ifPresent(java -> line(inner, "Java has", java + (of.agrees() ? "" : "   (they differ)")));
        of.origin().ifPresent(origin -> printOrigin(inner, of, origin));
        printSources(of, inner);
    }

    private static String title(Explanation of) {
        return switch (of.kind()) {
            case EMPTY -> of.name().isEmpty() ? "an empty cell" : of.name() + ", which is empty";
            case TEXT -> "a text, " + Value.of(of.name().isEmpty() ? of.sheet().content() : of.name());
            case INPUT ->
                (of.name().isEmpty() ? "an input" : of.name() + ", an input") + ": change it, and others follow";
            case FIGURE -> of.name().isEmpty() ? "a number that is there to be read" : of.name();
            case FORMULA -> of.name().isEmpty() ? "a formula of somebody's own" : of.name();
        };
    }

    private void line(String indent, String caption, String text) {
        if (!text.isEmpty()) {
            out.printf("%s%-14s %s%n", indent, caption, text);
        }
    }

    private void printOrigin(String indent, Explanation of, Explanation.Origin origin) {
        if (origin.cell().equals(of.cell())) {
            line(indent, "why", origin.change().isPresent() ? "see above" : "all that it reads is right");
            return;
        }
        line(
                indent,
                "it begins at",
                origin.cell() + ", " + origin.name() + ": the sheet has " + origin.sheet() + ", Java has "
                        + origin.java()
                        + origin.change().map(change -> "; " + change).orElse(""));
    }

    private void printSources(Explanation of, String indent) {
        var sources = of.sources();
        if (sources.isEmpty()) {
            return;
        }
        out.println(indent + "from");
        for (var i = 0; i < sources.size(); i++) {
            if (sources.size() > MOST_SOURCES && i == MOST_SOURCES - 1) {
                out.println(indent + "  … " + Figures.count(sources.size() - MOST_SOURCES) + " more …");
                i = sources.size() - 1;
            }
            var source = sources.get(i);
            if (source.sources().isEmpty()) {
                out.println(indent + "  " + listed(source.cell().toString(), named(source)) + "  " + source.sheet()
                        + (source.agrees()
                                ? ""
                                : "   (Java has " + source.java().orElse(Value.NOTHING) + ")"));
            } else {
                print(source, indent + "  ");
            }
        }
    }

    private static String named(Explanation of) {
        return of.name().isEmpty() ? "" : OneLine.of(of.name(), NAMES_WIDTH);
    }

    private static String listed(String cell, String name) {
        return String.format("%-18s %-" + NAMES_WIDTH + "s", cell, name);
    }

    private void printUses(Explanation of) {
        if (of.uses().isEmpty()) {
            if (of.lookups() == 0 && (of.kind() == Kind.FORMULA || of.kind() == Kind.INPUT)) {
                out.println("  no formula reads it");
            }
            printLookups(of);
            return;
        }
        out.println(of.kind() == Kind.INPUT ? "  what follows from it at once" : "  read by");
        of.uses().forEach(use -> out.println(("    " + listed(use.cell().toString(), use.name())).stripTrailing()));
        if (of.useCount() > of.uses().size()) {
            out.println("    … and " + Figures.count(of.useCount() - of.uses().size()) + " more");
        }
        printLookups(of);
    }

    private void printLookups(Explanation of) {
        if (of.lookups() > 0) {
            out.println("  " + Figures.count(of.lookups())
                    + (of.lookups() == 1 ? " formula looks" : " formulas look")
                    + " numbers up among which it is");
        }
    }

    // For programs --------------------------------------------------------------------------------------------------

    void printJson(Path workbook, List<Explanation> explanations) {
        var report = new LinkedHashMap<String, Object>();
        report.put("workbook", workbook.toString());
        report.put("agrees", explanations.stream().allMatch(Explanation::agrees));
        report.put("cells", explanations.stream().map(ExplainReport::entry).toList());
        Json.print(out, report);
        out.flush();
    }

    private static Map<String, Object> entry(Explanation of) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("cell", of.cell().toString());
        entry.put("kind", of.kind().name());
        entry.put("name", of.name());
        put(entry, "words", of.words());
        put(entry, "formula", of.formula());
        put(entry, "symbols", of.symbols());
        put(entry, "numbers", of.numbers());
        entry.put("sheet", plain(of.sheet()));
        of.java().ifPresent(java -> entry.put("java", plain(java)));
        entry.put("agrees", of.agrees());
        of.change().ifPresent(change -> entry.put("change", change));
        of.origin().ifPresent(origin -> entry.put("origin", origin(origin)));
        if (!of.sources().isEmpty()) {
            entry.put("sources", of.sources().stream().map(ExplainReport::entry).toList());
        }
        if (of.useCount() > 0) {
            entry.put("useCount", of.useCount());
            entry.put("uses", uses(of));
        }
        if (of.lookups() > 0) {
            entry.put("lookups", of.lookups());
        }
        return entry;
    }

    private static void put(Map<String, Object> entry, String key, String text) {
        if (!text.isEmpty()) {
            entry.put(key, text);
        }
    }

    private static Map<String, Object> origin(Explanation.Origin of) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("cell", of.cell().toString());
        entry.put("name", of.name());
        entry.put("sheet", plain(of.sheet()));
        entry.put("java", plain(of.java()));
        of.change().ifPresent(change -> entry.put("change", change));
        return entry;
    }

    private static List<Object> uses(Explanation of) {
        var uses = new ArrayList<>();
        of.uses().forEach(use -> {
            var entry = new LinkedHashMap<String, Object>();
            entry.put("cell", use.cell().toString());
            entry.put("name", use.name());
            uses.add(entry);
        });
        return uses;
    }

    private static Object plain(Value value) {
        return value instanceof Value.Figure figure ? figure.number() : value.content();
    }
}
