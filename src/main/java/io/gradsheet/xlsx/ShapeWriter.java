package io.gradsheet.xlsx;

import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.Shape;
import io.gradsheet.sheet.Shape.Hue;
import io.gradsheet.sheet.Shape.Point;
import org.apache.poi.ss.usermodel.ShapeTypes;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.TextAlign;
import org.apache.poi.xssf.usermodel.TextHorizontalOverflow;
import org.apache.poi.xssf.usermodel.TextVerticalOverflow;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSimpleShape;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTransform2D;
import org.openxmlformats.schemas.drawingml.x2006.main.STLineEndType;

/** Draws vector shapes on a sheet: nodes, lines and captions. */
final class ShapeWriter {
    private static final double TEXT_POINTS = 10;
    private static final double OUTLINE_POINTS = 1.25;
    private static final String FONT = "Arial";

    private final XSSFSheet sheet;
    private final Geometry geometry;

    ShapeWriter(XSSFSheet sheet, Geometry geometry) {
        this.sheet = sheet;
        this.geometry = geometry;
    }

    /** The colours of a hue: of outlines and lines, inside nodes, and of texts. */
    private record Inks(String outline, String fill, String text) {
        static Inks of(Hue hue) {
            return switch (hue) {
                case NEUTRAL -> new Inks("7F7F7F", "F5F5F5", "262626");
                case INPUT -> new Inks("BF9000", "FFF6CC", "262626");
                case FORWARD -> new Inks("1F4E9E", "DEEBF7", "173A75");
                case BACKWARD -> new Inks("C55A11", "FCE9DC", "843C0B");
            };
        }
    }

    void write(Shape shape) {
        if (shape instanceof Shape.Node node) {
            node(node);
        } else if (shape instanceof Shape.Line line) {
            line(line);
        } else if (shape instanceof Shape.Caption caption) {
            var box = box(caption.topLeft(), caption.bottomRight());
            box.setNoFill(true);
            box.getCTShape().getSpPr().addNewLn().addNewNoFill();
            text(box, caption.text(), Inks.of(caption.hue()));
        }
    }

    private void node(Shape.Node node) {
        var inks = Inks.of(node.hue());
        var box = box(node.topLeft(), node.bottomRight());
        box.setShapeType(node.round() ? ShapeTypes.ELLIPSE : ShapeTypes.ROUND_RECT);
        var properties = box.getCTShape().getSpPr();
        properties.addNewSolidFill().addNewSrgbClr().setVal(Styles.rgb(inks.fill()));
        var outline = properties.addNewLn();
        outline.setW(Units.toEMU(OUTLINE_POINTS));
        outline.addNewSolidFill().addNewSrgbClr().setVal(Styles.rgb(inks.outline()));
        text(box, node.text(), inks);
    }

    private void line(Shape.Line line) {
        var connector = drawing().createConnector(geometry.anchor(line.from(), line.to()));
        var shape = connector.getCTConnector();
        // POI gives all connectors one number.
        shape.getNvCxnSpPr().getCNvPr().setId(drawing().getCTDrawing().sizeOfTwoCellAnchorArray());
        shape.getNvCxnSpPr().getCNvPr().setName("Line");
        if (shape.isSetStyle()) {
            shape.unsetStyle();
        }
        var frame = shape.getSpPr().getXfrm();
        place(frame, line.from(), line.to());
        if (line.to().column() < line.from().column()) {
            frame.setFlipH(true);
        }
        if (line.to().row() < line.from().row()) {
            frame.setFlipV(true);
        }
        var stroke = shape.getSpPr().addNewLn();
        stroke.setW(Units.toEMU(line.weight()));
        stroke.addNewSolidFill()
                .addNewSrgbClr()
                .setVal(Styles.rgb(Inks.of(line.hue()).outline()));
        if (line.arrow()) {
            stroke.addNewTailEnd().setType(STLineEndType.TRIANGLE);
        }
    }

    private XSSFSimpleShape box(Point topLeft, Point bottomRight) {
        var box = drawing().createSimpleShape(geometry.anchor(topLeft, bottomRight));
        place(box.getCTShape().getSpPr().getXfrm(), topLeft, bottomRight);
        return box;
    }

    private XSSFDrawing drawing() {
        return sheet.createDrawingPatriarch();
    }

    private void place(CTTransform2D frame, Point one, Point other) {
        frame.getOff().setX(Math.min(geometry.x(one), geometry.x(other)));
        frame.getOff().setY(Math.min(geometry.y(one), geometry.y(other)));
        frame.getExt().setCx(Math.abs(geometry.x(one) - geometry.x(other)));
        frame.getExt().setCy(Math.abs(geometry.y(one) - geometry.y(other)));
    }

    private static void text(XSSFSimpleShape box, RichText text, Inks inks) {
        box.setVerticalAlignment(VerticalAlignment.CENTER);
        box.setTextHorizontalOverflow(TextHorizontalOverflow.OVERFLOW);
        box.setTextVerticalOverflow(TextVerticalOverflow.OVERFLOW);
        box.setLeftInset(0);
        box.setRightInset(0);
        box.setTopInset(0);
        box.setBottomInset(0);
        box.clearText();
        var paragraph = box.addNewTextParagraph();
        paragraph.setTextAlign(TextAlign.CENTER);
        for (var run : text.runs()) {
            var lines = Texts.plain(run.text()).split("\n", -1);
            for (var i = 0; i < lines.length; i++) {
                if (i > 0) {
                    paragraph.addLineBreak();
                }
                var part = paragraph.addNewTextRun();
                part.setText(lines[i]);
                part.setFontSize(TEXT_POINTS);
                part.setFontColor(Styles.rgb(inks.text()));
                part.setFont(FONT);
                if (run.bold()) {
                    part.setBold(true);
                }
                switch (run.script()) {
                    case NORMAL -> {}
                    case SUPER -> part.setSuperscript(true);
                    case SUB -> part.setSubscript(true);
                }
            }
        }
    }
}
