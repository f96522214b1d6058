package org.farmgate.party;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Sealing.Sealed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class NumberStore {
    private final JdbcClient database;

    NumberStore(JdbcClient database) {
        this.database = database;
    }

    record Kept(PartyId party, NumberKind kind, Sealed sealed, String masked) {}

    void keep(PartyId party, NumberKind kind, Sealed sealed, String masked, PartyId by, Instant now) {
        database.sql("""
                        insert into party.number (party, kind, key_id, sealed, masked, kept_at, kept_by)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (party, kind) do update set key_id = excluded.key_id, sealed = excluded.sealed,
                            masked = excluded.masked, kept_at = excluded.kept_at, kept_by = excluded.kept_by
                        """)
                .params(
                        party.value(),
                        kind.name(),
                        sealed.keyId(),
                        sealed.bytes(),
                        masked,
                        now.atOffset(ZoneOffset.UTC),
                        by.value())
                .update();
    }

    Optional<Kept> find(PartyId party, NumberKind kind) {
        return database.sql("select * from party.number where party = ? and kind = ?")
                .params(party.value(), kind.name())
                .query(NumberStore::kept)
                .optional();
    }

    /// Those of them that have one.
    List<Kept> of(Collection<PartyId> parties, NumberKind kind) {
        return database.sql("select * from party.number where party = any(?) and kind = ?")
                .params(Rows.uuids(parties), kind.name())
                .query(NumberStore::kept)
                .list();
    }

    Map<NumberKind, String> masked(PartyId party) {
        Map<NumberKind, String> masks = new EnumMap<>(NumberKind.class);
        database.sql("select * from party.number where party = ?")
                .param(party.value())
                .query(NumberStore::kept)
                .list()
                .forEach(kept -> masks.put(kept.kind(), kept.masked()));
        return masks;
    }

    long count() {
        return database.sql("select count(*) from party.number")
                .query(Long.class)
                .single();
    }

    long countSealedByOther(String keyId) {
        return database.sql("select count(*) from party.number where key_id <> ?")
                .param(keyId)
                .query(Long.class)
                .single();
    }

    List<Kept> sealedByOther(String keyId, int most) {
        return database.sql("select * from party.number where key_id <> ? order by party, kind limit ?")
                .params(keyId, most)
                .query(NumberStore::kept)
                .list();
    }

    /// Only where nobody gave a new number meanwhile.
    void reseal(Kept before, Sealed now) {
        database.sql("update party.number set key_id = ?, sealed = ? where party = ? and kind = ? and sealed = ?")
                .params(
                        now.keyId(),
                        now.bytes(),
                        before.party().value(),
                        before.kind().name(),
                        before.sealed().bytes())
                .update();
    }

    void remove(PartyId party) {
        database.sql("delete from party.number where party = ?")
                .param(party.value())
                .update();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                new PartyId(row.getObject("party", UUID.class)),
                NumberKind.valueOf(row.getString("kind")),
                new Sealed(row.getString("key_id"), row.getBytes("sealed")),
                row.getString("masked"));
    }
}
