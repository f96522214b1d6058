package org.farmgate.platform;

/// Which page of a list is wanted, and what is searched for. Bound from the query parameters `page`, `size`, `q`;
/// what is out of range is brought into it, since nobody types these.
///
/// @param page from 0
/// @param size rows on a page, 1 to 200
/// @param search what was typed into the search box, trimmed, at most 100 characters; empty for all
public record Paging(int page, int size, String search) {
    public static final int USUAL_SIZE = 50;

    public Paging {
        page = Math.clamp(page, 0, 1_000_000);
        size = size <= 0 ? USUAL_SIZE : Math.min(size, 200);
        search = search.strip();
        if (search.length() > 100) search = search.substring(0, 100);
    }

    public static Paging first() {
        return new Paging(0, USUAL_SIZE, "");
    }

    public long offset() {
        return (long) page * size;
    }

    /// For SQL `ilike … escape '\'`: the search text anywhere, its own wildcards taken literally.
    public String pattern() {
        return "%" + search.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
