package org.farmgate.live;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Batch;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ShowStore {
    private static final int MOST_NEXT = 10;

    private final JdbcClient jdbc;

    ShowStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Answers how many were new.
    int insert(List<Show> shows, PartyId by, Instant at) {
        return jdbc.sql("""
                insert into live.show (id, series_id, organiser_id, host_id, region_id, title, words, starts_at, state,
                       planned_at, planned_by)
                select id, series, organiser, host, region, title, words, starts_at::timestamptz, 'PLANNED', :at, :by
                from unnest(:ids::uuid[], :series::uuid[], :organisers::uuid[], :hosts::uuid[], :regions::uuid[],
                            :titles::text[], :words::text[], :starts::text[])
                  as s (id, series, organiser, host, region, title, words, starts_at)
                on conflict do nothing
                """)
                .params(Batch.of(shows)
                        .ids("ids", Show::id)
                        .ids("series", Show::series)
                        .ids("organisers", Show::organiser)
                        .ids("hosts", Show::host)
                        .ids("regions", Show::region)
                        .texts("titles", Show::title)
                        .texts("words", Show::words)
                        .texts("starts", show -> show.startsAt().toString())
                        .params())
                .param("at", time(at))
                .param("by", by.value())
                .update();
    }

    boolean change(ShowId id, String title, String words, Instant startsAt) {
        return jdbc.sql("""
                        update live.show set title = :title, words = :words, starts_at = :at
                        where id = :id and state = 'PLANNED'
                        """)
                        .param("title", title)
                        .param("words", words)
                        .param("at", time(startsAt))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    void pace(ShowId id, int slowSeconds, int delaySeconds) {
        jdbc.sql("update live.show set slow_seconds = :slow, delay_seconds = :delay where id = :id")
                .param("slow", slowSeconds)
                .param("delay", delaySeconds)
                .param("id", id.value())
                .update();
    }

    /// False when it was not in a state that leads there.
    boolean step(ShowId id, ShowState to, Instant at) {
        return jdbc.sql("""
                        update live.show set state = :to,
                          live_at = case when :to = 'LIVE' then :at else live_at end,
                          ended_at = case when :to in ('ENDED', 'CANCELLED') then :at else ended_at end
                        where id = :id and state = any(:from::text[])
                        """)
                        .param("to", to.name())
                        .param("at", time(at))
                        .param("id", id.value())
                        .param("from", to.from().stream().map(Enum::name).toArray(String[]::new))
                        .update()
                == 1;
    }

    Optional<Show> find(ShowId id) {
        return jdbc.sql("select * from live.show where id = :id")
                .param("id", id.value())
                .query(ShowStore::show)
                .optional();
    }

    /// As [#find]; it stays as it is until the end of the transaction, and one that changes it is waited for.
    Optional<Show> held(ShowId id) {
        return jdbc.sql("select * from live.show where id = :id for share")
                .param("id", id.value())
                .query(ShowStore::show)
                .optional();
    }

    /// Those over since then.
    List<ShowId> over(Instant since) {
        return jdbc.sql("select id from live.show where state in ('ENDED', 'CANCELLED') and ended_at > :since")
                .param("since", time(since))
                .query((row, number) -> new ShowId(uuid(row, "id")))
                .list();
    }

    List<Show> byIds(Collection<ShowId> ids) {
        return jdbc.sql("select * from live.show where id = any(:ids::uuid[])")
                .param("ids", Batch.array(ids))
                .query(ShowStore::show)
                .list();
    }

    Slice<Show> search(ShowQuery query) {
        Map<String, Object> values = new HashMap<>();
        String where = query.over()
                ? "state = 'ENDED'"
                : "(state = 'LIVE' or state = 'PLANNED' and starts_at > now() - interval '6 hours')";
        if (query.party().isPresent()) {
            values.put("party", query.party().get().value());
            where += """
                     and (organiser_id = :party or host_id = :party or id in (
                       select show_id from live.participant where party_id = :party and state <> 'LEFT'))""";
        }
        if (!query.paging().search().isEmpty()) {
            values.put("pattern", query.paging().pattern());
            where += " and title ilike :pattern escape '\\'";
        }
        long total = jdbc.sql("select count(*) from live.show where " + where)
                .params(values)
                .query(Long.class)
                .single();
        values.put("size", query.paging().size());
        values.put("offset", query.paging().offset());
        List<Show> rows = jdbc.sql("select * from live.show where " + where + " order by "
                        + (query.over() ? "ended_at desc, id" : "state, starts_at, id") + " limit :size offset :offset")
                .params(values)
                .query(ShowStore::show)
                .list();
        return new Slice<>(rows, query.paging().page(), query.paging().size(), total, false);
    }

    List<Show> next(ShowId series, ShowId but, Instant now) {
        return jdbc.sql("""
                select * from live.show
                where series_id = :series and id <> :but and state = 'PLANNED' and starts_at > :now
                order by starts_at limit :most
                """)
                .param("series", series.value())
                .param("but", but.value())
                .param("now", time(now))
                .param("most", MOST_NEXT)
                .query(ShowStore::show)
                .list();
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Show show(ResultSet row, int number) throws SQLException {
        return new Show(
                new ShowId(uuid(row, "id")),
                new ShowId(uuid(row, "series_id")),
                new PartyId(uuid(row, "organiser_id")),
                new PartyId(uuid(row, "host_id")),
                new RegionId(uuid(row, "region_id")),
                row.getString("title"),
                row.getString("words"),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                ShowState.valueOf(row.getString("state")),
                optional(row, "live_at"),
                optional(row, "ended_at"),
                row.getInt("slow_seconds"),
                row.getInt("delay_seconds"));
    }

    static Optional<Instant> optional(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
