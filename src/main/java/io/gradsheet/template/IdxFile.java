package io.gradsheet.template;

import io.gradsheet.table.TableFile;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file of bytes in the form of the MNIST digits, IDX, plain or packed with gzip: two zeros, the kind of its numbers (8 for
 * bytes), how many dimensions they have, the size of each, and the bytes.
 */
final class IdxFile {
    private static final int BYTES = 0x0800;
    private static final int GZIP = 0x1f8b;

    private final int[] sizes;
    private final byte[] bytes;

    private IdxFile(int[] sizes, byte[] bytes) {
        this.sizes = sizes;
        this.bytes = bytes;
    }

    /** The size of a dimension, which counts from 0. */
    int size(int dimension) {
        return sizes[dimension];
    }

    /** One of the bytes, from 0 to 255. */
    int at(int offset) {
        return Byte.toUnsignedInt(bytes[offset]);
    }

    /**
     * Reads a file. No more of it is unpacked than its sizes ask for, which are limited.
     *
     * @param dimensions how many there must be: 3 for images, 1 for labels
     * @param named where the template names it
     * @throws TemplateException if it is anything else
     */
    static IdxFile read(Path path, int dimensions, Entry named) {
        var place = new Place(path.toString());
        try (var file = new BufferedInputStream(TextFile.opened(path))) {
            return read(unpacked(file), dimensions, place);
        } catch (NoSuchFileException e) {
            throw named.place()
                    .complaint("there is no data file " + path + "; its name counts from the template's folder");
        } catch (ZipException e) {
            throw place.complaint("the gzip file is damaged (" + e.getMessage() + "); fetch it again");
        } catch (EOFException e) {
            throw place.complaint("the file is cut short; fetch it again");
        } catch (IOException e) {
            throw named.place().complaint("the data file " + path + " cannot be read: " + TextFile.reason(path, e));
        }
    }

    private static InputStream unpacked(BufferedInputStream file) throws IOException {
        file.mark(2);
        var first = file.read() << 8 | file.read();
        file.reset();
        return first == GZIP ? new GZIPInputStream(file) : file;
    }

    private static IdxFile read(InputStream file, int dimensions, Place place) throws IOException {
        var in = new DataInputStream(file);
        var magic = in.readInt();
        if (magic != (BYTES | dimensions)) {
            throw place.complaint(String.format(
                    Locale.ROOT,
                    "this is no IDX file of %s: it begins with 0x%08x, and must begin with 0x%08x",
                    dimensions == 1 ? "labels" : "images",
                    magic,
                    BYTES | dimensions));
        }
        var sizes = new int[dimensions];
        var total = 1L;
        for (var i = 0; i < dimensions; i++) {
            sizes[i] = in.readInt();
            total = sizes[i] < 0 ? Long.MAX_VALUE : Math.min(TableFile.LARGEST + 1L, total * sizes[i]);
            if (total < 1 || total > TableFile.LARGEST) {
                throw place.complaint("the file says that it has " + said(sizes, i + 1)
                        + " bytes, but it must have from 1 to " + (TableFile.LARGEST >> 20) + " MB");
            }
        }
        var bytes = in.readNBytes((int) total);
        if (bytes.length < total) {
            throw place.complaint(String.format(
                    Locale.ROOT,
                    "the file is cut short: it says that it has %s bytes, but ends after %,d; fetch it again",
                    said(sizes, dimensions),
                    bytes.length));
        }
        if (in.read() >= 0) {
            throw place.complaint("the file goes on after the " + said(sizes, dimensions)
                    + " bytes that it says it has; fetch it again");
        }
        return new IdxFile(sizes, bytes);
    }

    private static String said(int[] sizes, int count) {
        return String.join(
                " × ",
                IntStream.range(0, count)
                        .mapToObj(i -> Integer.toUnsignedString(sizes[i]))
                        .toList());
    }
}
