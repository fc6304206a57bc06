package io.gradsheet.recalc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

/** The engines that compute for themselves, as tests ask for them by name. */
public final class Calculators {
    /** All of them. */
    public static final List<String> NAMES = List.of("poi", "libreoffice", "gnumeric");

    private Calculators() {}

    /** For parameters of tests. */
    public static Stream<String> names() {
        return NAMES.stream();
    }

    /** The engine of that name; the test that asks for a program that is not installed is skipped, see {@link RequiredProgram}. */
    public static Engine named(String name) {
        var engine = Engine.named(name).orElseThrow();
        RequiredProgram.of(engine);
        return engine;
    }

    /** Those that are installed; all of them in continuous integration. */
    public static List<Engine> installed() {
        var installed = Engine.all().stream()
                .filter(engine -> NAMES.contains(engine.name()) && engine.isInstalled())
                .toList();
        if ("true".equals(System.getenv("CI"))) {
            assertThat(installed).extracting(Engine::name).containsExactlyElementsOf(NAMES);
        }
        return installed;
    }
}
