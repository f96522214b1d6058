package org.farmgate.product;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.farmgate.platform.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class GradeStore {
    private final JdbcClient jdbc;

    GradeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean insert(Grade grade, Actor by, Instant at) {
        return filled("""
                insert into product.grade (product_id, rank, code, name_en, name_zh, name_ug, changed_at, changed_by)
                values (:product, :rank, :code, :en, :zh, :ug, :at, :by)
                on conflict do nothing
                """, grade, by, at) == 1;
    }

    /// Whether it was done: not when another grade of the product has the code.
    boolean update(Grade grade, Actor by, Instant at) {
        return filled("""
                update product.grade
                set code = :code, name_en = :en, name_zh = :zh, name_ug = :ug, changed_at = :at, changed_by = :by
                where product_id = :product and rank = :rank
                  and not exists (select from product.grade
                                  where product_id = :product and code = :code and rank <> :rank)
                """, grade, by, at) == 1;
    }

    private int filled(String sql, Grade grade, Actor by, Instant at) {
        return jdbc.sql(sql)
                .param("product", grade.product().value())
                .param("rank", grade.rank())
                .param("code", grade.code())
                .param("en", grade.name().english())
                .param("zh", grade.name().chinese())
                .param("ug", grade.name().uyghur())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.person().value())
                .update();
    }

    /// Best first.
    List<Grade> of(Collection<ProductId> products) {
        return jdbc.sql("""
                select product_id, rank, code, name_en, name_zh, name_ug from product.grade
                where product_id = any(:products::uuid[]) order by product_id, rank
                """)
                .param("products", Rows.texts(products))
                .query(GradeStore::grade)
                .list();
    }

    private static Grade grade(ResultSet row, int number) throws SQLException {
        return new Grade(
                new ProductId(Rows.id(row, "product_id")), row.getInt("rank"), row.getString("code"), Rows.name(row));
    }
}
