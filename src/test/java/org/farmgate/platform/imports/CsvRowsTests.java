package org.farmgate.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTests {
    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void theSeparatorIsFoundInTheHeadingsAndQuotedOnesAreText(String separator) throws IOException {
        String text = "\ufeff\"a,b;c\td\"" + separator + "e\nx" + separator + "\"y\"\"z\"\n";
        assertThat(rows(text)).containsExactly(List.of("a,b;c\td", "e"), List.of("x", "y\"z"));
    }

    @Test
    void anyScriptAndMarkupPassAsTheyAre() throws IOException {
        assertThat(rows("名称,ئىسىم\n<b>哈密瓜</b>,قوغۇن 🍈\n"))
                .containsExactly(List.of("名称", "ئىسىم"), List.of("<b>哈密瓜</b>", "قوغۇن 🍈"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1,2\n3,\"4\n5,6\n", "a,b\n1,2\n3,\"4\"x\n5,6\n"})
    void brokenQuotesNameTheLineTheirRowBeginsIn(String text) {
        var refused = catchThrowableOfType(FileRefused.class, () -> rows(text));
        assertThat(refused.fault().messageKey()).isEqualTo("import.fault.broken-quotes");
        assertThat(refused.fault().line()).isEqualTo(3);
    }

    @Test
    void aRowKnowsWhereItBeginsThoughEarlierOnesHaveSeveralLines() throws IOException {
        try (CsvRows rows = CsvRows.open(stream("a\n\"1\n2\n3\"\n\n4\n", StandardCharsets.UTF_8))) {
            List<Long> lines = new ArrayList<>();
            while (rows.hasNext()) {
                rows.next();
                lines.add(rows.line());
            }
            assertThat(lines).containsExactly(1L, 2L, 6L);
        }
    }

    @Test
    void utf8WithAndWithoutMarkIsRight() throws IOException {
        Utf8.check(stream("品种,数量\n\ud840\udc00,1\n", StandardCharsets.UTF_8));
        Utf8.check(stream("\ufeff品种\n", StandardCharsets.UTF_8));
        Utf8.check(stream("", StandardCharsets.UTF_8));
        Utf8.check(stream("吐鲁番".repeat(100_000), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16"})
    void utf16IsNamed(String charset) {
        var refused = catchThrowableOfType(
                FileRefused.class, () -> Utf8.check(stream("plot,mass\na,1\n", Charset.forName(charset))));
        assertThat(refused.fault().messageKey()).isEqualTo("import.fault.utf-16");
        assertThat(refused.fault().line()).isEqualTo(1);
    }

    @Test
    void otherBytesNameTheirLineAndByte() throws IOException {
        byte[] good = "plot,mass\n葡萄,1\n".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        byte[] bad = "哈密,2\n".getBytes(Charset.forName("GB18030"));
        byte[] all = java.util.Arrays.copyOf(good, good.length + bad.length);
        System.arraycopy(bad, 0, all, good.length, bad.length);
        var refused = catchThrowableOfType(FileRefused.class, () -> Utf8.check(new ByteArrayInputStream(all)));
        assertThat(refused.fault().messageKey()).isEqualTo("import.fault.not-utf-8");
        assertThat(refused.fault().line()).isEqualTo(20_001);
        assertThat(refused.fault().arguments()).containsExactly((long) good.length + 1);
    }

    @Test
    void aFileThatEndsInTheMiddleOfACharacterIsNotUtf8() {
        byte[] cut = java.util.Arrays.copyOf("a\n瓜".getBytes(StandardCharsets.UTF_8), 4);
        var refused = catchThrowableOfType(FileRefused.class, () -> Utf8.check(new ByteArrayInputStream(cut)));
        assertThat(refused.fault().line()).isEqualTo(2);
    }

    @Test
    void aWorkbookIsNamed() {
        byte[] workbook = {'P', 'K', 3, 4, 0, 0, 1};
        var refused = catchThrowableOfType(FileRefused.class, () -> Utf8.check(new ByteArrayInputStream(workbook)));
        assertThat(refused.fault().messageKey()).isEqualTo("import.fault.workbook");
    }

    @Test
    void aSheetDisarmsFormulasAndLeavesNumbersAlone() {
        String text = new String(
                new CsvSheet().row("=1+1", "+a", "-b", "@c", "-2.5", "x,y", "瓜").bytes(), StandardCharsets.UTF_8);
        assertThat(text).isEqualTo("\ufeff'=1+1,'+a,'-b,'@c,-2.5,\"x,y\",瓜\r\n");
    }

    private static List<List<String>> rows(String text) throws IOException {
        List<List<String>> all = new ArrayList<>();
        try (CsvRows rows = CsvRows.open(stream(text, StandardCharsets.UTF_8))) {
            while (rows.hasNext()) all.add(rows.next());
        }
        return all;
    }

    private static ByteArrayInputStream stream(String text, Charset charset) {
        return new ByteArrayInputStream(text.getBytes(charset));
    }
}
