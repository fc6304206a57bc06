package io.gradsheet.xlsx;

import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Value;
import io.gradsheet.xlsx.Look.Edge;
import io.gradsheet.xlsx.Look.Pen;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.poi.ss.usermodel.FontFamily;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.extensions.XSSFCellBorder;
import org.apache.poi.xssf.usermodel.extensions.XSSFCellFill;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTBorder;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTBorderPr;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTFill;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTFont;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STBorderStyle;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STPatternType;

/**
 * The looks as styles and fonts of one workbook, each only once. All styles are there from the start, since the table of
 * styles is written before the rows.
 */
final class Styles {
    static final String FONT = "Arial";
    static final String OPAQUE = "FF";

    private static final int DIGITS_SHOWN = 9;
    private static final double LEAST_ROUNDED = 0.001;
    private static final double MOST_ROUNDED = 10_000;

    private final XSSFWorkbook workbook;
    private final Map<Pen, Integer> fonts = new HashMap<>();
    private final Map<String, Long> fills = new HashMap<>();
    private final Map<Edge, Long> borders = new EnumMap<>(Edge.class);
    private final Map<Looks.Kind, Map<Role, Integer>> styles = new EnumMap<>(Looks.Kind.class);
    private final Map<Looks.Kind, Map<Role, Integer>> literalStyles = new EnumMap<>(Looks.Kind.class);

    Styles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        var standard = workbook.getFontAt(0).getCTFont();
        standard.set(font(new Pen(10, false, false, "000000")));
        var made = new HashMap<Look, Integer>();
        var madeLiteral = new HashMap<Look, Integer>();
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

    /** The number of a cell's style. That of a text that begins like a formula keeps it a text. */
    int of(Cell cell) {
        if (cell instanceof Cell.Computed computed) {
            return of(Looks.Kind.RESULT, computed.role());
        }
        if (cell instanceof Cell.Figure figure) {
            return of(Looks.Kind.RESULT, figure.role());
        }
        if (cell instanceof Cell.Input input) {
            return input.value() instanceof Value.Text text
                    ? of(Looks.Kind.WORD, input.role(), text.text())
                    : of(isLong(input.value()) ? Looks.Kind.LONG_NUMBER : Looks.Kind.INPUT, input.role());
        }
        return cell instanceof Cell.Label label
                ? of(Looks.Kind.LABEL, label.role(), label.text().text())
                : 0;
    }

    /** Whether a number has many digits, and four decimals say enough of it. */
    private static boolean isLong(Value value) {
        return value instanceof Value.Figure figure
                && figure.number() != Math.rint(figure.number())
                && Math.abs(figure.number()) >= LEAST_ROUNDED
                && Math.abs(figure.number()) < MOST_ROUNDED
                && BigDecimal.valueOf(figure.number()).toPlainString().length() > DIGITS_SHOWN;
    }

    private int of(Looks.Kind kind, Role role) {
        return styles.get(kind).get(role);
    }

    private int of(Looks.Kind kind, Role role, String text) {
        return (Texts.looksLikeFormula(text) ? literalStyles : styles).get(kind).get(role);
    }

    static XSSFColor colour(String hex) {
        return new XSSFColor(rgb(OPAQUE + hex));
    }

    static byte[] rgb(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private int fontNumber(Pen pen) {
        var font = new XSSFFont(font(pen));
        font.registerTo(workbook.getStylesSource());
        return font.getIndex();
    }

    /** A font, its parts in the order in which the strictest of readers wants them. */
    private static CTFont font(Pen pen) {
        var font = CTFont.Factory.newInstance();
        if (pen.bold()) {
            font.addNewB();
        }
        if (pen.underlined()) {
            font.addNewU();
        }
        font.addNewSz().setVal(pen.points());
        font.addNewColor().setRgb(rgb(OPAQUE + pen.colour()));
        font.addNewName().setVal(FONT);
        font.addNewFamily().setVal(FontFamily.SWISS.getValue());
        return font;
    }

    private int literalStyle(Look look) {
        var style = newStyle(look);
        style.setQuotePrefixed(true);
        return style.getIndex();
    }

    private int style(Look look) {
        return newStyle(look).getIndex();
    }

    private XSSFCellStyle newStyle(Look look) {
        var style = workbook.createCellStyle();
        var parts = style.getCoreXf();
        parts.setFontId(fonts.computeIfAbsent(look.pen(), this::fontNumber));
        parts.setApplyFont(true);
        if (!look.fill().equals(Look.NO_FILL)) {
            parts.setFillId(fills.computeIfAbsent(look.fill(), this::fill));
            parts.setApplyFill(true);
        }
        if (look.edge() != Edge.NONE) {
            parts.setBorderId(borders.computeIfAbsent(look.edge(), this::border));
            parts.setApplyBorder(true);
        }
        style.setWrapText(look.wraps());
        style.setShrinkToFit(look.shrinks());
        style.setDataFormat(workbook.createDataFormat().getFormat(look.format()));
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setAlignment(
                switch (look.align()) {
                    case GENERAL -> HorizontalAlignment.GENERAL;
                    case CENTRE -> HorizontalAlignment.CENTER;
                    case RIGHT -> HorizontalAlignment.RIGHT;
                    case LEFT -> HorizontalAlignment.LEFT;
                });
        return style;
    }

    private long fill(String colour) {
        var fill = CTFill.Factory.newInstance();
        var pattern = fill.addNewPatternFill();
        pattern.setPatternType(STPatternType.SOLID);
        pattern.addNewFgColor().setRgb(rgb(OPAQUE + colour));
        return workbook.getStylesSource().putFill(new XSSFCellFill(fill, null));
    }

    private long border(Edge edge) {
        var border = CTBorder.Factory.newInstance();
        switch (edge) {
            case NONE -> {}
            case FINE ->
                sides(STBorderStyle.THIN, "D9D9D9", border.addNewLeft(), border.addNewRight(), border.addNewBottom());
            case FIELD -> frame(STBorderStyle.THIN, "A6A6A6", border);
            case ANSWER -> frame(STBorderStyle.MEDIUM, "E0A800", border);
            case FRAME -> frame(STBorderStyle.MEDIUM, "595959", border);
            case BOX -> frame(STBorderStyle.THIN, "000000", border);
            case RULE -> sides(STBorderStyle.HAIR, "7F7F7F", border.addNewBottom());
            case BEFORE -> sides(STBorderStyle.THIN, "000000", border.addNewLeft());
            case BEHIND -> sides(STBorderStyle.THIN, "000000", border.addNewRight());
            case UNDER -> sides(STBorderStyle.THIN, "7F7F7F", border.addNewBottom());
        }
        return workbook.getStylesSource().putBorder(new XSSFCellBorder(border));
    }

    private static void frame(STBorderStyle.Enum line, String colour, CTBorder border) {
        sides(line, colour, border.addNewLeft(), border.addNewRight(), border.addNewTop(), border.addNewBottom());
    }

    private static void sides(STBorderStyle.Enum line, String colour, CTBorderPr... sides) {
        for (var side : sides) {
            side.setStyle(line);
            side.addNewColor().setRgb(rgb(OPAQUE + colour));
        }
    }
}
