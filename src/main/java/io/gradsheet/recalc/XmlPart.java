package io.gradsheet.recalc;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.opc.PackagePart;

/** An XML part of a workbook, read forward. A document type is refused: a workbook has none, and an attack may. */
final class XmlPart implements Closeable {
    /** How messages about a document type begin. */
    private static final String DOCUMENT_TYPE = "DOCTYPE";

    /** How messages of POI about a part that explodes begin. */
    private static final String ZIP_BOMB = "Zip bomb";

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final String place;
    private final InputStream bytes;
    private final XMLStreamReader reader;

    /** @param place what messages call this part: the file, or the file and the part */
    XmlPart(PackagePart part, String place) {
        this.place = place;
        try {
            bytes = part.getInputStream();
        } catch (IOException | RuntimeException e) {
            throw new WorkbookException(place + " cannot be read: " + reason(e), e);
        }
        try {
            reader = factory().createXMLStreamReader(bytes);
        } catch (XMLStreamException | RuntimeException e) {
            closeQuietly(bytes);
            throw new WorkbookException(place + " cannot be read: " + reason(e), e);
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("it points at " + systemId);
        });
        return factory;
    }

    /** Goes on to the next start of an element; false at the end of the part. */
    boolean nextElement() {
        for (var event = next(); event != XMLStreamConstants.END_DOCUMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    /** Goes on to the next start of a child of the named element, which is open; false at its end. */
    boolean nextWithin(String parent) {
        for (var event = next(); event != XMLStreamConstants.END_DOCUMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT && at(parent)) {
                return false;
            }
        }
        return false;
    }

    /** Whether the element that just began or ended has that name, in whatever namespace (there are two editions of the format). */
    boolean at(String name) {
        return reader.getLocalName().equals(name);
    }

    /** An attribute of the element that just began; empty if it is not there. */
    String attribute(String name) {
        var value = reader.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    /** The text of the element that just began, read to its end. */
    String text(int most) {
        var text = new StringBuilder();
        append(text, most);
        return text.toString();
    }

    /** The text of an item of rich text that just began: its runs joined, reading aids left out. */
    String richText(String item, int most) {
        var text = new StringBuilder();
        while (nextWithin(item)) {
            if (at("t")) {
                append(text, most);
            } else if (at("rPh")) {
                skip();
            }
        }
        return unescaped(text.toString());
    }

    /**
     * What the author of a cell's text wrote: the format escapes what XML cannot hold, such as {@code _x000D_}, and what would look like
     * an escape, such as {@code _x005F_x0041_} for {@code _x0041_}.
     */
    static String unescaped(String text) {
        return text.contains("_x")
                ? ESCAPED.matcher(text)
                        .replaceAll(escaped -> Matcher.quoteReplacement(
                                Character.toString((char) Integer.parseInt(escaped.group(1), 16))))
                : text;
    }

    /** The name of the element that just began or ended, without its namespace. */
    String name() {
        return reader.getLocalName();
    }

    /** Goes on to the end of the element that just began. */
    void skip() {
        for (var depth = 1; depth > 0; ) {
            var event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private void append(StringBuilder text, int most) {
        for (var event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            switch (event) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                case XMLStreamConstants.START_ELEMENT -> skip();
                default -> {}
            }
            if (text.length() > most) {
                throw new WorkbookException(
                        place + " holds a text of more than " + most + " characters, which no cell can");
            }
        }
    }

    private int next() {
        int event;
        try {
            event = reader.next();
        } catch (XMLStreamException | NoSuchElementException e) {
            throw new WorkbookException(place + " cannot be read: " + reason(e), e);
        } catch (RuntimeException e) {
            // The zip library throws what it likes at damaged bytes.
            throw new WorkbookException(place + " is damaged: " + reason(e), e);
        }
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new WorkbookException(
                    WorkbookException.Kind.UNSAFE,
                    place + " declares a document type, which no workbook does: it is not safe to read");
        }
        return event;
    }

    /** Whether what was thrown stopped an attack, and not only a damaged file. */
    static boolean isOfAttack(Throwable thrown) {
        var message = innermost(thrown).getMessage();
        return message != null && (message.startsWith(DOCUMENT_TYPE) || message.startsWith(ZIP_BOMB));
    }

    private static Throwable innermost(Throwable thrown) {
        var innermost = thrown;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return innermost instanceof XMLStreamException xml && xml.getNestedException() != null
                ? xml.getNestedException()
                : innermost;
    }

    /** The first line of the innermost message: the outer ones speak of the parser. */
    static String reason(Throwable thrown) {
        var innermost = innermost(thrown);
        if (innermost instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (innermost instanceof NoSuchFileException) {
            return "it does not exist";
        }
        // The message of such an exception begins with the path, which the sentence has said.
        var message = innermost instanceof FileSystemException file ? file.getReason() : innermost.getMessage();
        if (message == null || message.isBlank()) {
            return "the file is damaged";
        }
        if (message.startsWith(DOCUMENT_TYPE)) {
            return "it declares a document type, which no workbook does";
        }
        if (message.startsWith(ZIP_BOMB)) {
            return "it would unpack to far more than a workbook does (a zip bomb)";
        }
        return message.lines()
                .filter(line -> !line.startsWith("ParseError"))
                .map(line -> line.startsWith("Message: ") ? line.substring("Message: ".length()) : line)
                .findFirst()
                .orElse(message);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            // Nothing was written: what cannot be closed needs no word to the user.
        }
        closeQuietly(bytes);
    }

    private static void closeQuietly(InputStream bytes) {
        try {
            bytes.close();
        } catch (IOException e) {
            // As above.
        }
    }
}
