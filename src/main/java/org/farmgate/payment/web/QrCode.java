package org.farmgate.payment.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/// A QR code as one path of an SVG, a unit for each module, with the quiet border that scanners need.
///
/// @param size of the square, border included
/// @param path for the attribute `d`
public record QrCode(int size, String path) {
    public static QrCode of(String text) {
        Map<EncodeHintType, Object> hints = Map.of(
                EncodeHintType.CHARACTER_SET,
                "UTF-8",
                EncodeHintType.ERROR_CORRECTION,
                ErrorCorrectionLevel.M,
                EncodeHintType.MARGIN,
                4);
        try {
            BitMatrix dots = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
            StringBuilder path = new StringBuilder();
            for (int y = 0; y < dots.getHeight(); y++)
                for (int x = 0; x < dots.getWidth(); x++) {
                    if (!dots.get(x, y)) continue;
                    int from = x;
                    while (x + 1 < dots.getWidth() && dots.get(x + 1, y)) x++;
                    int width = x - from + 1;
                    path.append('M')
                            .append(from)
                            .append(' ')
                            .append(y)
                            .append('h')
                            .append(width);
                    path.append("v1h-").append(width).append('z');
                }
            return new QrCode(dots.getWidth(), path.toString());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong);
        }
    }
}
