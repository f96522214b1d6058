package org.farmgate.platform.print;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// The pages themselves, written as PDF operators. Coordinates are points from the top left corner. The text
/// operators of the PDF library encode characters; here glyphs are known already, so they are written by number.
/// Joined text carries its letters as ActualText (ISO 32000-2, 14.9.4), so that it can be searched and copied.
final class Paper {
    static final float WIDTH = PDRectangle.A4.getWidth();
    static final float HEIGHT = PDRectangle.A4.getHeight();
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final PDRectangle size;
    private final List<StringBuilder> pages = new ArrayList<>();
    private final Map<Typeface, SortedMap<Integer, String>> used = new EnumMap<>(Typeface.class);
    private StringBuilder out = new StringBuilder();

    /// A4.
    Paper() {
        this(PDRectangle.A4);
    }

    /// @param size of every page, in points
    Paper(PDRectangle size) {
        this.size = size;
    }

    void addPage() {
        out = new StringBuilder(4096);
        pages.add(out);
    }

    int pageCount() {
        return pages.size();
    }

    void turnTo(int page) {
        out = pages.get(page);
    }

    void text(Line line, Style style, float x, float y) {
        float left = x;
        for (Glyphs run : line.runs()) {
            draw(run, style, left, y);
            left += run.width(style.size());
        }
    }

    private void draw(Glyphs run, Style style, float x, float y) {
        if (run.glyphs().isEmpty()) {
            return;
        }
        SortedMap<Integer, String> letters = used.computeIfAbsent(run.face(), f -> new TreeMap<>());
        float points = style.size() * run.face().scale();
        boolean actual = run.face().isArabic();
        if (actual) {
            out.append("/Span <</ActualText <FEFF")
                    .append(HEX.formatHex(run.text().getBytes(StandardCharsets.UTF_16BE)))
                    .append(">>> BDC\n");
        }
        out.append("BT ")
                .append(number(style.grey()))
                .append(" g /")
                .append(run.face().name())
                .append(' ');
        out.append(number(points))
                .append(" Tf ")
                .append(number(x))
                .append(' ')
                .append(number(size.getHeight() - y))
                .append(" Td ");
        if (run.heavy()) {
            out.append(number(style.grey()))
                    .append(" G ")
                    .append(number(points / 28))
                    .append(" w 2 Tr ");
        }
        out.append('<');
        for (Glyphs.Glyph glyph : run.glyphs()) {
            letters.putIfAbsent(glyph.id(), glyph.letters());
            out.append(HEX.toHexDigits((char) glyph.id()));
        }
        out.append("> Tj");
        if (run.heavy()) {
            out.append(" 0 Tr");
        }
        out.append(" ET\n");
        if (actual) {
            out.append("EMC\n");
        }
    }

    void rule(float x1, float x2, float y, float thickness, float grey) {
        fill(x1, y, x2 - x1, thickness, grey);
    }

    void fill(float x, float y, float width, float height, float grey) {
        out.append(number(grey)).append(" g ");
        rectangle(x, y, width, height);
        out.append(" f\n");
    }

    void box(float x, float y, float width, float height, float grey) {
        out.append(number(grey)).append(" G 0.7 w ");
        rectangle(x, y, width, height);
        out.append(" S\n");
    }

    private void rectangle(float x, float y, float width, float height) {
        out.append(number(x))
                .append(' ')
                .append(number(size.getHeight() - y - height))
                .append(' ');
        out.append(number(width)).append(' ').append(number(height)).append(" re");
    }

    private static String number(float value) {
        long hundredths = Math.round(value * 100.0);
        return hundredths % 100 == 0
                ? Long.toString(hundredths / 100)
                : String.format(Locale.ROOT, "%.2f", hundredths / 100.0);
    }

    /// The same content always gives the same bytes: no time of printing and a fixed document id, so that a stored
    /// paper can be compared.
    byte[] finish(String title, Locale language) {
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(1L);
            document.getDocumentInformation().setTitle(title);
            document.getDocumentCatalog().setLanguage(language.toLanguageTag());
            PDResources resources = new PDResources();
            for (Map.Entry<Typeface, SortedMap<Integer, String>> face : used.entrySet()) {
                PDType0Font font = PDType0Font.load(document, face.getKey().outlines(), true);
                font.addGlyphsToSubset(face.getValue().keySet());
                font.subset();
                font.getCOSObject().setItem(COSName.TO_UNICODE, letters(document, face.getValue()));
                resources.put(COSName.getPDFName(face.getKey().name()), font);
            }
            for (StringBuilder content : pages) {
                PDPage page = new PDPage(size);
                page.setResources(resources);
                byte[] operators = content.toString().getBytes(StandardCharsets.US_ASCII);
                page.setContents(new PDStream(document, new ByteArrayInputStream(operators), COSName.FLATE_DECODE));
                document.addPage(page);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What each glyph means to a reader. The library would derive it from the font, where 瓜 and the radical ⽠
    /// share one glyph, and take the radical: a search for the word would then fail.
    private static PDStream letters(PDDocument document, SortedMap<Integer, String> glyphs) throws IOException {
        StringBuilder map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        List<Integer> ids = List.copyOf(glyphs.keySet());
        for (int from = 0; from < ids.size(); from += 100) {
            List<Integer> block = ids.subList(from, Math.min(from + 100, ids.size()));
            map.append(block.size()).append(" beginbfchar\n");
            for (int id : block) {
                byte[] letter = Objects.requireNonNull(glyphs.get(id)).getBytes(StandardCharsets.UTF_16BE);
                map.append('<')
                        .append(HEX.toHexDigits((char) id))
                        .append("> <")
                        .append(HEX.formatHex(letter))
                        .append(">\n");
            }
            map.append("endbfchar\n");
        }
        map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        byte[] bytes = map.toString().getBytes(StandardCharsets.US_ASCII);
        return new PDStream(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE);
    }
}
