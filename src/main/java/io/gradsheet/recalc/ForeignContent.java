package io.gradsheet.recalc;

import java.util.Map;
import java.util.Optional;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipCollection;
import org.apache.poi.openxml4j.opc.TargetMode;

/** Looks through the parts of a workbook for those that reach out of it. */
final class ForeignContent {
    /** By the last word of a relationship's type: a part may have any name, but no program follows it without a relationship. */
    private static final Map<String, String> BY_RELATIONSHIP = Map.ofEntries(
            Map.entry("externalLink", "a link to another workbook or program"),
            Map.entry("externalLinkPath", "a link to another workbook"),
            Map.entry("vbaProject", "macros"),
            Map.entry("xlMacrosheet", "a sheet of macros"),
            Map.entry("xlIntlMacrosheet", "a sheet of macros"),
            Map.entry("dialogsheet", "a dialog sheet"),
            Map.entry("connections", "a data connection"),
            Map.entry("queryTable", "a query table"),
            Map.entry("pivotCacheDefinition", "a pivot table"),
            Map.entry("powerPivotData", "a data model"),
            Map.entry("xmlMaps", "a map of foreign XML"),
            Map.entry("volatileDependencies", "data pushed by another program"),
            Map.entry("oleObject", "an embedded object"),
            Map.entry("package", "an embedded file"),
            Map.entry("control", "an ActiveX control"),
            Map.entry("activeXControlBinary", "an ActiveX control"),
            Map.entry("attachedToolbars", "attached toolbars"),
            Map.entry("extensibility", "a changed ribbon"),
            Map.entry("webextension", "a web extension"),
            Map.entry("taskpanes", "a web extension"));

    private ForeignContent() {}

    static Optional<String> in(OPCPackage container) throws InvalidFormatException {
        var found = among(container.getRelationships());
        for (var part : container.getParts()) {
            if (found.isPresent()) {
                return found;
            }
            var type = part.getContentType();
            if (type.contains("macroEnabled") || type.contains("vbaProject")) {
                return Optional.of("macros");
            }
            if (!part.isRelationshipPart()) {
                found = among(part.getRelationships());
            }
        }
        return found;
    }

    private static Optional<String> among(PackageRelationshipCollection relationships) {
        for (var relationship : relationships) {
            var word = lastWord(relationship);
            var foreign = BY_RELATIONSHIP.get(word);
            if (foreign != null) {
                return Optional.of(foreign);
            }
            // A hyperlink waits for a click; anything else outside is fetched as the file opens.
            if (relationship.getTargetMode() == TargetMode.EXTERNAL && !word.equals("hyperlink")) {
                return Optional.of("a link to " + relationship.getTargetURI());
            }
        }
        return Optional.empty();
    }

    private static String lastWord(PackageRelationship relationship) {
        var type = relationship.getRelationshipType();
        return type.substring(type.lastIndexOf('/') + 1);
    }
}
