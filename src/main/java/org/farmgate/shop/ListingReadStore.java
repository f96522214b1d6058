package org.farmgate.shop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Lists of listings, read in one scan: the page and how many there are.
@Repository
class ListingReadStore {
    private final JdbcClient jdbc;

    ListingReadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param all drafts and closed ones too
    Slice<Listing> search(ListingQuery query, boolean all) {
        Paging paging = query.paging();
        Map<String, Object> params = new HashMap<>();
        StringBuilder where = new StringBuilder(all ? " where true" : " where l.state = 'OPEN'");
        query.seller().ifPresent(seller -> {
            where.append(" and l.seller_id = :seller");
            params.put("seller", seller.value());
        });
        query.product().ifPresent(product -> {
            where.append(" and l.product_id = :product");
            params.put("product", product.value());
        });
        query.origin().ifPresent(origin -> {
            where.append(" and l.origin_id = :origin");
            params.put("origin", origin.value());
        });
        if (!paging.search().isEmpty()) {
            where.append(" and l.title ilike :pattern escape '\\'");
            params.put("pattern", paging.pattern());
        }
        String order = switch (query.order()) {
            case NEWEST -> all ? "l.created_at desc, l.id" : "l.opened_at desc, l.id";
            case CHEAPEST_PER_KILOGRAM -> "t.price_fen * 1000 / l.pack_grams, l.id";
        };
        long total = jdbc.sql("select count(*) from shop.listing l" + where)
                .params(params)
                .query(Long.class)
                .single();
        params.put("size", paging.size());
        params.put("offset", paging.offset());
        List<Listing> rows = jdbc.sql(
                        ListingStore.WITH_TERMS + where + " order by " + order + " limit :size offset :offset")
                .params(params)
                .query(ListingStore::listing)
                .list();
        return Slice.of(rows, paging, total);
    }
}
