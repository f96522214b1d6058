package org.farmgate.live.audience;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.farmgate.live.ShowId;
import org.farmgate.live.ViewerId;
import org.farmgate.platform.Batch;
import org.farmgate.shop.ListingId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AudienceStore {
    /// A process that was not heard of for so long is gone.
    private static final String FRESH = " at > now() - interval '30 seconds' ";

    private final JdbcClient jdbc;

    AudienceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How many watch at this process, by the database's clock.
    void present(UUID process, Map<ShowId, Integer> viewers) {
        Batch<Map.Entry<ShowId, Integer>> batch =
                Batch.of(viewers.entrySet()).ids("shows", Map.Entry::getKey).ints("viewers", Map.Entry::getValue);
        batch.params().put("process", process);
        jdbc.sql("""
                insert into live.presence (show_id, process_id, viewers, at)
                select show_id, :process, viewers, now()
                from unnest(:shows::uuid[], :viewers::int[]) as n (show_id, viewers)
                on conflict (show_id, process_id) do update set viewers = excluded.viewers, at = excluded.at
                """).params(batch.params()).update();
    }

    Map<ShowId, Integer> sums(Collection<ShowId> shows) {
        Map<ShowId, Integer> sums = new LinkedHashMap<>();
        jdbc.sql(
                        "select show_id, sum(viewers)::int as viewers from live.presence where show_id = any(:shows::uuid[]) and"
                                + FRESH + "group by show_id")
                .param("shows", Batch.array(shows))
                .query((row, number) ->
                        sums.put(new ShowId(row.getObject("show_id", UUID.class)), row.getInt("viewers")))
                .list();
        return sums;
    }

    /// This process ends, or rows of processes long gone are swept out.
    void leave(UUID process) {
        jdbc.sql("delete from live.presence where process_id = :process or at < now() - interval '1 hour'")
                .param("process", process)
                .update();
    }

    void watched(ShowId show, Collection<ViewerId> viewers, Instant at) {
        jdbc.sql("""
                insert into live.viewer (show_id, viewer_id, first_at)
                select :show, viewer_id, :at from unnest(:viewers::uuid[]) as n (viewer_id)
                on conflict (show_id, viewer_id) do nothing
                """)
                .param("show", show.value())
                .param("at", time(at))
                .param("viewers", Batch.array(viewers))
                .update();
    }

    void minute(Map<ShowId, Integer> viewers, Instant minute) {
        Batch<Map.Entry<ShowId, Integer>> batch =
                Batch.of(viewers.entrySet()).ids("shows", Map.Entry::getKey).ints("viewers", Map.Entry::getValue);
        batch.params().put("minute", time(minute));
        jdbc.sql("""
                insert into live.audience_minute as m (show_id, minute, viewers)
                select show_id, :minute, viewers from unnest(:shows::uuid[], :viewers::int[]) as n (show_id, viewers)
                on conflict (show_id, minute) do update set viewers = excluded.viewers where m.viewers < excluded.viewers
                """).params(batch.params()).update();
    }

    List<Audience.Minute> minutes(ShowId show) {
        return jdbc.sql("select minute, viewers from live.audience_minute where show_id = :show order by minute")
                .param("show", show.value())
                .query((row, number) -> new Audience.Minute(
                        row.getObject("minute", OffsetDateTime.class).toInstant(), row.getInt("viewers")))
                .list();
    }

    long distinct(ShowId show) {
        return jdbc.sql("select count(*) from live.viewer where show_id = :show")
                .param("show", show.value())
                .query(Long.class)
                .single();
    }

    void click(ShowId show, ListingId listing, ViewerId viewer, Instant at) {
        jdbc.sql("""
                insert into live.click (show_id, listing_id, viewer_id, at) values (:show, :listing, :viewer, :at)
                on conflict (show_id, listing_id, viewer_id) do nothing
                """)
                .param("show", show.value())
                .param("listing", listing.value())
                .param("viewer", viewer.value())
                .param("at", time(at))
                .update();
    }

    Map<ListingId, Long> clicks(ShowId show) {
        Map<ListingId, Long> clicks = new LinkedHashMap<>();
        jdbc.sql("select listing_id, count(*) as viewers from live.click where show_id = :show group by listing_id")
                .param("show", show.value())
                .query((row, number) ->
                        clicks.put(new ListingId(row.getObject("listing_id", UUID.class)), row.getLong("viewers")))
                .list();
        return clicks;
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
