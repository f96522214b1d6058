package org.farmgate.product;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Paging;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class ProductStore {
    private static final String COLUMNS = "id, code, name_en, name_zh, name_ug, family, storage, shelf_life_days,"
            + " chilled_shelf_life_days, needs_cold_transport, retired";

    private final JdbcClient jdbc;

    ProductStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Whether it was new; an id or a code that is there already is left as it is.
    boolean insert(Product product, Actor by, Instant at) {
        return filled(jdbc.sql("""
                insert into product.product (id, code, name_en, name_zh, name_ug, family, storage, shelf_life_days,
                  chilled_shelf_life_days, needs_cold_transport, retired, changed_at, changed_by)
                values (:id, :code, :en, :zh, :ug, :family, :storage, :days, :chilled, :cold, :retired, :at, :by)
                on conflict do nothing
                """), product, by, at).update() == 1;
    }

    /// Whether it was done: not when another product has the code.
    boolean update(Product product, Actor by, Instant at) {
        return filled(jdbc.sql("""
                update product.product
                set code = :code, name_en = :en, name_zh = :zh, name_ug = :ug, family = :family, storage = :storage,
                    shelf_life_days = :days, chilled_shelf_life_days = :chilled, needs_cold_transport = :cold,
                    retired = :retired, changed_at = :at, changed_by = :by
                where id = :id
                  and not exists (select from product.product where lower(code) = lower(:code) and id <> :id)
                """), product, by, at).update() == 1;
    }

    private static StatementSpec filled(StatementSpec statement, Product product, Actor by, Instant at) {
        return statement
                .param("id", product.id().value())
                .param("code", product.code())
                .param("en", product.name().english())
                .param("zh", product.name().chinese())
                .param("ug", product.name().uyghur())
                .param("family", product.family())
                .param("storage", product.storage().name())
                .param("days", product.shelfLifeDays())
                .param("chilled", product.chilledShelfLifeDays().orElse(null), Types.INTEGER)
                .param("cold", product.needsColdTransport())
                .param("retired", product.retired())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.person().value());
    }

    List<Product> byIds(Collection<ProductId> ids) {
        return select("where id = any(:keys::uuid[])", Rows.texts(ids));
    }

    /// The codes in lower case.
    List<Product> byCodes(Collection<String> codes) {
        return select("where lower(code) = any(:keys::text[])", Rows.texts(codes));
    }

    List<Product> all() {
        return select("where not retired order by code", new String[0]);
    }

    private List<Product> select(String where, String[] keys) {
        return jdbc.sql("select " + COLUMNS + " from product.product " + where)
                .param("keys", keys)
                .query(ProductStore::product)
                .list();
    }

    List<Product> search(Paging paging) {
        return jdbc.sql("select " + COLUMNS + " from product.product " + matching(paging)
                        + " order by retired, code, id limit :size offset :offset")
                .param("pattern", paging.pattern().toLowerCase(Locale.ROOT))
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(ProductStore::product)
                .list();
    }

    long count(Paging paging) {
        return jdbc.sql("select count(*) from product.product " + matching(paging))
                .param("pattern", paging.pattern().toLowerCase(Locale.ROOT))
                .query(Long.class)
                .single();
    }

    private static String matching(Paging paging) {
        return paging.search().isEmpty() ? "" : "where search_text like :pattern";
    }

    private static Product product(ResultSet row, int number) throws SQLException {
        return new Product(
                new ProductId(Rows.id(row, "id")),
                row.getString("code"),
                Rows.name(row),
                row.getString("family"),
                Storage.valueOf(row.getString("storage")),
                row.getInt("shelf_life_days"),
                Rows.number(row, "chilled_shelf_life_days"),
                row.getBoolean("needs_cold_transport"),
                row.getBoolean("retired"));
    }
}
