package io.gradsheet.xlsx;

import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.RichText.Script;
import io.gradsheet.sheet.Role;
import io.gradsheet.xlsx.Look.Pen;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.FontScheme;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The looks as styles and fonts of one workbook, each only once. All styles are there from the start, since the table of
 * styles is written before the rows that stream.
 */
final class Styles {
    private static final String FONT = "Arial";
    private static final String OPAQUE = "FF";

    private final XSSFWorkbook workbook;
    private final Map<Face, XSSFFont> fonts = new HashMap<>();
    private final Map<Looks.Kind, Map<Role, XSSFCellStyle>> styles = new EnumMap<>(Looks.Kind.class);
    private final Map<Looks.Kind, Map<Role, XSSFCellStyle>> literalStyles = new EnumMap<>(Looks.Kind.class);

    /** A pen and where it writes. */
    private record Face(Pen pen, Script script) {}

    Styles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        var standard = workbook.getFontAt(0);
        standard.setFontName(FONT);
        standard.setFontHeightInPoints((short) 10);
        standard.setScheme(FontScheme.NONE);
        standard.setColor(colour("000000"));
        var made = new HashMap<Look, XSSFCellStyle>();
        var madeLiteral = new HashMap<Look, XSSFCellStyle>();
        for (var kind : Looks.Kind.values()) {
            styles.put(kind, new EnumMap<>(Role.class));
            literalStyles.put(kind, new EnumMap<>(Role.class));
            for (var role : Role.values()) {
                var look = Looks.of(kind, role);
                styles.get(kind).put(role, made.computeIfAbsent(look, this::style));
                if (kind != Looks.Kind.RESULT) {
                    literalStyles.get(kind).put(role, madeLiteral.computeIfAbsent(look, this::literalStyle));
                }
            }
        }
    }

    XSSFCellStyle of(Looks.Kind kind, Role role) {
        return styles.get(kind).get(role);
    }

    /** The style of a cell that holds this text: one that keeps a text a text even if it begins like a formula. */
    XSSFCellStyle of(Looks.Kind kind, Role role, String text) {
        return (Texts.looksLikeFormula(text) ? literalStyles : styles).get(kind).get(role);
    }

    /** A text with its superscripts and subscripts, in a pen's size and colour. */
    XSSFRichTextString rich(RichText text, Pen pen) {
        var rich = new XSSFRichTextString();
        for (var run : text.runs()) {
            var runPen = new Pen(pen.points(), pen.bold() || run.bold(), pen.underlined(), pen.colour());
            rich.append(Texts.cell(run.text()), fonts.computeIfAbsent(new Face(runPen, run.script()), this::font));
        }
        return rich;
    }

    static XSSFColor colour(String hex) {
        return new XSSFColor(rgb(OPAQUE + hex));
    }

    static byte[] rgb(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private XSSFFont font(Face face) {
        var font = workbook.createFont();
        font.setFontName(FONT);
        font.setFontHeight(face.pen().points());
        font.setBold(face.pen().bold());
        font.setColor(colour(face.pen().colour()));
        if (face.pen().underlined()) {
            font.setUnderline(Font.U_SINGLE);
        }
        switch (face.script()) {
            case NORMAL -> {}
            case SUPER -> font.setTypeOffset(Font.SS_SUPER);
            case SUB -> font.setTypeOffset(Font.SS_SUB);
        }
        return font;
    }

    private XSSFCellStyle literalStyle(Look look) {
        var style = style(look);
        style.setQuotePrefixed(true);
        return style;
    }

    private XSSFCellStyle style(Look look) {
        var style = workbook.createCellStyle();
        style.setFont(fonts.computeIfAbsent(new Face(look.pen(), Script.NORMAL), this::font));
        if (!look.fill().equals(Look.NO_FILL)) {
            style.setFillForegroundColor(colour(look.fill()));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        style.setWrapText(look.wraps());
        style.setDataFormat(workbook.createDataFormat().getFormat(look.format()));
        style.setVerticalAlignment(
                look.align() == Look.Align.TOP_LEFT ? VerticalAlignment.TOP : VerticalAlignment.CENTER);
        style.setAlignment(
                switch (look.align()) {
                    case GENERAL -> HorizontalAlignment.GENERAL;
                    case CENTRE -> HorizontalAlignment.CENTER;
                    case RIGHT -> HorizontalAlignment.RIGHT;
                    case TOP_LEFT -> HorizontalAlignment.LEFT;
                });
        switch (look.edge()) {
            case NONE -> {}
            case FINE -> {
                frame(style, BorderStyle.THIN, "D9D9D9");
                style.setBorderTop(BorderStyle.NONE);
            }
            case FIELD -> frame(style, BorderStyle.THIN, "A6A6A6");
            case FRAME -> frame(style, BorderStyle.MEDIUM, "595959");
            case UNDER -> {
                style.setBorderBottom(BorderStyle.THIN);
                style.setBottomBorderColor(colour("7F7F7F"));
            }
        }
        return style;
    }

    private static void frame(XSSFCellStyle style, BorderStyle line, String colour) {
        style.setBorderTop(line);
        style.setBorderRight(line);
        style.setBorderBottom(line);
        style.setBorderLeft(line);
        style.setTopBorderColor(colour(colour));
        style.setRightBorderColor(colour(colour));
        style.setBottomBorderColor(colour(colour));
        style.setLeftBorderColor(colour(colour));
    }
}
