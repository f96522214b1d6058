package org.farmgate.platform.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTests {
    private static final Locale UG = Locale.of("ug");
    private static final Locale ZH = Locale.CHINA;
    private static final int DPI = 72;

    @Test
    void uyghurLettersJoin() throws IOException {
        int joined = inkColumns(Sheet.a4(UG).paragraph("بېغىش").print());
        int isolated = inkColumns(
                Sheet.a4(UG).paragraph("ب\u200cې\u200cغ\u200cى\u200cش").print());

        assertThat(joined).isLessThan(isolated * 9 / 10);
    }

    @Test
    void uyghurRunsFromTheRight() throws IOException {
        BufferedImage page = page(Sheet.a4(UG).paragraph("قوغۇن").print(), 0);

        assertThat(ink(page, page.getWidth() / 2, page.getWidth())).isPositive();
        assertThat(ink(page, 0, page.getWidth() / 2)).isZero();
    }

    @Test
    void bothColumnsOfATwoLanguageSheetCarryInkOnTheirOwnSide() throws IOException {
        BufferedImage page = page(Sheet.a4(ZH, UG).paragraph("甜瓜", "قوغۇن").print(), 0);

        assertThat(ink(page, 0, 120)).isPositive();
        assertThat(ink(page, 120, 475)).isZero();
        assertThat(ink(page, 475, 595)).isPositive();
    }

    @Test
    void textCanBeFoundAgain() throws IOException {
        byte[] pdf = Sheet.a4(ZH).title("产销合同 No. 17").paragraph("哈密瓜 2,000 kg").print();

        assertThat(text(pdf)).contains("产销合同 No. 17").contains("哈密瓜 2,000 kg");
        assertThat(new String(
                        operators(Sheet.a4(UG).paragraph("قوغۇن").print()), java.nio.charset.StandardCharsets.US_ASCII))
                .contains("/ActualText <FEFF0642064806" + "3A06C70646>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n\n",
                "\u0000\u0007",
                "\uD800 broken \uDC00",
                "😀 emoji",
                "हिन्दी ไทย 한국어 עברית ქართული",
                "<script>&amp;",
                "e\u0301\u0301\u0301\u0301",
                "\u202Eturned\u202C \u2066(ئۇيغۇر)\u2069",
                "قوغۇن 瓜 melon 12.5 قوغۇن",
                "\uDBFF\uDFFD"
            })
    void noTextStopsAPaper(String text) throws IOException {
        for (Locale locale : List.of(Locale.ENGLISH, ZH, UG)) {
            byte[] pdf = Sheet.a4(locale)
                    .title(text)
                    .heading(text)
                    .paragraph(text)
                    .fact(Words.of(text), Words.of(text))
                    .table(List.of(Column.text(1, text)), List.of(List.of(Words.of(text))))
                    .signatures(List.of(new Signature(Words.of(text), Words.of(text), Words.of(text))))
                    .footer(text)
                    .print();
            page(pdf, 0);
        }
    }

    @Test
    void anUnknownCharacterShows() throws IOException {
        assertThat(text(Sheet.a4(Locale.ENGLISH).paragraph("a\u0000b").print())).contains("a\uFFFDb");
        assertThat(inkColumns(Sheet.a4(Locale.ENGLISH).paragraph("ꙮ한").print())).isPositive();
    }

    @Test
    void aWordWiderThanTheLineIsCutInsideTheMargins() throws IOException {
        for (String word : List.of("melon".repeat(100), "قوغۇن".repeat(100), "瓜".repeat(300))) {
            BufferedImage page = page(Sheet.a4(UG).paragraph(word).print(), 0);
            assertThat(ink(page, 0, 47)).as(word).isZero();
            assertThat(ink(page, 549, 595)).as(word).isZero();
        }
    }

    @Test
    void nothingIsLostWhenLinesWrap() throws IOException {
        String words = IntStream.range(0, 400).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
        String han = IntStream.range(0, 500)
                .mapToObj(i -> String.valueOf((char) (0x4E00 + i)))
                .collect(Collectors.joining());

        assertThat(text(Sheet.a4(Locale.ENGLISH).paragraph(words).print()).replaceAll("\\s+", " "))
                .contains(words);
        assertThat(text(Sheet.a4(ZH).paragraph(han).print()).replaceAll("\\s+", ""))
                .contains(han);
    }

    @Test
    void aLongTableRepeatsItsHeaderAndNumbersItsPages() throws IOException {
        table(1);
        ThreadMXBean processor = ManagementFactory.getThreadMXBean();
        long start = processor.getCurrentThreadCpuTime();
        byte[] pdf = table(500);
        Duration took = Duration.ofNanos(processor.getCurrentThreadCpuTime() - start);

        try (PDDocument document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isBetween(8, 20);
            PDFTextStripper stripper = new PDFTextStripper();
            for (int page = 1; page <= pages; page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document)).contains("Grower").contains(page + " / " + pages);
            }
        }
        assertThat(took).isLessThan(Duration.ofSeconds(2));
        assertThat(text(pdf)).contains("row 0 ").contains("row 499 ");
    }

    @Test
    void aRowTallerThanAPageGoesOnOverleaf() throws IOException {
        byte[] pdf = Sheet.a4(Locale.ENGLISH)
                .table(List.of(Column.text(1, "Note")), List.of(List.of(Words.of("line\n".repeat(200) + "last"))))
                .print();

        assertThat(text(pdf)).contains("last").contains("1 / 4");
    }

    @Test
    void theSameSheetGivesTheSameBytes() {
        assertThat(table(20)).isEqualTo(table(20));
    }

    @Test
    void severalSheetsMayPrintAtOnce() throws Exception {
        byte[] alone = table(40);
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<byte[]>> jobs = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                jobs.add(() -> table(40));
            }
            for (Future<byte[]> printed : threads.invokeAll(jobs)) {
                assertThat(printed.get()).isEqualTo(alone);
            }
        }
    }

    @Test
    void aRowMustFitItsTable() {
        assertThatThrownBy(() -> Sheet.a4(ZH)
                        .table(List.of(Column.text(1, "a"), Column.text(1, "b")), List.of(List.of(Words.of("x")))))
                .hasMessageContaining("1 cells in a table of 2 columns");
        assertThatThrownBy(() -> Sheet.a4(ZH).paragraph("一", "بىر"))
                .hasMessageContaining("2 texts for a sheet of 1 languages");
    }

    private static byte[] table(int rows) {
        List<List<Words>> cells = IntStream.range(0, rows)
                .mapToObj(i -> List.of(
                        Words.of("row " + i + " "),
                        Words.of("نۇرگۈل تۇرسۇن " + i),
                        Words.of("哈密瓜 特级"),
                        Words.of(i * 37 + ".5")))
                .toList();
        return Sheet.a4(Locale.ENGLISH)
                .title("Weight tickets")
                .table(
                        List.of(
                                Column.text(2, "No."),
                                Column.text(4, "Grower"),
                                Column.text(3, "Product"),
                                Column.number(2, "kg")),
                        cells)
                .print();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static byte[] operators(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf);
                var in = document.getPage(0).getContents()) {
            return in.readAllBytes();
        }
    }

    private static BufferedImage page(byte[] pdf, int number) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(number, DPI);
        }
    }

    /// How many pixel columns of the body carry ink: joined letters are narrower than the same letters apart.
    private static int inkColumns(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, 288);
            int body = image.getHeight() * 9 / 10;
            return (int) IntStream.range(0, image.getWidth())
                    .filter(x -> IntStream.range(0, body).anyMatch(y -> dark(image, x, y)))
                    .count();
        }
    }

    private static long ink(BufferedImage image, int fromX, int toX) {
        int body = image.getHeight() * 9 / 10;
        return IntStream.range(fromX, Math.min(toX, image.getWidth()))
                .mapToLong(x ->
                        IntStream.range(0, body).filter(y -> dark(image, x, y)).count())
                .sum();
    }

    private static boolean dark(BufferedImage image, int x, int y) {
        return (image.getRGB(x, y) & 0xFF) < 200;
    }
}
