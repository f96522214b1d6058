package org.farmgate.logistics.parcels.label;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;
import org.farmgate.platform.print.Label;

/// The two codes of a label, drawn in whole modules so that no edge is blurred.
final class Codes {
    /// How the writer takes the function character FNC1, which makes Code 128 a GS1-128.
    private static final char FNC1 = '\u00f1';

    /// Application identifier of an SSCC (GS1 General Specifications, section 3.3.1).
    private static final String SSCC = "00";

    private Codes() {}

    /// Bars of an SSCC as GS1-128.
    ///
    /// @param module width of the thinnest bar; GS1 asks for 0.495 mm or more on logistic units
    /// @param height GS1 asks for 31.75 mm or more
    static void gs1128(Label label, String sscc, float left, float top, float module, float height) {
        boolean[] bars = new Code128Writer().encode(FNC1 + SSCC + sscc);
        for (int at = 0; at < bars.length; at++) {
            if (!bars[at]) continue;
            int from = at;
            while (at + 1 < bars.length && bars[at + 1]) at++;
            label.ink(left + from * module, top, (at - from + 1) * module, height);
        }
    }

    static float width(String sscc, float module) {
        return new Code128Writer().encode(FNC1 + SSCC + sscc).length * module;
    }

    /// As it is written below the bars.
    static String readable(String sscc) {
        return "(" + SSCC + ") " + sscc;
    }

    /// A QR code in a square without its quiet border, which the caller leaves free: four modules.
    static void qr(Label label, String text, float left, float top, float side) {
        BitMatrix dots = dots(text);
        float module = side / dots.getWidth();
        for (int y = 0; y < dots.getHeight(); y++)
            for (int x = 0; x < dots.getWidth(); x++) {
                if (!dots.get(x, y)) continue;
                int from = x;
                while (x + 1 < dots.getWidth() && dots.get(x + 1, y)) x++;
                label.ink(left + from * module, top + y * module, (x - from + 1) * module, module);
            }
    }

    private static BitMatrix dots(String text) {
        Map<EncodeHintType, Object> hints =
                Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 0);
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong);
        }
    }
}
