package org.farmgate.platform;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// A column in which a module keeps something sealed, by rows of `(origin_id, id)`. A module declares one as a
/// bean, so that a newer key reaches it: until all are sealed anew the older key must not be thrown away.
public final class SealedRows {
    private static final int AT_ONCE = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final TransactionTemplate transaction;
    private final Column column;

    /// @param table with its schema
    /// @param key the column that names the key, null where nothing is sealed
    /// @param sealed the column of the sealed bytes
    /// @param place what a row's text is sealed to, by the row's id
    public record Column(String table, String key, String sealed, Function<UUID, String> place) {}

    public SealedRows(JdbcClient jdbc, Sealing sealing, TransactionTemplate transaction, Column column) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.transaction = transaction;
        this.column = column;
    }

    /// How many rows an older key sealed.
    public long sealedByOlder() {
        return jdbc.sql("select count(*) from " + column.table + " where " + column.key + " <> :newest")
                .param("newest", sealing.newestId())
                .query(Long.class)
                .single();
    }

    /// Seals them anew, some hundred to a transaction. Begun again it goes on where it stopped.
    ///
    /// @param after told after each transaction how many rows it sealed
    public void sealAnew(IntConsumer after) {
        var last = new Row(FIRST, FIRST, new Sealing.Sealed("", new byte[0]));
        for (List<Row> rows = next(last); !rows.isEmpty(); rows = next(last)) {
            List<Row> some = rows;
            transaction.executeWithoutResult(_ -> some.forEach(this::sealAnew));
            after.accept(rows.size());
            last = rows.getLast();
        }
    }

    private record Row(UUID origin, UUID id, Sealing.Sealed sealed) {}

    private List<Row> next(Row last) {
        return jdbc.sql("select origin_id, id, " + column.key + " as key_id, " + column.sealed + " as sealed from "
                        + column.table + " where (origin_id, id) > (:origin, :id) and " + column.key
                        + " <> :newest order by origin_id, id limit " + AT_ONCE)
                .param("origin", last.origin)
                .param("id", last.id)
                .param("newest", sealing.newestId())
                .query((rs, number) -> new Row(
                        rs.getObject("origin_id", UUID.class),
                        rs.getObject("id", UUID.class),
                        new Sealing.Sealed(rs.getString("key_id"), Objects.requireNonNull(rs.getBytes("sealed")))))
                .list();
    }

    /// Only where nobody wrote something new meanwhile.
    private void sealAnew(Row row) {
        String place = column.place.apply(row.id);
        Sealing.Sealed now = sealing.seal(sealing.open(row.sealed, place), place);
        jdbc.sql("update " + column.table + " set " + column.key + " = :key, " + column.sealed
                        + " = :sealed where origin_id = :origin and id = :id and " + column.sealed + " = :before")
                .param("key", now.keyId())
                .param("sealed", now.bytes())
                .param("origin", row.origin)
                .param("id", row.id)
                .param("before", row.sealed.bytes())
                .update();
    }
}
