package io.gradsheet.fuzz;

import io.gradsheet.check.Agreement;
import io.gradsheet.check.Comparison;
import io.gradsheet.check.Progress;
import io.gradsheet.check.Verification;
import io.gradsheet.recalc.Engine;
import io.gradsheet.template.Provenance;
import io.gradsheet.template.Template;
import io.gradsheet.testing.Workbooks;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The bytes of a workbook, and what is done with a stranger's. */
final class SmallWorkbook {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final String TEMPLATE = """
            lesson: worksheet
            title: Fuzz
            about: Small.
            sheets:
              - name: Fuzz
                title: Fuzz
                about: Small.
                content:
                  - inputs: [{symbol: p, value: 0.5}]
                  - values: [{symbol: q, formula: p*2.125}]
                  - table: t
                    rows: {n: 1..2}
                    columns: [{symbol: a, formula: n/2}]
            """;

    /** The part that holds the sheet with the formulas. */
    private static final String SHEET = "xl/worksheets/sheet2.xml";

    /** The formula of q, as the part has it. */
    private static final String FORMULA = "(<f>)[^<]*2\\.125[^<]*(</f>)";

    private static final Map<String, byte[]> PARTS = parts(whole());

    private final byte[] bytes;

    SmallWorkbook(byte[] bytes) {
        this.bytes = bytes;
    }

    /** As GradSheet writes it. */
    static byte[] whole() {
        try {
            var file = Files.createTempFile("gradsheet-fuzz-", ".xlsx");
            try {
                Workbooks.write(
                        Template.of(new Provenance("fuzz", TEMPLATE, List.of(), Map.of()))
                                .read(List.of()),
                        file);
                return Files.readAllBytes(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> parts(byte[] archive) {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
            return parts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With that part, in place of the one there is or besides those there are. */
    static SmallWorkbook withPart(String name, byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            var changed = new LinkedHashMap<>(PARTS);
            changed.put(name, content);
            for (var part : changed.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException | IllegalArgumentException e) {
            // No archive can have such a name in it.
            return new SmallWorkbook(bytes.toByteArray());
        }
        return new SmallWorkbook(bytes.toByteArray());
    }

    /** With another formula in a cell, spelled as XML wants it. */
    static SmallWorkbook withFormula(String formula) {
        var sheet = new String(PARTS.get(SHEET), StandardCharsets.UTF_8);
        var changed = sheet.replaceFirst(FORMULA, "$1" + java.util.regex.Matcher.quoteReplacement(formula) + "$2");
        return withPart(SHEET, changed.getBytes(StandardCharsets.UTF_8));
    }

    /** Loads all classes once: the first input would be blamed for it on a busy machine. */
    static void warmUp() {
        new SmallWorkbook(whole()).verify();
    }

    /** As {@code verify} does, with the engines that need no program. */
    void verify() {
        try {
            var file = Files.createTempFile("gradsheet-fuzz-", ".xlsx");
            try {
                Files.write(file, bytes);
                Sentence.orResult(() -> Verification.isSavedByAProgram(file));
                Sentence.orResult(() -> compare(file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compare(Path file) {
        var verification = Verification.of(file, Progress.SILENT);
        verification.findings().forEach(finding -> Sentence.require(finding.sentence()));
        for (var name : List.of("poi", "saved")) {
            var engine = Engine.named(name, LIMIT).orElseThrow();
            Sentence.orResult(() -> read(verification.compare(engine, Agreement.USUAL_TOLERANCE, Progress.SILENT)));
        }
    }

    private static void read(Comparison comparison) {
        Sentence.require(comparison.engine() + comparison.version());
        comparison.examples().forEach(example -> Sentence.require(example.cell() + ": " + example.sheet()));
    }
}
