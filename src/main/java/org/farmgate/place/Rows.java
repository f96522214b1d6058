package org.farmgate.place;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.platform.Multilingual;

/// What the stores of this module read alike.
final class Rows {
    private Rows() {}

    /// Ids for `any(:ids::uuid[])`.
    static String[] texts(Collection<?> ids) {
        return ids.stream().map(Object::toString).toArray(String[]::new);
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static Multilingual name(ResultSet row) throws SQLException {
        return new Multilingual(row.getString("name_en"), row.getString("name_zh"), row.getString("name_ug"));
    }

    static Optional<Coordinates> coordinates(ResultSet row) throws SQLException {
        double latitude = row.getDouble("latitude");
        return row.wasNull() ? Optional.empty() : Optional.of(new Coordinates(latitude, row.getDouble("longitude")));
    }
}
