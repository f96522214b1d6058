package org.farmgate.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/// The rows of one set-based statement, turned into an array for each column: what `unnest(:origin::uuid[], …)`
/// takes. One statement then carries any number of rows, where a statement per row would cost a round trip each.
///
/// Each array is sent as text or numbers; the statement names the type by its cast.
public final class Batch<T> {
    private final List<T> rows;
    private final Map<String, Object> columns = new HashMap<>();

    private Batch(Collection<T> rows) {
        this.rows = List.copyOf(rows);
    }

    public static <T> Batch<T> of(Collection<T> rows) {
        return new Batch<>(rows);
    }

    /// For `any(:ids::uuid[])`.
    public static String[] array(Collection<? extends Id> ids) {
        return ids.stream().map(id -> id.value().toString()).toArray(String[]::new);
    }

    public Batch<T> ids(String column, Function<T, ? extends Id> id) {
        return texts(column, row -> id.apply(row).value().toString());
    }

    public Batch<T> optionalIds(String column, Function<T, ? extends Optional<? extends Id>> id) {
        columns.put(
                column,
                rows.stream()
                        .map(row -> id.apply(row)
                                .map(some -> some.value().toString())
                                .orElse(null))
                        .toArray(String[]::new));
        return this;
    }

    public Batch<T> texts(String column, Function<T, String> text) {
        columns.put(column, rows.stream().map(text).toArray(String[]::new));
        return this;
    }

    public Batch<T> longs(String column, ToLongFunction<T> number) {
        columns.put(column, rows.stream().map(number::applyAsLong).toArray(Long[]::new));
        return this;
    }

    public Batch<T> ints(String column, ToIntFunction<T> number) {
        columns.put(column, rows.stream().map(number::applyAsInt).toArray(Integer[]::new));
        return this;
    }

    public Batch<T> dates(String column, Function<T, LocalDate> date) {
        return texts(column, row -> date.apply(row).toString());
    }

    public Batch<T> instants(String column, Function<T, Instant> instant) {
        return texts(column, row -> instant.apply(row).atOffset(ZoneOffset.UTC).toString());
    }

    /// For `JdbcClient`'s `params`. Further parameters may be put into it.
    public Map<String, Object> params() {
        return columns;
    }
}
