package org.farmgate.platform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One page of a list that may hold a hundred thousand rows, in two statements. The page is cut by keys,
/// which an index can answer alone, and only its own rows are read; the second half of a list is read from
/// its end.
///
/// Only hits of a search are not all counted: a search for a letter that stands in every row would look at
/// each.
///
/// @param from table and joins that conditions and order speak of, such as `supply.plot p`
/// @param where conditions, each with its parameters in `values`
/// @param key columns that the rows are found again by
/// @param rows reads what is shown: a select that joins the rows to `page`, which has the key's columns
/// @param order column by column, with ` desc` where it goes down; it must be of one sense for an index to
///     serve
public record LongList(
        String from, List<String> where, Map<String, Object> values, String key, String rows, List<String> order) {
    /// Hits of a search are counted up to here; nobody leafs further, they search for more letters.
    public static final int MOST_COUNTED = 5_000;

    public <T> Slice<T> read(JdbcClient database, Paging paging, RowMapper<T> row) {
        String condition = where.isEmpty() ? "" : " where " + String.join(" and ", where);
        boolean searching = !paging.search().isEmpty();
        long counted = database.sql(
                        searching
                                ? "select count(*) from (select 1 from %s%s limit %d) hit"
                                        .formatted(from, condition, MOST_COUNTED + 1)
                                : "select count(*) from " + from + condition)
                .params(values)
                .query(Long.class)
                .single();
        boolean more = searching && counted > MOST_COUNTED;
        long total = more ? MOST_COUNTED : counted;
        long size = Math.clamp(total - paging.offset(), 0, paging.size());
        if (size == 0) return new Slice<>(List.of(), paging.page(), paging.size(), total, more);
        boolean fromEnd = !more && paging.offset() > total / 2;
        Map<String, Object> all = new HashMap<>(values);
        all.put("size", size);
        all.put("offset", fromEnd ? total - paging.offset() - size : paging.offset());
        List<T> page = database.sql(
                        "with page as materialized (select %s from %s%s order by %s limit :size offset :offset) %s order by %s"
                                .formatted(key, from, condition, ordered(fromEnd), rows, ordered(false)))
                .params(all)
                .query(row)
                .list();
        return new Slice<>(page, paging.page(), paging.size(), total, more);
    }

    private String ordered(boolean reversed) {
        return order.stream()
                .map(column -> !reversed
                        ? column
                        : column.endsWith(" desc") ? column.substring(0, column.length() - 5) : column + " desc")
                .collect(Collectors.joining(", "));
    }
}
