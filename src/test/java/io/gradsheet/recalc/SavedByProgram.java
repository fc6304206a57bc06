package io.gradsheet.recalc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/** A workbook as a program leaves it that has opened, recalculated and saved it. */
public enum SavedByProgram {
    LIBREOFFICE {
        @Override
        Engine engine(Path temporary) {
            return new LibreOfficeEngine(System.getenv(), LIMIT, temporary);
        }
    },
    GNUMERIC {
        @Override
        Engine engine(Path temporary) {
            return new GnumericEngine(System.getenv(), LIMIT, temporary);
        }
    };

    private static final Duration LIMIT = Duration.ofMinutes(2);

    abstract Engine engine(Path temporary);

    /** Has the program save {@code file} as {@code target}; without the program, the test is skipped. */
    public Path save(Path file, Path target) {
        try {
            var temporary = Files.createTempDirectory(target.getParent(), "saving");
            var engine = engine(temporary);
            RequiredProgram.of(engine);
            try (var saved = engine.recalculate(file)) {
                assertThat(saved.version())
                        .as("the program that saved the file")
                        .isNotEmpty();
                Files.copy(output(temporary), target, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.delete(temporary);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path output(Path temporary) throws IOException {
        var output = Path.of(Conversion.OUTPUT_FOLDER, Conversion.INPUT);
        try (var files = Files.walk(temporary)) {
            return files.filter(path -> path.endsWith(output)).findFirst().orElseThrow();
        }
    }
}
