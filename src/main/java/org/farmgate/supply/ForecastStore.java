package org.farmgate.supply;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.measure.WeekSpan;
import org.farmgate.platform.Batch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Forecasts and what they said before, written.
@Repository
class ForecastStore {
    private final JdbcClient jdbc;

    ForecastStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How many were added; those whose id, or whose plot, grade and week are taken are not.
    int insert(Collection<Forecast> forecasts) {
        if (forecasts.isEmpty()) return 0;
        return jdbc.sql("""
                insert into supply.forecast (origin_id, id, plot_id, grower_id, product_id, grade, week, mass_grams,
                                             floor_fen_per_tonne, revision, recorded_by, recorded_person, recorded_at)
                select * from unnest(:origin::uuid[], :id::uuid[], :plot::uuid[], :grower::uuid[], :product::uuid[],
                                     :grade::int[], :week::int[], :mass::bigint[], :floor::bigint[],
                                     :revision::int[], :by::uuid[], :person::uuid[], :at::timestamptz[])
                on conflict do nothing
                """).params(batch(forecasts).params()).update();
    }

    /// How many were changed; those that are no longer at the revision before this one are not.
    int revise(Collection<Forecast> revised) {
        if (revised.isEmpty()) return 0;
        return jdbc.sql("""
                update supply.forecast f
                set mass_grams = n.mass, floor_fen_per_tonne = n.floor, revision = n.revision,
                    recorded_by = n.by, recorded_person = n.person, recorded_at = n.at
                from unnest(:origin::uuid[], :id::uuid[], :mass::bigint[], :floor::bigint[], :revision::int[],
                            :by::uuid[], :person::uuid[], :at::timestamptz[])
                     as n (origin, id, mass, floor, revision, by, person, at)
                where f.origin_id = n.origin and f.id = n.id and f.revision = n.revision - 1
                """).params(batch(revised).params()).update();
    }

    void insertRevisions(Collection<Forecast> forecasts, String reason) {
        Map<String, Object> params = batch(forecasts).params();
        params.put("reason", reason);
        jdbc.sql("""
                insert into supply.forecast_revision (origin_id, forecast_id, number, mass_grams, floor_fen_per_tonne,
                                                      reason, recorded_by, recorded_person, recorded_at)
                select origin, id, revision, mass, floor, :reason, by, person, at
                from unnest(:origin::uuid[], :id::uuid[], :revision::int[], :mass::bigint[], :floor::bigint[],
                            :by::uuid[], :person::uuid[], :at::timestamptz[])
                     as n (origin, id, revision, mass, floor, by, person, at)
                """).params(params).update();
    }

    private static Batch<Forecast> batch(Collection<Forecast> forecasts) {
        return Batch.of(forecasts)
                .ids("origin", Forecast::origin)
                .ids("id", Forecast::id)
                .ids("plot", Forecast::plot)
                .ids("grower", Forecast::grower)
                .ids("product", Forecast::product)
                .ints("grade", Forecast::grade)
                .ints("week", forecast -> forecast.week().number())
                .longs("mass", forecast -> forecast.mass().grams())
                .longs("floor", forecast -> forecast.floor().fenPerTonne())
                .ints("revision", Forecast::revision)
                .ids("by", forecast -> forecast.recorded().organisation())
                .ids("person", forecast -> forecast.recorded().person())
                .instants("at", forecast -> forecast.recorded().at());
    }

    Optional<Forecast> find(ForecastId id) {
        return Optional.ofNullable(byIds(List.of(id)).get(id));
    }

    Map<ForecastId, Forecast> byIds(Collection<ForecastId> ids) {
        if (ids.isEmpty()) return Map.of();
        Map<ForecastId, Forecast> forecasts = new LinkedHashMap<>();
        jdbc.sql("select * from supply.forecast where id = any(:ids::uuid[])")
                .param("ids", Batch.array(ids))
                .query(Rows::forecast)
                .list()
                .forEach(forecast -> forecasts.put(forecast.id(), forecast));
        return forecasts;
    }

    /// Of these plots, in these weeks, by week and grade.
    List<Forecast> ofPlots(Collection<PlotId> plots, WeekSpan weeks) {
        if (plots.isEmpty()) return List.of();
        return jdbc.sql("""
                select * from supply.forecast
                where plot_id = any(:plots::uuid[]) and week between :first and :last
                order by week, grade, id
                """)
                .param("plots", Batch.array(plots))
                .param("first", weeks.first().number())
                .param("last", weeks.last().number())
                .query(Rows::forecast)
                .list();
    }

    /// The latest first.
    List<ForecastRevision> revisions(Forecast forecast) {
        return jdbc.sql("""
                select * from supply.forecast_revision
                where origin_id = :origin and forecast_id = :id order by number desc limit 200
                """)
                .param("origin", forecast.origin().value())
                .param("id", forecast.id().value())
                .query(Rows::revision)
                .list();
    }
}
