package org.farmgate.supply;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.WeekSpan;
import org.farmgate.party.Reach;
import org.farmgate.platform.Batch;
import org.farmgate.platform.LongList;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Slice;
import org.farmgate.product.ProductId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Forecasts as lists and sums show them.
@Repository
class ForecastReadStore {
    /// The plot of a forecast or harvest.
    static final String PLOT = " join supply.plot p on p.origin_id = %1$s.origin_id and p.id = %1$s.plot_id";

    private final JdbcClient jdbc;

    ForecastReadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Slice<ForecastListing> search(Reach reach, ForecastQuery query, Collection<PartyId> growersNamedSo) {
        Within within = Within.of(reach, "f");
        Map<String, Object> values = new HashMap<>(within.params());
        List<String> where = new ArrayList<>(List.of(within.sql()));
        query.product().ifPresent(product -> {
            where.add("f.product_id = :product");
            values.put("product", product.value());
        });
        query.weeks().ifPresent(weeks -> {
            where.add("f.week between :first and :last");
            values.put("first", weeks.first().number());
            values.put("last", weeks.last().number());
        });
        query.grower().ifPresent(grower -> {
            where.add("f.grower_id = :grower");
            values.put("grower", grower.value());
        });
        Optional<String> called = PlotStore.called(query.paging(), growersNamedSo, values);
        called.ifPresent(where::add);
        return new LongList(
                        "supply.forecast f" + (called.isEmpty() ? "" : PLOT.formatted("f")),
                        where,
                        values,
                        "f.origin_id, f.id",
                        """
                        select f.*, p.name as plot_name,
                               coalesce((select sum(h.harvested_grams) from supply.harvest h
                                         where h.origin_id = f.origin_id and h.forecast_id = f.id), 0) as harvested
                        from page join supply.forecast f using (origin_id, id)
                        """ + PLOT.formatted("f"),
                        query.product().isPresent()
                                ? List.of("f.week", "f.id")
                                : List.of("f.week", "f.product_id", "f.id"))
                .read(
                        jdbc,
                        query.paging(),
                        (rs, number) -> new ForecastListing(
                                Rows.forecast(rs, number),
                                rs.getString("plot_name"),
                                new Mass(rs.getLong("harvested"))));
    }

    /// What was brought in under each of these, of whatever grade; those with nothing are left out.
    Map<ForecastId, Mass> harvested(Collection<ForecastId> forecasts) {
        Map<ForecastId, Mass> masses = new HashMap<>();
        if (forecasts.isEmpty()) return masses;
        jdbc.sql("""
                select forecast_id, sum(harvested_grams)::bigint as grams from supply.harvest
                where forecast_id = any(:ids::uuid[]) group by forecast_id
                """)
                .param("ids", Batch.array(forecasts))
                .query((rs, _) -> Map.entry(
                        new ForecastId(rs.getObject("forecast_id", UUID.class)), new Mass(rs.getLong("grams"))))
                .list()
                .forEach(entry -> masses.put(entry.getKey(), entry.getValue()));
        return masses;
    }

    List<WeekTotal> totals(Reach reach, WeekSpan weeks, Optional<ProductId> product) {
        Within within = Within.of(reach, "f");
        Map<String, Object> params = new HashMap<>(within.params());
        params.put("first", weeks.first().number());
        params.put("last", weeks.last().number());
        product.ifPresent(one -> params.put("product", one.value()));
        return jdbc.sql("""
                with f as (
                  select * from supply.forecast f
                  where %s and f.week between :first and :last %s),
                h as (
                  select h.forecast_id, sum(h.harvested_grams) as grams
                  from supply.harvest h where h.forecast_id in (select id from f) group by h.forecast_id)
                select f.product_id, f.week, sum(f.mass_grams)::bigint as forecast_grams,
                       coalesce(sum(h.grams), 0)::bigint as harvested_grams, count(distinct f.grower_id) as growers
                from f left join h on h.forecast_id = f.id
                group by f.product_id, f.week order by f.week, f.product_id
                """.formatted(within.sql(), product.isPresent() ? "and f.product_id = :product" : ""))
                .params(params)
                .query((rs, _) -> new WeekTotal(
                        new ProductId(rs.getObject("product_id", UUID.class)),
                        IsoWeek.fromNumber(rs.getInt("week")),
                        rs.getLong("forecast_grams"),
                        rs.getLong("harvested_grams"),
                        rs.getLong("growers")))
                .list();
    }
}
