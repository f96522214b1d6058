package org.farmgate.stock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PickStore {
    private final JdbcClient jdbc;

    PickStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Whether it is new.
    boolean insert(Actor actor, Picking picking) {
        return jdbc.sql("""
                insert into stock.pick (origin_id, id, sellable_id, packs, weighed_grams, instead_lot_id, skip_reason,
                                        picked_at, recorded_by, recorded_person)
                values (:origin, :id, :sellable, :packs, :weighed, :instead, :reason, :at, :by, :person)
                on conflict do nothing
                """)
                        .param("origin", picking.origin().value())
                        .param("id", picking.id().value())
                        .param("sellable", picking.from().value())
                        .param("packs", picking.packs())
                        .param("weighed", picking.weighed().map(Mass::grams).orElse(null), Types.BIGINT)
                        .param(
                                "instead",
                                picking.skip()
                                        .map(skip -> skip.instead().value())
                                        .orElse(null),
                                Types.OTHER)
                        .param("reason", picking.skip().map(Skip::reason).orElse(null), Types.VARCHAR)
                        .param("at", picking.at().atOffset(ZoneOffset.UTC))
                        .param("by", actor.organisation().value())
                        .param("person", actor.person().value())
                        .update()
                == 1;
    }

    /// Without its lines.
    Optional<Picking> find(RegionId origin, PickId id) {
        return jdbc.sql("select * from stock.pick where origin_id = :origin and id = :id")
                .param("origin", origin.value())
                .param("id", id.value())
                .query(PickStore::picking)
                .optional();
    }

    private static Picking picking(ResultSet row, int number) throws SQLException {
        UUID instead = row.getObject("instead_lot_id", UUID.class);
        long weighed = row.getLong("weighed_grams");
        return new Picking(
                new PickId(Rows.uuid(row, "id")),
                new RegionId(Rows.uuid(row, "origin_id")),
                new SellableId(Rows.uuid(row, "sellable_id")),
                row.getLong("packs"),
                weighed == 0 ? Optional.empty() : Optional.of(new Mass(weighed)),
                instead == null
                        ? Optional.empty()
                        : Optional.of(new Skip(new LotId(instead), row.getString("skip_reason"))),
                List.of(),
                Rows.instant(row, "picked_at"));
    }
}
