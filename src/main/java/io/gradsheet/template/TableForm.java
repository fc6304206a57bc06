package io.gradsheet.template;

import io.gradsheet.table.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a template says of the form of a table. */
final class TableForm {
    /** The keys below {@code data} that speak of it. */
    static final List<String> KEYS = List.of("header", "separator", "comments", "decimal");

    private static final Map<String, Character> SEPARATORS = separators();
    private static final Map<String, Character> DECIMALS = Map.of("point", '.', "comma", ',');

    private TableForm() {}

    private static Map<String, Character> separators() {
        var separators = new LinkedHashMap<String, Character>();
        separators.put("comma", ',');
        separators.put("semicolon", ';');
        separators.put("tab", '\t');
        separators.put("space", ' ');
        separators.put("bar", '|');
        return separators;
    }

    static DataTable.Form of(Section data) {
        var separator = data.optional("separator")
                .map(entry -> SEPARATORS.get(entry.choice(List.copyOf(SEPARATORS.keySet()), name -> name)));
        var decimal = data.optional("decimal")
                .map(entry -> DECIMALS.get(entry.choice(List.of("point", "comma"), name -> name)));
        return new DataTable.Form(
                data.optional("header").map(Entry::truth).orElse(true),
                new Table.Hints(separator, data.optional("comments").flatMap(TableForm::comment)),
                decimal);
    }

    private static Optional<Character> comment(Entry entry) {
        var text = entry.text().strip();
        if (text.length() != 1 || Character.isLetterOrDigit(text.charAt(0)) || "\"'+-.,".contains(text)) {
            throw entry.complaint("must be the one sign that comments begin with, such as \"#\" or \"%\", but is "
                    + Wording.quoted(text));
        }
        return Optional.of(text.charAt(0));
    }
}
