package io.gradsheet.lesson.worksheet;

import io.gradsheet.lesson.frame.NetworkDrawing;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.sheet.Ref;
import io.gradsheet.template.Block;
import java.util.Collections;
import java.util.List;

/** A network's layers, drawn. */
record DrawingPanel(Block.Drawing drawing, Texts texts) implements Panel {
    private static final double ROW_HEIGHT = 15;

    /** A usual column in points. */
    private static final double COLUMN_WIDTH = 59;

    @Override
    public int rows() {
        return (int) Math.ceil(NetworkDrawing.HEIGHT / ROW_HEIGHT);
    }

    @Override
    public List<Double> widths() {
        return Collections.nCopies((int) Math.ceil(NetworkDrawing.WIDTH / COLUMN_WIDTH), Layout.USUAL_WIDTH);
    }

    @Override
    public void paint(Ref origin, Canvas canvas) {
        canvas.add(new NetworkDrawing(drawing.sizes(), texts).forward(origin));
    }
}
