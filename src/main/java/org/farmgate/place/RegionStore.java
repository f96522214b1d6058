package org.farmgate.place;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tree in SQL. Regions are few and are copied to every server of a cluster, so recursive queries over them are
/// fine.
@Repository
class RegionStore {
    private static final String COLUMNS =
            "id, kind, kind_rank, parent_id, code, name_en, name_zh, name_ug, latitude, longitude";
    private static final String QUALIFIED = "r." + COLUMNS.replace(", ", ", r.");

    private final JdbcClient jdbc;

    RegionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Inserts what is new; an id or a code that is there already is left as it is. All in one statement, so that
    /// parents and children may come together.
    int insert(List<Region> regions, Actor by, Instant at) {
        return jdbc.sql("""
                insert into place.region (id, kind, kind_rank, parent_id, parent_rank, code,
                                          name_en, name_zh, name_ug, latitude, longitude, changed_at, changed_by)
                select n.id, n.kind, n.kind_rank, n.parent_id,
                       coalesce(p.kind_rank, sibling.kind_rank), n.code,
                       n.name_en, n.name_zh, n.name_ug, n.latitude, n.longitude, :at, :by
                from unnest(:ids::uuid[], :kinds::text[], :ranks::smallint[], :parents::uuid[], :codes::text[],
                            :en::text[], :zh::text[], :ug::text[], :latitudes::float8[], :longitudes::float8[])
                  as n(id, kind, kind_rank, parent_id, code, name_en, name_zh, name_ug, latitude, longitude)
                left join place.region p on p.id = n.parent_id
                left join unnest(:ids::uuid[], :ranks::smallint[]) as sibling(id, kind_rank)
                  on sibling.id = n.parent_id
                on conflict do nothing
                """)
                .param("ids", column(regions, r -> r.id().toString()))
                .param("kinds", column(regions, r -> r.kind().name()))
                .param("ranks", column(regions, r -> String.valueOf(r.kind().ordinal())))
                .param(
                        "parents",
                        column(regions, r -> r.parent().map(RegionId::toString).orElse(null)))
                .param("codes", column(regions, Region::code))
                .param("en", column(regions, r -> r.name().english()))
                .param("zh", column(regions, r -> r.name().chinese()))
                .param("ug", column(regions, r -> r.name().uyghur()))
                .param("latitudes", column(regions, r -> degrees(r, Coordinates::latitude)))
                .param("longitudes", column(regions, r -> degrees(r, Coordinates::longitude)))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.person().value())
                .update();
    }

    /// Whether it was done: not when another region has the code.
    boolean update(Region region, Actor by, Instant at) {
        return jdbc.sql("""
                update place.region r
                set kind = :kind, kind_rank = :rank, parent_id = :parent,
                    parent_rank = (select kind_rank from place.region where id = :parent),
                    code = :code, name_en = :en, name_zh = :zh, name_ug = :ug,
                    latitude = :latitude, longitude = :longitude, changed_at = :at, changed_by = :by
                where id = :id and not exists (select from place.region where code = :code and id <> :id)
                """)
                        .param("id", region.id().value())
                        .param("kind", region.kind().name())
                        .param("rank", region.kind().ordinal())
                        .param("parent", region.parent().map(RegionId::value).orElse(null), java.sql.Types.OTHER)
                        .param("code", region.code())
                        .param("en", region.name().english())
                        .param("zh", region.name().chinese())
                        .param("ug", region.name().uyghur())
                        .param(
                                "latitude",
                                region.at().map(Coordinates::latitude).orElse(null),
                                java.sql.Types.DOUBLE)
                        .param(
                                "longitude",
                                region.at().map(Coordinates::longitude).orElse(null),
                                java.sql.Types.DOUBLE)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by.person().value())
                        .update()
                == 1;
    }

    List<Region> byIds(Collection<RegionId> ids) {
        return select("where id = any(:keys::uuid[])", Rows.texts(ids));
    }

    List<Region> byCodes(Collection<String> codes) {
        return select("where code = any(:keys::text[])", Rows.texts(codes));
    }

    List<Region> ofKinds(List<String> kinds) {
        return select("where kind = any(:keys::text[]) order by kind_rank, code", Rows.texts(kinds));
    }

    List<Region> children(RegionId parent) {
        return select("where parent_id = any(:keys::uuid[]) order by kind_rank, code", Rows.texts(List.of(parent)));
    }

    private List<Region> select(String where, String[] keys) {
        return jdbc.sql("select " + COLUMNS + " from place.region " + where)
                .param("keys", keys)
                .query(RegionStore::region)
                .list();
    }

    /// These regions and all above them, the widest first.
    List<Region> withAncestors(Collection<RegionId> ids) {
        return jdbc.sql("""
                with recursive up as (
                  select %s from place.region r where r.id = any(:ids::uuid[])
                  union
                  select %s from place.region r join up on r.id = up.parent_id
                )
                select * from up order by kind_rank, code
                """.formatted(QUALIFIED, QUALIFIED))
                .param("ids", Rows.texts(ids))
                .query(RegionStore::region)
                .list();
    }

    /// This region and all below it, the widest first.
    List<Region> withDescendants(RegionId id) {
        return jdbc.sql("""
                with recursive down as (
                  select %s from place.region r where r.id = :id
                  union
                  select %s from place.region r join down on r.parent_id = down.id
                )
                select * from down order by kind_rank, code
                """.formatted(QUALIFIED, QUALIFIED))
                .param("id", id.value())
                .query(RegionStore::region)
                .list();
    }

    List<Region> search(Paging paging, Optional<RegionKind> kind) {
        return jdbc.sql("select " + COLUMNS + " from place.region where " + matching(paging, kind)
                        + " order by kind_rank, code limit :size offset :offset")
                .param("pattern", paging.pattern().toLowerCase(Locale.ROOT))
                .param("kind", kind.map(Enum::name).orElse(""))
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(RegionStore::region)
                .list();
    }

    long count(Paging paging, Optional<RegionKind> kind) {
        return jdbc.sql("select count(*) from place.region where " + matching(paging, kind))
                .param("pattern", paging.pattern().toLowerCase(Locale.ROOT))
                .param("kind", kind.map(Enum::name).orElse(""))
                .query(Long.class)
                .single();
    }

    private static String matching(Paging paging, Optional<RegionKind> kind) {
        return (paging.search().isEmpty() ? "true" : "search_text like :pattern")
                + (kind.isEmpty() ? "" : " and kind = :kind");
    }

    private static Region region(ResultSet row, int number) throws SQLException {
        return new Region(
                new RegionId(Rows.uuid(row, "id")),
                RegionKind.valueOf(row.getString("kind")),
                Optional.ofNullable(Rows.uuid(row, "parent_id")).map(RegionId::new),
                row.getString("code"),
                Rows.name(row),
                Rows.coordinates(row));
    }

    /// A missing parent or point is a null in the array.
    private static @Nullable String[] column(List<Region> regions, Function<Region, @Nullable String> value) {
        @Nullable String[] column = new @Nullable String[regions.size()];
        for (int i = 0; i < column.length; i++) column[i] = value.apply(regions.get(i));
        return column;
    }

    private static @Nullable String degrees(Region region, ToDoubleFunction<Coordinates> part) {
        return region.at().map(at -> String.valueOf(part.applyAsDouble(at))).orElse(null);
    }
}
