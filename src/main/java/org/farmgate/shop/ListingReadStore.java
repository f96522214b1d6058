package org.farmgate.shop;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Batch;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Slice;
import org.farmgate.product.ProductId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Lists of listings, read in one scan: the page and how many there are.
@Repository
class ListingReadStore {
    private final JdbcClient jdbc;

    ListingReadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param all drafts and closed ones too, though never what a live show alone sells
    Slice<Listing> search(ListingQuery query, boolean all) {
        Paging paging = query.paging();
        Map<String, Object> params = new HashMap<>();
        StringBuilder where = new StringBuilder(
                all
                        ? " where l.show_id is null"
                        : " where l.state = 'OPEN' and l.till_id is null and l.show_id is null");
        query.seller().ifPresent(seller -> {
            where.append(" and l.seller_id = :seller");
            params.put("seller", seller.value());
        });
        query.products().ifPresent(products -> {
            where.append(" and l.product_id = any(:products::uuid[])");
            params.put("products", Batch.array(products));
        });
        query.origin().ifPresent(origin -> {
            where.append(" and l.origin_id = :origin");
            params.put("origin", origin.value());
        });
        if (!paging.search().isEmpty()) {
            where.append(" and (l.title ilike :pattern escape '\\' or l.product_id = any(:named::uuid[]))");
            params.put("pattern", paging.pattern());
            params.put("named", Batch.array(query.named()));
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

    /// The counties and products of what is open, for the choices of the shop.
    record Kinds(Set<RegionId> origins, Set<ProductId> products) {}

    Kinds kinds() {
        Set<RegionId> origins = new HashSet<>();
        Set<ProductId> products = new HashSet<>();
        jdbc.sql(
                        "select distinct origin_id, product_id from shop.listing where state = 'OPEN' and till_id is null and show_id is null")
                .query(rs -> {
                    origins.add(new RegionId(rs.getObject("origin_id", UUID.class)));
                    products.add(new ProductId(rs.getObject("product_id", UUID.class)));
                });
        return new Kinds(origins, products);
    }
}
