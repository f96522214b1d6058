package org.farmgate.stock;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Batch;
import org.farmgate.platform.Slice;
import org.farmgate.product.ProductId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads lists of positions; [PositionStore] writes them. Conditions that do not apply are left out, so that the
/// planner sees which index fits.
@Repository
class PositionReadStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    PositionReadStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// What the search text names; all empty: nothing.
    record Named(Optional<LotId> lot, Set<ProductId> products, Set<SiteId> sites) {
        static Optional<LotId> lot(String text) {
            try {
                return Optional.of(new LotId(UUID.fromString(text)));
            } catch (IllegalArgumentException _) {
                return Optional.empty();
            }
        }
    }

    Slice<Position> search(Sight sight, PositionQuery query, Optional<Named> named) {
        List<Position> rows = filtered(
                        "select *",
                        sight,
                        query,
                        named,
                        " order by best_before, lot_id, site_id limit :size offset :offset")
                .param("size", query.paging().size())
                .param("offset", query.paging().offset())
                .query(Rows::position)
                .list();
        long total = filtered("select count(*)", sight, query, named, "")
                .query(Long.class)
                .single();
        return Slice.of(rows, query.paging(), total);
    }

    List<ProductTotal> totals(Sight sight, PositionQuery query, Optional<Named> named) {
        LocalDate today = LocalDate.now(clock);
        return filtered("""
                select product_id,
                  case when best_before < :today then 'PAST'
                       when best_before <= :today + 3 then 'THREE_DAYS'
                       when best_before <= :today + 7 then 'A_WEEK'
                       when best_before <= :today + 31 then 'A_MONTH'
                       else 'LONGER' end as keeps,
                  sum(on_hand_grams) as on_hand, sum(held_grams) as held
                """, sight, query, named, " group by 1, 2 order by 3 desc")
                .param("today", today)
                .query((row, number) -> new ProductTotal(
                        new ProductId(Rows.uuid(row, "product_id")),
                        ProductTotal.Keeps.valueOf(row.getString("keeps")),
                        mass(row.getBigDecimal("on_hand")),
                        mass(row.getBigDecimal("held"))))
                .list();
    }

    /// More than any county has is shown as that: a picture, not the books.
    private static Mass mass(java.math.BigDecimal grams) {
        return new Mass(
                grams.min(java.math.BigDecimal.valueOf(Mass.GREATEST_GRAMS)).longValue());
    }

    private JdbcClient.StatementSpec filtered(
            String select, Sight sight, PositionQuery query, Optional<Named> named, String end) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        Map<String, Object> values = new HashMap<>();
        if (!sight.everything()) {
            conditions.add("(owner_id = :owner"
                    + (sight.sites().isEmpty() ? "" : " or site_id = any(:sites::uuid[])")
                    + (sight.counties().isEmpty() ? "" : " or origin_id = any(:counties::uuid[])") + ")");
            values.put("owner", sight.organisation().value());
            values.put("sites", Batch.array(sight.sites()));
            values.put("counties", Batch.array(sight.counties()));
        }
        query.site().ifPresent(site -> {
            conditions.add("site_id = :site");
            values.put("site", site.value());
        });
        query.product().ifPresent(product -> {
            conditions.add("product_id = :product");
            values.put("product", product.value());
        });
        named.ifPresent(found -> {
            conditions.add("(product_id = any(:namedProducts::uuid[]) or site_id = any(:namedSites::uuid[])"
                    + (found.lot().isPresent() ? " or lot_id = :namedLot" : "") + ")");
            values.put("namedProducts", Batch.array(found.products()));
            values.put("namedSites", Batch.array(found.sites()));
            found.lot().ifPresent(lot -> values.put("namedLot", lot.value()));
        });
        conditions.add(
                switch (query.show()) {
                    case THERE -> "on_hand_grams > 0";
                    case GOOD -> "on_hand_grams > 0 and status = 'GOOD' and lot_status = 'GOOD'";
                    case NOT_GOOD -> "on_hand_grams > 0 and (status <> 'GOOD' or lot_status <> 'GOOD')";
                    case ALL -> "true";
                });
        return jdbc.sql(select + " from stock.position where " + String.join(" and ", conditions) + end)
                .params(values);
    }
}
