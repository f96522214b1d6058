package org.farmgate.product;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Paging;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class VarietyStore {
    private static final String COLUMNS = "id, product_id, code, name_en, name_zh, name_ug, retired";

    private final JdbcClient jdbc;

    VarietyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean insert(Variety variety, Actor by, Instant at) {
        return filled("""
                insert into product.variety
                  (id, product_id, code, name_en, name_zh, name_ug, retired, changed_at, changed_by)
                values (:id, :product, :code, :en, :zh, :ug, :retired, :at, :by)
                on conflict do nothing
                """, variety, by, at) == 1;
    }

    /// Whether it was done: not when another variety of the product has the code.
    boolean update(Variety variety, Actor by, Instant at) {
        return filled("""
                update product.variety
                set code = :code, name_en = :en, name_zh = :zh, name_ug = :ug, retired = :retired,
                    changed_at = :at, changed_by = :by
                where id = :id and product_id = :product
                  and not exists (select from product.variety
                                  where product_id = :product and lower(code) = lower(:code) and id <> :id)
                """, variety, by, at) == 1;
    }

    private int filled(String sql, Variety variety, Actor by, Instant at) {
        return jdbc.sql(sql)
                .param("id", variety.id().value())
                .param("product", variety.product().value())
                .param("code", variety.code())
                .param("en", variety.name().english())
                .param("zh", variety.name().chinese())
                .param("ug", variety.name().uyghur())
                .param("retired", variety.retired())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.person().value())
                .update();
    }

    List<Variety> byIds(Collection<VarietyId> ids) {
        return jdbc.sql("select " + COLUMNS + " from product.variety where id = any(:ids::uuid[])")
                .param("ids", Rows.texts(ids))
                .query(VarietyStore::variety)
                .list();
    }

    List<Variety> of(ProductId product) {
        return jdbc.sql("select " + COLUMNS
                        + " from product.variety where product_id = :product order by retired, code")
                .param("product", product.value())
                .query(VarietyStore::variety)
                .list();
    }

    List<Variety> search(Paging paging) {
        return jdbc.sql("select " + COLUMNS + """
                 from product.variety
                where lower(concat_ws(' ', code, name_en, name_zh, name_ug)) like :pattern
                order by code, id limit :size offset :offset
                """)
                .param("pattern", paging.pattern().toLowerCase(Locale.ROOT))
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(VarietyStore::variety)
                .list();
    }

    long count(Paging paging) {
        return jdbc.sql("""
                select count(*) from product.variety
                where lower(concat_ws(' ', code, name_en, name_zh, name_ug)) like :pattern
                """)
                .param("pattern", paging.pattern().toLowerCase(Locale.ROOT))
                .query(Long.class)
                .single();
    }

    private static Variety variety(ResultSet row, int number) throws SQLException {
        return new Variety(
                new VarietyId(Rows.id(row, "id")),
                new ProductId(Rows.id(row, "product_id")),
                row.getString("code"),
                Rows.name(row),
                row.getBoolean("retired"));
    }
}
