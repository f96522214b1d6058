package org.farmgate.place;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SiteStore {
    private static final String COLUMNS =
            "id, kind, name, gln, region_id, latitude, longitude, operator_id, address, closed";
    private static final String[] SHARED = Arrays.stream(SiteKind.values())
            .filter(SiteKind::isShared)
            .map(Enum::name)
            .toArray(String[]::new);

    private final JdbcClient jdbc;

    SiteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Inserts what is new; an id or a GLN that is there already is left as it is.
    int insert(List<Site> sites, Actor by, Instant at) {
        return jdbc.sql("""
                insert into place.site (id, kind, name, gln, region_id, latitude, longitude, operator_id, address,
                                        closed, changed_at, changed_by)
                select n.*, :at, :by
                from unnest(:ids::uuid[], :kinds::text[], :names::text[], :glns::text[], :regions::uuid[],
                            :latitudes::float8[], :longitudes::float8[], :operators::uuid[], :addresses::text[],
                            :closed::boolean[]) as n
                on conflict do nothing
                """)
                .param("ids", column(sites, s -> s.id().toString()))
                .param("kinds", column(sites, s -> s.kind().name()))
                .param("names", column(sites, Site::name))
                .param("glns", column(sites, SiteStore::gln))
                .param("regions", column(sites, s -> s.region().toString()))
                .param("latitudes", column(sites, s -> String.valueOf(s.at().latitude())))
                .param("longitudes", column(sites, s -> String.valueOf(s.at().longitude())))
                .param("operators", column(sites, s -> s.operator().toString()))
                .param("addresses", column(sites, Site::address))
                .param("closed", column(sites, s -> String.valueOf(s.closed())))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.person().value())
                .update();
    }

    /// Changes many at once, all but whether they are closed.
    void replace(List<Site> sites, Actor by, Instant at) {
        jdbc.sql("""
                update place.site s
                set kind = n.kind, name = n.name, gln = n.gln, region_id = n.region, latitude = n.latitude,
                    longitude = n.longitude, operator_id = n.operator, address = n.address,
                    changed_at = :at, changed_by = :by
                from unnest(:ids::uuid[], :kinds::text[], :names::text[], :glns::text[], :regions::uuid[],
                            :latitudes::float8[], :longitudes::float8[], :operators::uuid[], :addresses::text[])
                  as n(id, kind, name, gln, region, latitude, longitude, operator, address)
                where s.id = n.id
                """)
                .param("ids", column(sites, s -> s.id().toString()))
                .param("kinds", column(sites, s -> s.kind().name()))
                .param("names", column(sites, Site::name))
                .param("glns", column(sites, SiteStore::gln))
                .param("regions", column(sites, s -> s.region().toString()))
                .param("latitudes", column(sites, s -> String.valueOf(s.at().latitude())))
                .param("longitudes", column(sites, s -> String.valueOf(s.at().longitude())))
                .param("operators", column(sites, s -> s.operator().toString()))
                .param("addresses", column(sites, Site::address))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.person().value())
                .update();
    }

    /// Whether it was done: not when another site has the GLN.
    boolean update(Site site, Actor by, Instant at) {
        return jdbc.sql("""
                update place.site
                set kind = :kind, name = :name, gln = :gln, region_id = :region, latitude = :latitude,
                    longitude = :longitude, operator_id = :operator, address = :address, closed = :closed,
                    changed_at = :at, changed_by = :by
                where id = :id and not exists (select from place.site where gln = :gln and id <> :id)
                """)
                        .param("id", site.id().value())
                        .param("kind", site.kind().name())
                        .param("name", site.name())
                        .param("gln", gln(site), java.sql.Types.VARCHAR)
                        .param("region", site.region().value())
                        .param("latitude", site.at().latitude())
                        .param("longitude", site.at().longitude())
                        .param("operator", site.operator().value())
                        .param("address", site.address())
                        .param("closed", site.closed())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by.person().value())
                        .update()
                == 1;
    }

    Set<SiteId> idsOf(PartyId operator) {
        return jdbc.sql("select id from place.site where operator_id = :operator")
                .param("operator", operator.value())
                .query((row, number) -> new SiteId(row.getObject("id", java.util.UUID.class)))
                .set();
    }

    List<Site> byIds(Collection<SiteId> ids) {
        return select("id = any(:keys::uuid[])", Rows.texts(ids));
    }

    List<Site> byGlns(Collection<Gln> glns) {
        return select("gln = any(:keys::text[])", Rows.texts(glns));
    }

    private List<Site> select(String where, String[] keys) {
        return jdbc.sql("select " + COLUMNS + " from place.site where " + where)
                .param("keys", keys)
                .query(SiteStore::site)
                .list();
    }

    List<Site> search(SiteQuery query, Paging paging) {
        return statement("select " + COLUMNS, query, paging, " order by name, id limit :size offset :offset")
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(SiteStore::site)
                .list();
    }

    long count(SiteQuery query, Paging paging) {
        return statement("select count(*)", query, paging, "").query(Long.class).single();
    }

    /// Conditions that do not apply are left out, so that the planner sees which index fits.
    private JdbcClient.StatementSpec statement(String select, SiteQuery query, Paging paging, String end) {
        String sql = select + " from place.site where true"
                + (paging.search().isEmpty() ? "" : " and search_text like :pattern")
                + (query.kind().isEmpty() ? "" : " and kind = :kind")
                + (query.operator().isEmpty() ? "" : " and operator_id = :operator")
                + (query.visibleTo().isEmpty() ? "" : " and (operator_id = :own or kind = any(:shared::text[]))")
                + (query.withClosed() ? "" : " and not closed")
                + end;
        return jdbc.sql(sql)
                .param("pattern", paging.pattern().toLowerCase(Locale.ROOT))
                .param("kind", query.kind().map(Enum::name).orElse(""))
                .param("operator", query.operator().map(PartyId::value).orElse(null))
                .param("own", query.visibleTo().map(PartyId::value).orElse(null))
                .param("shared", SHARED);
    }

    /// @param visibleTo an organisation that sees only its own sites and the shared kinds; empty: all are seen
    record SiteQuery(
            Optional<SiteKind> kind, Optional<PartyId> operator, Optional<PartyId> visibleTo, boolean withClosed) {}

    private static Site site(ResultSet row, int number) throws SQLException {
        return new Site(
                new SiteId(Rows.uuid(row, "id")),
                SiteKind.valueOf(row.getString("kind")),
                row.getString("name"),
                Optional.ofNullable(row.getString("gln")).map(Gln::new),
                new RegionId(Rows.uuid(row, "region_id")),
                new Coordinates(row.getDouble("latitude"), row.getDouble("longitude")),
                new PartyId(Rows.uuid(row, "operator_id")),
                row.getString("address"),
                row.getBoolean("closed"));
    }

    private static @Nullable String gln(Site site) {
        return site.gln().map(Gln::digits).orElse(null);
    }

    /// A missing GLN is a null in the array.
    private static @Nullable String[] column(List<Site> sites, Function<Site, @Nullable String> value) {
        @Nullable String[] column = new @Nullable String[sites.size()];
        for (int i = 0; i < column.length; i++) column[i] = value.apply(sites.get(i));
        return column;
    }
}
