package org.farmgate.platform.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/// A paper to print: contracts, pay slips, lists. Parts are added in reading order and laid out on A4 pages, which
/// carry “n / m”.
///
/// A sheet has one to three languages. In a sheet of several, words given once per language stand side by side,
/// each in its own direction, and words given once stand for all. A character that no bundled font knows shows as
/// a replacement mark; no text makes printing fail.
///
/// ```java
/// byte[] pdf = Sheet.a4(Locale.CHINA, Locale.of("ug"))
///         .title("产销合同", "سېتىش توختامى")
///         .fact(Words.of("卖方", "ساتقۇچى"), Words.of("نۇرگۈل تۇرسۇن"))
///         .table(List.of(Column.text(3, "品种", "سورت"), Column.number(1, "吨", "توننا")), rows)
///         .signatures(List.of(new Signature(Words.of("卖方", "ساتقۇچى"), Words.of("نۇرگۈل تۇرسۇن"), Words.of(""))))
///         .print();
/// ```
public final class Sheet {
    /// Fonts are read lazily and shared, so sheets print one after another.
    static final ReentrantLock FONTS = new ReentrantLock();

    private final List<Locale> languages;
    private final List<Part> parts = new ArrayList<>();
    private String title = "";
    private String footer = "";

    private Sheet(List<Locale> languages) {
        this.languages = languages;
    }

    /// The first language sets the direction of tables and where columns begin.
    public static Sheet a4(Locale... languages) {
        if (languages.length < 1 || languages.length > 3) {
            throw new IllegalArgumentException("a sheet has one to three languages, not " + languages.length);
        }
        return new Sheet(List.of(languages));
    }

    public Sheet title(String... words) {
        title = words[0];
        return add(new Part.Prose(checked(Words.of(words)), 17, true, 0, 8));
    }

    public Sheet heading(String... words) {
        return add(new Part.Prose(checked(Words.of(words)), 11.5f, true, 9, 2));
    }

    /// Line ends in the text stay; long lines wrap.
    public Sheet paragraph(String... words) {
        return add(new Part.Prose(checked(Words.of(words)), 9.5f, false, 0, 4));
    }

    /// A label with its value. Facts that follow each other form one list.
    public Sheet fact(Words label, Words value) {
        Part.Fact fact = new Part.Fact(checked(label), checked(value));
        if (!parts.isEmpty() && parts.getLast() instanceof Part.Facts facts) {
            List<Part.Fact> longer = new ArrayList<>(facts.facts());
            longer.add(fact);
            parts.set(parts.size() - 1, new Part.Facts(List.copyOf(longer)));
            return this;
        }
        return add(new Part.Facts(List.of(fact)));
    }

    /// Each label with its value, in the map's order, for a sheet of one language.
    public Sheet facts(Map<String, String> facts) {
        facts.forEach((label, value) -> fact(Words.of(label), Words.of(value)));
        return this;
    }

    /// Every row has as many cells as there are columns.
    public Sheet table(List<Column> columns, List<List<Words>> rows) {
        columns.forEach(column -> checked(column.title()));
        for (List<Words> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row of " + row.size() + " cells in a table of " + columns.size() + " columns");
            }
            row.forEach(this::checked);
        }
        return add(new TablePart(List.copyOf(columns), List.copyOf(rows)));
    }

    public Sheet signatures(List<Signature> signatures) {
        return add(new Part.Signatures(List.copyOf(signatures)));
    }

    /// Stands small at the foot of every page, beside the page number; one line, cut where it would reach the
    /// number.
    public Sheet footer(String text) {
        footer = text;
        return this;
    }

    /// Lays out and writes the PDF. The same sheet always gives the same bytes.
    public byte[] print() {
        FONTS.lock();
        try {
            Flow flow = new Flow(languages);
            parts.forEach(part -> part.print(flow));
            number(flow);
            return flow.paper.finish(title, languages.getFirst());
        } finally {
            FONTS.unlock();
        }
    }

    private void number(Flow flow) {
        Style style = new Style(8, false, 0.35f, languages.getFirst());
        Flow.Span full = flow.spans(List.of(1), 0).getFirst();
        float top = Flow.BOTTOM + 14;
        int pages = flow.paper.pageCount();
        for (int page = 0; page < pages; page++) {
            flow.paper.turnTo(page);
            Line number =
                    flow.wrap((page + 1) + " / " + pages, style, full.width()).getFirst();
            flow.set(number, style, full, top, !flow.rightToLeft());
            Line foot = flow.wrap(footer, style, full.width() - 60).getFirst();
            flow.set(foot, style, full, top, flow.rightToLeft());
        }
    }

    private Sheet add(Part part) {
        parts.add(part);
        return this;
    }

    private Words checked(Words words) {
        if (words.texts().size() > languages.size()) {
            throw new IllegalArgumentException(
                    words.texts().size() + " texts for a sheet of " + languages.size() + " languages");
        }
        return words;
    }
}
