package io.gradsheet.cli;

import io.gradsheet.check.Comparison;
import io.gradsheet.check.Finding;
import io.gradsheet.check.Verification;
import io.gradsheet.lesson.frame.QuantityName;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.Language;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What {@code verify} prints. */
final class VerifyReport {
    private static final int MOST_FINDINGS = 20;
    private static final Texts TEXTS = Texts.shared(Language.ENGLISH);

    /** An engine that gave no values, and why. */
    record Failure(String engine, String sentence) {}

    private final PrintWriter out;
    private final boolean json;
    private final boolean quiet;
    private String workbook = "";

    VerifyReport(PrintWriter out, boolean json, boolean quiet) {
        this.out = out;
        this.json = json;
        this.quiet = quiet;
    }

    void begin(Path file, Verification verification) {
        workbook = file.toString();
        if (json || quiet) {
            return;
        }
        var findings = verification.findings();
        var more = verification.findingCount() - MOST_FINDINGS;
        findings.stream().limit(MOST_FINDINGS).forEach(finding -> out.println(finding.sentence()));
        if (more > 0) {
            out.println("… and " + Figures.count(more) + " more cells that are not as they were made");
        }
        verification.remarks().forEach(out::println);
    }

    void add(Comparison comparison) {
        if (json) {
            return;
        }
        var verdict = comparison.differing() == 0
                ? Figures.count(comparison.cells()) + " cells agree"
                : Figures.count(comparison.differing()) + " of " + Figures.count(comparison.cells()) + " cells differ";
        var allowed = comparison.allowed() == 0
                ? ""
                : comparison.differing() == 0
                        ? " (" + Figures.count(comparison.allowed()) + " of them as far as rounding allows)"
                        : ", " + Figures.count(comparison.allowed()) + " agree as far as rounding allows";
        var largest = comparison
                .largest()
                .map(most -> ", largest difference " + Figures.difference(most.difference()) + " at " + most.cell())
                // Where cells differ by more than numbers do, the list below says how.
                .orElse(comparison.differing() == 0 ? ", no difference at all" : "");
        out.println(comparison.engine() + " (" + comparison.version() + "): " + verdict + allowed + largest + ", "
                + Figures.seconds(comparison.time()));
        if (!quiet) {
            details(comparison);
        }
    }

    private void details(Comparison comparison) {
        out.println("    "
                + comparison.counts().entrySet().stream()
                        .map(entry -> words(entry.getKey()) + " " + counts(entry.getValue()))
                        .collect(Collectors.joining(", ")));
        for (var difference : comparison.examples()) {
            out.println("    " + name(difference) + ": the sheet has " + difference.sheet() + ", Java has "
                    + difference.java());
        }
        if (comparison.differing() > comparison.examples().size()) {
            out.println("    … and "
                    + Figures.count(
                            comparison.differing() - comparison.examples().size()) + " more");
        }
    }

    void end(Verification verification, List<Comparison> comparisons, List<Failure> failures) {
        if (json) {
            var report = new LinkedHashMap<String, Object>();
            report.put("workbook", workbook);
            report.put(
                    "agrees",
                    !verification.isDamaged()
                            && failures.isEmpty()
                            && comparisons.stream().allMatch(comparison -> comparison.differing() == 0));
            report.put(
                    "findings",
                    verification.findings().stream().map(VerifyReport::finding).toList());
            report.put("remarks", verification.remarks());
            report.put(
                    "engines",
                    comparisons.stream().map(VerifyReport::comparison).toList());
            report.put("failures", failures.stream().map(VerifyReport::failure).toList());
            Json.print(out, report);
        }
    }

    /** What differs, and where; a cell that is called nothing by its kind. */
    private static String name(Comparison.Difference difference) {
        var name = QuantityName.of(difference.quantity(), TEXTS);
        return name.isEmpty()
                ? difference.cell() + " (" + words(difference.role()) + ")"
                : name + " (" + difference.cell() + ")";
    }

    private static String counts(Comparison.Count count) {
        return Figures.count(count.cells()) + (count.differing() == 0 ? "" : " (" + count.differing() + " differ)");
    }

    private static String words(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private record FoundCell(String cell, String kind, String text) {}

    private record FailedEngine(String engine, String text) {}

    private record DifferingCell(String cell, String name, String role, Object sheet, Object java) {}

    private static FoundCell finding(Finding finding) {
        return new FoundCell(finding.cell().toString(), finding.kind().name(), finding.sentence());
    }

    private static DifferingCell difference(Comparison.Difference difference) {
        return new DifferingCell(
                difference.cell().toString(),
                QuantityName.of(difference.quantity(), TEXTS),
                words(difference.role()),
                plain(difference.sheet()),
                plain(difference.java()));
    }

    private static FailedEngine failure(Failure failure) {
        return new FailedEngine(failure.engine(), failure.sentence());
    }

    private static Map<String, Object> comparison(Comparison comparison) {
        var report = new LinkedHashMap<String, Object>();
        report.put("engine", comparison.engine());
        report.put("version", comparison.version());
        report.put("cells", comparison.cells());
        report.put("differing", comparison.differing());
        report.put("agreeingAsRoundingAllows", comparison.allowed());
        comparison.largest().ifPresent(most -> {
            report.put("largestDifference", most.difference());
            report.put("largestDifferenceAt", most.cell().toString());
        });
        report.put("seconds", comparison.time().toMillis() / 1000.0);
        var roles = new LinkedHashMap<String, Object>();
        comparison.counts().forEach((role, count) -> roles.put(words(role), count));
        report.put("roles", roles);
        report.put(
                "differences",
                comparison.examples().stream().map(VerifyReport::difference).toList());
        return report;
    }

    private static Object plain(Value value) {
        if (value instanceof Value.Figure figure) {
            return figure.number();
        }
        return value instanceof Value.Text text ? text.text() : value.toString();
    }
}
