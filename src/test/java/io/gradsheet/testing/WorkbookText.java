package io.gradsheet.testing;

import static java.util.stream.Collectors.joining;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * A workbook as text that can be compared line by line: every cell with its formula, value and look, and every chart, name, width and
 * rule. How the file stores them (shared formulas and strings, numbers of styles) leaves no trace. It reads the file's XML by itself,
 * so that a change of the program's own readers and writers cannot hide from it.
 */
public final class WorkbookText {
    private static final Pattern REFERENCE = Pattern.compile(
            "\"[^\"]*\"|'[^']*'!|(?<![A-Za-z0-9_.$])(\\$?)([A-Z]{1,3})(\\$?)([0-9]{1,7})(?![A-Za-z0-9_(.])");

    private final ZipFile archive;
    private final List<String> looks;
    private final List<String> strings;

    private WorkbookText(ZipFile archive) throws IOException {
        this.archive = archive;
        this.looks = looks();
        this.strings = strings();
    }

    /**
     * The text of each sheet and of each other part of a file.
     *
     * @return by the name of the sheet, or of the part; in an order that depends on these alone
     */
    public static Map<String, String> of(Path file) {
        try (var archive = new ZipFile(file.toFile())) {
            return new WorkbookText(archive).parts();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> parts() throws IOException {
        var sheets = sheets();
        var parts = new TreeMap<String, String>();
        for (var entry : archive.stream().toList()) {
            var name = entry.getName();
            if (sheets.containsKey(name)) {
                parts.put(sheets.get(name), sheet(name));
            } else if (!name.matches("xl/(styles|sharedStrings)\\.xml|.*Content_Types.*")) {
                parts.put(name, name.matches(".*\\.(xml|rels|vml)") ? printed(root(name), "") : "binary");
            }
        }
        return parts;
    }

    /** The names of the sheets by their parts. */
    private Map<String, String> sheets() throws IOException {
        var targets = new HashMap<String, String>();
        for (var relation : children(root("xl/_rels/workbook.xml.rels"))) {
            var target = relation.getAttribute("Target");
            targets.put(relation.getAttribute("Id"), target.startsWith("/") ? target.substring(1) : "xl/" + target);
        }
        var names = new LinkedHashMap<String, String>();
        for (var sheet : children(child(root("xl/workbook.xml"), "sheets"))) {
            names.put(targets.get(sheet.getAttribute("r:id")), sheet.getAttribute("name"));
        }
        return names;
    }

    // What cells point at -------------------------------------------------------------------------------------------

    private List<String> looks() throws IOException {
        var styles = root("xl/styles.xml");
        var formats = new HashMap<String, String>();
        for (var format : children(child(styles, "numFmts"))) {
            formats.put(format.getAttribute("numFmtId"), format.getAttribute("formatCode"));
        }
        var fonts = printedChildren(styles, "fonts");
        var fills = printedChildren(styles, "fills");
        var borders = printedChildren(styles, "borders");
        var looks = new ArrayList<String>();
        for (var look : children(child(styles, "cellXfs"))) {
            var number = look.getAttribute("numFmtId");
            looks.add(Stream.of(
                            formats.getOrDefault(number, number),
                            fonts.get(Integer.parseInt(look.getAttribute("fontId"))),
                            fills.get(Integer.parseInt(look.getAttribute("fillId"))),
                            borders.get(Integer.parseInt(look.getAttribute("borderId"))),
                            children(look).stream()
                                    .map(part -> printed(part, ""))
                                    .collect(joining()))
                    .collect(joining(" | "))
                    .replace("\n", " "));
        }
        return looks;
    }

    private List<String> printedChildren(Element styles, String name) {
        return children(child(styles, name)).stream()
                .map(part -> printed(part, ""))
                .toList();
    }

    private List<String> strings() throws IOException {
        return archive.getEntry("xl/sharedStrings.xml") == null
                ? List.of()
                : children(root("xl/sharedStrings.xml")).stream()
                        .map(text -> printed(text, "").replace("\n", " "))
                        .toList();
    }

    // Sheets --------------------------------------------------------------------------------------------------------

    /** Long sheets are read as they stream by. */
    private String sheet(String part) throws IOException {
        var text = new StringBuilder();
        var shared = new HashMap<String, Shared>();
        try (var in = stream(part)) {
            var xml = factory().createXMLStreamReader(in);
            var open = new ArrayDeque<String>();
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    if (xml.getLocalName().equals("c")) {
                        cell(xml, shared, text);
                    } else {
                        open.push(xml.getLocalName());
                        element(xml, open, text);
                    }
                } else if (xml.getEventType() == XMLStreamConstants.END_ELEMENT) {
                    open.pop();
                } else if (xml.isCharacters() && !xml.isWhiteSpace()) {
                    text.append("  ").append(xml.getText().strip()).append('\n');
                }
            }
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IOException(part + ": " + e.getMessage(), e);
        }
    }

    private record Shared(String formula, int row, int column) {}

    private void element(XMLStreamReader xml, Deque<String> open, StringBuilder text) {
        var attributes = new TreeMap<String, String>();
        for (var i = 0; i < xml.getAttributeCount(); i++) {
            var name = xml.getAttributeLocalName(i);
            var value = xml.getAttributeValue(i);
            var isLook = (open.peek().equals("row") && name.equals("s"))
                    || (open.peek().equals("col") && name.equals("style"));
            attributes.put(name, isLook ? looks.get(Integer.parseInt(value)) : value);
        }
        text.append(" ".repeat(open.size()))
                .append(open.peek())
                .append(attributes)
                .append('\n');
    }

    private void cell(XMLStreamReader xml, Map<String, Shared> shared, StringBuilder text) throws XMLStreamException {
        var place = xml.getAttributeValue(null, "r");
        var type = xml.getAttributeValue(null, "t");
        var look = xml.getAttributeValue(null, "s");
        text.append(place)
                .append(" [")
                .append(look == null ? "" : looks.get(Integer.parseInt(look)))
                .append(']');
        for (var event = xml.next();
                !(event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")); ) {
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("f")) {
                text.append(" =").append(formula(xml, place, shared));
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("v")) {
                var value = xml.getElementText();
                text.append(' ').append("s".equals(type) ? strings.get(Integer.parseInt(value)) : value);
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                text.append(' ').append(xml.getLocalName());
            } else if (event == XMLStreamConstants.CHARACTERS) {
                text.append(' ').append(xml.getText());
            }
            event = xml.next();
        }
        text.append('\n');
    }

    private static String formula(XMLStreamReader xml, String place, Map<String, Shared> shared)
            throws XMLStreamException {
        var isShared = "shared".equals(xml.getAttributeValue(null, "t"));
        var index = xml.getAttributeValue(null, "si");
        var formula = xml.getElementText();
        if (!isShared) {
            return formula;
        }
        if (!formula.isEmpty()) {
            shared.put(index, new Shared(formula, row(place), column(place)));
        }
        var first = shared.get(index);
        return moved(first.formula(), row(place) - first.row(), column(place) - first.column());
    }

    private static String moved(String formula, int rows, int columns) {
        return REFERENCE
                .matcher(formula)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(2) == null ? found.group() : moved((Matcher) found, rows, columns)));
    }

    private static String moved(Matcher found, int rows, int columns) {
        var column = found.group(1).isEmpty() ? letters(column(found.group(2)) + columns) : found.group(2);
        var row = found.group(3).isEmpty() ? Integer.parseInt(found.group(4)) + rows : Integer.parseInt(found.group(4));
        return found.group(1) + column + found.group(3) + row;
    }

    private static int row(String place) {
        return Integer.parseInt(place.replaceAll("[A-Z]", ""));
    }

    private static int column(String place) {
        return place.chars().filter(Character::isLetter).reduce(0, (sum, letter) -> sum * 26 + letter - 'A' + 1);
    }

    private static String letters(int column) {
        var text = new StringBuilder();
        for (var rest = column; rest > 0; rest = (rest - 1) / 26) {
            text.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return text.toString();
    }

    // XML -----------------------------------------------------------------------------------------------------------

    private InputStream stream(String part) throws IOException {
        return new BufferedInputStream(archive.getInputStream(archive.getEntry(part)));
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private Element root(String part) throws IOException {
        try (var in = stream(part)) {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getDocumentElement();
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(part + ": " + e.getMessage(), e);
        }
    }

    private static List<Element> children(Element parent) {
        var children = new ArrayList<Element>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static Element child(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> child.getTagName().equals(name))
                .findFirst()
                .orElseGet(() -> parent.getOwnerDocument().createElement(name));
    }

    /** An element with its attributes in the order of their names, a line each. */
    private static String printed(Element element, String indent) {
        var attributes = new TreeMap<String, String>();
        for (var i = 0; i < element.getAttributes().getLength(); i++) {
            var attribute = element.getAttributes().item(i);
            attributes.put(attribute.getNodeName(), attribute.getNodeValue());
        }
        var text = new StringBuilder(indent)
                .append(element.getTagName())
                .append(attributes)
                .append('\n');
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                text.append(printed(inner, indent + " "));
            } else if (!child.getTextContent().isBlank()) {
                text.append(indent).append(" \"").append(child.getTextContent()).append("\"\n");
            }
        }
        return text.toString();
    }
}
