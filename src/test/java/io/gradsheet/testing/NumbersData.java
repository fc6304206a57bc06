package io.gradsheet.testing;

import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.template.Provenance.Setting;
import io.gradsheet.template.Template;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** Templates of small data on which programs may part, for their numbers come close to one another or grow. */
public final class NumbersData {
    private NumbersData() {}

    /** A template of the folder {@code numbers}, with settings such as {@code epochs=3}. */
    public static NetworkExperiment read(String name, String... settings) {
        return (NetworkExperiment) Template.file(file(name))
                .read(Stream.of(settings).map(Setting::parse).toList());
    }

    /** Its file. */
    public static Path file(String name) {
        try {
            return Path.of(Objects.requireNonNull(NumbersData.class.getResource("/numbers/" + name + ".yaml"), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
