package org.farmgate.logistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Money;
import org.farmgate.platform.Actor;
import org.farmgate.platform.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What went wrong with consignments.
@Repository
class IncidentStore {
    private final JdbcClient jdbc;

    IncidentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// False when the id is taken.
    boolean insert(Consignment of, NewIncident wanted, Actor by, Instant at) {
        return jdbc.sql("""
                        insert into logistics.incident (origin_id, id, consignment_id, kind, text, damage_fen, payer_id, at,
                          person_id, person_name)
                        values (:origin, :id, :consignment, :kind, :text, :damage, :payer, :at, :person, :name)
                        on conflict do nothing
                        """)
                        .param("origin", of.origin().value())
                        .param("id", wanted.id().value())
                        .param("consignment", of.id().value())
                        .param("kind", wanted.kind().name())
                        .param("text", wanted.text())
                        .param("damage", wanted.damage().fen())
                        .param("payer", wanted.payer().map(PartyId::value).orElse(null), Types.OTHER)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("person", by.person().value())
                        .param("name", by.personName())
                        .update()
                == 1;
    }

    /// The earliest first.
    List<Incident> of(Consignment consignment) {
        return jdbc.sql("""
                select * from logistics.incident where origin_id = :origin and consignment_id = :consignment
                order by at, id
                """)
                .param("origin", consignment.origin().value())
                .param("consignment", consignment.id().value())
                .query(IncidentStore::incident)
                .list();
    }

    /// False when somebody else was faster.
    boolean settle(Consignment of, IncidentId id, Actor by, Instant at) {
        return jdbc.sql("""
                        update logistics.incident set settled_at = :at, settled_by = :name, settled_for = :organisation
                        where origin_id = :origin and id = :id and settled_at is null
                        """)
                        .param("origin", of.origin().value())
                        .param("id", id.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("name", by.personName())
                        .param("organisation", by.organisationName())
                        .update()
                == 1;
    }

    private static Incident incident(ResultSet row, int number) throws SQLException {
        OffsetDateTime settled = row.getObject("settled_at", OffsetDateTime.class);
        return new Incident(
                new IncidentId(row.getObject("id", UUID.class)),
                new ConsignmentId(row.getObject("consignment_id", UUID.class)),
                Incident.Kind.valueOf(row.getString("kind")),
                row.getString("text"),
                new Money(row.getLong("damage_fen")),
                Optional.ofNullable(row.getObject("payer_id", UUID.class)).map(PartyId::new),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("person_name"),
                settled == null
                        ? Optional.empty()
                        : Optional.of(new Incident.Settled(
                                settled.toInstant(), row.getString("settled_by"), row.getString("settled_for"))));
    }
}
