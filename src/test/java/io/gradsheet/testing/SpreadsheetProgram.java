package io.gradsheet.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Programs and libraries that open workbooks and save them, as people and scripts have them do it; many at a time. */
public enum SpreadsheetProgram {
    LIBREOFFICE(true) {
        @Override
        List<List<String>> commands(List<Path> files, Path folder, boolean recalculated) throws IOException {
            var profile = Files.createTempDirectory(folder.getParent(), "profile");
            if (recalculated) {
                Files.writeString(
                        Files.createDirectories(profile.resolve("user")).resolve("registrymodifications.xcu"),
                        RECALCULATING);
            }
            return List.of(with(
                    files,
                    "soffice",
                    "-env:UserInstallation=" + profile.toUri(),
                    "--headless",
                    "--convert-to",
                    "xlsx:Calc MS Excel 2007 XML",
                    "--outdir",
                    folder.toString()));
        }

        @Override
        List<String> trial() {
            return List.of("soffice", "--version");
        }
    },
    GNUMERIC(true) {
        @Override
        List<List<String>> commands(List<Path> files, Path folder, boolean recalculated) {
            return files.stream()
                    .map(file -> {
                        var command = new ArrayList<>(List.of("ssconvert", "--export-type=Gnumeric_Excel:xlsx2"));
                        if (recalculated) {
                            command.add("--recalc");
                        }
                        command.add(file.toString());
                        command.add(folder.resolve(file.getFileName()).toString());
                        return List.copyOf(command);
                    })
                    .toList();
        }

        @Override
        List<String> trial() {
            return List.of("ssconvert", "--version");
        }
    },
    OPENPYXL(false) {
        @Override
        List<List<String>> commands(List<Path> files, Path folder, boolean recalculated) {
            return List.of(with(files, python(), "src/test/python/save_workbooks.py", folder.toString()));
        }

        @Override
        List<String> trial() {
            return List.of(python(), "-c", "import openpyxl");
        }
    },
    SHEETJS(false) {
        @Override
        List<List<String>> commands(List<Path> files, Path folder, boolean recalculated) {
            return List.of(with(files, "node", "src/test/js/save-workbooks.js", folder.toString()));
        }

        @Override
        List<String> trial() {
            return List.of("node", "-e", "require('xlsx')");
        }
    };

    /** A profile of LibreOffice in which files are recalculated as they are opened: as if somebody had changed them there. */
    private static final String RECALCULATING = """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry">
            <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
            </oor:items>
            """;

    /** Where npm puts the library, unless the environment says where it is. */
    private static final String MODULES = "target/js/node_modules";

    private final boolean calculates;

    SpreadsheetProgram(boolean calculates) {
        this.calculates = calculates;
    }

    /** Whether the program computes formulas, and saves the values. */
    public boolean calculates() {
        return calculates;
    }

    abstract List<List<String>> commands(List<Path> files, Path folder, boolean recalculated) throws IOException;

    /** Ends well where the program is installed. */
    abstract List<String> trial();

    /** Debian's own, which has Debian's packages. */
    private static String python() {
        return Files.exists(Path.of("/usr/bin/python3")) ? "/usr/bin/python3" : "python3";
    }

    private static List<String> with(List<Path> files, String... command) {
        return Stream.concat(Stream.of(command), files.stream().map(Path::toString))
                .toList();
    }

    /** Skips the test where the program is not installed; in continuous integration it must be. */
    public void require() {
        var installed = succeeds(trial());
        if ("true".equals(System.getenv("CI"))) {
            assertThat(installed).as("%s is installed", this).isTrue();
        }
        assumeTrue(installed, this + " is not installed");
    }

    /** Opens the files and saves each, under its name, in a new folder. */
    public Path save(List<Path> files, Path folder) {
        return run(files, folder, false);
    }

    /** The same, with all formulas computed afresh. */
    public Path saveRecalculated(List<Path> files, Path folder) {
        return run(files, folder, true);
    }

    private Path run(List<Path> files, Path folder, boolean recalculated) {
        try {
            Files.createDirectories(folder);
            for (var command : commands(files, folder, recalculated)) {
                assertThat(succeeds(command)).as("%s", command).isTrue();
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean succeeds(List<String> command) {
        try {
            var builder = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment()
                    .putIfAbsent("NODE_PATH", Path.of(MODULES).toAbsolutePath().toString());
            return builder.start().waitFor() == 0;
        } catch (IOException e) {
            return false; // There is no such program.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
