package io.gradsheet.template;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Right templates, together with every key that there is. */
final class SchemaExamples {
    private static final String WIDE = """
            x,y,u,v
            0.5,1,0,1
            -2,3e1,1,0
            """;

    private static final String MORE = """
            x,y,place
            0.5,1,in
            -2,3e1,out
            1,2,in
            2,1,out
            3,3,in
            4,5,out
            """;

    private static final String PIXELS = """
            p1,p2,answer
            0,1,2
            1,0,3
            """;

    /** Small worksheets: each is read again for everything that may be wrong in it. */
    private static final List<String> CONTENTS = List.of("""
            - heading: {en: A heading, zh: 标题}
            - text: A paragraph.
            - try: A question?
            - link: First
            - {link: First, text: There}
            - network: [3, 2, 1]
            """, """
            - inputs:
                - {symbol: a, value: 1.5, from: -10.5, to: 10.5, meaning: Number, caption: A}
                - {symbol: n, value: 3, whole: true, draw: false}
                - {symbol: v, values: [1.5, 2.5], down: true, draw: [0.5, 2.5]}
                - {symbol: M, values: [[1.5, 2], [3, 4]]}
                - {symbol: f, choice: [tanh, sigmoid], value: tanh}
                - {symbol: g1, choice: [one, two]}
                - {symbol: r, normal: {mean: 0.5, deviation: 1.5, seed: 7}, count: 3}
                - {symbol: R, uniform: {from: 0.5, to: 1.5, seed: 7}, rows: 2, columns: 3}
                - {symbol: d, uniform: {seed: 1}}
            """, """
            - values:
                - {symbol: b, formula: 2+1, role: parameter, meaning: Sum, caption: B, gaps: false}
                - {symbol: c, formula: i*2, count: 3}
                - {symbol: C, formula: i+j, rows: 2, columns: 2}
            """, """
            - table: seq
              rows: {n: 1..3}
              columns:
                - {symbol: s, formula: "s[n-1]+1", first: 1, role: cost, caption: S, meaning: Up}
                - {symbol: q, formula: "q[n-1]+q[n-2]", first: [1, 1], gaps: false}
                - {symbol: w, formula: i*n, count: 2}
                - {symbol: e, value: 1.5, from: 0.5, to: 2.5}
                - {symbol: k, values: [1, 2, 3], whole: true}
                - {symbol: h, normal: {seed: 2}}
                - {symbol: m, uniform: {seed: 3}}
                - {symbol: p, values: [[1, 2], [1, 2], [1, 2]], count: 2}
                - {symbol: o, formulas: [1, n+1, s^2]}
              above: false
              totals:
                - {symbol: t, formula: SUM(s), meaning: All, caption: T, role: value, below: s, gaps: false}
              remarks: [Look., Try.]
            """, """
            - {table: span, rows: {x: {from: -2, to: 1+1, steps: 4}}, remarks: {1: Low.}}
            - {table: list, rows: {u: [0.1, 0.01]}}
            - {table: all, rows: {patterns: {o: 2}}}
            - {table: read, rows: {csv: wide.csv, vectors: {l: [x, y]}, captions: {l: {en: length, zh: 长度}}}}
            - {table: pics, rows: {images: pixels.csv, image: {rows: 2, columns: 1}}}
            """, """
            - {table: t, rows: {n: 1..3}, columns: [{symbol: s, formula: n^2}]}
            - beside:
                - chart: A chart
                  x: {title: Across, from: 0.5, to: 9.5, scale: linear}
                  y: {en: Up, zh: 上}
                  lines: [{x: n, y: s, name: S}]
                  points: [{y: s}]
                  columns: [{y: s}]
                  gap: false
                  height: 12
                  width: 5
                - {chart: Ways, x: Across, y: {scale: log, from: 0.5}, paths: [{y: s}]}
            """, """
            - inputs: [{symbol: a, value: 1.5}, {symbol: v, values: [1, 2]}]
            - map: A map
              formula: x*y
              over: {x: [-1, a], y: [-2, 2]}
              cells: 9
              palette: diverging
              span: 2.5
              marks: [{x: a, y: 0}]
            - {image: Pixels, of: v, rows: 2, columns: 1, palette: ink, span: 1.5}
            - {same: [a+a, 2*a], because: They are., tolerance: 0.5}
            - {verdict: a>0, then: Above., else: {en: Below., zh: 小于。}}
            - values: [{symbol: least, formula: a^2}]
            - {solver: least, changing: [a]}
            - show: [sigma(a), "sigma'(a)"]
            """);

    private static String worksheet(String content) {
        return """
                lesson: worksheet
                functions: {sigma(z): 1/(1+EXP(-z)), "g(x, y)": x+y}
                sheets:
                  - name: First
                    title: {en: A sheet, zh: 表}
                    about: What it is for.
                    content:
                """ + content.indent(6);
    }

    private SchemaExamples() {}

    /** Writes the data files that they name. */
    static void writeFiles(Path folder) throws IOException {
        Files.writeString(folder.resolve("points.csv"), Points.RIGHT.csv());
        Files.writeString(folder.resolve("more.csv"), MORE);
        Files.writeString(folder.resolve("wide.csv"), WIDE);
        Files.writeString(folder.resolve("pixels.csv"), PIXELS);
        try (var book = new XSSFWorkbook();
                var out = Files.newOutputStream(folder.resolve("points.xlsx"))) {
            var sheet = book.createSheet("Points");
            for (var line : Points.RIGHT.csv().lines().toList()) {
                var row = sheet.createRow(sheet.getPhysicalNumberOfRows());
                for (var value : line.split(",", -1)) {
                    row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(value);
                }
            }
            book.write(out);
        }
        // Two images of two pixels in the form of MNIST, and their labels.
        Files.write(folder.resolve("images"), new byte[] {0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 9, 0, 0, 9});
        Files.write(folder.resolve("labels"), new byte[] {0, 0, 8, 1, 0, 0, 0, 2, 0, 1});
        for (var name : List.of("in", "out")) {
            var pictures = Files.createDirectories(folder.resolve("pictures").resolve(name));
            ImageIO.write(
                    new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY),
                    "png",
                    pictures.resolve("one.png").toFile());
        }
    }

    static List<String> all() {
        var heading = """
                title: {en: A title, zh: 标题}
                about: {en: What it shows, zh: 内容}
                language: zh
                """;
        var descent = Bowl.RIGHT.yaml();
        // Short, so that there is less to make wrong again and again.
        var network = Points.RIGHT
                .yaml()
                .replaceFirst(
                        "(?s)initial:.*zoom:",
                        "initial: {normal: {mean: 0.5, deviation: 2.5, seed: 3}}\ndetail: compact\nzoom:");
        var others = Stream.of(
                worksheet(CONTENTS.get(0)) + heading,
                descent + heading,
                descent
                        + "exercise: {steps: 2, variants: {x: [-2.5, 2]}, tasks: [{sheet: Steps, steps: [0], roles: [cost]}]}\n",
                network + """
                        exercise:
                          epochs: 2
                          pick: {each: 1}
                          slips: {SIGN: 0.5, half forgotten: 1}
                          followThrough: all
                          tasks:
                            - {samples: [1], roles: [error, weighted input], epoch: 1, points: 2.5, tolerance: 0.5}
                            - {total: true, symbols: [w2_11], tolerance: {absolute: 0.5, relative: 0.5}, formula: true}
                            - {tolerance: {decimals: 3}, slips: {SIGN: 0}, choose: true}
                        """,
                network + "exercise: {pick: {first: 1}}\n",
                worksheet(CONTENTS.get(3))
                        + "exercise: {tasks: [{rows: [1], symbols: [s], ask: {en: What, zh: 什么}, hint: How}]}\n",
                descent.replace("[Look., Try.]", "{en: [Look.], zh: [看。]}") + "variables: [x, y]\n",
                Points.RIGHT.yaml().replace("activations: sigmoid", "activations: [sigmoid, sigmoid]"),
                network.replaceFirst("(?s)sizes: .*sigmoid", """
                        input: {rows: 2, columns: 1, maps: 1}
                          layers:
                            - {convolution: {filters: 2, size: [1, 1], stride: 1, padding: same}, activation: tanh}
                            - {pool: max, size: [2, 1]}
                            - {dense: 2, activation: sigmoid}"""),
                network.replaceFirst("(?s)sizes: .*sigmoid", """
                        input: {steps: 2, units: 1}
                          layers: [{recurrent: {units: 2}, activation: tanh}, {dense: 2, activation: softmax}]"""),
                network.replaceFirst("(?s)sizes: .*sigmoid", "input: 2\n  layers: [{dense: 2, activation: sigmoid}]"),
                network + heading,
                network.replace(
                        "[in, out]", "[in, out]\n  label: place\n  inputs: [x, 2]\n  image: {rows: 1, columns: 2}"),
                network.replaceFirst("normal: .*", "uniform: {from: -0.5, to: 0.5, seed: 1}}")
                        + "train: {biases: false, frozen: [w2_31, w3_1_2, b2_3]}\n",
                network + "train: {batch: 1, order: [2, 1], gradient: mean, optimiser: adam, decay: 0.5}\n",
                network
                        + "train: {order: given, optimiser: {momentum: {mu: 0.5}}, schedule: {steps: {factor: 0.5, every: 3}}}\n",
                network
                        + "train: {order: {seed: 3}, optimiser: {nesterov: {}}, schedule: {exponential: {factor: 0.5}}}\n",
                network + "train: {optimiser: {rmsprop: {rho: 0.5, epsilon: 0.5}}, schedule: {inverse: {rate: 0.5}}}\n",
                network
                        + "train: {optimiser: {adam: {beta1: 0.5, beta2: 0.5, epsilon: 0.5}}, schedule: {linear: {factor: 0.5}}}\n",
                network.replace(
                                "points.csv",
                                "images\n  labels: labels\n  image: {rows: 1, columns: 2, shrink: 1, ink: light}")
                        .replace("[in, out]", "[0, 1]\n  pick: {first: 2}"),
                network.replace("file: points.csv", "folder: pictures\n  image: {rows: 1, columns: 2, ink: dark}"),
                network.replace("[in, out]", "[in, out]\n  image: {rows: 1, columns: 2, ink: 2.5}"),
                network.replaceFirst("normal: .*", "xavier: {seed: 1}}"),
                network.replaceFirst("normal: .*", "lecun: {distribution: uniform, seed: 1}}"),
                network.replaceFirst("normal: .*", "he: {distribution: truncated, seed: 1}}")
                        + "train: {optimiser: {rmsprop: {add-epsilon: in-root}}}\n",
                network.replaceFirst("normal: .*", "normal: {truncated: true, biases: zeros, seed: 1}}")
                        + "train: {optimiser: {adam: {add-epsilon: before-correction}}}\n",
                network.replaceFirst("normal: .*", "uniform: {biases: zeros, seed: 1}}"),
                network.replaceFirst("normal: .*", "fan-in: {seed: 1}}")
                        + "train: {optimiser: {momentum: {eta: outside}}, decay: {lambda: 0.5, biases: true, decoupled: true}}\n",
                network.replace("activations: sigmoid", "activations: [z/(1+EXP(-z)), sigmoid]")
                        .replace("squared", "sum-of-squares"),
                network.replaceFirst("normal: .*", "he: {seed: 1}}"),
                network.replaceFirst("initial: .*", "initial: zeros").replace("squared", "cross-entropy"),
                network.replace("[in, out]", "[in, out]\n  pick: {each: 1, seed: 1}"),
                network.replace(
                        "[in, out]", "[in, out]\n  scale: standard\n  test: {file: more.csv, pick: {first: 4}}"),
                network.replace("[in, out]", "[in, out]\n  test: {share: 0.5, seed: 1}")
                        .replace("points.csv", "more.csv"),
                network.replace("[in, out]", "[in, out]\n  test: {last: 2}").replace("points.csv", "more.csv"),
                network.replace("[in, out]", "[in, out]\n  pick: {random: 2, seed: -1}"),
                network.replace("[in, out]", "[in, out]\n  pick: {first: 2}"),
                network.replace(
                        "[in, out]",
                        "[in, out]\n  separator: comma\n  comments: \"#\"\n  decimal: point\n  missing: skip"),
                network.replace("points.csv", "points.xlsx\n  sheet: Points"),
                network.replace(
                                "classes: [in, out]",
                                "header: true\n  targets: [u, 4]\n  inputs: [y, 1]\n  scale: {inputs: none, targets: range}")
                        .replace("points.csv", "wide.csv"));
        return Stream.concat(CONTENTS.stream().map(SchemaExamples::worksheet), others)
                .toList();
    }
}
