package org.farmgate.platform.imports;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.farmgate.platform.web.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/// Which column of a file is which: by its own English name or by its heading in any of our languages.
final class Headings {
    private final List<Column> columns;
    private final Map<String, Column> byHeading = new HashMap<>();

    Headings(ImportKind<?> kind, MessageSource messages) {
        this.columns = kind.columns();
        for (Column column : columns) {
            byHeading.put(column.name(), column);
            for (Locale language : Languages.ALL)
                byHeading.put(normal(inWords(kind, column, messages, language)), column);
        }
    }

    static String inWords(ImportKind<?> kind, Column column, MessageSource messages, Locale language) {
        return messages.getMessage("import." + kind.kind() + "." + column.name(), null, language);
    }

    /// The columns in the order of the file's first row; empty where a heading is empty, as spreadsheets
    /// leave it behind. What is wrong with the headings goes to the faults.
    List<Optional<Column>> read(List<String> cells, long line, Faults faults) {
        List<Optional<Column>> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String cell : cells) {
            String heading = normal(cell);
            @Nullable Column column = byHeading.get(heading);
            if (column == null && !heading.isEmpty())
                faults.add(new Fault(line, "", "import.fault.unknown-column", List.of(shortened(cell), names())));
            if (column != null && !seen.add(column.name()))
                faults.add(new Fault(line, column.name(), "import.fault.column-twice", List.of(column.name())));
            found.add(Optional.ofNullable(column));
        }
        for (Column column : columns)
            if (column.required() && !seen.contains(column.name()))
                faults.add(new Fault(line, column.name(), "import.fault.column-missing", List.of(column.name())));
        return found;
    }

    private String names() {
        return String.join(", ", columns.stream().map(Column::name).toList());
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private static String normal(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFKC)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replace(' ', '_');
    }
}
