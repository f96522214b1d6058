package org.farmgate.payment.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTests {
    private static final int SCALE = 4;
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");

    /// Drawn as a browser would draw the path, then read as a phone would.
    @Test
    void whatIsDrawnIsReadAgain() throws Exception {
        String text = "weixin://wxpay/bizpayurl?pr=p4lpSuKzz&哈密瓜";
        QrCode code = QrCode.of(text);
        int size = code.size() * SCALE;
        int[] pixels = new int[size * size];
        Arrays.fill(pixels, 0xFFFFFF);
        RUN.matcher(code.path()).results().forEach(run -> {
            int x = Integer.parseInt(run.group(1));
            int y = Integer.parseInt(run.group(2));
            int width = Integer.parseInt(run.group(3));
            for (int row = y * SCALE; row < (y + 1) * SCALE; row++)
                Arrays.fill(pixels, row * size + x * SCALE, row * size + (x + width) * SCALE, 0);
        });
        var picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(size, size, pixels)));
        assertThat(new QRCodeReader().decode(picture).getText()).isEqualTo(text);
        assertThat(code.path().replaceAll(RUN.pattern(), "")).isEmpty();
    }
}
