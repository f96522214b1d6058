package org.farmgate.place;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Paging;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RoadStore {
    private static final String MATCHING = """
            from place.road d
            join place.region a on a.id = d.a_id
            join place.region b on b.id = d.b_id
            where a.search_text like :pattern or b.search_text like :pattern
            """;

    private final JdbcClient jdbc;

    RoadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The lesser id first, by PostgreSQL's order of ids, which is not Java's. What is there already and differs is
    /// replaced.
    void upsert(List<Road> roads, Actor by) {
        jdbc.sql("""
                insert into place.road (a_id, b_id, metres, source, changed_at, changed_by)
                select least(n.a, n.b), greatest(n.a, n.b), n.metres, n.source, n.at, :by
                from unnest(:froms::uuid[], :tos::uuid[], :metres::bigint[], :sources::text[], :ats::timestamptz[])
                  as n(a, b, metres, source, at)
                on conflict (a_id, b_id) do update
                set metres = excluded.metres, source = excluded.source,
                    changed_at = excluded.changed_at, changed_by = excluded.changed_by
                where (road.metres, road.source) is distinct from (excluded.metres, excluded.source)
                """)
                .param("froms", Rows.texts(roads.stream().map(Road::from).toList()))
                .param("tos", Rows.texts(roads.stream().map(Road::to).toList()))
                .param("metres", Rows.texts(roads.stream().map(Road::metres).toList()))
                .param("sources", Rows.texts(roads.stream().map(Road::source).toList()))
                .param("ats", Rows.texts(roads.stream().map(Road::changedAt).toList()))
                .param("by", by.person().value())
                .update();
    }

    boolean remove(RegionId one, RegionId other) {
        return jdbc.sql("delete from place.road where a_id = least(:a, :b) and b_id = greatest(:a, :b)")
                        .param("a", one.value())
                        .param("b", other.value())
                        .update()
                == 1;
    }

    /// In the direction asked for.
    List<Road> between(Collection<RegionId> from, Collection<RegionId> to) {
        return jdbc.sql("""
                select a_id as from_id, b_id as to_id, metres, source, changed_at
                from place.road where a_id = any(:from::uuid[]) and b_id = any(:to::uuid[])
                union
                select b_id, a_id, metres, source, changed_at
                from place.road where b_id = any(:from::uuid[]) and a_id = any(:to::uuid[])
                """)
                .param("from", Rows.texts(from))
                .param("to", Rows.texts(to))
                .query(RoadStore::road)
                .list();
    }

    List<Road> search(Paging paging) {
        return jdbc.sql("select d.a_id as from_id, d.b_id as to_id, d.metres, d.source, d.changed_at " + MATCHING
                        + " order by a.code, b.code limit :size offset :offset")
                .param("pattern", paging.pattern().toLowerCase(Locale.ROOT))
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(RoadStore::road)
                .list();
    }

    long count(Paging paging) {
        return jdbc.sql("select count(*) " + MATCHING)
                .param("pattern", paging.pattern().toLowerCase(Locale.ROOT))
                .query(Long.class)
                .single();
    }

    private static Road road(ResultSet row, int number) throws SQLException {
        return new Road(
                new RegionId(Rows.uuid(row, "from_id")),
                new RegionId(Rows.uuid(row, "to_id")),
                row.getLong("metres"),
                row.getString("source"),
                row.getObject("changed_at", OffsetDateTime.class)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toInstant());
    }
}
