package org.farmgate.platform.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// A small CSV file to be downloaded. It starts with a byte order mark, without which Excel takes Chinese for
/// something else; a text that a spreadsheet would run as a formula gets an apostrophe before it.
public final class CsvSheet {
    static final String FORMULA_STARTS = "=+-@\t\r";

    private final StringWriter text = new StringWriter();
    private final CsvWriter writer;

    public CsvSheet() {
        text.write('\ufeff');
        writer = CsvWriter.builder().build(text);
    }

    public CsvSheet row(String... cells) {
        return row(Arrays.asList(cells));
    }

    public CsvSheet row(List<String> cells) {
        writer.writeRecord(cells.stream().map(CsvSheet::harmless).toList());
        return this;
    }

    public byte[] bytes() {
        try {
            writer.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// A plain negative number is no formula.
    private static String harmless(String cell) {
        boolean formula =
                !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 && !cell.matches("-\\d+(\\.\\d+)?");
        return formula ? "'" + cell : cell;
    }
}
