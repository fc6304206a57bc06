package io.gradsheet.xlsx;

import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.RichText.Script;
import io.gradsheet.xlsx.Look.Pen;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The table of texts that the cells of a workbook refer to by number. Texts could stand in their cells, but previews of some programs
 * show those as blank.
 */
final class SharedTexts {
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private long uses;

    /** The number of a text without any look of its own. */
    int of(String text) {
        return number(text(text));
    }

    /** The number of a label, written with a pen. */
    int of(RichText label, Pen pen) {
        if (label.isPlain()) {
            return of(label.text());
        }
        var xml = new StringBuilder();
        for (var run : label.runs()) {
            xml.append("<r><rPr>");
            font(xml, new Pen(pen.points(), pen.bold() || run.bold(), pen.underlined(), pen.colour()), run.script());
            xml.append("</rPr>").append(text(run.text())).append("</r>");
        }
        return number(xml.toString());
    }

    private int number(String xml) {
        uses++;
        return numbers.computeIfAbsent(xml, fresh -> numbers.size());
    }

    private static void font(StringBuilder xml, Pen pen, Script script) {
        if (pen.bold()) {
            xml.append("<b/>");
        }
        if (pen.underlined()) {
            xml.append("<u/>");
        }
        switch (script) {
            case NORMAL -> {}
            case SUPER -> xml.append("<vertAlign val=\"superscript\"/>");
            case SUB -> xml.append("<vertAlign val=\"subscript\"/>");
        }
        xml.append("<sz val=\"").append(pen.points()).append("\"/><color rgb=\"");
        xml.append(Styles.OPAQUE)
                .append(pen.colour())
                .append("\"/><rFont val=\"")
                .append(Styles.FONT);
        xml.append("\"/><family val=\"2\"/>");
    }

    private static String text(String text) {
        var kept = Texts.cell(text);
        return (kept.equals(kept.strip()) ? "<t>" : "<t xml:space=\"preserve\">") + Texts.xml(kept) + "</t>";
    }

    /** Writes the part of the file that holds the table. */
    void write(Writer out) throws IOException {
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        out.write("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\"");
        out.write(Long.toString(uses));
        out.write("\" uniqueCount=\"");
        out.write(Integer.toString(numbers.size()));
        out.write("\">");
        for (var xml : numbers.keySet()) {
            out.write("<si>");
            out.write(xml);
            out.write("</si>");
        }
        out.write("</sst>");
        out.flush();
    }
}
