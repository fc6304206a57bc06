package io.gradsheet.recalc;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Gnumeric's converter, told to recalculate, with a home folder that is made for one run and thrown away. */
final class GnumericEngine implements Engine {
    private final ExternalProgram program;
    private final Duration limit;
    private final Path temporary;

    GnumericEngine(Duration limit) {
        this(System.getenv(), limit, Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** @param temporary where the home folder and the files of a run are made */
    GnumericEngine(Map<String, String> environment, Duration limit, Path temporary) {
        this.program = new ExternalProgram(
                "Gnumeric",
                "GRADSHEET_SSCONVERT",
                List.of("ssconvert", "ssconvert.exe"),
                List.of("/usr/local/bin/ssconvert", "/opt/homebrew/bin/ssconvert", "/opt/local/bin/ssconvert"),
                "install it (Debian: apt install gnumeric)",
                environment);
        this.limit = limit;
        this.temporary = temporary;
    }

    @Override
    public String name() {
        return "gnumeric";
    }

    @Override
    public boolean isInstalled() {
        return program.find().isPresent();
    }

    @Override
    public void requireInstalled() {
        program.require();
    }

    @Override
    public Recalculation recalculate(Path workbook) {
        return Conversion.run(workbook, temporary, program, this::convert);
    }

    private void convert(ScratchFolder folder) {
        var home = folder.folder("home").toString();
        program.run(
                List.of(
                        "--recalc",
                        "--export-type=Gnumeric_Excel:xlsx2",
                        folder.path().resolve(Conversion.INPUT).toUri().toString(),
                        folder.folder(Conversion.OUTPUT_FOLDER)
                                .resolve(Conversion.INPUT)
                                .toUri()
                                .toString()),
                Map.of(
                        "HOME", home,
                        "XDG_CONFIG_HOME", home,
                        "XDG_CACHE_HOME", home,
                        "XDG_DATA_HOME", home,
                        "XDG_RUNTIME_DIR", home,
                        "TMPDIR", home,
                        // Settings stay in memory, and only local files are opened.
                        "GSETTINGS_BACKEND", "memory",
                        "GIO_USE_VFS", "local"),
                folder,
                limit);
    }
}
