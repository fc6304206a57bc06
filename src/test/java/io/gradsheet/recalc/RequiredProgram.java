package io.gradsheet.recalc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Tests of an external program are skipped where it is not installed, but not in continuous integration, where it must be. */
public final class RequiredProgram {
    private RequiredProgram() {}

    public static void of(Engine engine) {
        if ("true".equals(System.getenv("CI"))) {
            assertThat(engine.isInstalled())
                    .as("%s is installed", engine.name())
                    .isTrue();
        }
        assumeTrue(engine.isInstalled(), engine.name() + " is not installed");
    }
}
