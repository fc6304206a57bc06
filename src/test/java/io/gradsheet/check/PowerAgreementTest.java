package io.gradsheet.check;

import static io.gradsheet.check.CheckAssertions.assertAgrees;

import io.gradsheet.recalc.Engine;
import io.gradsheet.recalc.RequiredProgram;
import io.gradsheet.template.Provenance.Setting;
import io.gradsheet.template.Template;
import io.gradsheet.testing.Workbooks;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Powers of 0 and of negative numbers, in which programs differ, are empty cells in every one of them. */
class PowerAgreementTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "poi, x^y",
        "poi, x^(1/3)+y^2",
        "poi, x^x+y^2",
        "poi, x^0+y^2",
        "poi, y^2+(x-1)^(-0.2)",
        "libreoffice, x^y",
        "libreoffice, x^(1/3)+x^x+y^2",
        "gnumeric, x^y",
    })
    void everyEngineAgreesWithJava(String name, String function) {
        var engine = Engine.named(name).orElseThrow();
        RequiredProgram.of(engine);
        var settings = List.of("f=" + function, "start=[1.5,2]", "eta=0.01", "steps=3", "rates=[0.1,2]");
        var experiment = Template.builtIn("2.10-gradient-descent")
                .read(settings.stream().map(Setting::parse).toList());

        assertAgrees(Workbooks.write(experiment, folder.resolve("powers.xlsx")), engine);
    }
}
