package org.farmgate.trade;

import static org.farmgate.trade.DemandReadStore.instant;
import static org.farmgate.trade.DemandReadStore.uuid;
import static org.farmgate.trade.DemandStore.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Batch;
import org.farmgate.platform.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Call-offs. The mass they take is guarded on the contract's own row, by [ContractStore#callOff].
@Repository
class CallOffStore {
    private final JdbcClient jdbc;

    CallOffStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int insert(RegionId origin, Collection<CallOff> callOffs) {
        return jdbc.sql("""
                insert into trade.call_off (origin_id, id, contract_id, site_id, week, grams, made_by, made_at)
                select :origin, n.* from unnest(:ids::uuid[], :contracts::uuid[], :sites::uuid[], :weeks::int[],
                  :grams::bigint[], :persons::uuid[], :at::timestamptz[]) as n
                on conflict do nothing
                """)
                .params(Batch.of(callOffs)
                        .ids("ids", CallOff::id)
                        .ids("contracts", CallOff::contract)
                        .ids("sites", CallOff::site)
                        .ints("weeks", callOff -> callOff.week().number())
                        .longs("grams", callOff -> callOff.mass().grams())
                        .ids("persons", CallOff::madeBy)
                        .instants("at", CallOff::madeAt)
                        .params())
                .param("origin", origin.value())
                .update();
    }

    /// False when it is withdrawn already.
    boolean withdraw(RegionId origin, CallOffId id, Instant at) {
        return jdbc.sql("""
                        update trade.call_off set withdrawn_at = :at
                        where origin_id = :origin and id = :id and withdrawn_at is null
                        """)
                        .param("at", time(at))
                        .param("origin", origin.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    List<CallOff> byIds(RegionId origin, Collection<CallOffId> ids) {
        return jdbc.sql("select * from trade.call_off where origin_id = :origin and id = any(:ids::uuid[])")
                .param("origin", origin.value())
                .param("ids", Batch.array(ids))
                .query(CallOffStore::callOff)
                .list();
    }

    /// By week, then in the order they were made.
    List<CallOff> of(RegionId origin, ContractId contract) {
        return jdbc.sql("""
                select * from trade.call_off where origin_id = :origin and contract_id = :contract order by week, id
                """)
                .param("origin", origin.value())
                .param("contract", contract.value())
                .query(CallOffStore::callOff)
                .list();
    }

    private static CallOff callOff(ResultSet row, int number) throws SQLException {
        return new CallOff(
                new CallOffId(uuid(row, "id")),
                new ContractId(uuid(row, "contract_id")),
                new SiteId(uuid(row, "site_id")),
                IsoWeek.fromNumber(row.getInt("week")),
                new Mass(row.getLong("grams")),
                new PartyId(uuid(row, "made_by")),
                instant(row, "made_at"),
                Optional.ofNullable(row.getObject("withdrawn_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
