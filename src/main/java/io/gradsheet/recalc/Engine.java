package io.gradsheet.recalc;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Something that recalculates a workbook, seeing nothing but the file. */
public sealed interface Engine permits PoiEngine, LibreOfficeEngine, GnumericEngine, SavedEngine {
    /** How long an engine may take unless told otherwise. */
    Duration USUAL_LIMIT = Duration.ofMinutes(5);

    /** {@code poi}, {@code libreoffice}, {@code gnumeric} or {@code saved}. */
    String name();

    /** Whether formulas are computed afresh, and not taken as a program saved them. */
    default boolean recalculates() {
        return true;
    }

    /** Whether what the engine needs is on this machine. */
    boolean isInstalled();

    /**
     * Makes sure that what the engine needs is on this machine.
     *
     * @throws EngineException if it is not; the message says how to get it
     */
    default void requireInstalled() {}

    /**
     * Computes every formula of a workbook afresh. The file is not changed, and nothing is written beside it.
     *
     * @throws WorkbookException if the file is not a workbook that this engine may be started on
     * @throws EngineException if the engine is missing, fails, or exceeds its time limit
     */
    Recalculation recalculate(Path workbook);

    /** All engines, the embedded one first. */
    static List<Engine> all() {
        return all(USUAL_LIMIT);
    }

    /** All engines; each is stopped after {@code limit}. */
    static List<Engine> all(Duration limit) {
        return List.of(
                new PoiEngine(limit), new LibreOfficeEngine(limit), new GnumericEngine(limit), new SavedEngine());
    }

    /** The engine of that name. */
    static Optional<Engine> named(String name) {
        return named(name, USUAL_LIMIT);
    }

    /** The engine of that name, which is stopped after {@code limit}. */
    static Optional<Engine> named(String name, Duration limit) {
        return all(limit).stream().filter(engine -> engine.name().equals(name)).findFirst();
    }
}
