package org.farmgate.platform.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The records of a CSV file (RFC 4180) that is known to be UTF-8, whichever of comma, semicolon and tab it
/// uses. A byte order mark is passed over.
final class CsvRows implements AutoCloseable {
    private static final int LONGEST_FIRST_LINE = 64 * 1024;
    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private long line = 1;

    private CsvRows(CsvReader<CsvRecord> reader) {
        this.reader = reader;
        this.records = reader.iterator();
    }

    static CsvRows open(InputStream file) throws IOException {
        Reader text = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8), LONGEST_FIRST_LINE);
        text.mark(1);
        if (text.read() != '\ufeff') text.reset();
        text.mark(LONGEST_FIRST_LINE);
        char separator = separator(text);
        text.reset();
        return new CsvRows(CsvReader.builder()
                .fieldSeparator(separator)
                .quoteCharacter('"')
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(false)
                .allowUnclosedQuote(false)
                .maxBufferSize(1024 * 1024)
                .ofCsvRecord(text));
    }

    /// Refuses by [FileRefused] where quotes are broken.
    boolean hasNext() {
        try {
            return records.hasNext();
        } catch (CsvParseException broken) {
            throw new FileRefused(lineOf(broken), "", "broken-quotes");
        }
    }

    /// Refuses by [FileRefused] where quotes are broken.
    List<String> next() {
        try {
            CsvRecord record = records.next();
            line = record.getStartingLineNumber();
            return record.getFields();
        } catch (CsvParseException broken) {
            throw new FileRefused(lineOf(broken), "", "broken-quotes");
        }
    }

    /// Where the record that [#next] gave last begins, from 1.
    long line() {
        return line;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private long lineOf(CsvParseException broken) {
        Matcher named = LINE.matcher(String.valueOf(broken.getMessage()));
        return named.find() ? Long.parseLong(named.group(1)) : line + 1;
    }

    /// The one that stands most often in the first line, outside quotes.
    private static char separator(Reader text) throws IOException {
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        boolean quoted = false;
        for (int read = 0, c = text.read(); c >= 0 && read < LONGEST_FIRST_LINE - 1; c = text.read(), read++) {
            if (c == '"') quoted = !quoted;
            if (quoted) continue;
            if (c == '\n' || c == '\r') break;
            if (c == ',') commas++;
            if (c == ';') semicolons++;
            if (c == '\t') tabs++;
        }
        if (tabs > commas && tabs > semicolons) return '\t';
        return semicolons > commas ? ';' : ',';
    }
}
