package io.gradsheet.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gradsheet.network.Sample;
import io.gradsheet.template.Provenance.Setting;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures that are no text: IDX files, plain and packed, and folders of PNG files. */
class PictureDataTest {
    private static final String TEMPLATE = """
            lesson: 4.3-backpropagation
            network: {sizes: [4, 2, 2], activations: sigmoid}
            cost: squared
            data:
              image: {rows: 2, columns: 2}
            eta: 0.5
            epochs: 2
            initial: {normal: {seed: 1}}
            """;

    private static final int[] LABELS = {7, 1, 7, 1};

    @TempDir
    private Path folder;

    private Path template;

    @BeforeEach
    void write() throws IOException {
        template = Files.writeString(folder.resolve("mine.yaml"), TEMPLATE);
        write("images", idx(images(), 0x803, 4, 2, 2));
        write("labels", idx(LABELS, 0x801, 4));
    }

    /** Four pictures of 2×2 pixels: all levels of the first are 0, of the second 51, and so on. */
    private static int[] images() {
        var bytes = new int[16];
        Arrays.setAll(bytes, i -> i / 4 * 51);
        return bytes;
    }

    private static byte[] idx(int[] data, int magic, int... sizes) {
        var bytes = ByteBuffer.allocate(4 + 4 * sizes.length + data.length);
        bytes.putInt(magic);
        Arrays.stream(sizes).forEach(bytes::putInt);
        Arrays.stream(data).forEach(level -> bytes.put((byte) level));
        return bytes.array();
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private NetworkExperiment read(String... settings) {
        return (NetworkExperiment) Template.file(template)
                .read(Stream.of(settings).map(Setting::parse).toList());
    }

    private NetworkExperiment idx(String... more) {
        return read(Stream.concat(Stream.of("data.file=images", "data.labels=labels"), Stream.of(more))
                .toArray(String[]::new));
    }

    private static List<Double> first(List<Sample> samples) {
        return samples.stream().map(sample -> sample.input(1)).toList();
    }

    // IDX -----------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void idxFilesAreReadPlainAndPacked(boolean isPacked) throws IOException {
        if (isPacked) {
            write("images", packed(idx(images(), 0x803, 4, 2, 2)));
            write("labels", packed(idx(LABELS, 0x801, 4)));
        }
        var experiment = idx();

        assertThat(first(experiment.samples())).containsExactly(0.0, 0.2, 0.4, 0.6);
        assertThat(experiment.classes()).containsExactly("1", "7");
        assertThat(experiment.samples()).extracting(Sample::answer).containsExactly(2, 1, 2, 1);
    }

    @Test
    void theWorkbookCarriesWhatWasPicked() {
        var experiment = idx("data.pick={each: 1, seed: 3}");

        assertThat(experiment.provenance().files().get("images").lines()).hasSize(3);
        assertThat(Template.of(experiment.provenance()).read(List.of()))
                .usingRecursiveComparison()
                .isEqualTo(experiment);
    }

    @Test
    void theTestMayHaveFilesOfItsOwn() throws IOException {
        write("t10k", packed(idx(new int[] {255, 0, 0, 0, 0, 0, 0, 255}, 0x803, 2, 2, 2)));
        write("t10k-labels", idx(new int[] {1, 7}, 0x801, 2));
        var experiment = idx("data.test={file: t10k, labels: t10k-labels, pick: {first: 1}}");

        assertThat(experiment.samples()).hasSize(4);
        assertThat(first(experiment.data().test())).containsExactly(1.0);
        assertThat(Template.of(experiment.provenance()).read(List.of()))
                .usingRecursiveComparison()
                .isEqualTo(experiment);
    }

    @Test
    void allThatWasReadIsKnown() throws IOException {
        write("t10k", idx(images(), 0x803, 4, 2, 2));
        write("t10k-labels", idx(LABELS, 0x801, 4));
        var experiment = idx("data.test={file: t10k, labels: t10k-labels}");

        assertThat(Template.file(template).files(experiment))
                .containsExactlyInAnyOrder(
                        template,
                        folder.resolve("images"),
                        folder.resolve("labels"),
                        folder.resolve("t10k"),
                        folder.resolve("t10k-labels"));
    }

    @Test
    void picturesMayBeShrunk() throws IOException {
        var pixels = new int[4 * 16];
        Arrays.setAll(pixels, i -> i % 4 < 2 ? 255 : i / 16 * 51);
        write("images", idx(pixels, 0x803, 4, 4, 4));
        var experiment = idx("data.image.shrink=2");

        assertThat(first(experiment.samples())).containsExactly(1.0, 1.0, 1.0, 1.0);
        assertThat(experiment.samples()).extracting(sample -> sample.input(2)).containsExactly(0.0, 0.2, 0.4, 0.6);
        assertThat(Template.of(experiment.provenance()).read(List.of()))
                .usingRecursiveComparison()
                .isEqualTo(experiment);
    }

    private void assertComplaint(String message, String... settings) {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> idx(settings))
                .withMessageContaining(message)
                .withMessageMatching("[^\n\r]+");
    }

    @Test
    void wrongMagicNumbersAreNamed() throws IOException {
        assertComplaint(
                "labels: this is no IDX file of images: it begins with 0x00000801, and must begin with 0x00000803",
                "data.file=labels");
        assertComplaint("images: this is no IDX file of labels: it begins with 0x00000803", "data.labels=images");
        assertComplaint("mine.yaml: this is no IDX file of images: it begins with 0x6c657373", "data.file=mine.yaml");
    }

    @Test
    void filesCutShortAreNamed() throws IOException {
        var whole = idx(images(), 0x803, 4, 2, 2);
        write("images", Arrays.copyOf(whole, whole.length - 3));
        assertComplaint("images: the file is cut short: it says that it has 4 × 2 × 2 bytes, but ends after 13");
        write("images", Arrays.copyOf(whole, 9));
        assertComplaint("images: the file is cut short; fetch it again");
        write("images", new byte[0]);
        assertComplaint("images: the file is cut short; fetch it again");
        var packed = packed(whole);
        write("images", Arrays.copyOf(packed, packed.length - 12));
        assertComplaint("images: the file is cut short");
        write("images", Arrays.copyOf(whole, whole.length + 1));
        assertComplaint("images: the file goes on after the 4 × 2 × 2 bytes that it says it has");
    }

    @Test
    void damagedGzipFilesAreNamed() throws IOException {
        var packed = packed(idx(images(), 0x803, 4, 2, 2));
        packed[14] ^= 0x55;
        packed[15] ^= 0x55;
        write("images", packed);
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> idx())
                .withMessageStartingWith(folder.resolve("images").toString());
    }

    @Test
    void noMoreIsUnpackedThanTheSizesSay() throws IOException {
        // Ten million zeros after four small pictures, in ten thousand bytes.
        var whole = Arrays.copyOf(idx(images(), 0x803, 4, 2, 2), 10_000_000);
        write("images", packed(whole));
        assertComplaint("images: the file goes on after the 4 × 2 × 2 bytes");
        write("images", packed(idx(new int[0], 0x803, 60_000, 28_000, 28_000)));
        assertComplaint("images: the file says that it has 60000 × 28000 bytes, but it must have from 1 to 64 MB");
        write("images", idx(new int[0], 0x803, -1, 2, 2));
        assertComplaint("images: the file says that it has 4294967295 bytes, but it must have from 1 to 64 MB");
        write("images", idx(new int[0], 0x803, 0, 2, 2));
        assertComplaint("images: the file says that it has 0 bytes");
    }

    @Test
    void whatDoesNotBelongTogetherIsNamed() throws IOException {
        assertComplaint(
                "images: the images are of 2 rows of 2 pixels, but there must be 4 rows of 4: data.image says 2 rows of 2,"
                        + " 2 times smaller than the file's; change it, or the file",
                "data.image.shrink=2");
        assertComplaint("data.header is for the columns of a table", "data.header=true");
        assertComplaint("there is no data file", "data.file=none");
        assertComplaint("of picture 2 is none of data.classes: 7, 8", "data.classes=[7, 8]");
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> read("data={file: images, labels: labels}"))
                .withMessageEndingWith(
                        "data has no key 'image'; say how many rows and columns of pixels the network sees");
        write("labels", idx(new int[3], 0x801, 3));
        assertComplaint("data.labels names a file of 3 labels for 4 images; take the two files that belong together");
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() ->
                        read("data.file=" + write("packed", packed(new byte[9])).getFileName()))
                .withMessageEndingWith("packed: this is no text; if it holds images in the form of MNIST, name the file"
                        + " of their labels in data.labels");
    }

    // PNG -----------------------------------------------------------------------------------------------------------

    private Path png(String name, int type, int width, int height, int... colours) throws IOException {
        var image = new BufferedImage(width, height, type);
        for (var i = 0; i < colours.length; i++) {
            if (type == BufferedImage.TYPE_BYTE_GRAY) {
                image.getRaster().setSample(i % width, i / width, 0, colours[i]);
            } else {
                image.setRGB(i % width, i / width, colours[i]);
            }
        }
        var file = folder.resolve("digits").resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private void writePngs() throws IOException {
        png("one/a.png", BufferedImage.TYPE_BYTE_GRAY, 2, 2, 255, 204, 51, 0);
        png("one/b.PNG", BufferedImage.TYPE_INT_ARGB, 2, 2, 0xff000000, 0xffffffff, 0x00123456, 0x80000000);
        png("\"two, or so/c.png", BufferedImage.TYPE_INT_RGB, 2, 2, 0xff0000, 0x00ff00, 0x0000ff, 0x808080);
        Files.writeString(folder.resolve("digits/one/Thumbs.db"), "no picture");
        Files.writeString(folder.resolve("digits/.hidden.png"), "no picture");
    }

    @Test
    void subFoldersOfPngsAreClasses() throws IOException {
        writePngs();
        var experiment = read("data.folder=digits");

        assertThat(experiment.classes()).containsExactly("\"two, or so", "one");
        assertThat(experiment.samples()).extracting(Sample::answer).containsExactly(1, 2, 2);
        assertThat(inputs(experiment, 0)).containsExactly(0.701, 0.413, 0.886, 0.498);
        assertThat(inputs(experiment, 1)).containsExactly(0.0, 0.2, 0.8, 1.0);
        assertThat(inputs(experiment, 2)).containsExactly(1.0, 0.0, 0.0, 0.502);
        assertThat(Template.of(experiment.provenance()).read(List.of()))
                .usingRecursiveComparison()
                .isEqualTo(experiment);
    }

    private static List<Double> inputs(NetworkExperiment experiment, int sample) {
        return Stream.of(1, 2, 3, 4)
                .map(i -> experiment.samples().get(sample).input(i))
                .toList();
    }

    @Test
    void inkMayBeLight() throws IOException {
        writePngs();
        var experiment = read("data.folder=digits", "data.image.ink=light");

        assertThat(inputs(experiment, 1)).containsExactly(1.0, 0.8, 0.2, 0.0);
        assertThat(inputs(experiment, 2)).containsExactly(0.0, 1.0, 0.0, 0.0);
    }

    @Test
    void aPngOfAnotherSizeIsNamed() throws IOException {
        writePngs();
        var file = png("one/d.png", BufferedImage.TYPE_BYTE_GRAY, 3, 2);

        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> read("data.folder=digits"))
                .withMessage(
                        file + ": the picture is of 2 rows of 3 pixels, but there must be 2 rows of 2: data.image says"
                                + " 2 rows of 2; change it, or the file");
    }

    @Test
    void filesThatAreNoPngsAreNamed() throws IOException {
        writePngs();
        for (var bytes :
                List.of(new byte[0], "no picture".getBytes(StandardCharsets.US_ASCII), cut(), bomb(30_000, 30_000))) {
            Files.write(folder.resolve("digits/one/e.png"), bytes);

            assertThatExceptionOfType(TemplateException.class)
                    .isThrownBy(() -> read("data.folder=digits"))
                    .withMessageStartingWith(folder.resolve("digits/one/e.png").toString())
                    .withMessageMatching("[^\n\r]+");
        }
        Files.write(folder.resolve("digits/one/e.png"), new byte[(1 << 20) + 1]);
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> read("data.folder=digits"))
                .withMessageEndingWith("e.png: the file is larger than 1 MB; take small pictures");
    }

    private byte[] cut() throws IOException {
        var whole = Files.readAllBytes(folder.resolve("digits/one/a.png"));
        return Arrays.copyOf(whole, 45);
    }

    /** A picture that says it is huge, and whose pixels are packed. */
    private static byte[] bomb(int width, int height) throws IOException {
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8);
        var out = new ByteArrayOutputStream();
        out.write(ByteBuffer.allocate(8).putLong(0x89504e470d0a1a0aL).array());
        out.write(chunk("IHDR", header.array()));
        out.write(chunk("IDAT", deflated(new byte[100_000])));
        out.write(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    private static byte[] deflated(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            deflater.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] chunk(String kind, byte[] data) throws IOException {
        var named = new ByteArrayOutputStream();
        named.write(kind.getBytes(StandardCharsets.US_ASCII));
        named.write(data);
        var check = new CRC32();
        check.update(named.toByteArray());
        var out = new ByteArrayOutputStream();
        out.write(ByteBuffer.allocate(4).putInt(data.length).array());
        out.write(named.toByteArray());
        out.write(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
        return out.toByteArray();
    }

    /** Texts beside the pixels may unpack to anything; nobody reads them. */
    @Test
    void whatAPngHoldsBesideItsPixelsIsNotRead() throws IOException {
        writePngs();
        var file = folder.resolve("digits/one/a.png");
        var whole = Files.readAllBytes(file);
        var text = new ByteArrayOutputStream();
        text.write("x\0\0".getBytes(StandardCharsets.US_ASCII));
        text.write(deflated(new byte[100_000_000]));
        var out = new ByteArrayOutputStream();
        out.write(whole, 0, 33);
        out.write(chunk("zTXt", text.toByteArray()));
        out.write(whole, 33, whole.length - 33);
        Files.write(file, out.toByteArray());

        assertThat(inputs(read("data.folder=digits"), 1)).containsExactly(0.0, 0.2, 0.8, 1.0);
    }

    @Test
    void foldersWithoutPicturesAreNamed() throws IOException {
        Files.createDirectories(folder.resolve("empty/sub"));
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> read("data.folder=empty"))
                .withMessageEndingWith("data.folder has no PNG files in its sub-folders, which must be named as the"
                        + " classes; choose another folder");
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> read("data.folder=none"))
                .withMessageContaining("there is no folder " + folder.resolve("none"));
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> read("data.folder=images"))
                .withMessageContaining("there is no folder " + folder.resolve("images"));
    }

    @Test
    void aWorkbookNeverReadsPicturesFromDisk() throws IOException {
        writePngs();
        var first = read("data.folder=digits");
        var stolen = new Provenance(
                "mine", first.provenance().yaml(), first.provenance().settings(), Map.of());

        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> Template.of(stolen).read(List.of()))
                .withMessageContaining("the workbook holds no data file called 'digits'");
    }
}
