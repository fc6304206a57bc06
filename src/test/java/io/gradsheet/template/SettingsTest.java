package io.gradsheet.template;

import static io.gradsheet.template.Points.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gradsheet.template.NetworkExperiment.Zoom;
import io.gradsheet.template.Provenance.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @Test
    void replacesValues() {
        var experiment = RIGHT.read("eta=0.05", "data.classes=[out, in]", "zoom.sample=1");

        assertThat(experiment.learningRate()).isEqualTo(0.05);
        assertThat(experiment.classes()).containsExactly("out", "in");
        assertThat(experiment.zoom()).isEqualTo(new Zoom(3, 1));
    }

    @Test
    void addsKeysThatTheTemplateLacks() {
        var experiment =
                RIGHT.read("language=zh", "title={en: Points, zh: 点}", "data.image.rows=2", "data.image.columns=1");

        assertThat(experiment.heading().language()).isEqualTo(new Language("zh"));
        assertThat(experiment.heading().title()).contains("点");
        assertThat(experiment.image()).isEqualTo(new ImageShape(2, 1));
    }

    @Test
    void replacesWholeSections() {
        var experiment = RIGHT.read("network.sizes=[2,1,2]", "initial={normal: {seed: 7}}");

        assertThat(experiment.network().sizes()).containsExactly(2, 1, 2);
    }

    @Test
    void laterOnesWin() {
        assertThat(RIGHT.read("epochs=5", "epochs=6").epochs()).isEqualTo(6);
    }

    @Test
    void loweredLimitsTakeTheZoomWithThem() {
        assertThat(RIGHT.read("epochs=2").zoom()).isEqualTo(new Zoom(2, 2));
    }

    @Test
    void travelWithTheExperiment() {
        assertThat(RIGHT.read("eta=0.05").provenance().settings()).containsExactly(new Setting("eta", "0.05"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            eta=fast | --set eta=fast: eta must be a number, but is 'fast'
            eta= | --set eta=: the value is missing; write one after it
            eta=[1 | --set eta=[1: the value is not valid YAML: while parsing a flow sequence, expected ',' or ']', but got <stream end>; put a text with special characters between quotes
            title=a: b: c | --set title=a: b: c: the value is not valid YAML: mapping values are not allowed here; put a text with special characters between quotes
            etta=1 | --set etta=1: there is no key 'etta' in the template; did you mean 'eta'? there are: lesson, title, about, language, exercise, network, cost, data, eta, epochs, train, initial, detail, zoom
            =1 | --set =1: the value is missing; write --set KEY=VALUE
            eta | --set eta: the value is missing; write --set KEY=VALUE
            data..file=x | --set data..file=x: this is not a key; write --set KEY=VALUE with a key such as eta or data.file
            data.fil=x | --set data.fil=x: there is no key 'fil' in data; did you mean 'file'? there are: file, sheet, labels, folder, header, separator, comments, decimal, missing, inputs, label, targets, classes, image, scale, pick, test
            eta.big=1 | --set eta.big=1: eta in the template has no keys below it; set the whole of it
            network.sizes=[2,0,2] | --set network.sizes=[2,0,2]: layer 2 of network.sizes must be a whole number from 1 to 16,384, but is 0
            network.sizes=[2,4,2] | points.yaml:13:7: layer 2 of initial.weights has 3 rows, but must have 4, one for each neuron of the layer
            zoom.epoch=11 | --set zoom.epoch=11: zoom.epoch must be a whole number from 1 to 10, but is 11
            data.file=other.csv | --set data.file=other.csv: the workbook holds no data file called 'other.csv'; generate it again
            initial.normal.seed=1 | points.yaml:12:3: initial has both a list of parameters and 'normal', which draws them; keep one of them
            initial={normal: {mean: 0}} | --set initial={normal: {mean: 0}}: initial.normal has no key 'seed'; add it
            initial={normal: {seed: 1, deviation: -1}} | --set initial={normal: {seed: 1, deviation: -1}}: initial.normal.deviation must be larger than 0, but is -1
            initial={normal: {seed: 0.5}} | --set initial={normal: {seed: 0.5}}: initial.normal.seed must be a whole number, but is 0.5
            """)
    void complaintNamesTheSetting(String setting, String message) {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> RIGHT.read(setting))
                .withMessage(message);
    }

    @Test
    void hostileSettingsAreBounded() {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> RIGHT.read(List.of(new Setting("a" + ".a".repeat(100_000), "1"))))
                .withMessageEndingWith("this is not a key; write --set KEY=VALUE with a key such as eta or data.file");
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> RIGHT.read("eta=" + "[".repeat(100_000)))
                .withMessageEndingWith("lists and keys are nested more than 50 deep; make them flatter");
    }
}
