package org.farmgate.logistics.rounds;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Batch;
import org.farmgate.platform.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// When places take goods in, as an organisation's dispatchers have learned.
@Repository
class RoundHoursStore {
    private final JdbcClient jdbc;

    RoundHoursStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Hours(SiteId site, LocalTime opens, LocalTime closes) {
        Stop.Window on(LocalDate day) {
            return new Stop.Window(
                    day.atTime(opens).atZone(Shift.ZONE).toInstant(),
                    day.atTime(closes).atZone(Shift.ZONE).toInstant());
        }
    }

    Map<SiteId, Hours> of(PartyId owner, Collection<SiteId> sites) {
        return jdbc
                .sql("select * from logistics.round_hours where owner_id = :owner and site_id = any(:sites::uuid[])")
                .param("owner", owner.value())
                .param("sites", Batch.array(sites))
                .query((row, number) -> new Hours(
                        new SiteId(row.getObject("site_id", UUID.class)),
                        row.getObject("opens", LocalTime.class),
                        row.getObject("closes", LocalTime.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Hours::site, one -> one));
    }

    void put(PartyId owner, Hours hours) {
        jdbc.sql("""
                insert into logistics.round_hours (owner_id, site_id, opens, closes) values (:owner, :site, :opens, :closes)
                on conflict (owner_id, site_id) do update set opens = excluded.opens, closes = excluded.closes
                """)
                .param("owner", owner.value())
                .param("site", hours.site().value())
                .param("opens", hours.opens())
                .param("closes", hours.closes())
                .update();
    }

    void forget(PartyId owner, SiteId site) {
        jdbc.sql("delete from logistics.round_hours where owner_id = :owner and site_id = :site")
                .param("owner", owner.value())
                .param("site", site.value())
                .update();
    }
}
