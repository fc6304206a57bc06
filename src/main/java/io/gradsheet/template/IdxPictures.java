package io.gradsheet.template;

import java.util.List;
import java.util.stream.IntStream;

/** Pictures in an IDX file, and their labels in another. In the file, 0 is paper and 255 is ink. */
final class IdxPictures implements Pictures {
    private static final double INK = 255;

    private final IdxFile images;
    private final List<String> labels;
    private final Place place;
    private final Wanted wanted;

    IdxPictures(Entry images, Entry labels, Wanted wanted, Sources sources) {
        var path = sources.path(images);
        this.images = IdxFile.read(path, 3, images);
        this.place = new Place(path.toString());
        this.wanted = wanted;
        if (this.images.size(1) != wanted.rows() || this.images.size(2) != wanted.columns()) {
            throw wanted.complaint(place, "the images are", this.images.size(1), this.images.size(2));
        }
        var names = IdxFile.read(sources.path(labels), 1, labels);
        if (names.size(0) != this.images.size(0)) {
            throw labels.complaint("names a file of " + Wording.count(names.size(0), "label") + " for "
                    + Wording.count(this.images.size(0), "image") + "; take the two files that belong together");
        }
        this.labels = IntStream.range(0, names.size(0))
                .mapToObj(i -> Integer.toString(names.at(i)))
                .toList();
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public double[] ink(int picture) {
        var ink = new double[wanted.rows() * wanted.columns()];
        for (var i = 0; i < ink.length; i++) {
            var level = images.at(picture * ink.length + i) / INK;
            ink[i] = wanted.darkInk() ? 1 - level : level;
        }
        return ink;
    }

    @Override
    public Place place() {
        return place;
    }
}
