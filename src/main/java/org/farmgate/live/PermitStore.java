package org.farmgate.live;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PermitStore {
    private final JdbcClient jdbc;

    PermitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(HostPermit permit, Instant at) {
        jdbc.sql("""
                insert into live.permit (person_id, kind, reason, until, by_person, given_at)
                values (:person, :kind, :reason, :until, :by, :at)
                on conflict (person_id) do update set kind = excluded.kind, reason = excluded.reason,
                  until = excluded.until, by_person = excluded.by_person, given_at = excluded.given_at
                """)
                .param("person", permit.person().value())
                .param("kind", permit.kind().name())
                .param("reason", permit.reason())
                .param("until", permit.until())
                .param("by", permit.by().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean end(PartyId person) {
        return jdbc.sql("delete from live.permit where person_id = :person")
                        .param("person", person.value())
                        .update()
                == 1;
    }

    Optional<HostPermit> find(PartyId person) {
        return jdbc.sql("select * from live.permit where person_id = :person")
                .param("person", person.value())
                .query(PermitStore::permit)
                .optional();
    }

    Slice<HostPermit> valid(LocalDate today, Paging paging) {
        long total = jdbc.sql("select count(*) from live.permit where until >= :today")
                .param("today", today)
                .query(Long.class)
                .single();
        List<HostPermit> rows = jdbc.sql("""
                select * from live.permit where until >= :today
                order by until desc, person_id limit :size offset :offset
                """)
                .param("today", today)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(PermitStore::permit)
                .list();
        return new Slice<>(rows, paging.page(), paging.size(), total, false);
    }

    private static HostPermit permit(ResultSet row, int number) throws SQLException {
        return new HostPermit(
                new PartyId(row.getObject("person_id", UUID.class)),
                HostKind.valueOf(row.getString("kind")),
                row.getString("reason"),
                row.getObject("until", LocalDate.class),
                new PartyId(row.getObject("by_person", UUID.class)));
    }
}
