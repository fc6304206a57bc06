package io.gradsheet.template;

import java.util.List;

/** Labelled pictures of one size in files that are no text. */
interface Pictures {
    /** The label of every picture, in order. */
    List<String> labels();

    /**
     * The pixels of a picture, row by row: 0 is paper, 1 is ink.
     *
     * @param picture its number, from 0
     * @throws TemplateException if it cannot be read
     */
    double[] ink(int picture);

    /** For complaints about all of them. */
    Place place();

    /**
     * What a template says of pictures.
     *
     * @param shape what the network sees
     * @param shrink how many times larger in both directions a picture in a file is
     * @param darkInk whether the ink is dark and the paper light
     */
    record Wanted(ImageShape shape, int shrink, boolean darkInk) {
        int rows() {
            return shape.rows() * shrink;
        }

        int columns() {
            return shape.columns() * shrink;
        }

        /** Says that a picture has another size. */
        TemplateException complaint(Place place, String what, int rows, int columns) {
            return place.complaint(what + " of " + rows + " rows of " + columns + " pixels, but there must be " + rows()
                    + " rows of " + columns() + ": data.image says "
                    + shape.rows() + " rows of " + shape.columns()
                    + (shrink == 1 ? "" : ", " + shrink + " times smaller than the file's")
                    + "; change it, or the file");
        }
    }
}
