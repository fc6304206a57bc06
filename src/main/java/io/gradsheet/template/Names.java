package io.gradsheet.template;

import io.gradsheet.expression.Meaning;
import io.gradsheet.expression.Scope;
import io.gradsheet.template.WorksheetFormula.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of a worksheet, as far as its template has been read: what each stands for, and of those that cannot be used, why. A
 * formula sees what stands above it.
 */
final class Names {
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}0-9]*(?:\\.\\p{L}[\\p{L}0-9]*)?");

    /** Functions that are called by the name of a letter are shown by the letter. */
    private static final Map<String, String> LETTERS =
            Map.of("sigma", "σ", "theta", "θ", "eta", "η", "delta", "δ", "phi", "φ");

    private final Map<String, Place> declared;
    private final Map<String, Known> known = new LinkedHashMap<>();
    private final Map<String, List<String>> tablesWith = new LinkedHashMap<>();
    private final Set<String> tables = new HashSet<>();
    private final Set<String> withGaps = new HashSet<>();
    private final Map<String, String> captions = new HashMap<>();

    /** What a name means, and the cells that it stands for; of a function, none. */
    private record Known(Meaning meaning, Optional<Reference> reference) {
        static Known of(Meaning meaning, String id, boolean inRow) {
            return new Known(meaning, Optional.of(new Reference(id, inRow)));
        }
    }

    /**
     * Begins with nothing read.
     *
     * @param declared where every symbol of the template stands, read or not
     */
    Names(Map<String, Place> declared) {
        this.declared = Map.copyOf(declared);
    }

    /** Adds an input or a value, and how its symbol is shown. */
    void add(String symbol, Meaning meaning, String caption) {
        captions.put(symbol, caption);
        known.put(symbol, Known.of(meaning, symbol, false));
    }

    /** Adds a function. */
    void addFunction(String name, Meaning.Function function) {
        known.put(name, new Known(function, Optional.empty()));
    }

    /** Adds a whole column of a table that stands above: a vector, or a matrix if the column is several. */
    void addColumn(String table, String symbol, int rows, int width, String caption) {
        captions.put(table + "." + symbol, caption);
        var meaning = new Meaning.Array(rows, width);
        var id = table + "." + symbol;
        known.put(id, Known.of(meaning, id, false));
        tablesWith.computeIfAbsent(symbol, name -> new ArrayList<>()).add(table);
    }

    /** Remembers that some cells of an input, a value or a column may be empty. */
    void addGaps(String id) {
        withGaps.add(id);
    }

    boolean hasGaps(String id) {
        return withGaps.contains(id);
    }

    /** Adds a table, whose columns are added one by one. */
    void addTable(String table) {
        tables.add(table);
    }

    boolean hasTable(String table) {
        return tables.contains(table);
    }

    /** The first column of the table that a column belongs to. */
    Optional<String> firstColumnBeside(String id) {
        var dot = id.indexOf('.');
        return dot < 0
                ? Optional.empty()
                : known.keySet().stream()
                        .filter(name -> name.startsWith(id.substring(0, dot + 1)))
                        .findFirst();
    }

    /** A formula as it is to be read: every name as its symbol is shown. */
    String shown(String formula) {
        return NAME.matcher(formula).replaceAll(name -> Matcher.quoteReplacement(caption(name.group())));
    }

    private String caption(String name) {
        var tables = tablesWith.getOrDefault(name, List.of());
        return captions.getOrDefault(
                tables.size() == 1 ? tables.get(0) + "." + name : name, LETTERS.getOrDefault(name, name));
    }

    boolean has(String symbol) {
        return known.containsKey(symbol);
    }

    /** What a formula sees that stands in no table. */
    View view() {
        return new View(Map.of());
    }

    /** What a formula sees, some of whose names have a meaning of their own. */
    final class View implements Scope {
        private final Map<String, Known> own;
        private final Map<String, Reference> used = new LinkedHashMap<>();

        private View(Map<String, Known> own) {
            this.own = own;
        }

        /** The same with a number that is fixed for this formula: the index of an element. */
        View withFixed(String name, int value) {
            return with(name, new Known(new Meaning.Fixed(value), Optional.empty()));
        }

        /** The same with a name that stands for part of the row that the formula stands in. */
        View withInRow(String name, Meaning meaning, String id) {
            return with(name, Known.of(meaning, id, true));
        }

        /** The same with a name that cannot be used here. */
        View withBarred(String name, String reason) {
            return with(name, new Known(new Meaning.Barred(reason), Optional.empty()));
        }

        /** The same with a name that stands for a cell of its own. */
        View withCell(String name, String id) {
            return with(name, Known.of(new Meaning.Number(), id, false));
        }

        private View with(String name, Known meaning) {
            var more = new LinkedHashMap<>(own);
            more.put(name, meaning);
            return new View(more);
        }

        @Override
        public Optional<Meaning> meaning(String name) {
            var found = find(name);
            found.flatMap(Known::reference).ifPresent(reference -> used.put(name, reference));
            return found.map(Known::meaning);
        }

        private Optional<Known> find(String name) {
            if (own.containsKey(name)) {
                return Optional.of(own.get(name));
            }
            if (known.containsKey(name)) {
                return Optional.of(known.get(name));
            }
            var tables = tablesWith.getOrDefault(name, List.of());
            if (tables.size() == 1) {
                return Optional.of(known.get(tables.get(0) + "." + name));
            }
            return reason(name, tables).map(reason -> new Known(new Meaning.Barred(reason), Optional.empty()));
        }

        private Optional<String> reason(String name, List<String> tables) {
            if (!tables.isEmpty()) {
                return Optional.of("the tables " + String.join(" and ", tables) + " have a column of that name; write "
                        + tables.get(0) + "." + name);
            }
            return Optional.ofNullable(declared.get(name))
                    .map(place -> "it stands further down (" + place
                            + "); a formula uses what stands above it, so move it up");
        }

        @Override
        public List<String> names() {
            var names = new TreeSet<>(known.keySet());
            own.forEach((name, meaning) -> {
                if (!(meaning.meaning() instanceof Meaning.Barred)) {
                    names.add(name);
                }
            });
            tablesWith.forEach((name, tables) -> {
                if (tables.size() == 1) {
                    names.add(name);
                    names.remove(tables.get(0) + "." + name);
                }
            });
            return List.copyOf(names);
        }

        /** What the names stand for that were asked for. */
        Map<String, Reference> used() {
            return used;
        }
    }
}
