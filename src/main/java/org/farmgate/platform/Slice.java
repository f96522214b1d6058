package org.farmgate.platform;

import java.util.List;
import java.util.function.Function;

/// One page of a list.
///
/// @param page counted from 0
/// @param total how many there are in all pages
/// @param more whether a search found more than `total`, which were not counted
public record Slice<T>(List<T> rows, int page, int size, long total, boolean more) {
    public Slice {
        rows = List.copyOf(rows);
    }

    public static <T> Slice<T> of(List<T> rows, Paging paging, long total) {
        return new Slice<>(rows, paging.page(), paging.size(), total, false);
    }

    public int pages() {
        return (int) Math.ceilDiv(total, size);
    }

    public boolean hasNext() {
        return page + 1 < pages();
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public <R> Slice<R> map(Function<T, R> mapping) {
        return new Slice<>(rows.stream().map(mapping).toList(), page, size, total, more);
    }
}
