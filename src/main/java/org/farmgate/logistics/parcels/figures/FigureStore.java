package org.farmgate.logistics.parcels.figures;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts scans and arrivals.
@Repository
class FigureStore {
    private final JdbcClient jdbc;

    FigureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// By the hour in which it happened; a scan sent later than a day after it happened is left out.
    Map<Instant, HourLoad> byHour(RegionId county, SiteId site, Instant since) {
        return jdbc
                .sql("""
                select date_trunc('hour', at, 'UTC') as hour,
                       sum(parcels) filter (where kind in ('IN', 'UNLOAD', 'TAKE_IN')) as arrived,
                       sum(parcels) filter (where kind in ('OUT', 'LOAD', 'HAND_OUT', 'GIVE_ON', 'DELIVER')) as gone
                from logistics.parcel_scan
                where origin_id = :county and site_id = :site and recorded_at >= :since and at >= :since
                      and outcome <> 'REFUSED'
                group by 1
                """)
                .param("county", county.value())
                .param("site", site.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((rs, _) -> new HourLoad(
                        rs.getObject("hour", OffsetDateTime.class).toInstant(),
                        rs.getLong("arrived"),
                        rs.getLong("gone")))
                .list()
                .stream()
                .collect(Collectors.toMap(HourLoad::from, Function.identity()));
    }

    Punctuality punctuality(RegionId county, Instant now) {
        return jdbc.sql("""
                with newest as (
                  select origin_id, id, to_site, taken_at from logistics.parcel
                  where origin_id = :county and to_site is not null
                  order by taken_at desc, id desc limit :most),
                told as (
                  select n.taken_at + case when s.origin_id = n.origin_id then :within else :beyond end
                           * interval '1 hour' as due,
                         (select min(step.at) from logistics.parcel_step step
                          where step.origin_id = n.origin_id and step.parcel_id = n.id and step.site_id = n.to_site
                                and step.kind in ('IN', 'UNLOAD', 'TAKE_IN') and step.outcome <> 'REFUSED') as arrived
                  from newest n join logistics.parcel_site s on s.site_id = n.to_site)
                select count(*) filter (where arrived <= due) as on_time,
                       count(*) filter (where arrived > due) as late,
                       count(*) filter (where arrived is null and due < :now) as overdue,
                       count(*) filter (where arrived is null and due >= :now) as under_way
                from told
                """)
                .param("county", county.value())
                .param("most", Punctuality.MOST)
                .param("within", Punctuality.HOURS_WITHIN)
                .param("beyond", Punctuality.HOURS_BEYOND)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((rs, _) -> new Punctuality(
                        rs.getLong("on_time"), rs.getLong("late"), rs.getLong("overdue"), rs.getLong("under_way")))
                .single();
    }
}
