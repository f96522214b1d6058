package org.farmgate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// One of the demo county's CSV files, read as it is, before any module has judged it.
record DemoTable(String name, List<NamedCsvRecord> rows) {
    static DemoTable read(String name) {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(Path.of("src/main/resources/demo", name + ".csv"))) {
            return new DemoTable(name, reader.stream().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DemoTable where(Predicate<NamedCsvRecord> test) {
        return new DemoTable(name, rows.stream().filter(test).toList());
    }

    List<String> column(String field) {
        return rows.stream().map(row -> row.getField(field)).toList();
    }

    Set<String> keys() {
        return Set.copyOf(column("key"));
    }

    long sum(String field) {
        return rows.stream()
                .mapToLong(row -> Long.parseLong(row.getField(field)))
                .sum();
    }

    Map<String, Long> sumBy(String key, String field) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.getField(key),
                        LinkedHashMap::new,
                        Collectors.summingLong(row -> Long.parseLong(row.getField(field)))));
    }

    Map<String, NamedCsvRecord> byKey() {
        return rows.stream().collect(Collectors.toMap(row -> row.getField("key"), row -> row));
    }
}
