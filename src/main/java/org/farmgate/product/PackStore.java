package org.farmgate.product;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Paging;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PackStore {
    private static final String COLUMNS = "id, product_id, variety_id, grade, name_en, name_zh, name_ug, gtin,"
            + " net_grams, packaging_grams, shelf_life_days, retired";

    private final JdbcClient jdbc;

    PackStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean insert(Pack pack, Actor by, Instant at) {
        return filled("""
                insert into product.pack (id, product_id, variety_id, grade, name_en, name_zh, name_ug, gtin, gtin14,
                  net_grams, packaging_grams, shelf_life_days, retired, changed_at, changed_by)
                values (:id, :product, :variety, :grade, :en, :zh, :ug, :gtin, :gtin14, :net, :packaging, :days,
                  :retired, :at, :by)
                on conflict do nothing
                """, pack, by, at) == 1;
    }

    /// Whether it was done: not when another pack has the GTIN.
    boolean update(Pack pack, Actor by, Instant at) {
        return filled("""
                update product.pack
                set product_id = :product, variety_id = :variety, grade = :grade, name_en = :en, name_zh = :zh,
                    name_ug = :ug, gtin = :gtin, gtin14 = :gtin14, net_grams = :net, packaging_grams = :packaging,
                    shelf_life_days = :days, retired = :retired, changed_at = :at, changed_by = :by
                where id = :id and not exists (select from product.pack where gtin14 = :gtin14 and id <> :id)
                """, pack, by, at) == 1;
    }

    private int filled(String sql, Pack pack, Actor by, Instant at) {
        return jdbc.sql(sql)
                .param("id", pack.id().value())
                .param("product", pack.product().value())
                .param("variety", pack.variety().map(VarietyId::value).orElse(null), Types.OTHER)
                .param("grade", pack.grade().orElse(null), Types.SMALLINT)
                .param("en", pack.name().english())
                .param("zh", pack.name().chinese())
                .param("ug", pack.name().uyghur())
                .param("gtin", pack.gtin().map(Gtin::digits).orElse(null), Types.VARCHAR)
                .param("gtin14", pack.gtin().map(Gtin::fourteen).orElse(null), Types.VARCHAR)
                .param("net", pack.net().grams())
                .param("packaging", pack.packaging().grams())
                .param("days", pack.shelfLifeDays().orElse(null), Types.INTEGER)
                .param("retired", pack.retired())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.person().value())
                .update();
    }

    List<Pack> byIds(Collection<PackId> ids) {
        return select("where id = any(:keys::uuid[])", Rows.texts(ids));
    }

    List<Pack> byGtins(Collection<String> fourteenDigits) {
        return select("where gtin14 = any(:keys::text[])", Rows.texts(fourteenDigits));
    }

    List<Pack> of(ProductId product) {
        return select(
                "where product_id = any(:keys::uuid[]) order by retired, net_grams, id", Rows.texts(List.of(product)));
    }

    private List<Pack> select(String where, String[] keys) {
        return jdbc.sql("select " + COLUMNS + " from product.pack " + where)
                .param("keys", keys)
                .query(PackStore::pack)
                .list();
    }

    List<Pack> search(Paging paging) {
        return jdbc.sql("select " + COLUMNS + " from product.pack " + matching(paging)
                        + " order by retired, name_en, id limit :size offset :offset")
                .param("pattern", paging.pattern().toLowerCase(Locale.ROOT))
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(PackStore::pack)
                .list();
    }

    long count(Paging paging) {
        return jdbc.sql("select count(*) from product.pack " + matching(paging))
                .param("pattern", paging.pattern().toLowerCase(Locale.ROOT))
                .query(Long.class)
                .single();
    }

    private static String matching(Paging paging) {
        return paging.search().isEmpty() ? "" : "where search_text like :pattern";
    }

    private static Pack pack(ResultSet row, int number) throws SQLException {
        return new Pack(
                new PackId(Rows.id(row, "id")),
                new ProductId(Rows.id(row, "product_id")),
                Optional.ofNullable(Rows.uuid(row, "variety_id")).map(VarietyId::new),
                Rows.number(row, "grade"),
                Rows.name(row),
                Optional.ofNullable(row.getString("gtin")).map(Gtin::new),
                new Mass(row.getLong("net_grams")),
                new Mass(row.getLong("packaging_grams")),
                Rows.number(row, "shelf_life_days"),
                row.getBoolean("retired"));
    }
}
