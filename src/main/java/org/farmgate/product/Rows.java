package org.farmgate.product;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.platform.Multilingual;
import org.jspecify.annotations.Nullable;

/// What the stores of this module read alike.
final class Rows {
    private Rows() {}

    /// Ids for `any(:ids::uuid[])`.
    static String[] texts(Collection<?> ids) {
        return ids.stream().map(Object::toString).toArray(String[]::new);
    }

    static @Nullable UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static UUID id(ResultSet row, String column) throws SQLException {
        return java.util.Objects.requireNonNull(uuid(row, column));
    }

    static Optional<Integer> number(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }

    static Multilingual name(ResultSet row) throws SQLException {
        return new Multilingual(row.getString("name_en"), row.getString("name_zh"), row.getString("name_ug"));
    }
}
