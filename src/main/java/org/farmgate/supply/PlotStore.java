package org.farmgate.supply;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.farmgate.party.Reach;
import org.farmgate.platform.Batch;
import org.farmgate.platform.LongList;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PlotStore {
    private final JdbcClient jdbc;

    PlotStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How many were added; those whose id or name is taken are not.
    int insert(Collection<Plot> plots) {
        return jdbc.sql("""
                insert into supply.plot (origin_id, id, grower_id, name, kind, size, region_id, division_id, product_id,
                                         expected_yield_grams, recorded_by, recorded_person, recorded_at)
                select * from unnest(:origin::uuid[], :id::uuid[], :grower::uuid[], :name::text[], :kind::text[],
                                     :size::bigint[], :region::uuid[], :division::uuid[], :product::uuid[],
                                     :yield::bigint[], :by::uuid[], :person::uuid[], :at::timestamptz[])
                on conflict do nothing
                """)
                .params(Batch.of(plots)
                        .ids("origin", Plot::origin)
                        .ids("id", Plot::id)
                        .ids("grower", Plot::grower)
                        .texts("name", Plot::name)
                        .texts("kind", plot -> plot.kind().name())
                        .longs("size", plot -> plot.size().amount())
                        .ids("region", Plot::region)
                        .optionalIds("division", Plot::division)
                        .ids("product", Plot::product)
                        .longs("yield", plot -> plot.expectedYield().grams())
                        .ids("by", plot -> plot.recorded().organisation())
                        .ids("person", plot -> plot.recorded().person())
                        .instants("at", plot -> plot.recorded().at())
                        .params())
                .update();
    }

    void amend(Plot plot) {
        jdbc.sql("""
                update supply.plot
                set name = :name, kind = :kind, size = :size, expected_yield_grams = :yield, retired_on = :retiredOn,
                    recorded_by = :by, recorded_person = :person, recorded_at = :at::timestamptz
                where origin_id = :origin and id = :id
                """)
                .param("origin", plot.origin().value())
                .param("id", plot.id().value())
                .param("name", plot.name())
                .param("kind", plot.kind().name())
                .param("size", plot.size().amount())
                .param("yield", plot.expectedYield().grams())
                .param("retiredOn", plot.retiredOn().orElse(null))
                .param("by", plot.recorded().organisation().value())
                .param("person", plot.recorded().person().value())
                .param("at", plot.recorded().at().toString())
                .update();
    }

    Optional<Plot> find(PlotId id) {
        return jdbc.sql("select * from supply.plot where id = :id")
                .param("id", id.value())
                .query(Rows::plot)
                .optional();
    }

    Map<PlotId, Plot> byIds(Collection<PlotId> ids) {
        if (ids.isEmpty()) return Map.of();
        Map<PlotId, Plot> plots = new LinkedHashMap<>();
        jdbc.sql("select * from supply.plot where id = any(:ids::uuid[])")
                .param("ids", Batch.array(ids))
                .query(Rows::plot)
                .list()
                .forEach(plot -> plots.put(plot.id(), plot));
        return plots;
    }

    /// All of these growers, by name.
    List<Plot> ofGrowers(Collection<PartyId> growers) {
        return jdbc.sql("select * from supply.plot where grower_id = any(:growers::uuid[]) order by name, id")
                .param("growers", Batch.array(growers))
                .query(Rows::plot)
                .list();
    }

    Map<PartyId, Integer> counts(Collection<PartyId> growers) {
        Map<PartyId, Integer> counts = new HashMap<>();
        jdbc.sql("""
                select grower_id, count(*) as plots from supply.plot
                where grower_id = any(:growers::uuid[]) and retired_on is null group by grower_id
                """)
                .param("growers", Batch.array(growers))
                .query((rs, _) ->
                        Map.entry(new PartyId(rs.getObject("grower_id", java.util.UUID.class)), rs.getInt("plots")))
                .list()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    /// Forecasts of more than nothing, from that week on.
    int forecastsAhead(Plot plot, int week) {
        return jdbc.sql("""
                select count(*) from supply.forecast
                where origin_id = :origin and plot_id = :plot and week >= :week and mass_grams > 0
                """)
                .param("origin", plot.origin().value())
                .param("plot", plot.id().value())
                .param("week", week)
                .query(Integer.class)
                .single();
    }

    Slice<Plot> search(Reach reach, PlotQuery query, Collection<PartyId> growersNamedSo, LocalDate today) {
        Paging paging = query.paging();
        Within within = Within.of(reach, "p");
        List<String> where = new ArrayList<>(List.of(within.sql()));
        Map<String, Object> values = new HashMap<>(within.params());
        if (!query.withRetired()) {
            where.add("(p.retired_on is null or p.retired_on > :today)");
            values.put("today", today);
        }
        query.product().ifPresent(product -> {
            where.add("p.product_id = :product");
            values.put("product", product.value());
        });
        query.kind().ifPresent(kind -> {
            where.add("p.kind = :kind");
            values.put("kind", kind.name());
        });
        query.grower().ifPresent(grower -> {
            where.add("p.grower_id = :grower");
            values.put("grower", grower.value());
        });
        called(paging, growersNamedSo, values).ifPresent(where::add);
        return new LongList(
                        "supply.plot p",
                        where,
                        values,
                        "p.origin_id, p.id",
                        "select p.* from page join supply.plot p using (origin_id, id)",
                        List.of("p.name", "p.id"))
                .read(jdbc, paging, Rows::plot);
    }

    /// Plots that bear the name searched for, or whose grower does; none where nothing is searched for.
    static Optional<String> called(Paging paging, Collection<PartyId> growersNamedSo, Map<String, Object> values) {
        if (paging.search().isEmpty()) return Optional.empty();
        values.put("pattern", paging.pattern().toLowerCase(Locale.ROOT));
        String byName = "p.search_text like :pattern escape '\\'";
        if (growersNamedSo.isEmpty()) return Optional.of(byName);
        values.put("named", Batch.array(growersNamedSo));
        return Optional.of("(" + byName + " or p.grower_id = any(:named::uuid[]))");
    }
}
