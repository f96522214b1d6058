package org.farmgate.logistics.parcels.label;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.farmgate.logistics.parcels.Sscc;
import org.farmgate.measure.Mass;
import org.farmgate.platform.Multilingual;
import org.farmgate.platform.Sealing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.ResourceBundleMessageSource;

/// Labels are printed, drawn at the 203 dots per inch of a label printer, and read back by a scanner's program.
class ParcelLabelsTests {
    private static final int DPI = 203;
    private static final Sscc FIRST = Sscc.of("9527000", 4711);
    private static final Sscc SECOND = Sscc.of("9527000", 4712);
    private static final Multilingual GOAL =
            new Multilingual("Nanhu township station", "南湖乡服务站", "نەنخۇ يېزىلىق پونكىت");

    @TempDir
    Path data;

    private TrackingNumbers numbers;
    private ParcelLabels labels;

    @BeforeEach
    void set() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/parcelpages", "messages/platform", "messages/ui");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        numbers = new TrackingNumbers(new Sealing("", data.toString()), "https://parcels.example.org/", "", "");
        labels = new ParcelLabels(messages, numbers, Clock.systemUTC());
    }

    private static ParcelLabel label(Sscc sscc, String receiver, String address, Optional<String> chute) {
        return new ParcelLabel(
                sscc,
                GOAL,
                chute,
                List.of("伊州区分拣中心", "南湖乡服务站", "نەنخۇ كەنت پونكىتى"),
                receiver,
                ParcelLabel.lastDigits("138 0000 1234"),
                address,
                Optional.of(new Mass(2_350)),
                GOAL,
                LocalDate.of(2026, 11, 26));
    }

    private byte[] two() {
        return labels.parcels(List.of(
                label(FIRST, "نۇرگۈل تۇرسۇن", "نەنخۇ يېزىسى، بۇلاق كەنتى 12-قورۇ", Optional.of("17")),
                label(SECOND, "王芳", "新疆哈密市伊州区南湖乡布拉克村十二号院", Optional.empty())));
    }

    @Test
    void bothCodesOfEachLabelAreReadFromTheDrawnPage() throws Exception {
        List<BufferedImage> pages = pages(two(), "parcel");
        assertThat(pages).hasSize(2);
        for (int page = 0; page < 2; page++) {
            Sscc sscc = page == 0 ? FIRST : SECOND;
            // FNC1 at the front is what makes it GS1-128: the reader then names the symbology ]C1.
            assertThat(read(pages.get(page), BarcodeFormat.CODE_128).getText()).isEqualTo("]C100" + sscc);
            String link = read(pages.get(page), BarcodeFormat.QR_CODE).getText();
            assertThat(link).startsWith("https://parcels.example.org/00/" + sscc + "?k=");
            assertThat(Sscc.find(link)).contains(sscc);
            assertThat(numbers.read(link)).contains(sscc);
        }
    }

    @Test
    void aContainersCodesAreReadToo() throws Exception {
        byte[] pdf = labels.containers(List.of(new ContainerLabel(
                FIRST,
                new Multilingual("Cage", "笼车", "قەپەز ھارۋا"),
                "南湖乡服务站",
                "伊州区分拣中心",
                42,
                Optional.of(Mass.kilograms(180)),
                Instant.parse("2026-11-26T08:00:00Z"))));
        BufferedImage page = pages(pdf, "container").getFirst();
        assertThat(read(page, BarcodeFormat.CODE_128).getText()).isEqualTo("]C100" + FIRST);
        assertThat(read(page, BarcodeFormat.QR_CODE).getText()).contains("/00/" + FIRST);
    }

    @Test
    void aPageIsALabelAndKeepsItsMargins() throws Exception {
        try (PDDocument document = Loader.loadPDF(two())) {
            var box = document.getPage(0).getMediaBox();
            assertThat(millimetres(box.getWidth())).isEqualTo(100);
            assertThat(millimetres(box.getHeight())).isEqualTo(150);
        }
        for (BufferedImage page : pages(two(), "margins")) {
            assertThat(ink(page, 0, 0, 4, 150)).as("left margin").isZero();
            assertThat(ink(page, 96, 0, 100, 150)).as("right margin").isZero();
            assertThat(ink(page, 5, 109, 10.5, 140))
                    .as("quiet zone before the bars")
                    .isZero();
            assertThat(ink(page, 89.6, 109, 95, 140))
                    .as("quiet zone behind the bars")
                    .isZero();
        }
    }

    @Test
    void chineseStandsAtTheLeftAndUyghurAtTheRight() throws Exception {
        BufferedImage page = pages(two(), "sides").get(1);
        assertThat(ink(page, 5, 4, 20, 15)).as("Chinese begins").isPositive();
        assertThat(ink(page, 70, 4, 96, 15)).as("Chinese ends before").isZero();
        assertThat(ink(page, 85, 15, 96, 26)).as("Uyghur begins at the right").isPositive();
        assertThat(ink(page, 4, 15, 15, 26)).as("Uyghur ends before").isZero();
    }

    @Test
    void wordsAreFoundAgainAndOnlyTheEndOfATelephoneIsThere() throws Exception {
        try (PDDocument document = Loader.loadPDF(two())) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("南湖乡服务站", "王芳", "···1234", "(00) " + FIRST, "2.35");
            assertThat(text).doesNotContain("138");
        }
    }

    @Test
    void noTextMakesPrintingFailAndALongOneStaysInItsPlace() throws Exception {
        String endless = "很长的地址 ئۇزۇن ئادرېس ".repeat(40);
        byte[] pdf = labels.parcels(List.of(label(FIRST, "\u0007" + endless, endless, Optional.of("A-123456789"))));
        BufferedImage page = pages(pdf, "long").getFirst();
        assertThat(read(page, BarcodeFormat.CODE_128).getText()).isEqualTo("]C100" + FIRST);
        assertThat(ink(page, 96, 0, 100, 150)).isZero();
        assertThat(ink(page, 5, 92.2, 95, 92.9))
                .as("the address stays above the line")
                .isZero();
    }

    @Test
    void aTrackingNumberOpensOnlyWithItsLetters() {
        String number = numbers.number(FIRST);
        assertThat(number).matches("[0-9]{18}-[2-9A-Z]{6}");
        assertThat(numbers.read(number)).contains(FIRST);
        assertThat(numbers.read(number.toLowerCase(java.util.Locale.ROOT).replace("-", "  ")))
                .contains(FIRST);
        assertThat(numbers.read(FIRST.digits())).isEmpty();
        String others = numbers.number(SECOND).substring(18);
        assertThat(numbers.read(FIRST + others)).isEmpty();
    }

    private static List<BufferedImage> pages(byte[] pdf, String name) throws Exception {
        Files.createDirectories(Path.of("target/labels"));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var renderer = new PDFRenderer(document);
            return IntStream.range(0, document.getNumberOfPages())
                    .mapToObj(page -> {
                        try {
                            BufferedImage image = renderer.renderImageWithDPI(page, DPI);
                            javax.imageio.ImageIO.write(
                                    image, "png", new File("target/labels/" + name + "-" + page + ".png"));
                            return image;
                        } catch (java.io.IOException broken) {
                            throw new java.io.UncheckedIOException(broken);
                        }
                    })
                    .toList();
        }
    }

    private static Result read(BufferedImage page, BarcodeFormat format) throws Exception {
        int width = page.getWidth();
        int height = page.getHeight();
        int[] pixels = page.getRGB(0, 0, width, height, null, 0, width);
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        return new MultiFormatReader()
                .decode(
                        bitmap,
                        Map.of(
                                DecodeHintType.POSSIBLE_FORMATS, List.of(format),
                                DecodeHintType.ASSUME_GS1, true,
                                DecodeHintType.TRY_HARDER, true));
    }

    /// Dark points of a part of the page, in millimetres.
    private static long ink(BufferedImage page, double left, double top, double right, double bottom) {
        double scale = DPI / 25.4;
        return IntStream.range((int) Math.ceil(top * scale), (int) Math.min(page.getHeight(), bottom * scale))
                .mapToLong(y -> IntStream.range(
                                (int) Math.ceil(left * scale), (int) Math.min(page.getWidth(), right * scale))
                        .filter(x -> (page.getRGB(x, y) & 0xff) < 128)
                        .count())
                .sum();
    }

    private static long millimetres(float points) {
        return Math.round(points * 25.4 / 72);
    }
}
