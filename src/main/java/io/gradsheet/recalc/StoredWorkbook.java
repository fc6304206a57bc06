package io.gradsheet.recalc;

import io.gradsheet.sheet.OneLine;
import io.gradsheet.sheet.Value;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipCollection;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.openxml4j.opc.internal.PackagePropertiesPart;

/**
 * An .xlsx file opened for reading, row by row. The file may come from a stranger: what is not a workbook, or would do harm
 * merely by being read, is refused with a {@link WorkbookException}, when it is opened or, at the latest, when it is met.
 */
public final class StoredWorkbook implements Closeable {
    private static final int MOST_NAME = 8_192;
    private static final int LONGEST_APPLICATION = 200;

    private final Path file;
    private final OPCPackage container;
    private final Map<String, PackagePart> sheets = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private Optional<PackagePart> stringTable = Optional.empty();
    private Optional<PackagePart> styles = Optional.empty();
    private Optional<SharedStrings> strings = Optional.empty();
    private String application = "";

    private StoredWorkbook(Path file, OPCPackage container) {
        this.file = file;
        this.container = container;
    }

    /**
     * Opens a file and reads its table of contents.
     *
     * @throws WorkbookException if there is no such file, or it is not a workbook that is safe to read
     */
    public static StoredWorkbook open(Path file) {
        Lookalike.refuse(file);
        OPCPackage container;
        try {
            container = OPCPackage.open(file.toFile(), PackageAccess.READ);
        } catch (InvalidFormatException | RuntimeException e) {
            throw new WorkbookException(file + " is not an .xlsx workbook, or is damaged: " + XmlPart.reason(e), e);
        }
        var workbook = new StoredWorkbook(file, container);
        try {
            workbook.readContents();
            return workbook;
        } catch (WorkbookException e) {
            workbook.close();
            throw e;
        } catch (InvalidFormatException | RuntimeException e) {
            workbook.close();
            throw new WorkbookException(file + " is damaged: " + XmlPart.reason(e), e);
        }
    }

    /** The names of all sheets in their order, hidden ones included. */
    public List<String> sheetNames() {
        return List.copyOf(sheets.keySet());
    }

    /** The program that wrote the file, as it names itself; empty if it does not. */
    public String application() {
        return application;
    }

    /** Whether a spreadsheet program has saved the file since GradSheet wrote it, and so put its own values into it. */
    public boolean isSavedByAProgram() {
        // What GradSheet puts as the application of the files it writes begins with its name.
        return !application().startsWith("GradSheet");
    }

    /** Whether any formula has a value beside it; programs that do not calculate save none. */
    public boolean holdsValues() {
        for (var sheet : sheetNames()) {
            try (var rows = rows(sheet)) {
                for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                    if (row.get().cells().stream()
                            .anyMatch(cell -> cell.hasFormula() && !(cell.value() instanceof Value.Nothing))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** The names that hold throughout the workbook, with what each stands for, such as {@code Training!$C$3}. */
    public Map<String, String> names() {
        return Collections.unmodifiableMap(names);
    }

    /**
     * The rows of a sheet as they are stored. Cursors are independent of each other; the workbook must be open while one is used.
     *
     * @throws WorkbookException if there is no such sheet
     */
    public RowCursor rows(String sheet) {
        return sheetRows(sheet);
    }

    /**
     * The same, with numbers that are shown with zeros at their front as texts that have them, as people mean them: an id of 0012345 may
     * be stored as 12345.
     *
     * @throws WorkbookException if there is no such sheet
     */
    public RowCursor shownRows(String sheet) {
        var padded = styles.map(part -> {
                    try (var xml = new XmlPart(part, file + ": the styles")) {
                        return PaddedNumbers.read(xml);
                    }
                })
                .orElse(PaddedNumbers.NONE);
        return sheetRows(sheet, padded);
    }

    SheetRows sheetRows(String sheet) {
        return sheetRows(sheet, PaddedNumbers.NONE);
    }

    private SheetRows sheetRows(String sheet, PaddedNumbers padded) {
        var part = Optional.ofNullable(sheets.get(sheet))
                .orElseThrow(() -> new WorkbookException(file + " has no sheet named " + sheet));
        return new SheetRows(
                new XmlPart(part, file + ": sheet " + sheet), file.toString(), sheet, this::strings, padded);
    }

    /**
     * What the file holds that reaches out of it and that GradSheet never writes: links to other files, macros, data connections,
     * embedded objects, controls. Empty if it holds none. Formulas are not looked at: see {@link FormulaText#dangerousFunction}.
     */
    public Optional<String> foreignContent() {
        try {
            return ForeignContent.in(container);
        } catch (InvalidFormatException | RuntimeException e) {
            throw new WorkbookException(file + " is damaged: " + XmlPart.reason(e), e);
        }
    }

    /** The parts of the file that are XML, but for those that say how parts belong together. */
    List<PackagePart> xmlParts() {
        try {
            return container.getParts().stream()
                    .filter(part -> part.getContentType().endsWith("xml"))
                    // Apache POI keeps the properties of the document to itself; they hold no formulas.
                    .filter(part -> !part.isRelationshipPart() && !(part instanceof PackagePropertiesPart))
                    .toList();
        } catch (InvalidFormatException e) {
            throw new WorkbookException(file + " is damaged: " + XmlPart.reason(e), e);
        }
    }

    @Override
    public void close() {
        container.revert();
    }

    private void readContents() throws InvalidFormatException {
        var book = related(container.getRelationships(), "/officeDocument")
                .orElseThrow(
                        () -> new WorkbookException(file + " is not an .xlsx workbook: its workbook part is missing"));
        if (!book.getContentType().contains("spreadsheetml")) {
            throw new WorkbookException(
                    WorkbookException.Kind.NO_WORKBOOK,
                    file + " is not an .xlsx workbook: it is another kind of office document (" + book.getContentType()
                            + ")");
        }
        stringTable = related(book.getRelationships(), "/sharedStrings");
        styles = related(book.getRelationships(), "/styles");
        readBook(book);
        for (var type : List.of("/extended-properties", "/extendedProperties")) {
            related(container.getRelationships(), type).ifPresent(this::readProperties);
        }
    }

    private void readBook(PackagePart book) throws InvalidFormatException {
        var known = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        try (var xml = new XmlPart(book, file.toString())) {
            while (xml.nextElement()) {
                if (xml.at("sheet")) {
                    var name = xml.attribute("name");
                    if (name.isBlank() || known.put(name, name) != null) {
                        throw new WorkbookException(
                                file + " is damaged: a sheet has no name of its own: \"" + name + '"');
                    }
                    sheets.put(name, sheetPart(book, name, xml.attribute("id")));
                } else if (xml.at("definedName")
                        && xml.attribute("localSheetId").isEmpty()) {
                    var name = xml.attribute("name");
                    names.put(name, xml.text(MOST_NAME));
                }
            }
        }
        if (sheets.isEmpty()) {
            throw new WorkbookException(file + " is not a workbook: it has no sheet");
        }
    }

    private PackagePart sheetPart(PackagePart book, String name, String id) throws InvalidFormatException {
        var relationship = book.getRelationship(id);
        return (relationship == null ? Optional.<PackagePart>empty() : target(relationship))
                .orElseThrow(
                        () -> new WorkbookException(file + " is damaged: the part of sheet " + name + " is missing"));
    }

    private void readProperties(PackagePart part) {
        try (var xml = new XmlPart(part, file.toString())) {
            while (xml.nextElement()) {
                if (xml.at("Application")) {
                    application =
                            OneLine.of(xml.text(MOST_NAME), LONGEST_APPLICATION).strip();
                }
            }
        }
    }

    /** The part of a kind, by the end of the relationship's type: its beginning differs between the two editions of the format. */
    private Optional<PackagePart> related(PackageRelationshipCollection relationships, String type)
            throws InvalidFormatException {
        for (var relationship : relationships) {
            if (relationship.getRelationshipType().endsWith(type)) {
                return target(relationship);
            }
        }
        return Optional.empty();
    }

    private Optional<PackagePart> target(PackageRelationship relationship) throws InvalidFormatException {
        return relationship.getTargetMode() == TargetMode.EXTERNAL
                ? Optional.empty()
                : Optional.ofNullable(
                        container.getPart(PackagingURIHelper.createPartName(relationship.getTargetURI())));
    }

    private SharedStrings strings() {
        if (strings.isEmpty()) {
            strings = Optional.of(stringTable
                    .map(part -> {
                        var place = file + ": the table of shared texts";
                        try (var xml = new XmlPart(part, place)) {
                            return SharedStrings.read(xml, place);
                        }
                    })
                    .orElse(SharedStrings.NONE));
        }
        return strings.get();
    }
}
