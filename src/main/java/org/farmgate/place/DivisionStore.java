package org.farmgate.place;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Paging;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DivisionStore {
    private static final String SELECT = """
            select d.id, d.code, d.name_en, d.name_zh, d.name_ug,
                   (select array_agg(r.region_id) from place.division_region r where r.division_id = d.id) as regions
            from place.division d
            """;

    private final JdbcClient jdbc;

    DivisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean insert(Division division, Actor by, Instant at) {
        int inserted = jdbc.sql("""
                insert into place.division (id, code, name_en, name_zh, name_ug, changed_at, changed_by)
                values (:id, :code, :en, :zh, :ug, :at, :by)
                on conflict do nothing
                """)
                .param("id", division.id().value())
                .param("code", division.code())
                .param("en", division.name().english())
                .param("zh", division.name().chinese())
                .param("ug", division.name().uyghur())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.person().value())
                .update();
        if (inserted == 1) addRegions(division);
        return inserted == 1;
    }

    /// Whether it was done: not when another division has the code.
    boolean update(Division division, Actor by, Instant at) {
        int updated = jdbc.sql("""
                update place.division
                set code = :code, name_en = :en, name_zh = :zh, name_ug = :ug, changed_at = :at, changed_by = :by
                where id = :id and not exists (select from place.division where code = :code and id <> :id)
                """)
                .param("id", division.id().value())
                .param("code", division.code())
                .param("en", division.name().english())
                .param("zh", division.name().chinese())
                .param("ug", division.name().uyghur())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.person().value())
                .update();
        if (updated == 0) return false;
        jdbc.sql("delete from place.division_region where division_id = :id")
                .param("id", division.id().value())
                .update();
        addRegions(division);
        return true;
    }

    private void addRegions(Division division) {
        jdbc.sql("""
                insert into place.division_region (division_id, region_id)
                select :id, region from unnest(:regions::uuid[]) as region
                """)
                .param("id", division.id().value())
                .param("regions", Rows.texts(division.regions()))
                .update();
    }

    List<Division> byIds(Collection<DivisionId> ids) {
        return jdbc.sql(SELECT + "where d.id = any(:ids::uuid[])")
                .param("ids", Rows.texts(ids))
                .query(DivisionStore::division)
                .list();
    }

    List<Division> byCodes(Collection<String> codes) {
        return jdbc.sql(SELECT + "where d.code = any(:codes::text[])")
                .param("codes", Rows.texts(codes))
                .query(DivisionStore::division)
                .list();
    }

    List<Division> all() {
        return jdbc.sql(SELECT + "order by d.code")
                .query(DivisionStore::division)
                .list();
    }

    List<Division> search(Paging paging) {
        return jdbc.sql(SELECT + "where lower(concat_ws(' ', d.code, d.name_en, d.name_zh, d.name_ug)) like :pattern"
                        + " order by d.code limit :size offset :offset")
                .param("pattern", paging.pattern().toLowerCase(Locale.ROOT))
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(DivisionStore::division)
                .list();
    }

    long count(Paging paging) {
        return jdbc.sql("""
                select count(*) from place.division d
                where lower(concat_ws(' ', d.code, d.name_en, d.name_zh, d.name_ug)) like :pattern
                """)
                .param("pattern", paging.pattern().toLowerCase(Locale.ROOT))
                .query(Long.class)
                .single();
    }

    private static Division division(ResultSet row, int number) throws SQLException {
        Array regions = row.getArray("regions");
        Set<RegionId> ids =
                Arrays.stream((UUID[]) regions.getArray()).map(RegionId::new).collect(Collectors.toSet());
        return new Division(new DivisionId(Rows.uuid(row, "id")), row.getString("code"), Rows.name(row), ids);
    }
}
