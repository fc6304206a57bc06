package io.gradsheet.recalc;

import io.gradsheet.sheet.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The looks of a workbook that show a whole number with zeros at its front: 12345 as 0012345 by the format {@code 0000000}. */
final class PaddedNumbers {
    static final PaddedNumbers NONE = new PaddedNumbers(List.of());

    /** Longer numbers are no numbers: a cell holds 15 digits. */
    private static final int MOST_DIGITS = 15;

    private static final int MOST_LOOKS = 65_536;

    /** How many digits a look shows at the least; 0 where it does nothing of the kind. */
    private final List<Integer> digits;

    private PaddedNumbers(List<Integer> digits) {
        this.digits = List.copyOf(digits);
    }

    static PaddedNumbers read(XmlPart styles) {
        var formats = new HashMap<String, String>();
        var digits = new ArrayList<Integer>();
        while (styles.nextElement()) {
            if (styles.at("numFmt")) {
                formats.put(styles.attribute("numFmtId"), styles.attribute("formatCode"));
            } else if (styles.at("cellXfs")) {
                while (styles.nextWithin("cellXfs")) {
                    if (styles.at("xf") && digits.size() < MOST_LOOKS) {
                        digits.add(digits(formats, styles.attribute("numFmtId")));
                    }
                }
            }
        }
        return new PaddedNumbers(digits);
    }

    private static int digits(Map<String, String> formats, String id) {
        var code = formats.getOrDefault(id, "");
        return code.matches("0{2," + MOST_DIGITS + "}") ? code.length() : 0;
    }

    /** The value as such a look shows it. */
    Value shown(Value value, String look) {
        var least = look.matches("\\d{1,5}") && Integer.parseInt(look) < digits.size()
                ? digits.get(Integer.parseInt(look))
                : 0;
        if (least == 0 || !(value instanceof Value.Figure figure) || figure.number() < 0) {
            return value;
        }
        var whole = new BigDecimal(figure.content()).stripTrailingZeros();
        var text = whole.toPlainString();
        return whole.scale() > 0 ? value : Value.of("0".repeat(Math.max(0, least - text.length())) + text);
    }
}
