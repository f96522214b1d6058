package org.farmgate.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.farmgate.place.Coordinates;
import org.farmgate.platform.Multilingual;

/// One table of the demo county, as `src/main/resources/demo/README.md` describes it.
record Table(List<Row> rows) {
    static Table read(String name) {
        try (InputStream file = Table.class.getResourceAsStream("/demo/" + name + ".csv");
                var reader = CsvReader.builder()
                        .ofNamedCsvRecord(
                                new InputStreamReader(Objects.requireNonNull(file, name), StandardCharsets.UTF_8))) {
            List<Row> rows = new ArrayList<>();
            reader.forEach(row -> rows.add(new Row(row)));
            return new Table(List.copyOf(rows));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// In the order of the file.
    <T> List<T> each(Function<Row, T> made) {
        return rows.stream().map(made).toList();
    }

    Map<String, Row> byKey() {
        return by("key");
    }

    /// The last row of each value.
    Map<String, Row> by(String column) {
        Map<String, Row> rowsByKey = new LinkedHashMap<>();
        for (Row row : rows) rowsByKey.put(row.text(column), row);
        return rowsByKey;
    }

    Map<String, List<Row>> groups(String column) {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        for (Row row : rows)
            groups.computeIfAbsent(row.text(column), _ -> new ArrayList<>()).add(row);
        return groups;
    }

    /// One line of it. A column that is missing is a mistake in the table, and stops the load.
    record Row(NamedCsvRecord fields) {
        String key() {
            return text("key");
        }

        String text(String column) {
            return fields.getField(column);
        }

        Optional<String> optional(String column) {
            return Optional.of(text(column)).filter(text -> !text.isEmpty());
        }

        long number(String column) {
            return Long.parseLong(text(column));
        }

        int count(String column) {
            return Integer.parseInt(text(column));
        }

        boolean flag(String column) {
            return Boolean.parseBoolean(text(column));
        }

        Multilingual name() {
            return new Multilingual(text("name_en"), text("name_zh"), text("name_ug"));
        }

        /// For what has one name only, as firms and their houses do: as it is registered, and as a foreigner
        /// writes it.
        String registeredName() {
            return text("name_en") + " " + text("name_zh");
        }

        Coordinates at() {
            return new Coordinates(Coordinates.parseLatitude(text("lat")), Coordinates.parseLongitude(text("lng")));
        }
    }
}
