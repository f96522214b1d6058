package org.farmgate.supply;

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
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Slice;
import org.farmgate.product.ProductId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Forecasts as lists and sums show them.
@Repository
class ForecastReadStore {
    private final JdbcClient jdbc;

    ForecastReadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The page is cut before anything is joined to it, so that a list of 100,000 costs what its fifty rows
    /// cost.
    Slice<ForecastListing> search(Reach reach, ForecastQuery query, Collection<PartyId> growersNamedSo) {
        Paging paging = query.paging();
        Map<String, Object> params = new HashMap<>();
        String where = where(reach, query, growersNamedSo, params);
        long total = jdbc.sql("select count(*) from supply.forecast f" + where)
                .params(params)
                .query(Long.class)
                .single();
        params.put("size", paging.size());
        params.put("offset", paging.offset());
        String order = query.product().isPresent() ? "f.week, f.id" : "f.week, f.product_id, f.id";
        List<ForecastListing> rows = jdbc.sql("""
                with page as materialized (
                  select f.* from supply.forecast f %s order by %s limit :size offset :offset)
                select f.*, p.name as plot_name,
                       coalesce((select sum(h.harvested_grams) from supply.harvest h
                                 where h.origin_id = f.origin_id and h.forecast_id = f.id), 0) as harvested
                from page f join supply.plot p on p.origin_id = f.origin_id and p.id = f.plot_id
                order by %s
                """.formatted(where, order, order))
                .params(params)
                .query((rs, number) -> new ForecastListing(
                        Rows.forecast(rs, number), rs.getString("plot_name"), new Mass(rs.getLong("harvested"))))
                .list();
        return Slice.of(rows, paging, total);
    }

    private static String where(
            Reach reach, ForecastQuery query, Collection<PartyId> growersNamedSo, Map<String, Object> params) {
        Within within = Within.of(reach, "f");
        params.putAll(within.params());
        StringBuilder where = new StringBuilder(" where ").append(within.sql());
        query.product().ifPresent(product -> {
            where.append(" and f.product_id = :product");
            params.put("product", product.value());
        });
        query.weeks().ifPresent(weeks -> {
            where.append(" and f.week between :first and :last");
            params.put("first", weeks.first().number());
            params.put("last", weeks.last().number());
        });
        query.grower().ifPresent(grower -> {
            where.append(" and f.grower_id = :grower");
            params.put("grower", grower.value());
        });
        if (!query.paging().search().isEmpty()) {
            where.append("""
                     and (f.grower_id = any(:named::uuid[])
                          or (f.origin_id, f.plot_id) in (select origin_id, id from supply.plot
                                                          where name ilike :pattern escape '\\'))
                    """);
            params.put("pattern", query.paging().pattern());
            params.put("named", Batch.array(growersNamedSo));
        }
        return where.toString();
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
