package io.gradsheet.template;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Small PNG pictures in a folder, whose sub-folders are the classes. Only the start of a file is read before its size is known
 * to be right, and never what it holds beside its pixels.
 */
final class PngPictures implements Pictures {
    private static final int LARGEST_FILE = 1 << 20;
    private static final int MOST_FILES = 200_000;

    private final Place place;
    private final Wanted wanted;
    private final List<Path> files = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();

    PngPictures(Entry folder, Wanted wanted, Sources sources) {
        var path = sources.path(folder);
        this.place = new Place(path.toString());
        this.wanted = wanted;
        try {
            for (var sub : listed(path, Files::isDirectory)) {
                for (var file : listed(sub, PngPictures::isPng)) {
                    files.add(file);
                    labels.add(sub.getFileName().toString().strip());
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            throw folder.place()
                    .complaint("there is no folder " + path + "; its name counts from the template's folder");
        } catch (IOException e) {
            throw folder.place().complaint("the folder " + path + " cannot be read: " + TextFile.reason(path, e));
        }
        if (files.isEmpty() || files.size() > MOST_FILES) {
            throw folder.complaint((files.isEmpty() ? "has no PNG files" : "has too many PNG files")
                    + " in its sub-folders, which must be named as the classes; choose another folder");
        }
    }

    private static List<Path> listed(Path folder, Predicate<Path> wanted) throws IOException {
        try (var paths = Files.list(folder)) {
            return paths.filter(path -> !path.getFileName().toString().startsWith("."))
                    .filter(wanted)
                    .sorted(Comparator.comparing(path -> path.getFileName().toString()))
                    .toList();
        }
    }

    private static boolean isPng(Path path) {
        return path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".png") && Files.isRegularFile(path);
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public double[] ink(int picture) {
        var file = files.get(picture);
        var at = new Place(file.toString());
        var reader = ImageIO.getImageReadersByFormatName("png").next();
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(LARGEST_FILE + 1);
            if (bytes.length > LARGEST_FILE) {
                throw at.complaint("the file is larger than " + (LARGEST_FILE >> 20) + " MB; take small pictures");
            }
            return ink(read(reader, bytes, at));
        } catch (IOException e) {
            throw at.complaint("this cannot be read as a PNG (" + e.getMessage() + "); save the picture again");
        } finally {
            reader.dispose();
        }
    }

    private BufferedImage read(ImageReader reader, byte[] bytes, Place at) throws IOException {
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(stream, true, true);
            if (reader.getWidth(0) != wanted.columns() || reader.getHeight(0) != wanted.rows()) {
                throw wanted.complaint(at, "the picture is", reader.getHeight(0), reader.getWidth(0));
            }
            return reader.read(0);
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            // What the reader says to a file that is damaged in an unforeseen way.
            throw new IOException(e.getMessage(), e);
        }
    }

    private double[] ink(BufferedImage image) {
        var ink = new double[wanted.rows() * wanted.columns()];
        for (var row = 0; row < wanted.rows(); row++) {
            for (var column = 0; column < wanted.columns(); column++) {
                ink[row * wanted.columns() + column] =
                        wanted.darkInk() ? 1 - light(image, column, row, 1) : light(image, column, row, 0);
            }
        }
        return ink;
    }

    /** How light a pixel is, from 0 to 1, over the paper that shows through it. */
    private static double light(BufferedImage image, int x, int y, double paper) {
        var model = image.getColorModel();
        if (model.getColorSpace().getType() == ColorSpace.TYPE_GRAY) {
            // As the file has it; getRGB would bend the levels of grey.
            var raster = image.getRaster();
            var largest = (1 << model.getComponentSize(0)) - 1.0;
            var light = raster.getSample(x, y, 0) / largest;
            var cover = model.hasAlpha() ? raster.getSample(x, y, 1) / largest : 1;
            return light * cover + paper * (1 - cover);
        }
        var pixel = image.getRGB(x, y);
        // Weights of ITU-R BT.601, as greyscale pictures are usually made.
        var light = (0.299 * (pixel >> 16 & 255) + 0.587 * (pixel >> 8 & 255) + 0.114 * (pixel & 255)) / 255;
        var cover = (pixel >>> 24) / 255.0;
        return light * cover + paper * (1 - cover);
    }
}
