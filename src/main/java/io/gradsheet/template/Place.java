package io.gradsheet.template;

import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Where something is written, as complaints begin with it: {@code file:line:column}, counted from 1, or a whole setting. */
record Place(String text) {
    /** How a setting begins; no file of ours does. */
    private static final String OPTION = "--";

    /** The place of a setting, {@code --set eta=0.05} or {@code --eta 0.05}. */
    static Place of(Provenance.Setting setting) {
        return new Place(Wording.shown(setting.typed()));
    }

    static Place of(Node node) {
        return of(node.getStartMark().orElseThrow());
    }

    /** The place of a mark, whose name is a file's or that of a setting. */
    static Place of(Mark mark) {
        var name = mark.getName();
        return name.startsWith(OPTION)
                ? new Place(name)
                : new Place(name + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1));
    }

    /**
     * The place of the character of a scalar's value at {@code column}, counted from 1; that of the whole scalar if it is not
     * written on one line just as it is read.
     */
    static Place inside(ScalarNode scalar, int column) {
        var start = scalar.getStartMark().orElseThrow();
        var end = scalar.getEndMark().orElseThrow();
        var text = scalar.getValue();
        var quote = scalar.isPlain() ? 0 : 1;
        var asRead = start.getLine() == end.getLine()
                && end.getColumn() - start.getColumn() == text.codePointCount(0, text.length()) + 2 * quote;
        if (start.getName().startsWith(OPTION) || !asRead) {
            return of(start);
        }
        var before = text.codePointCount(0, Math.min(column - 1, text.length()));
        return new Place(
                start.getName() + ":" + (start.getLine() + 1) + ":" + (start.getColumn() + 1 + quote + before));
    }

    /** The place of a text's character at {@code offset}. */
    static Place in(String file, CharSequence text, int offset) {
        var line = 1;
        var start = 0;
        for (var i = 0; i < offset; i++) {
            var c = text.charAt(i);
            if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
                line++;
                start = i + 1;
            }
        }
        var column = Character.codePointCount(text, start, offset) + 1;
        return new Place(file + ":" + line + ":" + column);
    }

    boolean isSetting() {
        return text.startsWith(OPTION);
    }

    TemplateException complaint(String sentence) {
        return new TemplateException(text + ": " + sentence);
    }

    @Override
    public String toString() {
        return text;
    }
}
